import { countsOf, type Part, type Slips, totals, walked } from "./counts.js";
import type { Layered } from "./inputs.js";

/** Mistakes of exercise 10.1: what somebody takes for a neuron's numbers, the neurons, or the numbers kept. */
export function fourCounts(
  slip: (
    counts: ReturnType<typeof countsOf>,
    layer: { input: number[]; kernel: number[]; stride: number; padding: number; filters: number },
  ) => { each?: number; neurons?: number; kept?: number },
) {
  return (...[input, kernel, stride, padding, filters]: Layered): number[] => {
    const right = countsOf(input, kernel, stride, padding, filters);
    const slipped = slip(right, { input, kernel, stride, padding, filters });
    const { each = right.each, neurons = right.neurons } = slipped;
    return [each, neurons, each * neurons, slipped.kept ?? each * filters];
  };
}

/** Columns counted along an axis of the picture and one of the filter. */
export const columnsFrom =
  (axis: 0 | 1, filterAxis: 0 | 1): Parameters<typeof fourCounts>[0] =>
  ({ rows }, { input, kernel, stride, padding, filters }) => ({
    neurons: rows * ((input[axis] - kernel[filterAxis] + 2 * padding) / stride + 1) * filters,
  });

const ABOUT = [
  "Look at your first count. A neuron of the example by hand has 3 × 3 × 2 weights and a bias: 19 numbers.",
  "Your first count is right. Look at the second: neurons stand at 2 × 3 places, 3 at each, one a filter.",
  "Your first two counts are right. The third is their product: each neuron has its connections.",
  "Three counts are right. Look at the last: how many sets of 19 numbers are kept?",
];

/** What is said of the first count that differs in the example by hand; of anything else, what is asked for. */
export function aboutCounts(counted: unknown, wanted: readonly number[]): string {
  const four = Array.isArray(counted) && counted.length === wanted.length;
  return four ? ABOUT[wanted.findIndex((count, i) => counted[i] !== count)] : "Return four counts, as in the table.";
}

/** Mistakes of exercise 10.4: the count with something forgotten. */
export const counting =
  (slips: Slips) =>
  (input: number[], layers: Part[]): number[] =>
    totals(walked(input, layers, slips));
