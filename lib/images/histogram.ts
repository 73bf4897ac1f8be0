import ndarray from "ndarray";
import {
  type ArrayInput,
  checkOptions,
  describe,
  type Float64NdArray,
  finiteNumber,
  readable,
  toNdarray,
  wholeNumber,
} from "../arrays/index.js";

/** How the values are sorted into bins. */
export interface HistogramOptions {
  /** Number of bins of equal width, at least 1; default 10. */
  bins?: number;
  /** Lower edge of the first bin and upper edge of the last; default the smallest and largest value. */
  range?: readonly [number, number];
}

/** How many values fall into each bin. */
export interface Histogram {
  /** [bins] */
  counts: Float64NdArray;
  /** [bins + 1], rising: bin i holds edges[i] ≤ value < edges[i + 1]; the last bin holds its upper edge too. */
  edges: Float64NdArray;
}

/**
 * Counts how many values fall into each of a row of bins. Values outside the range are not counted; the channels of a
 * colour image are counted together.
 *
 * @param image - any shape; not modified
 * @param options.bins - number of bins; default 10
 * @param options.range - [lowest, highest]; default the smallest and largest value, or half a unit around a single one
 * @returns counts [bins] and edges [bins + 1]
 * @throws {RangeError} `bins` below 1, a range that falls or is not finite, an empty image, non-finite values
 * @example histogram(image, { bins: 256, range: [0, 256] }).counts // one count for each grey value
 * @see numpy.histogram, which this equals
 */
export function histogram(image: ArrayInput, options: HistogramOptions = {}): Histogram {
  const { data } = toNdarray(image, "image");
  const { range, ...rest } = checkOptions(options, "histogram", ["bins", "range"]);
  const bins = wholeNumber(rest.bins ?? 10, "bins", 1);
  const [low, high] = widened(range === undefined ? extremes(data) : checkRange(range));
  const edges = Float64Array.from({ length: bins + 1 }, (_, i) =>
    i === bins ? high : low + i * ((high - low) / bins),
  );
  const counts = new Float64Array(bins);
  for (let i = 0; i < data.length; i++) {
    if (data[i] >= low && data[i] <= high) counts[binOf(data[i], edges, bins)]++;
  }
  const line = (values: Float64Array) => readable(ndarray(values, [values.length]));
  return { counts: line(counts), edges: line(edges) };
}

/** Division finds the bin up to rounding; the edges decide. */
function binOf(value: number, edges: Float64Array, bins: number): number {
  const place = Math.floor(((value - edges[0]) / (edges[bins] - edges[0])) * bins);
  const bin = Math.min(place, bins - 1);
  if (value < edges[bin]) return bin - 1;
  return bin < bins - 1 && value >= edges[bin + 1] ? bin + 1 : bin;
}

function checkRange(range: readonly [number, number]): [number, number] {
  if (range?.length !== 2) throw new RangeError(`\`range\` must be [lowest, highest], got ${describe(range)}`);
  const low = finiteNumber(range[0], "range[0]");
  const high = finiteNumber(range[1], "range[1]");
  if (low > high) throw new RangeError(`\`range\` must be [lowest, highest], got [${low}, ${high}]`);
  return [low, high];
}

function extremes(data: Float64Array): [number, number] {
  let [low, high] = [data[0], data[0]];
  for (let i = 1; i < data.length; i++) {
    if (data[i] < low) low = data[i];
    else if (data[i] > high) high = data[i];
  }
  return [low, high];
}

function widened([low, high]: [number, number]): [number, number] {
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}
