import { correlate } from "./correlate";
import { fold } from "./fold";
import { NUMBER } from "./vector";

/**
 * `correlate` for the kernel column[i] · row[j]: down the columns into a row or two of `between`, then along those, while
 * they are at hand.
 *
 * @param symmetric - whether both column and row have a middle entry and read the same from both ends
 */
export function separable(
  image: usize,
  stride: usize,
  column: usize,
  height: usize,
  row: usize,
  width: usize,
  symmetric: bool,
  between: usize,
  out: usize,
  rows: usize,
  columns: usize,
): void {
  const wide = stride / NUMBER;
  if (symmetric) {
    for (let y: usize = 0; y < rows; y++) {
      fold(image + y * stride, stride, column, height >> 1, between, wide);
      fold(between, NUMBER, row, width >> 1, out + y * columns * NUMBER, columns);
    }
    return;
  }
  for (let y: usize = 0; y < rows; y += 2) {
    correlate(image + y * stride, stride, column, height, 1, between, 2, wide);
    correlate(between, stride, row, 1, width, out + y * columns * NUMBER, 2, columns);
  }
}
