import { type ArrayInput, type crop, matchTemplate, peakLocalMax, sampleImage, toNdarray } from "cnn-workbook";
import { type FormDigit, syntheticForm } from "cnn-workbook/datasets";

type Image = ReturnType<typeof crop>;

/** A place on a form: the row and the column of its centre, in pixels. */
export interface Place {
  row: number;
  column: number;
}

/** A place where something like the template stands, and how like it is, −1 to 1. */
export interface Found extends Place {
  score: number;
}

/** Rows and columns of a cut-out. */
export interface Size {
  height: number;
  width: number;
}

/** As large as the digits on the form, with a little paper round them. */
export const TEMPLATE: Size = { height: 24, width: 20 };

/** The form of the lesson, [406, 512], 0 (black) to 255. */
export const form: Image = sampleImage("form");

/** Which digit stands where on it, and who wrote it (0 is person A). */
export const truth: FormDigit[] = syntheticForm({ seed: 1 }).digits;

/**
 * Cuts out what lies around a place; near the border, the nearest part that is whole.
 *
 * @param image - [height, width]; not modified
 * @param place - row and column of the centre
 * @param size - default 24 rows and 20 columns, a template
 * @example cutOut(form, truth[0])
 */
export function cutOut(image: ArrayInput, { row, column }: Place, size: Size = TEMPLATE): Image {
  const whole = "shape" in image ? image : toNdarray(image, "image", { rank: 2 });
  const [rows, columns] = whole.shape;
  const [height, width] = [Math.min(size.height, rows), Math.min(size.width, columns)];
  const inside = (start: number, most: number) => Math.max(0, Math.min(Math.round(start), most));
  const top = inside(row - height / 2, rows - height);
  const left = inside(column - width / 2, columns - width);
  // Only the part is copied and checked: a search cuts out many.
  return toNdarray(whole.lo(top, left).hi(height, width), "image", { rank: 2 });
}

/**
 * The best score of a digit: of the windows whose centre is at most 4 pixels from the digit's.
 *
 * @param scores - what `matchTemplate` returns for a template of 24 rows and 20 columns
 * @example scoreAt(matchTemplate(form, template), truth[0])
 */
export function scoreAt(scores: Image, { row, column }: Place): number {
  const corner = { row: row - TEMPLATE.height / 2 + 0.5, column: column - TEMPLATE.width / 2 + 0.5 };
  return cutOut(scores, corner, { height: 9, width: 9 }).data.reduce((a, b) => Math.max(a, b));
}

/**
 * The mean of several templates, pixel by pixel.
 *
 * @param templates - of the same shape, at least one; not modified
 */
export function averageOf(templates: readonly Image[]): Image {
  const average = toNdarray(templates[0], "template");
  for (let i = 0; i < average.data.length; i++) {
    average.data[i] = templates.reduce((sum, { data }) => sum + data[i], 0) / templates.length;
  }
  return average;
}

/**
 * Finds the places that look like one of some templates of the same shape: matches each, keeps the better score at each
 * place, and takes the peaks of at least 0.3 that are 8 pixels apart.
 *
 * @param image - [height, width]; not modified
 * @param templates - at least one
 * @param offset - how far the template's centre is from the centre of the digit; default 0, 0
 * @returns centres with their scores, best first
 * @example findLike(form, [template])
 */
export function findLike(image: ArrayInput, templates: readonly ArrayInput[], offset: Place = NONE): Found[] {
  const responses = templates.map((template) => matchTemplate(image, template));
  const best = responses[0];
  for (const response of responses) {
    for (let i = 0; i < best.data.length; i++) best.data[i] = Math.max(best.data[i], response.data[i]);
  }
  const [height, width] = toNdarray(templates[0], "template", { rank: 2 }).shape;
  const peaks = peakLocalMax(best, { minDistance: 8, threshold: 0.3, excludeBorder: false });
  return peaks.map(([row, column]) => ({
    row: row + Math.floor(height / 2) - offset.row,
    column: column + Math.floor(width / 2) - offset.column,
    score: best.get(row, column),
  }));
}

const NONE: Place = { row: 0, column: 0 };
