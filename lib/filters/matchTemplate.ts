import type { ArrayInput, Float64NdArray } from "../arrays/index.js";
import { checkCorrelate2d, fromPlane, toPlane } from "./checkCorrelate2d.js";
import type { Plane } from "./padPlane.js";
import { slide } from "./slideSeparable.js";
import { windowSums } from "./windowSums.js";

/**
 * Compares a template with every window of an image by normalised cross-correlation: subtract the mean from both,
 * multiply pixel by pixel, sum, and divide by both lengths. Brightness and contrast of a window make no difference.
 *
 * @param image - [h, w], grey; not modified
 * @param template - [k, l], grey, 1 … h × 1 … w; not modified
 * @returns [h − k + 1, w − l + 1], −1 to 1: at [y, x] for the window whose top left pixel is [y, x]. 1 is the template
 *   itself, −1 its negative; a flat window gives 0, and so does every window where the template is flat.
 * @throws {RangeError} a template larger than the image, a wrong number of axes, an empty or non-finite input
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example matchTemplate([[0, 0, 9, 0]], [[0, 5]]) // [[0, 1, -1]]
 * @see Lewis, Fast normalized cross-correlation (1995); skimage.feature.match_template, which this equals
 */
export function matchTemplate(image: ArrayInput, template: ArrayInput): Float64NdArray {
  const pattern = toPlane(template, "template", { shared: true });
  const pixels = toPlane(image, "image", { shared: true });
  checkFits(pixels, pattern);
  const centredPattern = subtractMean(pattern);
  const patternLength = Math.sqrt(centredPattern.data.reduce((sum, value) => sum + value * value, 0));
  // Without the image's mean the numbers are small, and less is lost where they cancel.
  const centred = subtractMean(pixels);
  const products = slideOver(centred, centredPattern);
  const lengths = windowLengths(centred, pattern);
  for (let i = 0; i < products.data.length; i++) {
    const scale = lengths[i] * patternLength;
    products.data[i] = scale > 0 ? Math.max(-1, Math.min(1, products.data[i] / scale)) : 0;
  }
  return fromPlane(products);
}

function checkFits(image: Plane, template: Plane): void {
  if (template.height <= image.height && template.width <= image.width) return;
  throw new RangeError(
    `template [${template.height}, ${template.width}] is larger than the image [${image.height}, ${image.width}]; crop or resize it`,
  );
}

/** A flat plane becomes exactly zero. */
function subtractMean({ data, height, width }: Plane): Plane {
  const flat = data.every((value) => value === data[0]);
  const mean = flat ? data[0] : data.reduce((sum, value) => sum + value, 0) / data.length;
  return { data: data.map((value) => value - mean), height, width };
}

/** Correlation in mode "valid". */
function slideOver(image: Plane, kernel: Plane): Plane {
  const given = checkCorrelate2d(fromPlane(image), fromPlane(kernel), { mode: "valid" }, () => 0);
  return slide(given.image, given.kernel, given.slide);
}

/** The length of each window, as a vector without its mean: √(Σ p² − (Σ p)² / n); 0 where only rounding is left. */
function windowLengths(image: Plane, window: Plane): Float64Array {
  const sums = windowSums(image, window, (pixel) => pixel).data;
  const squares = windowSums(image, window, (pixel) => pixel * pixel).data;
  const count = window.data.length;
  const allSquares = image.data.reduce((sum, pixel) => sum + pixel * pixel, 0);
  const rounding = Number.EPSILON * (image.height + image.width) * allSquares;
  return squares.map((square, i) => {
    const spread = square - (sums[i] * sums[i]) / count;
    return spread > rounding ? Math.sqrt(spread) : 0;
  });
}
