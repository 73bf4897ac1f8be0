import type { Gradient } from "./arrows.js";

/** How strongly each direction occurs in a picture. */
export interface Directions {
  /** Middle of each bin, in degrees. */
  degrees: number[];
  /** Sum of the magnitudes of the arrows in it. */
  weights: number[];
}

/** Which arrows count, and which directions are taken for the same. */
export interface DirectionOptions {
  /** Weaker arrows are left out. */
  threshold: number;
  /** Directions that differ by this many degrees count as the same: 360 (default) or 90. */
  period?: 360 | 90;
}

/**
 * Sorts arrows by their direction into bins of half a degree (period 90) or two degrees (period 360), each with its
 * magnitude.
 *
 * @param gradient - magnitude and direction of each pixel
 * @param options - `threshold`; `period`
 * @returns bins from minus half a period to half a period
 * @example directionHistogram(sobel(page), { threshold: 100 })
 */
export function directionHistogram(gradient: Gradient, options: DirectionOptions): Directions {
  const { threshold, period = 360 } = options;
  const width = period === 360 ? 2 : 0.5;
  const weights: number[] = new Array(period / width).fill(0);
  eachStrong(gradient, threshold, period, (degrees, magnitude) => {
    weights[Math.min(weights.length - 1, Math.floor((degrees + period / 2) / width))] += magnitude;
  });
  return { degrees: weights.map((_, bin) => (bin + 0.5) * width - period / 2), weights };
}

/**
 * Where a histogram of directions has its tall peaks: bins that no other within four degrees exceeds, and that have at
 * least a quarter of the highest.
 *
 * @param directions - from `directionHistogram` with its period of 360
 * @returns whole degrees: the mean of the peak and its neighbours, each with its weight
 * @example tallPeaks(directionHistogram(sobel(page), { threshold: 100 }))
 */
export function tallPeaks({ degrees, weights }: Directions): number[] {
  const bins = weights.length;
  const least = Math.max(...weights) / 4;
  return degrees.flatMap((middle, i) => {
    const around = [-2, -1, 0, 1, 2].map((k) => weights[(i + k + bins) % bins]);
    if (weights[i] < least || around.indexOf(Math.max(...around)) !== 2) return [];
    const total = around.reduce((sum, weight) => sum + weight, 0);
    const shift = around.reduce((sum, weight, k) => sum + weight * (k - 2) * (360 / bins), 0);
    return [Math.round(middle + shift / total)];
  });
}

/**
 * By how many degrees a sheet is turned: the direction, up to quarter turns, in which most of its edges agree.
 *
 * @param gradient - magnitude and direction of each pixel
 * @param threshold - weaker arrows are left out
 * @returns clockwise, from −45 to 45: the mean direction of the arrows within two degrees of the highest bin; NaN
 *   where no arrow is that strong
 * @example tiltOf(sobel(page), 100)
 */
export function tiltOf(gradient: Gradient, threshold: number): number {
  const { degrees, weights } = directionHistogram(gradient, { threshold, period: 90 });
  const highest = degrees[weights.indexOf(Math.max(...weights))];
  let [sum, total] = [0, 0];
  eachStrong(gradient, threshold, 90, (direction, magnitude) => {
    if (Math.abs(direction - highest) > 2) return;
    sum += magnitude * direction;
    total += magnitude;
  });
  return sum / total;
}

function eachStrong(
  { magnitude, direction }: Gradient,
  threshold: number,
  period: number,
  visit: (degrees: number, magnitude: number) => void,
): void {
  for (let i = 0; i < magnitude.data.length; i++) {
    if (magnitude.data[i] < threshold || magnitude.data[i] === 0) continue;
    const degrees = (direction.data[i] * 180) / Math.PI;
    visit(degrees - period * Math.floor(degrees / period + 0.5), magnitude.data[i]);
  }
}
