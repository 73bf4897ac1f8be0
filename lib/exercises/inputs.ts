import type { Arbitrary } from "fast-check";
import { built, type Generator } from "./generator.js";

/**
 * A recipe for inputs that a check generates. The generator behind it, fast-check, is loaded at the first check that needs
 * it, so a lesson's exercises are imported in no time.
 */
export interface Inputs<T> {
  /** Builds the generator; used by the engine. */
  build(library: unknown): unknown;
  /** Carries the type of the inputs; never there when it runs. */
  readonly sample?: T;
}

function recipe<T>(build: (library: Generator) => Arbitrary<T>): Inputs<T> {
  return { build: (library) => build(library as Generator) };
}

/**
 * Whole numbers.
 *
 * @param min - smallest, included
 * @param max - largest, included
 * @example integers(1, 9)
 */
export function integers(min: number, max: number): Inputs<number> {
  return recipe((fc) => fc.integer({ min, max }));
}

/**
 * Numbers with few digits, so that a failing case can be checked by hand: multiples of `step`.
 *
 * @param min - smallest; a multiple of `step`
 * @param max - largest, included
 * @param step - distance of neighbours; default 0.25, which sums without rounding
 * @example numbers(-2, 2) // -2, -1.75, … 2
 */
export function numbers(min: number, max: number, step = 0.25): Inputs<number> {
  const [first, last] = [Math.ceil(min / step), Math.floor(max / step)];
  return recipe((fc) => fc.integer({ min: first, max: last }).map((count) => count * step));
}

/**
 * One of some values.
 *
 * @example choiceOf("full", "same", "valid")
 */
export function choiceOf<const T>(...values: T[]): Inputs<T> {
  return recipe((fc) => fc.constantFrom(...values));
}

/** Sizes and values of generated signals. */
export interface SignalOptions {
  /** Fewest numbers; default 1. */
  minLength?: number;
  /** Most numbers; default 8. */
  maxLength?: number;
  /** What stands in it; default whole numbers from -9 to 9. */
  values?: Inputs<number>;
}

/**
 * Signals: plain arrays of numbers.
 *
 * @example signals({ minLength: 3, maxLength: 8 })
 */
export function signals(options: SignalOptions = {}): Inputs<number[]> {
  const { minLength = 1, maxLength = Math.max(8, minLength), values = integers(-9, 9) } = options;
  return recipe((fc) => fc.array(built(values, fc), { minLength, maxLength }));
}

/** Sizes and values of generated matrices. */
export interface MatrixOptions {
  /** Rows: how many, or fewest and most; default 1 to 6. */
  rows?: number | readonly [number, number];
  /** Columns: how many, or fewest and most; default 1 to 6. */
  columns?: number | readonly [number, number];
  /** What stands in it; default whole numbers from -9 to 9. */
  values?: Inputs<number>;
}

/**
 * Matrices, such as grey images and kernels: nested arrays [rows, columns]. Most are not square, so that swapped axes show.
 *
 * @example matrices({ rows: [3, 6], columns: [2, 7] })
 */
export function matrices(options: MatrixOptions = {}): Inputs<number[][]> {
  const { rows = [1, 6], columns = [1, 6], values = integers(-9, 9) } = options;
  return dependent(tuple(sides(rows), sides(columns)), ([height, width]) =>
    nestedArrays([height, width], values),
  ) as Inputs<number[][]>;
}

/**
 * Nested arrays of one shape.
 *
 * @param shape - sides, as in [height, width, channels]
 * @param values - what stands in it; default whole numbers from -9 to 9
 * @example nestedArrays([4, 5, 3], integers(0, 255))
 */
export function nestedArrays(shape: readonly number[], values: Inputs<number> = integers(-9, 9)): Inputs<unknown[]> {
  return recipe((fc) =>
    [...shape]
      .reverse()
      .reduce<Arbitrary<unknown>>(
        (inner, side) => fc.array(inner, { minLength: side, maxLength: side }),
        built(values, fc),
      ),
  ) as Inputs<unknown[]>;
}

/**
 * Several inputs at once, in order.
 *
 * @example tuple(signals(), integers(1, 3)) // [[4, -2], 1]
 */
export function tuple<T extends readonly unknown[]>(...parts: { [K in keyof T]: Inputs<T[K]> }): Inputs<T> {
  return recipe((fc) => fc.tuple(...parts.map((part) => built(part as Inputs<unknown>, fc)))) as unknown as Inputs<T>;
}

/**
 * Inputs that depend on another, such as a kernel that is not longer than its signal.
 *
 * @param first - made first
 * @param then - gives the recipe for the result from what was made
 * @example dependent(signals(), (signal) => tuple(choiceOf(signal), signals({ maxLength: signal.length })))
 */
export function dependent<A, B>(first: Inputs<A>, then: (value: A) => Inputs<B>): Inputs<B> {
  return recipe((fc) => built(first, fc).chain((value) => built(then(value), fc)));
}

/**
 * Inputs made from others.
 *
 * @example mapped(integers(0, 3), (half) => 2 * half + 1) // 1, 3, 5, 7
 */
export function mapped<A, B>(inputs: Inputs<A>, change: (value: A) => B): Inputs<B> {
  return recipe((fc) => built(inputs, fc).map(change));
}

function sides(range: number | readonly [number, number]): Inputs<number> {
  return typeof range === "number" ? choiceOf(range) : integers(range[0], range[1]);
}
