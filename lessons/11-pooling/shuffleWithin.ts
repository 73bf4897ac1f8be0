import { randomGenerator } from "cnn-workbook";

/**
 * A picture whose pixels are in random order within each window, the windows side by side from the top left on.
 *
 * @param image - [height, width]; not modified. What fills no whole window stays as it is.
 * @param size - side of the windows
 * @param seed - another number gives another order
 * @example shuffleWithin(picture, 8)
 */
export function shuffleWithin(image: readonly (readonly number[])[], size: number, seed = 1): number[][] {
  const random = randomGenerator(seed);
  const result = image.map((row) => [...row]);
  for (let top = 0; top + size <= image.length; top += size) {
    for (let left = 0; left + size <= image[0].length; left += size) {
      for (let last = size * size - 1; last > 0; last--) {
        const pick = random.integer(0, last);
        const [a, b] = [last, pick].map((at) => [top + Math.floor(at / size), left + (at % size)]);
        [result[a[0]][a[1]], result[b[0]][b[1]]] = [result[b[0]][b[1]], result[a[0]][a[1]]];
      }
    }
  }
  return result;
}
