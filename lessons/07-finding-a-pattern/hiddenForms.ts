import { crop, toNested } from "cnn-workbook";
import { type FormDigit, syntheticForm } from "cnn-workbook/datasets";

/** A form that the lesson does not show, and its truth. */
export interface HiddenForm {
  image: number[][];
  digits: FormDigit[];
}

const ABOVE = 58;
const BELOW = 18;
const BESIDE = 26;

/** Two small forms by persons A to D, without headings and margins; the second in dim light. */
export const hiddenForms: readonly HiddenForm[] = [
  smallForm(1230, [0, 1], (pixel) => pixel),
  smallForm(1231, [2, 3], (pixel) => Math.round(0.6 * pixel + 8)),
];

function smallForm(seed: number, writers: number[], light: (pixel: number) => number): HiddenForm {
  const { image, digits } = syntheticForm({ seed, writers, boxes: 1 });
  const [rows, columns] = image.shape;
  const part = crop(image, { top: ABOVE, height: rows - ABOVE - BELOW, left: BESIDE, width: columns - BESIDE - 8 });
  part.data.set(part.data.map(light));
  return {
    image: toNested(part) as number[][],
    digits: digits.map((digit) => ({ ...digit, row: digit.row - ABOVE, column: digit.column - BESIDE })),
  };
}
