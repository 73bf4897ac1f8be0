import { type Architecture, summarize } from "cnn-workbook/architectures";
import { conv2d } from "cnn-workbook/layers";
import { windowCount } from "./windows.js";

/**
 * The sizes layer after layer, the input first, until ten layers stand or no window fits.
 *
 * @example shrinking(11, 5) // [11, 7, 3]
 */
export function shrinking(input: number, kernel: number, padding = 0): number[] {
  const sizes = [input];
  while (sizes.length <= 10) {
    const next = windowCount(sizes[sizes.length - 1], kernel, { padding });
    if (next === 0) break;
    sizes.push(next);
  }
  return sizes;
}

/** How many input cells along an axis an output sees, after each convolution and pooling of a network; at first 1. */
export function seenBy(network: Architecture): number[] {
  const rows = summarize(network).rows.filter(({ type }) => type === "conv2d" || type === "maxPool2d");
  return [1, ...rows.map(({ receptiveField }) => receptiveField as number)];
}

/** A network's convolutions, poolings and flattening, with the shape after each, for pictures of several sides. */
export function shapesThrough(network: Architecture, sides: readonly number[]): string {
  const all = sides.map((side) => summarize(network, [side, side, 3]).rows);
  const line = (name: string, cells: string[]) => [name.padEnd(12), ...cells.map((cell) => cell.padEnd(18))].join("");
  const layers = all[0].map(({ type }, at) => ({ type, at }));
  const shown = layers.filter(({ type }) => ["conv2d", "maxPool2d", "flatten"].includes(type));
  return [
    line(
      "",
      sides.map((side) => `from ${side}`),
    ),
    ...shown.map(({ type, at }) =>
      line(
        type,
        all.map((rows) => rows[at].outputShape.join(" × ")),
      ),
    ),
  ]
    .join("\n")
    .replace(/ +$/gm, "");
}

/**
 * How often each of 13 input cells counts in the first output of a stack of layers, all weights 1. Found by trying:
 * a 1 in one cell after the other, zeros elsewhere.
 *
 * @example countsOf([{ kernel: 3, stride: 1 }]).slice(0, 4) // [1, 1, 1, 0]
 */
export function countsOf(layers: readonly { kernel: number; stride: number }[]): number[] {
  return Array.from({ length: 13 }, (_, cell) => {
    let picture = conv2d([Array.from({ length: 13 }, (_, i) => (i === cell ? 1 : 0))], [[[[1]]]]);
    for (const { kernel, stride } of layers) {
      picture = conv2d(picture, [Array.from({ length: kernel }, () => [[1]])], { stride: [1, stride] });
    }
    return picture.get(0, 0);
  });
}
