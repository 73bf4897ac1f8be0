import type { sampleImage } from "cnn-workbook";

/** A white and a red stripe of the street's awning, in one row. */
const [ROW, WHITE, RED] = [205, 115, 105];

/**
 * How far a white and a red stripe of the awning differ, in red, green and blue.
 *
 * @example stripesApart(sampleImage("street"))
 */
export function stripesApart(street: ReturnType<typeof sampleImage>): number[] {
  return [0, 1, 2].map((c) => Math.abs(street.get(ROW, WHITE, c) - street.get(ROW, RED, c)));
}
