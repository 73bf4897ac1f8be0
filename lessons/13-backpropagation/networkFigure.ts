import type { Figure } from "cnn-workbook";
import type { TwoLayers } from "./hand.js";

/** What stands in the units, and, on the way back, below them. */
export interface NetworkNumbers {
  hidden: number[];
  outputs: number[];
  /** How fast the loss changes with each unit, and with its sum; not shown when left out. */
  rates?: Record<"hidden" | "hiddenSums" | "outputs" | "outputSums", number[]>;
}

const HIGH = [1, 0];
const NAMES = ["x", "h", "o"];
const SUBSCRIPTS = ["₀", "₁"];

/** Up to three decimals, with a true minus. */
const written = (value: number) => String(Math.round(value * 1000) / 1000 + 0).replace("-", "−");

/**
 * Numbers for a title: "0.5 and −1".
 *
 * @example inWords([0.5, -1])
 */
export const inWords = (values: number[]): string => values.map(written).join(" and ");

/**
 * The network of two layers as units and lines: a weight on every line, a value in every unit, its bias above it, and
 * what comes back below it, by its value and by its sum.
 *
 * @param network - its inputs, weights and biases
 * @param numbers - values of its units, and rates
 * @param text - title and alt text
 * @example show(networkFigure(twoLayers, { hidden: [0.5, 0.75], outputs: [0.5, 0.5] }, { title: "Forward", alt: "…" }))
 */
export function networkFigure(
  { inputs, weights1, bias1, weights2, bias2 }: TwoLayers,
  { hidden, outputs, rates }: NetworkNumbers,
  { title, alt }: { title: string; alt: string },
): Figure {
  const units = [
    inputs.map((value) => ({ value })),
    hidden.map((value, i) => ({ value, bias: bias1[i], rates: rates && [rates.hidden[i], rates.hiddenSums[i]] })),
    outputs.map((value, i) => ({ value, bias: bias2[i], rates: rates && [rates.outputs[i], rates.outputSums[i]] })),
  ];
  const annotations = [
    ...[weights1, weights2].flatMap((table, from) => weightLabels(table, from)),
    ...units.flatMap((column, x) => column.flatMap((unit, i) => unitLabels(x, i, unit))),
  ];
  const hiddenAxis = { visible: false, fixedrange: true };
  return {
    data: [...lines(), discs()],
    layout: {
      title: { text: title, font: { size: 16 }, x: 0, xref: "paper", xanchor: "left" },
      ...{ width: 640, height: 330, margin: { l: 20, r: 20, t: 50, b: 20 }, showlegend: false, hovermode: false },
      ...{ xaxis: { ...hiddenAxis, range: [-0.3, 2.3] }, yaxis: { ...hiddenAxis, range: [-0.5, 1.4] }, annotations },
    },
    alt,
  };
}

function lines() {
  const ends = [0, 1].flatMap((x) => HIGH.flatMap((from) => HIGH.map((to) => [x, from, to])));
  return ends.map(([x, from, to]) => ({
    ...{ type: "scatter", mode: "lines", x: [x, x + 1], y: [from, to] },
    line: { color: "#9a9a9a", width: 1.5 },
  }));
}

function discs() {
  const places = [0, 1, 2].flatMap((x) => HIGH.map((y) => ({ x, y })));
  return {
    ...{ type: "scatter", mode: "markers", x: places.map(({ x }) => x), y: places.map(({ y }) => y) },
    marker: { size: 52, color: "#1f5f99", line: { width: 0 } },
  };
}

/** A weight stands nearer to the unit from which its line comes, so that crossing lines keep theirs apart. */
function weightLabels(table: number[][], from: number) {
  return table.flatMap((row, i) =>
    row.map((weight, unit) => {
      const share = 0.3;
      const y = HIGH[i] + share * (HIGH[unit] - HIGH[i]);
      return { x: from + share, y, text: written(weight), showarrow: false, yshift: 12 };
    }),
  );
}

function unitLabels(column: number, i: number, unit: { value: number; bias?: number; rates?: number[] }) {
  const { value, bias, rates } = unit;
  const at = { x: column, y: HIGH[i], showarrow: false };
  const withBias = bias === undefined ? "" : `, bias ${written(bias)}`;
  const name = { ...at, text: `${NAMES[column]}${SUBSCRIPTS[i]}${withBias}`, yshift: 38 };
  const inside = { ...at, text: `<b>${written(value)}</b>`, font: { color: "#ffffff" } };
  if (!rates) return [name, inside];
  const text = ["unit", "sum"].map((of, from) => `${of} ← <b>${written(rates[from])}</b>`).join("<br>");
  return [name, inside, { ...at, text, yshift: -48, font: { color: "#d55e00", size: 14 } }];
}
