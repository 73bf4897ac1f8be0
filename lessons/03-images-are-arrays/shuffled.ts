import { randomGenerator } from "cnn-workbook";

/**
 * The pixels of a grey picture in random order.
 *
 * @param image - [height, width]; not modified
 * @param seed - another number gives another order
 * @returns the same shape and the same numbers
 * @example shuffled([[1, 2], [3, 4]], 7)
 * @see Fisher & Yates (1938)
 */
export function shuffled(image: number[][], seed = 1): number[][] {
  const random = randomGenerator(seed);
  const pixels = image.flat();
  for (let last = pixels.length - 1; last > 0; last--) {
    const pick = random.integer(0, last);
    [pixels[last], pixels[pick]] = [pixels[pick], pixels[last]];
  }
  const width = image[0].length;
  return image.map((_, y) => pixels.slice(y * width, (y + 1) * width));
}
