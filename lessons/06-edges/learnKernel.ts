import { type ArrayInput, toList, toNdarray } from "cnn-workbook";

/** A picture, and what a kernel should make of it. */
export interface Example {
  /** Grey, [height, width]. */
  picture: ArrayInput;
  /** What the kernel should give at each position where all of it lies on the picture: [height − 2, width − 2]. */
  wanted: ArrayInput;
}

/** How to descend. */
export interface DescentOptions {
  /** How far to go against each slope. */
  learningRate: number;
  /** How often. */
  steps: number;
  /** The kernel to begin with; nine zeros when left out. */
  start?: number[][];
}

/** What came of it. */
export interface Learned {
  /** [3, 3] */
  kernel: number[][];
  /** The error before each step, and after the last. */
  errors: number[];
}

const NUDGE = 0.001;

/**
 * A function that says how wrong a 3×3 kernel is on an example: the mean, over all positions, of the squared difference
 * between what the kernel gives (valid, not flipped) and what is wanted.
 *
 * @throws {RangeError} shapes that do not fit together
 * @example const error = kernelError({ picture, wanted }); error([[0, 0, 0], [0, 0, 0], [0, 0, 0]])
 */
export function kernelError({ picture, wanted }: Example): (kernel: number[][]) => number {
  const image = toNdarray(picture, "picture", { rank: 2 });
  const [height, width] = image.shape.map((side) => side - 2);
  const target = toNdarray(wanted, "wanted", { rank: 2 });
  if (target.shape[0] !== height || target.shape[1] !== width) {
    throw new RangeError(`\`wanted\` must be [${height}, ${width}] for this picture, got [${target.shape.join(", ")}]`);
  }
  const [pixels, goals] = [Float64Array.from(toList(image)), Float64Array.from(toList(target))];
  return (kernel) => meanSquare(pixels, goals, width, kernel.flat());
}

/**
 * Learns a 3×3 kernel from an example by gradient descent: nudges each weight to see how the error changes, then moves
 * all nine against their slopes, and again.
 *
 * @returns the kernel after the last step, and the errors on the way, which grow where the learning rate is too large
 * @throws {RangeError} shapes that do not fit together
 * @example learnKernel({ picture, wanted }, { learningRate: 1, steps: 20 }).kernel
 */
export function learnKernel(example: Example, { learningRate, steps, start }: DescentOptions): Learned {
  const error = kernelError(example);
  let kernel = start ?? ZEROS;
  const errors = [error(kernel)];
  for (let step = 0; step < steps; step++) {
    const slopes = slopesOf(error, kernel, errors[step]);
    kernel = kernel.map((row, r) => row.map((weight, c) => weight - learningRate * slopes[r][c]));
    errors.push(error(kernel));
  }
  return { kernel, errors };
}

const ZEROS = [
  [0, 0, 0],
  [0, 0, 0],
  [0, 0, 0],
];

function slopesOf(error: (kernel: number[][]) => number, kernel: number[][], now: number): number[][] {
  return kernel.map((row, r) =>
    row.map((_, c) => {
      const nudged = kernel.map((weights) => [...weights]);
      nudged[r][c] += NUDGE;
      return (error(nudged) - now) / NUDGE;
    }),
  );
}

/** Written out for speed: a lesson calls it some ten thousand times. */
function meanSquare(pixels: Float64Array, goals: Float64Array, width: number, k: number[]): number {
  const wide = width + 2;
  let sum = 0;
  for (let i = 0; i < goals.length; i++) {
    const a = i + 2 * Math.floor(i / width);
    const [b, c] = [a + wide, a + 2 * wide];
    const upper = k[0] * pixels[a] + k[1] * pixels[a + 1] + k[2] * pixels[a + 2];
    const middle = k[3] * pixels[b] + k[4] * pixels[b + 1] + k[5] * pixels[b + 2];
    const lower = k[6] * pixels[c] + k[7] * pixels[c + 1] + k[8] * pixels[c + 2];
    sum += (upper + middle + lower - goals[i]) ** 2;
  }
  return sum / goals.length;
}
