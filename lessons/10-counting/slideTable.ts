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
