import { type ArrayInput, checkOptions } from "../arrays/index.js";
import { GRADIENT, type ImageGradient, type ImageGradientOptions, imageGradient } from "./imageGradient.js";
import { kernels } from "./kernels.js";

/**
 * Finds edges with Sobel's two kernels (not flipped), and their strength and direction.
 *
 * @param image - [h, w], grey; not modified
 * @param options.mode - `"same"` (default) or `"valid"`, two rows and columns less
 * @param options.boundary - what is around the image: `"symm"` (default, no edge at the border), `"fill"` or `"wrap"`
 * @param options.fillValue - for boundary `"fill"`; default 0
 * @returns four arrays of one shape
 * @throws {RangeError} a wrong shape, an empty or non-finite image, an unknown mode or boundary
 * @example sobel([[8, 8, 0], [8, 8, 0], [8, 8, 0]], { mode: "valid" }).x // [[32]]
 * @see Sobel & Feldman (1968); skimage.filters.sobel is this magnitude divided by 4 √2
 */
export function sobel(image: ArrayInput, options: ImageGradientOptions = {}): ImageGradient {
  return imageGradient(image, kernels.sobelX, kernels.sobelY, checkOptions(options, "sobel", GRADIENT));
}
