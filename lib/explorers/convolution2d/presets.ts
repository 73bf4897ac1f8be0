import { toNested } from "../../arrays/index.js";
import { kernels } from "../../filters/index.js";
import { type Rows, sides } from "./state.js";

const all = [
  { name: "identity", kernel: toNested(kernels.identity) as number[][] },
  { name: "vertical edges", kernel: toNested(kernels.verticalEdges) as number[][] },
  { name: "horizontal edges", kernel: toNested(kernels.horizontalEdges) as number[][] },
  { name: "box", kernel: toNested(kernels.boxBlur) as number[][] },
  { name: "sharpen", kernel: toNested(kernels.sharpen) as number[][] },
];

/** Kernels to try on an image, by name: the one to start from, and those that fit. */
export function presetsFor(image: Rows, start: Rows): { name: string; kernel: Rows }[] {
  const [height, width] = sides(image);
  const fitting = all.filter(({ kernel }) => kernel.length <= height && kernel[0].length <= width);
  const known = fitting.some(({ kernel }) => String(kernel) === String(start) && kernel.length === start.length);
  return known ? fitting : [{ name: "as at first", kernel: start }, ...fitting];
}
