import { conv2d } from "cnn-workbook/layers";

/** Rows × columns of waves: which numbers they are does not matter for the time. */
const block = (rows: number, columns: number, depth: number) =>
  Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => Array.from({ length: depth }, (_, i) => Math.sin(i))),
  );

/**
 * Multiply-adds a second of this machine, in a 3 × 3 layer of our own `conv2d`: the best of three runs after one that
 * lets Node.js compile it.
 *
 * @param side - cells along a side of the input, which padding keeps
 * @param channels - in and out
 * @example multiplyAddsPerSecond(56, 32) // about 1e9
 */
export function multiplyAddsPerSecond(side: number, channels: number): number {
  const input = block(side, side, channels);
  const weights = Array.from({ length: 3 }, () => block(3, channels, channels));
  const seconds = Array.from({ length: 4 }, () => {
    const started = performance.now();
    conv2d(input, weights, { padding: "same" });
    return (performance.now() - started) / 1000;
  });
  return (side * side * channels * 3 * 3 * channels) / Math.min(...seconds.slice(1));
}
