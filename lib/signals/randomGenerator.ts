import { finiteNumber, wholeNumber } from "../arrays/index.js";

/** A source of repeatable random numbers: the same seed gives the same numbers on every machine. */
export interface RandomGenerator {
  /** A number from `min` (default 0) up to but not including `max` (default 1), each equally likely. */
  uniform(min?: number, max?: number): number;
  /** A whole number from `min` to `max`, both included, each equally likely. */
  integer(min: number, max: number): number;
  /** A number from the bell curve around `mean` (default 0) with standard deviation `deviation` (default 1). */
  normal(mean?: number, deviation?: number): number;
}

/**
 * Makes a source of random numbers that repeats itself when it gets the same seed.
 *
 * @param seed - any whole number from 0 to 2³² − 1
 * @throws {RangeError} `seed` out of range
 * @example randomGenerator(1).integer(1, 6) // 4
 * @see Blackman & Vigna, Scrambled linear pseudorandom number generators, ACM TOMS 47 (2021): xoshiro128**
 */
export function randomGenerator(seed: number): RandomGenerator {
  const next = xoshiro128(seedState(wholeNumber(seed, "seed", 0, 2 ** 32 - 1)));
  const uniform = (min = 0, max = 1) => min + (max - min) * (next() / 2 ** 32);
  return {
    uniform,
    integer: (min, max) => Math.floor(uniform(finiteNumber(min, "min"), finiteNumber(max, "max", min) + 1)),
    normal: polar(uniform),
  };
}

/**
 * The xoshiro128** generator: whole numbers from 0 to 2³² − 1.
 *
 * @param state - four 32-bit numbers, not all 0; changed with every number drawn
 */
export function xoshiro128(state: Uint32Array): () => number {
  return () => {
    const result = Math.imul(rotateLeft(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotateLeft(state[3], 11);
    return result;
  };
}

function rotateLeft(x: number, bits: number): number {
  return (x << bits) | (x >>> (32 - bits));
}

/** Spreads a seed over four numbers, so that neighbouring seeds share nothing; the mixing is that of MurmurHash3. */
function seedState(seed: number): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, i) => {
    let mixed = (seed + Math.imul(i + 1, 0x9e3779b9)) >>> 0;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return mixed ^ (mixed >>> 16);
  });
}

/** Normal numbers in pairs from points in the unit disc (Marsaglia's polar method, 1964). */
function polar(uniform: (min: number, max: number) => number): RandomGenerator["normal"] {
  let spare: number | null = null;
  return (mean = 0, deviation = 1) => {
    if (spare !== null) {
      const value = mean + deviation * spare;
      spare = null;
      return value;
    }
    let x: number;
    let y: number;
    let square: number;
    do {
      x = uniform(-1, 1);
      y = uniform(-1, 1);
      square = x * x + y * y;
    } while (square >= 1 || square === 0);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    return mean + deviation * x * scale;
  };
}
