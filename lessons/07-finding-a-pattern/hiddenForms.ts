import { crop, toNested } from "cnn-workbook";
import { type FormDigit, syntheticForm } from "cnn-workbook/datasets";

/** A form that the lesson does not show, and its truth. */
export interface HiddenForm {
  image: number[][];
  digits: FormDigit[];
}

const ABOVE = 58;
let made: HiddenForm[] | undefined;

/** Two small forms by persons A to D, without their headings; the second in dim light. Made when first asked for. */
export function hiddenForms(): HiddenForm[] {
  made ??= [smallForm(1230, [0, 1], (pixel) => pixel), smallForm(1231, [2, 3], (pixel) => Math.round(0.6 * pixel + 8))];
  return made;
}

function smallForm(seed: number, writers: number[], light: (pixel: number) => number): HiddenForm {
  const { image, digits } = syntheticForm({ seed, writers, boxes: 1 });
  const part = crop(image, { top: ABOVE, height: image.shape[0] - ABOVE - 18 });
  part.data.set(part.data.map(light));
  return {
    image: toNested(part) as number[][],
    digits: digits.map((digit) => ({ ...digit, row: digit.row - ABOVE })),
  };
}
