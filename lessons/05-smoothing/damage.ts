import { type ArrayInput, crop, randomGenerator, sampleImage, toNdarray } from "cnn-workbook";

/** A lighthouse: part of the grey picture that ships, [200, 242], 0 to 255. */
export const scene = crop(sampleImage("harbour"), { top: 60, left: 270, height: 200, width: 242 });

/**
 * Pushes every pixel up or down by chance, as a sensor does in the dark. Results are whole numbers from 0 to 255.
 *
 * @param image - any shape, 0 to 255; not modified
 * @param options.deviation - size of the pushes in grey values (the bell curve's standard deviation)
 * @param options.seed - the same seed gives the same grain; default 1
 * @returns the image's shape, a new array
 * @example addGrain(scene, { deviation: 20 })
 */
export function addGrain(image: ArrayInput, { deviation, seed = 1 }: { deviation: number; seed?: number }) {
  const random = randomGenerator(seed);
  const out = toNdarray(image, "image");
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = Math.min(255, Math.max(0, Math.round(out.data[i] + random.normal(0, deviation))));
  }
  return out;
}

/**
 * Makes single pixels black or white, each as likely, and leaves all others as they are (salt and pepper noise).
 *
 * @param image - any shape, 0 to 255; not modified
 * @param options.share - how many of the pixels, 0 to 1
 * @param options.seed - the same seed hits the same pixels; default 2
 * @returns the image's shape, a new array
 * @example addSpecks(scene, { share: 0.02 })
 */
export function addSpecks(image: ArrayInput, { share, seed = 2 }: { share: number; seed?: number }) {
  const random = randomGenerator(seed);
  const out = toNdarray(image, "image");
  for (let i = 0; i < out.data.length; i++) {
    if (random.uniform() < share) out.data[i] = random.uniform() < 0.5 ? 0 : 255;
  }
  return out;
}

/**
 * How far two pictures are apart: the root of the mean of the squared differences, in grey values.
 *
 * @param image - any shape; not modified
 * @param clean - the same shape; not modified
 * @throws {RangeError} different shapes
 * @example errorOf([[13, 20]], [[10, 24]]) // √((9 + 16) / 2) = 3.54
 */
export function errorOf(image: ArrayInput, clean: ArrayInput): number {
  const [one, other] = [toNdarray(image, "image"), toNdarray(clean, "clean")];
  if (one.shape.join() !== other.shape.join()) {
    throw new RangeError(`\`image\` must have the shape of \`clean\`, [${other.shape}], got [${one.shape}]`);
  }
  const squares = one.data.reduce((sum, value, i) => sum + (value - other.data[i]) ** 2, 0);
  return Math.sqrt(squares / one.data.length);
}
