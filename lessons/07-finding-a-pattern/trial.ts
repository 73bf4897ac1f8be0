import type { ArrayInput } from "cnn-workbook";
import type { FormDigit } from "cnn-workbook/datasets";
import { type Found, findLike, form, truth } from "./form.js";
import { bestThreshold, judge, type Verdict } from "./judge.js";

/** A form and what stands on it. */
export interface FilledForm {
  image: ArrayInput;
  digits: readonly FormDigit[];
}

/**
 * Searches forms with the threshold that makes the fewest errors on the form of the lesson.
 *
 * @param templates - at least one, of the same shape
 * @param digit - what is searched
 * @returns a verdict and the places found, form by form
 * @example trial([template], [syntheticForm({ seed: 3 })], 4)[0].missed
 */
export function trial(
  templates: readonly ArrayInput[],
  forms: readonly FilledForm[],
  digit: number,
): (Verdict & { places: Found[] })[] {
  const limit = bestThreshold(findLike(form, templates), truth, digit);
  return forms.map(({ image, digits }) => {
    const places = findLike(image, templates).filter(({ score }) => score > limit);
    return { places, ...judge(places, digits, digit) };
  });
}
