import { type ArrayInput, type crop, matchTemplate, resizeImage } from "cnn-workbook";
import { cutOut, type Place, type Size, TEMPLATE } from "./form.js";
import { turnImage } from "./turnImage.js";

type Image = ReturnType<typeof crop>;

/** How far, in pixels, a changed template is moved about to find where it fits best. */
const MARGIN = 4;

/** A digit of the form as a template that is turned, clockwise in degrees. */
export function turnedTemplate(image: ArrayInput, place: Place, degrees: number, size = TEMPLATE): Image {
  const wide = 2 * Math.max(size.height, size.width);
  return middle(turnImage(cutOut(image, place, { height: wide, width: wide }), degrees), size);
}

/** A digit of the form as a template that is enlarged: 1.25 is a quarter larger. */
export function scaledTemplate(image: ArrayInput, place: Place, factor: number, size = TEMPLATE): Image {
  const wide = 2 * Math.max(size.height, size.width);
  const around = cutOut(image, place, { height: wide, width: wide });
  return middle(resizeImage(around, { height: Math.round(wide * factor) }), size);
}

/**
 * The best score of a turned template near the place where it was cut out.
 *
 * @param degrees - clockwise
 * @param size - of the template; default 24 rows and 20 columns
 * @example turnedScore(form, truth[0], 10)
 */
export function turnedScore(image: ArrayInput, place: Place, degrees: number, size = TEMPLATE): number {
  return bestNear(image, place, turnedTemplate(image, place, degrees, size), size);
}

/** The best score of an enlarged template near the place where it was cut out. */
export function scaledScore(image: ArrayInput, place: Place, factor: number, size = TEMPLATE): number {
  return bestNear(image, place, scaledTemplate(image, place, factor, size), size);
}

function bestNear(image: ArrayInput, place: Place, template: Image, { height, width }: Size): number {
  const near = cutOut(image, place, { height: height + 2 * MARGIN, width: width + 2 * MARGIN });
  return matchTemplate(near, template).data.reduce((a, b) => Math.max(a, b));
}

function middle(image: Image, size: Size): Image {
  return cutOut(image, { row: image.shape[0] / 2, column: image.shape[1] / 2 }, size);
}
