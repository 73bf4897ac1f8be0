import { kernelSpan } from "../../signals/positions.js";
import { type Step, steps } from "../outputSize/state.js";
import type { Convolution2dState } from "./state.js";

type Sliding = Pick<Convolution2dState, "image" | "kernel" | "padding" | "stride" | "dilation" | "flip">;

/** How the windows stand on the rows and on the columns. */
export function axes({ image, kernel, padding, stride, dilation }: Sliding): [rows: Step, columns: Step] {
  const along = (input: number, size: number) => {
    const whole = kernelSpan(size, dilation) - 1;
    const zeros = padding === "valid" ? 0 : padding === "full" ? whole : padding;
    return steps({ input, layers: [{ kernel: size, stride, dilation, padding: zeros }] })[0];
  };
  return [along(image.length, kernel.length), along(image[0].length, kernel[0].length)];
}

/** [rows, columns] of the output; 0 where nothing fits. */
export function outputSides(state: Sliding): [number, number] {
  const [rows, columns] = axes(state);
  return [rows.count, columns.count];
}

/**
 * How many rows of zeros stand above the image, columns left of it, rows below, columns right. Where they are not as many
 * on both sides, turning the kernel exchanges the sides, as in `convolve2d`.
 */
export function margins(state: Sliding): [number, number, number, number] {
  const [rows, columns] = axes(state);
  return state.flip
    ? [rows.after, columns.after, rows.before, columns.before]
    : [rows.before, columns.before, rows.after, columns.after];
}

/** For each row and for each column of the padded image, whether some window has a weight there. */
export function touched(state: Sliding): [rows: boolean[], columns: boolean[]] {
  return axes(state).map(touchedCells) as [boolean[], boolean[]];
}

function touchedCells({ cells, before, after, count, layer }: Step): boolean[] {
  const seen: boolean[] = new Array(before + cells + after).fill(false);
  for (let window = 0; window < count; window++) {
    for (let weight = 0; weight < layer.kernel; weight++) seen[window * layer.stride + weight * layer.dilation] = true;
  }
  return seen;
}

/** How many pixels of the image, its zeros not counted, lie under no weight at any position. */
export function unusedPixels(state: Sliding): number {
  const { image } = state;
  const [rows, columns] = touched(state);
  const [top, left] = margins(state);
  const used = (seen: boolean[], from: number, cells: number) => seen.slice(from, from + cells).filter(Boolean).length;
  return image.length * image[0].length - used(rows, top, image.length) * used(columns, left, image[0].length);
}
