import { type Float64NdArray, toList } from "../../arrays/index.js";
import type { Stage } from "./stages.js";

/** What a stage makes of the drawing. */
export interface Values {
  /** Row by row, all maps' numbers of a cell one after the other. */
  numbers: readonly number[];
  /** The largest distance from zero. */
  most: number;
  /** The mean of each map. */
  means: readonly number[];
  /** The largest number of each map. */
  largest: readonly number[];
  /** How many maps have nothing above zero. */
  dark: number;
  /** Share of the numbers that are not above zero, 0 to 1. */
  low: number;
  /** The map with the largest mean. */
  brightest: number;
}

const known = new WeakMap<readonly Float64NdArray[], Values[]>();

/** The values of all stages; computed once for a drawing. */
export function valuesOf(outputs: readonly Float64NdArray[], stages: readonly Stage[]): readonly Values[] {
  const found = known.get(outputs) ?? stages.map((stage) => measure(toList(outputs[stage.layer]), stage));
  known.set(outputs, found);
  return found;
}

function measure(numbers: number[], { shape: [height, width, maps] }: Stage): Values {
  const sums = new Array<number>(maps).fill(0);
  const largest = new Array<number>(maps).fill(Number.NEGATIVE_INFINITY);
  let most = 0;
  numbers.forEach((value, i) => {
    const map = i % maps;
    sums[map] += value;
    largest[map] = Math.max(largest[map], value);
    most = Math.max(most, Math.abs(value));
  });
  const means = sums.map((sum) => sum / (height * width));
  const dark = largest.filter((value) => value <= 0).length;
  const low = numbers.filter((value) => value <= 0).length / numbers.length;
  return { numbers, most, means, largest, dark, low, brightest: means.indexOf(Math.max(...means)) };
}

/** The number of a map at [row, column]. */
export function numberAt({ numbers }: Values, { shape }: Stage, map: number, row: number, column: number): number {
  return numbers[(row * shape[1] + column) * shape[2] + map];
}

/** Red, green and blue: black at zero, white at the largest number, blue below zero. */
export function tone(value: number, most: number): [number, number, number] {
  const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  const bright = Math.round(255 * share);
  return value < 0 ? [Math.round(70 * share), Math.round(150 * share), bright] : [bright, bright, bright];
}
