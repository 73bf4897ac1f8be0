import { type ArrayInput, correlate2d, randomGenerator, toNdarray } from "cnn-workbook";

/** A picture of a metal sheet with a scratch, made by a program that therefore knows where the scratch is. */
export interface Sheet {
  /** [100, 150], grey, 0 to 255. */
  image: ReturnType<typeof toNdarray>;
  /** [row, column] of each pixel of the scratch. */
  scratch: readonly (readonly [number, number])[];
}

/** By how much a pixel of the scratch is brighter than it would be without. */
export const SCRATCH_HEIGHT = 20;

/** How many pixels a scratch has. */
export const SCRATCH_LENGTH = 55;

const [HEIGHT, WIDTH] = [100, 150];
/** Grain of the metal (standard deviation), share of pixels with dust on them, and how bright the dust is. */
const [GRAIN, DUST_SHARE, DUST] = [7, 0.003, 45];

/**
 * A sheet under a lamp at its upper right, with grain, dust, and a scratch that rises to the right.
 *
 * @param seed - a whole number; another one makes another sheet
 * @example const sheet = makeSheet(1)
 */
export function makeSheet(seed: number): Sheet {
  const random = randomGenerator(seed);
  const [top, left] = [random.integer(15, 24), random.integer(35, 54)];
  const scratch = Array.from({ length: SCRATCH_LENGTH }, (_, i) => [top + i, left + SCRATCH_LENGTH - 1 - i] as const);
  const image = toNdarray(
    Array.from({ length: HEIGHT }, () => new Array<number>(WIDTH).fill(0)),
    "image",
  );
  for (let row = 0; row < HEIGHT; row++) {
    for (let column = 0; column < WIDTH; column++) {
      const dust = random.uniform() < DUST_SHARE ? DUST : 0;
      image.set(row, column, lamp(row, column) + GRAIN * random.normal() + dust);
    }
  }
  for (const [row, column] of scratch) image.set(row, column, image.get(row, column) + SCRATCH_HEIGHT);
  image.data.forEach((value, i) => {
    image.data[i] = Math.max(0, Math.min(255, Math.round(value)));
  });
  return { image, scratch };
}

/** How bright the lamp makes a place: a soft hill. */
function lamp(row: number, column: number): number {
  const distance = Math.hypot(row - 15, column - 130);
  return 40 + 130 * Math.exp(-((distance / 90) ** 2) / 2);
}

/** What marks on a sheet are worth. */
export interface ScratchScore {
  /** How many of a hundred pixels of the scratch are marked. */
  found: number;
  /** How many of a thousand pixels elsewhere are marked. */
  falseAlarms: number;
}

/** So near the scratch a mark is no false alarm. */
const NEAR = 6;

/**
 * Counts where values lie above a threshold: on the scratch, and away from it.
 *
 * @param values - [height, width], as large as the sheet
 * @param threshold - values above it are marks
 */
export function scoreMarks({ scratch }: Sheet, values: ArrayInput, threshold: number): ScratchScore {
  const plane = toNdarray(values, "values");
  const [height, width] = plane.shape;
  const found = scratch.filter(([row, column]) => plane.get(row, column) > threshold).length;
  let [alarms, elsewhere] = [0, 0];
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      if (isNear(scratch, row, column)) continue;
      elsewhere++;
      if (plane.get(row, column) > threshold) alarms++;
    }
  }
  return { found: (100 * found) / scratch.length, falseAlarms: (1000 * alarms) / elsewhere };
}

/** The scratch is a diagonal, so its nearest pixel in the same row tells how far it is. */
function isNear(scratch: Sheet["scratch"], row: number, column: number): boolean {
  const [[top, right]] = scratch;
  const along = Math.min(Math.max(row - top, 0), scratch.length - 1);
  const beside = Math.min(Math.max(right - column, 0), scratch.length - 1);
  return [along, beside].some((i) => Math.max(Math.abs(scratch[i][0] - row), Math.abs(scratch[i][1] - column)) <= NEAR);
}

let measured: Sheet[] | undefined;

/** Made when first wanted: an import that draws sheets is slow. */
function otherSheets(): Sheet[] {
  measured ??= [11, 12, 13, 14].map(makeSheet);
  return measured;
}

/**
 * Slides a kernel over four other sheets and marks each output above half the scratch's height.
 *
 * @param kernel - rows of weights
 * @returns means of the four, to one decimal
 * @example scoreScratch([[-1, -1, -1], [-1, 8, -1], [-1, -1, -1]])
 */
export function scoreScratch(kernel: ArrayInput): ScratchScore {
  const scores = otherSheets().map((one) => {
    const output = correlate2d(one.image, kernel, { mode: "same", boundary: "symm" });
    return scoreMarks(one, output, SCRATCH_HEIGHT / 2);
  });
  const mean = (values: number[]) => Math.round((10 * values.reduce((a, b) => a + b, 0)) / values.length) / 10;
  return { found: mean(scores.map(({ found }) => found)), falseAlarms: mean(scores.map((one) => one.falseAlarms)) };
}
