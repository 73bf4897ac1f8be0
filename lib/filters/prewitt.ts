import { type ArrayInput, checkOptions } from "../arrays/index.js";
import { GRADIENT, type ImageGradient, type ImageGradientOptions, imageGradient } from "./imageGradient.js";
import { kernels } from "./kernels.js";

/**
 * Finds edges with Prewitt's two kernels (not flipped): differences of means over three pixels, all weighted alike.
 *
 * @param image - [h, w], grey; not modified
 * @param options.mode - `"same"` (default) or `"valid"`, two rows and columns less
 * @param options.boundary - what is around the image: `"symm"` (default, no edge at the border), `"fill"` or `"wrap"`
 * @param options.fillValue - for boundary `"fill"`; default 0
 * @returns four arrays of one shape
 * @throws {RangeError} a wrong shape, an empty or non-finite image, an unknown mode or boundary
 * @example prewitt([[8, 8, 0], [8, 8, 0], [8, 8, 0]], { mode: "valid" }).x // [[24]]
 * @see Prewitt (1970); skimage.filters.prewitt is this magnitude divided by 3 √2
 */
export function prewitt(image: ArrayInput, options: ImageGradientOptions = {}): ImageGradient {
  return imageGradient(
    image,
    kernels.verticalEdges,
    kernels.horizontalEdges,
    checkOptions(options, "prewitt", GRADIENT),
  );
}
