/** Changes of one setting with which windows come out even, nearest first. */
export interface FittingChoices {
  /** Strides that fit with the padding as it is; none larger than the window, which would leave out cells. */
  strides: number[];
  /** Paddings that fit with the stride as it is: cells on each side, or [before, after] where only an odd number fits. */
  paddings: (number | [before: number, after: number])[];
}

/**
 * The nearest smaller and larger stride, and the nearest smaller and larger padding, with which the last window ends at
 * the last cell.
 *
 * @param length - cells of the input
 * @param span - cells from a window's first to its last
 * @param padded - cells that are added now, before and after together
 * @example fittingChoices(7, 3, 3, 0) // { strides: [2], paddings: [1] }
 */
export function fittingChoices(length: number, span: number, stride: number, padded: number): FittingChoices {
  const travel = length + padded - span;
  const over = travel % stride;
  const paddings = travel < 0 ? [padded - travel] : [padded - over, padded + stride - over];
  return {
    strides: travel < 0 ? [] : nearestTo(stride, [smallerDivisor(travel, stride), largerDivisor(travel, stride, span)]),
    paddings: nearestTo(padded, paddings).map(onBothSides),
  };
}

/** A padding in words. */
export function paddingInWords(padding: number | readonly [number, number]): string {
  return typeof padding === "number" ? `${padding}` : `${padding[0]} before and ${padding[1]} after`;
}

/** −1 where there is none. */
function smallerDivisor(travel: number, stride: number): number {
  for (let step = stride - 1; step > 0; step--) if (travel % step === 0) return step;
  return -1;
}

/** −1 where there is none up to `most`. */
function largerDivisor(travel: number, stride: number, most: number): number {
  for (let step = stride + 1; step <= Math.min(most, travel); step++) if (travel % step === 0) return step;
  return -1;
}

/** Those that are possible, nearest first. */
function nearestTo(now: number, choices: number[]): number[] {
  const possible = choices.filter((choice) => choice >= 0 && choice !== now);
  return possible.sort((a, b) => Math.abs(a - now) - Math.abs(b - now));
}

const onBothSides = (cells: number): number | [number, number] =>
  cells % 2 === 0 ? cells / 2 : [Math.floor(cells / 2), Math.ceil(cells / 2)];
