import ndarray from "ndarray";
import { checkOptions, describe, type Float64NdArray, finiteNumber, readable, wholeNumber } from "../arrays/index.js";
import { randomGenerator } from "../signals/index.js";

/** Which first weights; the same seed gives the same ones. */
export interface InitializerOptions {
  /** A whole number from 0. */
  seed: number;
}

export interface RandomNormalOptions extends InitializerOptions {
  /** Standard deviation, at least 0; default 0.05, as in Keras. */
  deviation?: number;
}

/**
 * First weights of 0. For biases; units that all begin at 0 would all stay alike.
 *
 * @param shape - sides of the array
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1
 * @example zeros([2]) // [0, 0]
 */
export function zeros(shape: readonly number[]): Float64NdArray {
  return filled(shape, () => 0);
}

/**
 * First weights from the bell curve around 0.
 *
 * @param shape - sides of the array
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1, an option out of range
 * @throws {TypeError} an option of another name
 * @example randomNormal([3, 3, 1, 8], { deviation: 0.1, seed: 1 })
 */
export function randomNormal(shape: readonly number[], options: RandomNormalOptions): Float64NdArray {
  const { deviation = 0.05, seed } = checkOptions(options, "randomNormal", ["deviation", "seed"]);
  finiteNumber(deviation, "deviation", 0);
  const random = randomGenerator(seed);
  return filled(shape, () => random.normal(0, deviation));
}

/**
 * First weights with variance 2 / (fan-in + fan-out), all equally likely between the limits ±√(6 / (fan-in + fan-out)):
 * for layers with `tanh`, `sigmoid` or none. Fan-in is how many numbers a unit reads, fan-out how many units read a
 * number: the last two axes, times the cells of a kernel.
 *
 * @param shape - sides of the array, inputs and units last: [inputs, units] or [height, width, channels, filters]
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1, a seed out of range
 * @throws {TypeError} an option of another name
 * @example glorotUniform([3, 3, 1, 8], { seed: 1 })
 * @see Glorot & Bengio, Understanding the difficulty of training deep feedforward neural networks (2010)
 */
export function glorotUniform(shape: readonly number[], options: InitializerOptions): Float64NdArray {
  return uniform(shape, options, "glorotUniform", glorotVariance(shape));
}

/**
 * First weights with variance 2 / (fan-in + fan-out), from the bell curve, cut off at two standard deviations of the
 * curve, as Keras does it.
 *
 * @param shape - as for `glorotUniform`
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1, a seed out of range
 * @throws {TypeError} an option of another name
 * @example glorotNormal([784, 10], { seed: 1 })
 * @see Glorot & Bengio (2010), as for `glorotUniform`
 */
export function glorotNormal(shape: readonly number[], options: InitializerOptions): Float64NdArray {
  return truncatedNormal(shape, options, "glorotNormal", glorotVariance(shape));
}

/**
 * First weights with variance 2 / fan-in, all equally likely between the limits ±√(6 / fan-in): for layers with
 * `relu`, which loses half of what comes in.
 *
 * @param shape - as for `glorotUniform`
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1, a seed out of range
 * @throws {TypeError} an option of another name
 * @example heUniform([3, 3, 8, 16], { seed: 2 })
 * @see He, Zhang, Ren & Sun, Delving deep into rectifiers (2015)
 */
export function heUniform(shape: readonly number[], options: InitializerOptions): Float64NdArray {
  return uniform(shape, options, "heUniform", 2 / fans(shape).fanIn);
}

/**
 * First weights with variance 2 / fan-in, from the bell curve, cut off at two standard deviations of the curve, as
 * Keras does it: for layers with `relu`.
 *
 * @param shape - as for `glorotUniform`
 * @throws {RangeError} a shape that is no list of whole numbers of at least 1, a seed out of range
 * @throws {TypeError} an option of another name
 * @example heNormal([3, 3, 8, 16], { seed: 2 })
 * @see He, Zhang, Ren & Sun, Delving deep into rectifiers (2015)
 */
export function heNormal(shape: readonly number[], options: InitializerOptions): Float64NdArray {
  return truncatedNormal(shape, options, "heNormal", 2 / fans(shape).fanIn);
}

/** What is left of the bell curve's standard deviation when it is cut off at two of them. */
const LEFT_AT_TWO = 0.8796256610342398;

function uniform(shape: readonly number[], options: InitializerOptions, caller: string, variance: number) {
  const random = randomGenerator(checkOptions(options, caller, ["seed"]).seed);
  const limit = Math.sqrt(3 * variance);
  return filled(shape, () => random.uniform(-limit, limit));
}

function truncatedNormal(shape: readonly number[], options: InitializerOptions, caller: string, variance: number) {
  const random = randomGenerator(checkOptions(options, caller, ["seed"]).seed);
  const deviation = Math.sqrt(variance) / LEFT_AT_TWO;
  return filled(shape, () => {
    let value = random.normal();
    while (Math.abs(value) > 2) value = random.normal();
    return value * deviation;
  });
}

const glorotVariance = (shape: readonly number[]) => 2 / (fans(shape).fanIn + fans(shape).fanOut);

/** Numbers that a unit reads, and units that read a number. */
function fans(shape: readonly number[]): { fanIn: number; fanOut: number } {
  const size = sizeOf(shape);
  const fanOut = size / (shape.at(-2) ?? 1);
  return { fanIn: size / (shape.length > 1 ? shape[shape.length - 1] : 1), fanOut };
}

function filled(shape: readonly number[], value: () => number): Float64NdArray {
  return readable(ndarray(Float64Array.from({ length: sizeOf(shape) }, value), [...shape]));
}

function sizeOf(shape: readonly number[]): number {
  if (!Array.isArray(shape) || shape.length === 0) {
    throw new RangeError(`\`shape\` must be a list of sides, got ${describe(shape)}`);
  }
  return shape.reduce((product, side, i) => product * wholeNumber(side, `shape[${i}]`, 1), 1);
}
