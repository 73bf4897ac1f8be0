import { toNested } from "../../arrays/index.js";
import { kernels } from "../../filters/kernels.js";
import type { Rows } from "../convolution2d/state.js";

const NAMES = [
  ...["identity", "boxBlur", "gaussianBlur", "sharpen", "emboss", "verticalEdges", "horizontalEdges"],
  ...["diagonalEdges", "laplacian4", "laplacian8", "sobelX", "sobelY"],
] as (keyof typeof kernels)[];

/** Kernels to try, under their names in `kernels`. */
export const presets = NAMES.map((name) => ({ name, kernel: toNested(kernels[name]) as number[][] }));

/** Which of them a kernel is; −1 for none. */
export function presetOf(kernel: Rows): number {
  const same = (other: Rows) => JSON.stringify(other) === JSON.stringify(kernel);
  return presets.findIndex((preset) => same(preset.kernel));
}
