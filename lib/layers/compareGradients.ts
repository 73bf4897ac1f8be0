import type { Loss } from "./lossOf.js";

/** Slopes of a loss along one number. */
interface Slopes {
  left: number;
  right: number;
  between: number;
  /** How far rounding alone may have moved them. */
  rounding: number;
}

/** The entry of an array where gradient and slope are farthest apart. */
export interface Entry {
  place: number;
  computed: number;
  numerical: number;
  difference: number;
}

/** How the gradient by an array compares with the slopes. */
export interface Comparison {
  relativeError: number;
  /** Entries on corners, left out. */
  kinks: number;
  /** Missing where all are. */
  worst?: Entry;
}

/** Losses of sums of some hundred terms are off by so many units in the last place. */
const UNITS = 100;
/** How much smaller the second step is, with which a corner is looked at again. */
const CLOSER = 100;
/** Slopes to the two sides that differ by this share of the largest gradient are a corner. */
const CORNER = 1e-3;

/** Compares the gradient by an array with slopes of the loss, which reads `numbers`. These are moved and put back. */
export function compareGradients(
  computed: Float64Array,
  numbers: Float64Array,
  loss: () => Loss,
  step: number,
): Comparison {
  const middle = loss();
  const slopes = Array.from(numbers, (_, i) => slopesAt(numbers, i, middle, loss, step));
  const scale = slopes.reduce((most, { between }, i) => Math.max(most, Math.abs(between), Math.abs(computed[i])), 0);
  let kinks = 0;
  let worst: Entry | undefined;
  slopes.forEach((first, place) => {
    const smooth = !isCorner(first, scale);
    const seen = smooth ? first : slopesAt(numbers, place, middle, loss, step / CLOSER);
    if (!smooth && isCorner(seen, scale) && isBetween(computed[place], seen, scale)) {
      kinks++;
      return;
    }
    const difference = gap(computed[place], seen);
    if (worst === undefined || difference > worst.difference) {
      worst = { place, computed: computed[place], numerical: seen.between, difference };
    }
  });
  return { relativeError: worst?.difference ? worst.difference / scale : 0, kinks, worst };
}

function slopesAt(numbers: Float64Array, i: number, middle: Loss, loss: () => Loss, step: number): Slopes {
  const value = numbers[i];
  const [low, high] = [value - step, value + step];
  numbers[i] = high;
  const above = loss();
  numbers[i] = low;
  const below = loss();
  numbers[i] = value;
  return {
    left: (middle.value - below.value) / (value - low),
    right: (above.value - middle.value) / (high - value),
    between: (above.value - below.value) / (high - low),
    rounding: (UNITS * Number.EPSILON * Math.max(above.size, below.size)) / (high - low),
  };
}

/** How far a gradient is from the slope, beyond what rounding may do. */
function gap(computed: number, { between, rounding }: Slopes): number {
  return Math.max(0, Math.abs(computed - between) - rounding);
}

/** Whether the slopes to the two sides differ clearly. */
function isCorner({ left, right, rounding }: Slopes, scale: number): boolean {
  return Math.abs(right - left) > CORNER * scale + 4 * rounding;
}

/** Whether a gradient lies between the slopes to the two sides, as every one does that is of use on a corner. */
function isBetween(computed: number, { left, right, rounding }: Slopes, scale: number): boolean {
  const slack = CORNER * scale + 4 * rounding;
  return computed >= Math.min(left, right) - slack && computed <= Math.max(left, right) + slack;
}
