import { type ArrayInput, toList, toNdarray, toNested } from "cnn-workbook";
import { dense, relu } from "cnn-workbook/layers";
import { type Network, type Place, placesOf } from "./network.js";

const rounded = (value: number) => String(Math.round(value * 100) / 100).replace("-", "−");
const factor = (value: number) => (value < 0 ? `(${rounded(value)})` : rounded(value));

const listOf = (array: ArrayInput) => toList(toNdarray(array, "array"));

/** What each hidden unit gives at each place, [places][units]. */
function hiddenAt({ weights1, bias1 }: Network, places: readonly Place[]): number[][] {
  const points = places.map(({ point }) => [...point]);
  return toNested(relu(dense(points, weights1, { bias: bias1 }))) as number[][];
}

/**
 * What is wrong with a network for exercise 12.4: how many points are right, one that is not, worked out, and what to
 * change. None where all are right.
 */
export function faultOf(network: Network): string | undefined {
  const places = placesOf(network);
  const wrong = places.filter(({ output, wanted }) => output > 0 !== wanted);
  if (wrong.length === 0) return undefined;
  const example = wrong.find(({ wanted }) => wanted) ?? wrong[0];
  const score = `${places.length - wrong.length} of ${places.length} points are right.`;
  const hidden = hiddenAt(network, places);
  return `${score} ${workedOut(network, example, hidden[places.indexOf(example)])} ${advice(network, places, hidden)}`;
}

function workedOut({ weights2, bias2 }: Network, { point, output, wanted }: Place, units: number[]): string {
  const [w0, w1, b] = [...listOf(weights2), ...listOf(bias2)];
  const sum = `${factor(w0)}×${rounded(units[0])} + ${factor(w1)}×${rounded(units[1])} + ${factor(b)} = ${rounded(output)}`;
  const demand = wanted ? "lies in the strip, so it must be above 0" : "lies outside, so it must not be above 0";
  return `At x = ${point[0]}, y = ${point[1]} the units give ${units.map(rounded).join(" and ")}, and the output is ${sum}. This point ${demand}.`;
}

function advice(network: Network, places: readonly Place[], hidden: readonly number[][]): string {
  const silent = [0, 1].findIndex((unit) => hidden.every((units) => units[unit] === 0));
  if (silent !== -1) {
    return `Unit ${silent} is 0 at every point, so it has no say: look at its column of \`weights1\` and its bias.`;
  }
  if (hidden.every(([first, second]) => first > 0 === second > 0)) {
    return "Both units are on at the same points. Let one be on where x is larger, the other where y is larger.";
  }
  if (places.every(({ output }) => output <= 0)) {
    return "The output is nowhere above 0. On the diagonal, where the units should be silent, it is `bias2`.";
  }
  const [start, end] = [0, 3].map((at) => places.find(({ point }) => point[0] === at && point[1] === at)!.output);
  if (Math.abs(start - end) > 1e-9) {
    return `Only the difference of x and y should count, but from (0, 0) to (3, 3) your output goes from ${rounded(start)} to ${rounded(end)}. What moves along the diagonal must not change a unit: x and y need opposite weights.`;
  }
  const lifts = listOf(network.weights2).findIndex((weight) => weight > 0);
  if (lifts !== -1) {
    return `Unit ${lifts} lifts the output: its weight in \`weights2\` is positive. Let both units hold the output down away from the diagonal.`;
  }
  return aboutWidth(places);
}

function aboutWidth(places: readonly Place[]): string {
  const invented = places.filter(({ output, wanted }) => !wanted && output > 0);
  if (invented.length === 0) return "Your strip is too narrow: a larger `bias2` makes it wider.";
  const sides = new Set(invented.map(({ point: [x, y] }) => x > y));
  if (sides.size === 2) return "Your strip is too wide: a smaller `bias2` makes it narrower.";
  const larger = sides.has(true) ? "x" : "y";
  return `All points that should be no and are yes lie where ${larger} is larger. The unit for that side does not hold the output down enough.`;
}
