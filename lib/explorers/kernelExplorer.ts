import { type ArrayInput, toNdarray, toNested } from "../arrays/index.js";
import { kernels } from "../filters/index.js";
import { resizeImage, toGray } from "../images/index.js";
import type { Explorer } from "../plots/index.js";
import { MOST_PIXELS, packPicture } from "./kernel/packPicture.js";
import { kernelPicture } from "./kernel/picture.js";
import { startState } from "./kernel/state.js";
import { finding } from "./kernel/words.js";

export interface KernelExplorerOptions {
  /** [height, width] or [height, width, 3], 0 to 255; shown grey, and made smaller where a side is over 128 pixels. */
  image: ArrayInput;
  /** 3 × 3 or 5 × 5 weights to begin with; default `kernels.identity`. */
  kernel?: ArrayInput;
  /** Words above it. */
  title?: string;
  /** What there is to see, for those who cannot see it; what the kernel does to the brightness, when left out. */
  alt?: string;
}

/**
 * Something to play with: the weights of a kernel, and a picture that follows each change. Students can open a picture of
 * their own; it is read in their browser and goes nowhere. The kernel slides as it is (`correlate2d`); beyond its border
 * the picture is mirrored. `show` displays it; it works without a running kernel.
 *
 * @param options - `image` and `kernel` (not modified), `title`, `alt`
 * @throws {RangeError} an image that is empty, not finite or of another shape, or a kernel of another size
 * @example show(kernelExplorer({ image: sampleImage("harbour"), kernel: kernels.sharpen }))
 */
export function kernelExplorer(options: KernelExplorerOptions): Explorer {
  const { title = "" } = options;
  const settings = {
    picture: packPicture(readImage(options.image)),
    kernel: readKernel(options.kernel ?? kernels.identity),
    title,
  };
  const start = startState(settings);
  const alt = options.alt ?? finding(start);
  return { explorer: "kernel", settings, alt, html: kernelPicture(start, alt) };
}

function readImage(image: ArrayInput): number[][] {
  const grey = toGray(image);
  const [height, width] = grey.shape;
  const side = height > width ? { height: MOST_PIXELS } : { width: MOST_PIXELS };
  return toNested(Math.max(height, width) > MOST_PIXELS ? resizeImage(grey, side) : grey) as number[][];
}

function readKernel(kernel: ArrayInput): number[][] {
  const weights = toNdarray(kernel, "kernel", { rank: 2 });
  const size = weights.shape.join(" × ");
  if (size === "3 × 3" || size === "5 × 5") return toNested(weights) as number[][];
  throw new RangeError(`\`kernel\` must have 3 × 3 or 5 × 5 weights, got ${size}`);
}
