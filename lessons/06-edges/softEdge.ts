import { toNdarray } from "cnn-workbook";

/**
 * Five by five pixels with a straight edge through the middle one, as soft as a camera draws it.
 *
 * @param degrees - the way in which it darkens: 0 is to the right, 90 is down
 * @returns [5, 5], from nearly 100 on the bright side to nearly 0 on the dark one
 * @example softEdge(30)
 */
export function softEdge(degrees: number): ReturnType<typeof toNdarray> {
  const [right, down] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const rows = [-2, -1, 0, 1, 2].map((y) =>
    [-2, -1, 0, 1, 2].map((x) => 100 / (1 + Math.exp((right * x + down * y) / SOFTNESS))),
  );
  return toNdarray(rows, "edge");
}

/** In pixels; the brightness falls from 73 to 27 % over twice this way. */
const SOFTNESS = 0.5;
