import type { Summary } from "cnn-workbook/architectures";

/** A row of the table of VGG-16: numbers that the layer's output holds, and weights, biases left out. */
export interface SlideRow {
  layer: string;
  memory: number;
  weights: number;
}

const [K, M] = [1e3, 1e6];

/**
 * The table of VGG-16 as a lecture on neural learning shows it (COMP9417, 2020), typed once; the same stands in
 * CS231n's slides (Li, Karpathy & Johnson). Memory is rounded there, weights are not.
 */
export const slideRows: SlideRow[] = [
  { layer: "INPUT", memory: 150 * K, weights: 0 },
  { layer: "CONV3-64", memory: 3.2 * M, weights: 1_728 },
  { layer: "CONV3-64", memory: 3.2 * M, weights: 36_864 },
  { layer: "POOL2", memory: 800 * K, weights: 0 },
  { layer: "CONV3-128", memory: 1.6 * M, weights: 73_728 },
  { layer: "CONV3-128", memory: 1.6 * M, weights: 147_456 },
  { layer: "POOL2", memory: 400 * K, weights: 0 },
  { layer: "CONV3-256", memory: 800 * K, weights: 294_912 },
  { layer: "CONV3-256", memory: 800 * K, weights: 589_824 },
  { layer: "CONV3-256", memory: 800 * K, weights: 589_824 },
  { layer: "POOL2", memory: 200 * K, weights: 0 },
  { layer: "CONV3-512", memory: 400 * K, weights: 1_179_648 },
  { layer: "CONV3-512", memory: 400 * K, weights: 2_359_296 },
  { layer: "CONV3-512", memory: 400 * K, weights: 2_359_296 },
  { layer: "POOL2", memory: 100 * K, weights: 0 },
  { layer: "CONV3-512", memory: 100 * K, weights: 2_359_296 },
  { layer: "CONV3-512", memory: 100 * K, weights: 2_359_296 },
  { layer: "CONV3-512", memory: 100 * K, weights: 2_359_296 },
  { layer: "POOL2", memory: 25 * K, weights: 0 },
  { layer: "FC", memory: 4_096, weights: 102_760_448 },
  { layer: "FC", memory: 4_096, weights: 16_777_216 },
  { layer: "FC", memory: 1_000, weights: 4_096_000 },
];

/** Its last lines: numbers held for one image, bytes for them, parameters. */
export const slideTotals = { memory: 24 * M, bytes: 93 * M, params: 138 * M };

/** `3.2M`, `150K`, `4096`, as the table writes it. */
export function asOnSlide(memory: number): string {
  if (memory >= M) return `${memory / M}M`;
  return memory >= 5 * K ? `${memory / K}K` : String(memory);
}

/** Rows of a summary as the table has them: the input first, biases taken off, what only reorders or drops left out. */
export function countedRows({ inputShape, rows }: Summary): Omit<SlideRow, "layer">[] {
  const shown = rows.filter(({ type }) => type !== "flatten" && type !== "dropout");
  return [{ outputShape: inputShape, params: 0 }, ...shown].map(({ outputShape, params }) => ({
    memory: outputShape.reduce((product, cells) => product * cells, 1),
    weights: params === 0 ? 0 : params - outputShape[outputShape.length - 1],
  }));
}

/** Whether what was counted is more than one percent away from what the slide says. */
export const differs = (counted: number, slide: number) => Math.abs(counted - slide) > 0.01 * slide;

/** The counted rows as text, with an arrow where the slide has other numbers. */
export function besideSlide(rows: readonly Omit<SlideRow, "layer">[]): string {
  const write = (value: number) => value.toLocaleString("en");
  return rows
    .map(({ memory, weights }, i) => {
      const slide = slideRows[i];
      const mark = differs(memory, slide.memory) || weights !== slide.weights ? "  ← slide differs" : "";
      return slide.layer.padEnd(10) + write(memory).padStart(11) + write(weights).padStart(13) + mark;
    })
    .join("\n");
}
