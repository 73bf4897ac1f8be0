import { type ArrayInput, checkOptions, finiteNumber, wholeNumber } from "../arrays/index.js";
import { toPlane } from "./checkCorrelate2d.js";
import type { Plane } from "./padPlane.js";
import { windowMaxima } from "./windowMaxima.js";

/** Which peaks count. */
export interface PeakLocalMaxOptions {
  /** The least distance between two peaks, in rows or in columns, at least 1; default 1. */
  minDistance?: number;
  /** Peaks are higher than this; default the smallest value of the response. */
  threshold?: number;
  /** Peaks are higher than this share of the largest value; by default there is no such limit. */
  thresholdRel?: number;
  /** Pixels along the border where no peak counts: true (default) for `minDistance`, false for none, or a number. */
  excludeBorder?: boolean | number;
  /** Only so many of the highest peaks; default all. */
  numPeaks?: number;
}

/** The names of those options. */
const PEAKS = ["minDistance", "threshold", "thresholdRel", "excludeBorder", "numPeaks"] as const;

/**
 * Finds where an image is larger than all around it: each peak is the largest value within `minDistance` rows and
 * columns. Of equal peaks closer than that, the first in reading order stays; with a distance of 1 all of them stay.
 *
 * @param response - [height, width], for instance what `matchTemplate` returns; not modified
 * @param options.minDistance - default 1
 * @param options.threshold - default the smallest value
 * @param options.thresholdRel - a share of the largest value; the higher of both thresholds holds
 * @param options.excludeBorder - default true: no peak within `minDistance` pixels of the border
 * @param options.numPeaks - default all
 * @returns [row, column] of each peak, highest first; none in a flat image
 * @throws {RangeError} an option out of range, a wrong number of axes, an empty or non-finite response
 * @throws {TypeError} something that is no array of numbers, or ragged rows
 * @example peakLocalMax([[0, 5, 0, 7]], { excludeBorder: false }) // [[0, 3], [0, 1]]
 * @see skimage.feature.peak_local_max, which this equals
 */
export function peakLocalMax(response: ArrayInput, options: PeakLocalMaxOptions = {}): [number, number][] {
  const wanted = checkOptions(options, "peakLocalMax", PEAKS);
  const plane = toPlane(response, "response", { shared: true });
  const distance = wholeNumber(wanted.minDistance ?? 1, "minDistance", 1);
  const most = wanted.numPeaks === undefined ? plane.data.length : wholeNumber(wanted.numPeaks, "numPeaks", 1);
  const candidates = localMaxima(plane, distance, borderWidth(wanted.excludeBorder ?? true, distance));
  const limit = lowestHeight(plane.data, wanted);
  const byHeight = candidates
    .filter((place) => plane.data[place] > limit)
    .sort((a, b) => plane.data[b] - plane.data[a])
    .map((place): [number, number] => [Math.floor(place / plane.width), place % plane.width]);
  return (distance > 1 ? keepApart(byHeight, distance, most) : byHeight).slice(0, most);
}

function borderWidth(exclude: boolean | number, distance: number): number {
  if (typeof exclude === "boolean") return exclude ? distance : 0;
  return wholeNumber(exclude, "excludeBorder", 0);
}

function lowestHeight(data: Float64Array, { threshold, thresholdRel }: PeakLocalMaxOptions): number {
  const fixed = threshold === undefined ? data.reduce((a, b) => Math.min(a, b)) : finiteNumber(threshold, "threshold");
  if (thresholdRel === undefined) return fixed;
  return Math.max(fixed, data.reduce((a, b) => Math.max(a, b)) * finiteNumber(thresholdRel, "thresholdRel"));
}

/** Places in reading order. A flat image has none, unless it is a single pixel. */
function localMaxima(plane: Plane, distance: number, border: number): number[] {
  const { data, height, width } = plane;
  const maxima = windowMaxima(plane, distance).data;
  if (data.length > 1 && data.every((value, place) => value === maxima[place])) return [];
  const places: number[] = [];
  for (let y = border; y < height - border; y++) {
    for (let x = border; x < width - border; x++) {
      if (data[y * width + x] === maxima[y * width + x]) places.push(y * width + x);
    }
  }
  return places;
}

/** Goes from the highest peak down and drops those closer than `distance` to one that was kept. */
function keepApart(peaks: [number, number][], distance: number, most: number): [number, number][] {
  const kept: [number, number][] = [];
  for (const [row, column] of peaks) {
    if (kept.length === most) break;
    const close = ([y, x]: [number, number]) => Math.max(Math.abs(y - row), Math.abs(x - column)) < distance;
    if (!kept.some(close)) kept.push([row, column]);
  }
  return kept;
}
