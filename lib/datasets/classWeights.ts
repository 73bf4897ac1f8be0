import { type ArrayInput, checkOptions, oneOf, toNdarray, wholeNumber } from "../arrays/index.js";

/** How rare classes are made up for. */
export interface ClassWeightsOptions {
  /**
   * `"median"` (default): the median of all classes' frequencies, divided by the class's own. `"inverse"`: the mean
   * frequency divided by the class's own, so that the weights of all pictures add up to their number.
   */
  method?: "median" | "inverse";
  /** How many classes there are; default one more than the largest that occurs. */
  classes?: number;
}

/**
 * How much each class must count so that rare ones are not neglected: α_c = median frequency / frequency(c). A class
 * half as frequent as the middle one counts twice. For `trainModel`'s `classWeight`.
 *
 * @param labels - [n] class numbers from 0, or the class of each pixel, of any shape; not modified
 * @param options.method - `"median"` (default) or `"inverse"`
 * @param options.classes - default one more than the largest that occurs
 * @returns a weight for each class
 * @throws {RangeError} a label that is no class, or a class without any label: no weight makes up for that
 * @example classWeights([0, 0, 0, 0, 1, 1, 2]) // [0.5, 1, 2]
 * @see Eigen & Fergus, Predicting depth, surface normals and semantic labels with a common multi-scale convolutional
 *   architecture (2015), §6.1; scikit-learn's compute_class_weight("balanced") is `"inverse"`
 */
export function classWeights(labels: ArrayInput, options: ClassWeightsOptions = {}): number[] {
  const { method = "median", ...rest } = checkOptions(options, "classWeights", ["method", "classes"]);
  oneOf(method, "method", ["median", "inverse"]);
  const { data } = toNdarray(labels, "labels", { shared: true });
  const largest = data.reduce((most, label) => Math.max(most, label), 0);
  const classes = wholeNumber(rest.classes ?? Math.floor(largest) + 1, "classes", 1);
  const counts = new Array<number>(classes).fill(0);
  for (let i = 0; i < data.length; i++) counts[wholeNumber(data[i], `labels[${i}]`, 0, classes - 1)]++;
  const absent = counts.indexOf(0);
  if (absent >= 0) throw new RangeError(`\`labels\` has none of class ${absent}: no weight makes up for that`);
  const middle = method === "median" ? median(counts) : data.length / classes;
  return counts.map((count) => middle / count);
}

/** The middle value; between the two middle ones where their number is even. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.ceil(half) - 1] + sorted[Math.floor(half)]) / 2;
}
