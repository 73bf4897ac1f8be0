import { type ArrayInput, toList, toNdarray } from "cnn-workbook";

/**
 * A star of white and black spokes, each pair narrower towards the middle. The middle itself, where spokes would be
 * finer than pixels, is grey.
 *
 * @param options.size - side of the picture in pixels; default 201
 * @param options.spokes - white spokes, with as many black ones; default 36
 * @returns [size, size], 0 to 255
 * @example starPicture({ spokes: 24 })
 */
export function starPicture({ size = 201, spokes = 36 } = {}): number[][] {
  const middle = (size - 1) / 2;
  const side = Array.from({ length: size }, (_, i) => i - middle);
  return side.map((y) =>
    side.map((x) => {
      const radius = Math.hypot(x, y);
      if ((2 * Math.PI * radius) / spokes < 3 || radius > middle) return 127.5;
      return Math.cos(spokes * Math.atan2(y, x)) > 0 ? 255 : 0;
    }),
  );
}

/**
 * What a row of weights leaves of stripes: 1 all of them, 0 nothing; below 0 dark and bright have changed places.
 * The stripes go from dark to bright and back without steps (a cosine).
 *
 * @param weights - an odd number of weights, the same from both sides
 * @param period - width of one bright and one dark stripe together, in pixels
 * @example stripesLeft([1 / 3, 1 / 3, 1 / 3], 3) // 0
 */
export function stripesLeft(weights: ArrayInput, period: number): number {
  const list = toList(toNdarray(weights, "weights", { rank: 1 }));
  const middle = (list.length - 1) / 2;
  return list.reduce((sum, weight, i) => sum + weight * Math.cos((2 * Math.PI * (i - middle)) / period), 0);
}

/**
 * How much brighter the white spokes of a star are than its black ones, on the circle where a white and a black spoke
 * together have this width. Below 0 black and white have changed places.
 *
 * @param picture - the star as `starPicture` makes it, filtered or not
 * @param options.pair - width of a white and a black spoke together, in pixels
 * @param options.spokes - white spokes of the star; default 36
 * @returns grey values: mean in the middle of the white spokes less mean in the middle of the black ones
 * @example spokeContrast(starPicture(), { pair: 12 }) // 255
 */
export function spokeContrast(picture: ArrayInput, { pair, spokes = 36 }: { pair: number; spokes?: number }): number {
  const star = toNdarray(picture, "picture", { rank: 2 });
  const middle = (star.shape[0] - 1) / 2;
  const radius = (pair * spokes) / (2 * Math.PI);
  let sum = 0;
  for (let i = 0; i < 2 * spokes; i++) {
    const angle = (Math.PI * i) / spokes;
    const [y, x] = [Math.sin(angle), Math.cos(angle)].map((side) => Math.round(middle + radius * side));
    sum += (i % 2 === 0 ? 1 : -1) * star.get(y, x);
  }
  return sum / spokes;
}
