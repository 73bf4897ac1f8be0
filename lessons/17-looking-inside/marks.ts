import { type LabelledImages, syntheticDigits } from "cnn-workbook/datasets";
import ndarray from "ndarray";

/** Rows of the picture in which the printer's line lies, from the first up to but not including the last. */
const LINE = { from: 26, to: 28, left: 2 };

/** The picture's row in which the line begins. Few digits reach so far down. */
export const lineBegins = LINE.from;

/**
 * Digits as they came from ten piles of paper, one pile a digit. Each pile's sheets have a printed line at the lower edge,
 * 2 pixels longer for each next digit.
 *
 * @param options.count - pictures; default 2000
 * @param options.seed - another one gives other pictures
 * @returns [count, 28, 28, 1] and their labels
 */
export function digitsFromPiles({ count = 2000, seed = 17 } = {}): LabelledImages {
  const { images, labels } = syntheticDigits({ count, seed });
  return changed({ images, labels }, (picture, label, width) => {
    for (let row = LINE.from; row < LINE.to; row++) {
      picture.fill(255, row * width + LINE.left, row * width + LINE.left + 2 * label + 2);
    }
  });
}

/** The same pictures with black over everything from row `lineBegins` on. */
export function withoutLine(set: LabelledImages): LabelledImages {
  return changed(set, (picture, _, width) => picture.fill(0, lineBegins * width));
}

function changed(
  { images, labels }: LabelledImages,
  change: (picture: Uint8Array, label: number, width: number) => void,
): LabelledImages {
  const [count, height, width] = images.shape;
  const data = Uint8Array.from(images.data);
  for (let n = 0; n < count; n++) {
    change(data.subarray(n * height * width, (n + 1) * height * width), labels.get(n), width);
  }
  return { images: ndarray(data, images.shape.slice()), labels };
}

/**
 * The lesson's three sets of digits.
 *
 * @returns `training` and `heldOut` from the same piles of paper, without a common picture; `elsewhere` the digits of
 *   `heldOut`, written on other paper
 */
export function threeSets({ learn = 2000, test = 500 } = {}) {
  const training = digitsFromPiles({ count: learn, seed: 17 });
  const heldOut = digitsFromPiles({ count: test, seed: 18 });
  return { training, heldOut, elsewhere: syntheticDigits({ count: test, seed: 18 }) };
}
