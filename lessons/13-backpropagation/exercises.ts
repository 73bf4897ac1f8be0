import { dependent, exercise, integers, nestedArrays, numbers, tuple } from "cnn-workbook/exercises";
import { oneWeight, smallDense } from "./hand.js";

export {
  type HandWeights,
  smallDense,
  smallRelu,
  smallScores,
  smallSlide,
  stepByHand,
  type TwoLayers,
  twoLayers,
} from "./hand.js";
export { scaled, strongest } from "./maps.js";
export { type Network, scaledDigits, startNetwork, stepAgainst, weightsOf } from "./network.js";
export { inWords, networkFigure } from "./networkFigure.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14 } from "./predictions.js";
export { millisecondsOf } from "./timing.js";

type Rows = number[][];

const list = (length: number, values = integers(-9, 9)) => nestedArrays([length], values) as never;
const table = (rows: number, columns: number, values = integers(-9, 9)) =>
  nestedArrays([rows, columns], values) as never;

interface NeuronSlopes {
  weights: number[];
  bias: number;
}

const neuronInputs = dependent(integers(1, 4), (length) =>
  tuple<[number[], number[], number, number]>(
    list(length, numbers(-2, 2)),
    list(length, numbers(-1, 1)),
    numbers(-1, 1),
    integers(0, 1),
  ),
);

/** A neuron's slopes with its three rates made in other ways. */
function slopesWith(rate: (a: number, target: number, z: number) => number, byWeight = (x: number, _w: number) => x) {
  return (inputs: number[], weights: number[], bias: number, target: number): NeuronSlopes => {
    const z = inputs.reduce((sum, x, i) => sum + x * weights[i], bias);
    const byZ = rate(1 / (1 + Math.exp(-z)), target, z);
    return { weights: inputs.map((x, i) => byZ * byWeight(x, weights[i])), bias: byZ };
  };
}
const rightRate = (a: number, target: number) => 2 * (a - target) * a * (1 - a);
const rightSlopes = slopesWith(rightRate);

export const q1 = exercise<(inputs: number[], weights: number[], bias: number, target: number) => NeuronSlopes>({
  id: "13.1",
  title: "All slopes of one neuron",
  hints: [
    "There are three rates, one for each arrow: J with a, a with z, z with the weight. All three stand in the text above.",
    "The first is `2 * (a - target)`, the second `a * (1 - a)`.",
    "z = w₀x₀ + w₁x₁ + … + b. How fast does it change with one weight? As fast as the input that the weight multiplies. With the bias? Just as fast.",
    "The last two: `lossByZ * x` for each weight, `lossByZ` for the bias.",
  ],
  solution: (inputs, weights, bias, target) => {
    let z = bias;
    for (let i = 0; i < inputs.length; i++) z += weights[i] * inputs[i];
    const a = 1 / (1 + Math.exp(-z));

    const lossByA = 2 * (a - target);
    const aByZ = a * (1 - a);
    const lossByZ = lossByA * aByZ;
    return { weights: inputs.map((x) => lossByZ * x), bias: lossByZ };
  },
  mistakes: [
    {
      name: "no 2",
      answer: slopesWith((a, target) => (a - target) * a * (1 - a)),
      says: "All your slopes are half of what they should be. The slope of (a − target)² is 2 (a − target): the 2 is missing.",
    },
    {
      name: "target minus a",
      answer: slopesWith((a, target) => -rightRate(a, target)),
      says: "All your slopes have the wrong sign. J = (a − target)², and its slope is 2 (a − target), in this order, and a's is a (1 − a). Steps go against the slope; the minus comes there, not here.",
    },
    {
      name: "target forgotten",
      answer: slopesWith((a) => 2 * a * a * (1 - a)),
      says: "Your first rate has no target. The slope of (a − target)² is 2 (a − target).",
    },
    {
      name: "the loss itself",
      answer: slopesWith((a, target) => (a - target) ** 2 * a * (1 - a)),
      says: "You take the loss, (a − target)², where its slope belongs: 2 (a − target).",
    },
    {
      name: "sigmoid's slope left out",
      answer: slopesWith((a, target) => 2 * (a - target)),
      says: "One rate is missing: how fast a changes with z. It is a (1 − a).",
    },
    {
      name: "a for its slope",
      answer: slopesWith((a, target) => 2 * (a - target) * a),
      says: "You multiply by a. The sigmoid's slope is a (1 − a): flat near 0 and near 1.",
    },
    {
      name: "z for a in the slope",
      answer: slopesWith((a, target, z) => 2 * (a - target) * z * (1 - z)),
      says: "You put z into a (1 − a). The formula takes what the sigmoid gave, a, not what went in.",
    },
    {
      name: "1 plus a",
      answer: slopesWith((a, target) => 2 * (a - target) * a * (1 + a)),
      says: "The sigmoid's slope is a (1 − a), with a minus: it is largest at a = 1/2 and falls to both sides.",
    },
    {
      name: "rates added",
      answer: slopesWith((a, target) => 2 * (a - target) + a * (1 - a)),
      says: "You add the two rates. Along a way rates multiply.",
    },
    {
      name: "no input",
      answer: slopesWith(rightRate, () => 1),
      says: "All your weights have the same slope. z changes with a weight as fast as that weight's input is large: multiply by `x`.",
    },
    {
      name: "weight for input",
      answer: slopesWith(rightRate, (_, w) => w),
      says: "You multiply by the weight itself. z = w x + b: nudge w, and z changes x times as much. The weight would be the rate for the input.",
    },
    {
      name: "bias without a slope",
      answer: (...given) => ({ ...rightSlopes(...given), bias: 0 }),
      says: "Your bias has the slope 0. It is a number in z like the others, with the rate 1: its slope is `lossByZ`.",
    },
    {
      name: "bias times bias",
      answer: (inputs, weights, bias, target) => ({
        weights: rightSlopes(inputs, weights, bias, target).weights,
        bias: rightSlopes(inputs, weights, bias, target).bias * bias,
      }),
      says: "You multiply the bias' slope by the bias. z changes as fast as the bias: the rate is 1, whatever the bias is.",
    },
    {
      name: "bias without the sigmoid",
      answer: (inputs, weights, bias, target) => ({
        weights: rightSlopes(inputs, weights, bias, target).weights,
        bias: slopesWith((a) => 2 * (a - target))(inputs, weights, bias, target).bias,
      }),
      says: "On the way to your bias the sigmoid's rate is missing. The bias stands in z, as the weights do: its slope is `lossByZ`.",
    },
    {
      name: "bias gets 1",
      answer: (...given) => ({ ...rightSlopes(...given), bias: 1 }),
      says: "1 is only the last rate, from z to the bias. Those before it count too: the slope is `lossByZ`.",
    },
    {
      name: "bias with one rate",
      answer: (inputs, weights, bias, target) => {
        const a = 1 / (1 + Math.exp(-inputs.reduce((sum, x, i) => sum + x * weights[i], bias)));
        return { ...rightSlopes(inputs, weights, bias, target), bias: a * (1 - a) };
      },
      says: "Your bias gets only the sigmoid's rate. All rates on the way from the loss count: its slope is `lossByZ`.",
    },
    {
      name: "all three rates without the loss",
      answer: slopesWith((a) => a * (1 - a)),
      says: "The first rate is missing: how fast J changes with a, 2 (a − target).",
    },
    {
      name: "already a step",
      answer: (inputs, weights, bias, target) => {
        const slopes = rightSlopes(inputs, weights, bias, target);
        return { weights: weights.map((w, i) => w - slopes.weights[i]), bias: bias - slopes.bias };
      },
      says: "You return the weights after a step. Wanted are the slopes themselves.",
    },
  ],
  check(answer, t) {
    const { x, w, b, target } = oneWeight;
    t.equal(
      answer([x], [w], b, target),
      { weights: [-0.75], bias: -0.25 },
      "The neuron by hand: −1 × 1/4 × 3, and for the bias −1 × 1/4.",
    );
    t.equal(
      answer([4, 0, -8], [2, 5, 1], Math.log(3), 0),
      { weights: [1.125, 0, -2.25], bias: 0.28125 },
      "8 − 8 + ln 3: the sigmoid gives 3/4, its slope is 3/16. 2 × 3/4 × 3/16 = 0.28125, times 4, 0 and −8.",
    );
    t.agrees(neuronInputs, "Multiply the rates along the way from each weight to the loss.");
  },
});

const reluInputs = dependent(integers(1, 6), (length) =>
  tuple<[number[], number[]]>(list(length), list(length, integers(-3, 3))),
);

export const q2 = exercise<(above: number[], input: number[]) => number[]>({
  id: "13.2",
  title: "Back through ReLU",
  hints: [
    "For each number ask what happened to it on the way forward. Did it pass?",
    "`above.map((rate, i) => …)`: look at `input[i]`, and give back `rate` or 0.",
    "`input[i] > 0 ? rate : 0`",
  ],
  solution: (above, input) => above.map((rate, i) => (input[i] > 0 ? rate : 0)),
  mistakes: [
    {
      name: "ReLU on the slopes",
      answer: (above) => above.map((rate) => Math.max(0, rate)),
      says: "You cut off negative slopes. Whether something passes was decided on the way forward, by `input`. A negative slope comes back like any other.",
    },
    {
      name: "relu of the input",
      answer: (_, input) => input.map((value) => Math.max(0, value)),
      says: "That is ReLU itself, forward. On the way back `above` passes or is stopped; `input` only decides which.",
    },
    {
      name: "only 1 and 0",
      answer: (above, input) => above.map((_, i) => (input[i] > 0 ? 1 : 0)),
      says: "1 and 0 are ReLU's own rates. They multiply what comes back from above.",
    },
    {
      name: "arguments swapped",
      answer: (above, input) => input.map((value, i) => (above[i] > 0 ? value : 0)),
      says: "The two lists are swapped: `above` comes back, and `input` decides.",
    },
    {
      name: "times input",
      answer: (above, input) => above.map((rate, i) => rate * Math.max(0, input[i])),
      says: "You multiply by the input. ReLU's rate is 1 for what passed, however large it was.",
    },
    {
      name: "times any input",
      answer: (above, input) => above.map((rate, i) => rate * input[i]),
      says: "You multiply by the input. ReLU's rate is 1 where the input was above 0, and 0 elsewhere.",
    },
    {
      name: "0 passes",
      answer: (above, input) => above.map((rate, i) => (input[i] >= 0 ? rate : 0)),
      says: "An input of exactly 0 lets the slope pass with you. There ReLU has a corner; TensorFlow and PyTorch say 0, and so do we: only what is above 0 passes.",
    },
    {
      name: "sides swapped",
      answer: (above, input) => above.map((rate, i) => (input[i] > 0 ? 0 : rate)),
      says: "The sides are swapped: what was above 0 passes, the rest is stopped.",
    },
    {
      name: "left out",
      answer: (above, input) => above.filter((_, i) => input[i] > 0),
      says: "You leave out what is stopped, and the list becomes shorter. Each input needs its slope: put a 0 there.",
    },
    {
      name: "everything passes",
      answer: (above) => [...above],
      says: "Everything passes with you. What ReLU had cut off must not get anything.",
    },
    {
      name: "positive slopes only",
      answer: (above, input) => above.map((rate, i) => (input[i] > 0 && rate > 0 ? rate : 0)),
      says: "Negative slopes are lost with you. Where the input was above 0, any slope passes, negative ones too.",
    },
    {
      name: "absolute slopes",
      answer: (above, input) => above.map((rate, i) => (input[i] > 0 ? Math.abs(rate) : 0)),
      says: "You drop the minus of the slopes. What passes keeps its sign.",
    },
  ],
  check(answer, t) {
    t.equal(answer([4, 5, -6, -7], [2, -1, 0.5, -3]), [4, 0, -6, 0], "2 and 0.5 had passed, so 4 and −6 come back.");
    t.equal(answer([3, 8], [0, 7]), [0, 8], "At exactly 0, ReLU's corner, nothing comes back.");
    t.agrees(reluInputs, "What had passed forward passes back, whole.");
  },
});

interface DenseSlopes {
  inputs: number[];
  weights: number[][];
  bias: number[];
}

const denseInputs = dependent(tuple<[number, number]>(integers(1, 4), integers(1, 4)), ([inputs, units]) =>
  tuple<[number[], number[], Rows]>(list(units), list(inputs), table(inputs, units)),
);

const outer = (inputs: number[], above: number[]) => inputs.map((x) => above.map((rate) => x * rate));
const backTo = (above: number[], weights: Rows) =>
  weights.map((row) => row.reduce((sum, w, unit) => sum + w * (above[unit] ?? 0), 0));
const denseSlopes = (above: number[], inputs: number[], weights: Rows): DenseSlopes => ({
  inputs: backTo(above, weights),
  weights: outer(inputs, above),
  bias: [...above],
});
/** The right slopes, but for one part. */
const denseWith =
  (part: (given: { above: number[]; inputs: number[]; weights: Rows }) => Partial<DenseSlopes>) =>
  (above: number[], inputs: number[], weights: Rows): DenseSlopes => ({
    ...denseSlopes(above, inputs, weights),
    ...part({ above, inputs, weights }),
  });
const turned = (rows: Rows) => (rows[0] ?? []).map((_, c) => rows.map((row) => row[c]));

export const q3 = exercise<(above: number[], inputs: number[], weights: Rows) => DenseSlopes>({
  id: "13.3",
  title: "Back through a dense layer",
  hints: [
    "Three questions, one for each part. A weight: what does it multiply, and what comes back to its unit? A bias: the same, with the rate 1. An input: which ways lead from it?",
    "The weight from input i to unit u: `inputs[i] * above[u]`. In a table like `weights`, a row for each input.",
    "Input i has a way to every unit: add up `weights[i][u] * above[u]` over all u.",
    "`inputs: weights.map((row) => row.reduce((sum, w, u) => sum + w * above[u], 0))`, `weights: inputs.map((x) => above.map((rate) => x * rate))`, `bias: above.map((rate) => rate)`",
  ],
  solution: (above, inputs, weights) => {
    const byInputs: number[] = [];
    const byWeights: number[][] = [];
    for (let i = 0; i < inputs.length; i++) {
      let sum = 0;
      const row: number[] = [];
      for (let u = 0; u < above.length; u++) {
        sum += weights[i][u] * above[u];
        row.push(inputs[i] * above[u]);
      }
      byInputs.push(sum);
      byWeights.push(row);
    }
    return { inputs: byInputs, weights: byWeights, bias: [...above] };
  },
  mistakes: [
    {
      name: "table on its side",
      answer: denseWith(({ above, inputs }) => ({ weights: turned(outer(inputs, above)) })),
      says: "Your table of slopes lies on its side. It must look like `weights`: a row for each input, a column for each unit.",
    },
    {
      name: "flat table",
      answer: denseWith(({ above, inputs }) => ({ weights: outer(inputs, above).flat() as never })),
      says: "The slopes by the weights come as one list. Keep the rows: one for each input, as in `weights`.",
    },
    {
      name: "weights for inputs",
      answer: denseWith(({ above, weights }) => ({
        weights: weights.map((row) => row.map((w, u) => w * above[u])),
      })),
      says: "For the slope of a weight you multiply by the weight. The rate is what the weight multiplies: its input.",
    },
    {
      name: "input left out",
      answer: denseWith(({ above, inputs }) => ({ weights: inputs.map(() => [...above]) })),
      says: "Every row of your weights' slopes is `above` itself. The rate of a weight is what it multiplies: its input. So `inputs[i] * above[u]`.",
    },
    {
      name: "above left out",
      answer: denseWith(({ above, inputs }) => ({ weights: inputs.map((x) => above.map(() => x)) })),
      says: "Your weights get their input alone. That is the last rate; what comes back to the unit multiplies it: `inputs[i] * above[u]`.",
    },
    {
      name: "inputs not added up",
      answer: denseWith(({ above, weights }) => ({ inputs: weights.map((row) => row[0] * above[0]) })),
      says: "Only the way through unit 0 counts with you. Each input has a way to every unit, and where ways meet, rates add.",
    },
    {
      name: "last way only",
      answer: denseWith(({ above, weights }) => ({
        inputs: weights.map((row) => row[row.length - 1] * above[above.length - 1]),
      })),
      says: "Only the way through the last unit is left. Add the ways up, with `+=`.",
    },
    {
      name: "columns for rows",
      answer: denseWith(({ above, inputs, weights }) => ({
        inputs: inputs.map((_, i) => above.reduce((sum, rate, u) => sum + rate * (weights[u]?.[i] ?? 0), 0)),
      })),
      says: "For the slope by input i you read column i. The weights that lead away from input i stand in row i: `weights[i][u]`.",
    },
    {
      name: "weights not weighed",
      answer: denseWith(({ above, weights }) => ({
        inputs: weights.map(() => above.reduce((sum, rate) => sum + rate, 0)),
      })),
      says: "All your inputs get the same. What comes back along a line is multiplied by the line's weight.",
    },
    {
      name: "input times",
      answer: denseWith(({ above, inputs, weights }) => ({
        inputs: backTo(above, weights).map((rate, i) => rate * inputs[i]),
      })),
      says: "You multiply the slope by an input with the input itself. How fast a unit changes with an input is the weight, and no more.",
    },
    {
      name: "bias 1",
      answer: denseWith(({ above }) => ({ bias: above.map(() => 1) })),
      says: "Your biases get 1. That is the bias' own rate; it multiplies what comes back to the unit: `above[u]`.",
    },
    {
      name: "bias summed over the units",
      answer: denseWith(({ above }) => ({ bias: [above.reduce((sum, rate) => sum + rate, 0)] })),
      says: "You add the units up for one bias. Each unit has a bias of its own, so there are as many slopes as units.",
    },
    {
      name: "bias zero",
      answer: denseWith(({ above }) => ({ bias: above.map(() => 0) })),
      says: "Your biases get nothing. A bias is added in its unit with the rate 1, so its slope is what comes back to the unit.",
    },
    {
      name: "sum not started anew",
      answer: denseWith(({ above, weights }) => ({
        inputs: backTo(above, weights).map((_, i, all) => all.slice(0, i + 1).reduce((sum, rate) => sum + rate, 0)),
      })),
      says: "The sum of one input is still in that of the next. Start anew for each input: `let sum = 0` inside the loop.",
    },
    {
      name: "mean of the ways",
      answer: denseWith(({ above, weights }) => ({
        inputs: backTo(above, weights).map((rate) => rate / above.length),
      })),
      says: "You take the mean over the units. Where ways meet, rates add: do not divide.",
    },
    {
      name: "outputs forward",
      answer: denseWith(({ above, inputs, weights }) => ({
        inputs: above.map((_, u) => inputs.reduce((sum, x, i) => sum + x * weights[i][u], 0)),
      })),
      says: "For `inputs` you compute the layer forward. Wanted is what comes back to each input: from `above` and its row of weights.",
    },
  ],
  check(answer, t) {
    const { above, inputs, weights } = smallDense;
    t.equal(
      answer(above, inputs, weights),
      {
        inputs: [10, 38, -15],
        weights: [
          [20, -2],
          [-10, 1],
          [30, -3],
        ],
        bias: [10, -1],
      },
      "The layer by hand. Input 1, for example: 4 × 10 + 2 × (−1) = 38.",
    );
    t.equal(
      answer([1, 0, 2], [7], [[3, 4, 5]]),
      { inputs: [13], weights: [[7, 0, 14]], bias: [1, 0, 2] },
      "One input, three units: 3 × 1 + 4 × 0 + 5 × 2 = 13 comes back to it.",
    );
    t.agrees(denseInputs, "A weight: its input times what comes back to its unit. An input: all ways, added.");
  },
});

const poolInputs = dependent(
  tuple<[number, number, number, number, number]>(
    integers(1, 3),
    integers(1, 3),
    integers(1, 3),
    integers(0, 2),
    integers(0, 2),
  ),
  ([size, rows, columns, down, across]) =>
    tuple<[Rows, Rows, number]>(
      table(rows, columns),
      table(size * rows + (down % size), size * columns + (across % size), integers(-3, 3)),
      integers(size, size),
    ),
);

/** What a window gives to each of its cells. */
type Share = (cells: {
  value: number;
  best: number;
  rate: number;
  size: number;
  first: boolean;
  last: boolean;
}) => number;

/** A way back through pooling in which each cell gets its share of what came back to its window. */
function poolBack(share: Share, above: Rows, map: Rows, size: number): Rows {
  const out = map.map((row) => row.map(() => 0));
  above.forEach((rates, r) => {
    rates.forEach((rate, c) => {
      const places = Array.from({ length: size * size }, (_, i) => [
        size * r + Math.floor(i / size),
        size * c + (i % size),
      ]).filter(([y, x]) => map[y]?.[x] !== undefined);
      const values = places.map(([y, x]) => map[y][x]);
      const best = Math.max(...values);
      places.forEach(([y, x], i) => {
        const [first, last] = [values.indexOf(best) === i, values.lastIndexOf(best) === i];
        out[y][x] += share({ value: map[y][x], best, rate, size, first, last });
      });
    });
  });
  return out;
}
const pooling = (share: Share) => (above: Rows, map: Rows, size: number) => poolBack(share, above, map, size);
/** A search that begins with a number, and with the first cell of the window or of the map. */
function searching(start: number, ownFirst: boolean, anew = true) {
  return (above: Rows, map: Rows, size: number): Rows => {
    const out = map.map((row) => row.map(() => 0));
    let [best, bestRow, bestColumn] = [start, 0, 0];
    above.forEach((rates, r) => {
      rates.forEach((rate, c) => {
        if (anew) [best, bestRow, bestColumn] = [start, ownFirst ? size * r : 0, ownFirst ? size * c : 0];
        for (let i = 0; i < size * size; i++) {
          const [y, x] = [size * r + Math.floor(i / size), size * c + (i % size)];
          if (map[y]?.[x] > best) [best, bestRow, bestColumn] = [map[y][x], y, x];
        }
        out[bestRow][bestColumn] = rate;
      });
    });
    return out;
  };
}
const winners = pooling(({ rate, first }) => (first ? rate : 0));

export const q4 = exercise<(above: Rows, map: Rows, size: number) => Rows>({
  id: "13.4",
  title: "Back through max pooling",
  hints: [
    "Exercise 11.4 found where the largest number of each window stands. Here something is put there.",
    "Begin with a table of zeros in the shape of `map`: `map.map((row) => row.map(() => 0))`.",
    "Go through the windows: `above[r][c]` belongs to the one that begins at row `size * r`, column `size * c`. Find row and column of its largest number, and begin the search with its first cell.",
    "`if (map[y][x] > map[bestRow][bestColumn])` then remember y and x. After the window: `out[bestRow][bestColumn] = above[r][c]`.",
  ],
  solution: (above, map, size) => {
    const out = map.map((row) => row.map(() => 0));
    for (let r = 0; r < above.length; r++) {
      for (let c = 0; c < above[r].length; c++) {
        let bestRow = size * r;
        let bestColumn = size * c;
        for (let y = size * r; y < size * r + size; y++) {
          for (let x = size * c; x < size * c + size; x++) {
            if (map[y][x] > map[bestRow][bestColumn]) {
              bestRow = y;
              bestColumn = x;
            }
          }
        }
        out[bestRow][bestColumn] = above[r][c];
      }
    }
    return out;
  },
  mistakes: [
    {
      name: "everyone gets it",
      answer: pooling(({ rate }) => rate),
      says: "Every cell of a window gets the slope. Only the largest had a say in the result: the others get 0.",
    },
    {
      name: "shared equally",
      answer: pooling(({ rate, size }) => rate / (size * size)),
      says: "You share equally: that is average pooling. With max pooling the winner gets all, the others 0.",
    },
    {
      name: "all that are largest",
      answer: pooling(({ value, best, rate }) => (value === best ? rate : 0)),
      says: "Where the largest number stands twice in a window, both get the slope with you. Only one may: the first, row by row.",
    },
    {
      name: "last of equal ones",
      answer: pooling(({ rate, last }) => (last ? rate : 0)),
      says: "Of two equal numbers you take the last one. We take the first, as TensorFlow does: `>`, not `>=`.",
    },
    {
      name: "smallest wins",
      answer: (above, map, size) =>
        winners(
          above,
          map.map((row) => row.map((value) => -value)),
          size,
        ).map((row) => row.map((rate) => rate + 0)),
      says: "The smallest number of each window gets the slope with you. Max pooling kept the largest.",
    },
    {
      name: "compared with 0",
      answer: searching(0, true),
      says: "You begin the search with 0, so a window without a number above 0 has no winner and its first cell gets the slope. Begin with the number of the window's first cell.",
    },
    {
      name: "compared with 0, map's first cell",
      answer: searching(0, false),
      says: "You begin the search with 0 and with the first cell of the map. A window without a number above 0 then gives its slope away. Begin with the window's own first cell, and its number.",
    },
    {
      name: "best never reset",
      answer: searching(Number.NEGATIVE_INFINITY, false, false),
      says: "The largest number of one window is still there when the next window begins. Start the search anew for each window.",
    },
    {
      name: "windows without a positive number",
      answer: pooling(({ rate, first, best }) => (first && best > 0 ? rate : 0)),
      says: "Windows without a number above 0 get nothing with you. Begin the search with the window's first cell, not with 0.",
    },
    {
      name: "the value for the slope",
      answer: pooling(({ value, first }) => (first ? value : 0)),
      says: "You put the largest number itself there. The place is right; what comes back is the slope, `above[r][c]`.",
    },
    {
      name: "slope times value",
      answer: pooling(({ value, rate, first }) => (first ? rate * value : 0)),
      says: "You multiply the slope by the number. The largest passed unchanged, so its rate is 1.",
    },
    {
      name: "upper left cell",
      answer: (above, map, size) => {
        const out = map.map((row) => row.map(() => 0));
        above.forEach((rates, r) => {
          rates.forEach((rate, c) => {
            out[size * r][size * c] = rate;
          });
        });
        return out;
      },
      says: "The first cell of each window gets the slope. Which cell was the largest? That one gets it.",
    },
    {
      name: "one row for all",
      answer: (above, map, size) => {
        const turns = above.map((row, r) => row.map((_, c) => 1 + r * row.length + c));
        const places = winners(turns, map, size);
        const lastTurn = (c: number) => Math.max(...places.map((row) => row[c]));
        return map.map((row) => row.map((_, c) => above.flat()[lastTurn(c) - 1] ?? 0));
      },
      says: "All rows of your result are the same row. `fill(row)` puts one row into all places; make a new one for each: `map.map((row) => row.map(() => 0))`.",
    },
    {
      name: "1 for the winner",
      answer: pooling(({ first }) => (first ? 1 : 0)),
      says: "You put a 1 where the largest stood. Put what comes back to this window there: `above[r][c]`.",
    },
    {
      name: "small map",
      answer: (above) => above.map((row) => [...row]),
      says: "You return the slopes by the pooled map. Wanted are those by the map that went in, in its shape.",
    },
    {
      name: "rest of the map left off",
      answer: (above, map, size) =>
        winners(above, map, size)
          .slice(0, size * above.length)
          .map((row) => row.slice(0, size * above[0].length)),
      says: "Rows or columns that belong to no window are missing. They get 0, but they are there: the result has the shape of `map`.",
    },
    {
      name: "one winner for the whole map",
      answer: (above, map) => {
        const best = Math.max(...map.flat());
        const at = map.flat().indexOf(best);
        return map.map((row, y) => row.map((_, x) => (y * row.length + x === at ? above[0][0] : 0)));
      },
      says: "Only the largest number of the whole map gets something. Each window has its own winner.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([[8]], [[1, 5], [3, 2]], 2), // biome-ignore format: a window is read as a square
      [[0, 8], [0, 0]], // biome-ignore format: a window is read as a square
      "The 5 won, so it gets the 8; the others get 0.",
    );
    t.equal(
      answer([[10, -20]], [[2, 3, 4, 0, 9], [1, 5, 3, 2, 9]], 2), // biome-ignore format: windows are read as squares
      [[0, 0, -20, 0, 0], [0, 10, 0, 0, 0]], // biome-ignore format: windows are read as squares
      "5 and 4 won. The last column belongs to no window.",
    );
    t.equal(
      answer([[6], [7]], [[-3, -2], [-1, -4], [4, 4], [4, 4]], 2), // biome-ignore format: windows are read as squares
      [[0, 0], [6, 0], [7, 0], [0, 0]], // biome-ignore format: windows are read as squares
      "The winner may be negative; of several equal ones the first gets it.",
    );
    t.agrees(poolInputs, "The first largest number of each window gets all, the others 0.");
  },
});

const slideInputs = dependent(
  tuple<[number, number, number, number]>(integers(1, 3), integers(1, 3), integers(1, 3), integers(1, 3)),
  ([rows, columns, height, width]) =>
    tuple<[Rows, Rows]>(table(rows, columns), table(rows + height - 1, columns + width - 1)),
);

/** Sums of products of a table that slides over a larger one; `[]` where it does not fit. */
function slide(small: Rows, large: Rows, at: (y: number, x: number) => number | undefined = (y, x) => large[y]?.[x]) {
  const [rows, columns] = [large.length - small.length + 1, (large[0]?.length ?? 0) - (small[0]?.length ?? 0) + 1];
  return Array.from({ length: Math.max(0, rows) }, (_, r) =>
    Array.from({ length: Math.max(0, columns) }, (_, c) =>
      small.reduce(
        (sum, row, y) => sum + row.reduce((inRow, value, x) => inRow + value * (at(r + y, c + x) ?? 0), 0),
        0,
      ),
    ),
  );
}
const upsideDown = (rows: Rows) => [...rows].reverse().map((row) => [...row].reverse());
const each = (rows: Rows, change: (value: number) => number) => rows.map((row) => row.map(change));

/** The full convolution: a stamp for each number. */
function stamped(rates: Rows, kernel: Rows): Rows {
  const [height, width] = [rates.length + kernel.length - 1, (rates[0]?.length ?? 0) + (kernel[0]?.length ?? 0) - 1];
  const out = Array.from({ length: Math.max(0, height) }, () => new Array<number>(Math.max(0, width)).fill(0));
  rates.forEach((row, y) => {
    row.forEach((rate, x) => {
      kernel.forEach((weights, i) => {
        weights.forEach((w, j) => {
          out[y + i][x + j] += rate * w;
        });
      });
    });
  });
  return out;
}

export const q5 = exercise<(above: Rows, image: Rows) => Rows>({
  id: "13.5",
  title: "The slopes by a kernel's weights",
  hints: [
    "How large is the kernel? Its size is the one with which `image` gives an output of `above`'s size. Lesson 09: output = image − kernel + 1.",
    "The weight in row i, column j meets the pixel `image[y + i][x + j]` when the output at y, x is made. Its rate there is that pixel.",
    "For each i and j: a sum over all y and x of `above[y][x] * image[y + i][x + j]`.",
    "The kernel has `image.length - above.length + 1` rows. Then four loops: i, j, and within them y, x. Start the sum anew for each i and j.",
  ],
  solution: (above, image) => {
    const height = image.length - above.length + 1;
    const width = image[0].length - above[0].length + 1;
    const slopes: number[][] = [];
    for (let i = 0; i < height; i++) {
      const row: number[] = [];
      for (let j = 0; j < width; j++) {
        let sum = 0;
        for (let y = 0; y < above.length; y++) {
          for (let x = 0; x < above[0].length; x++) {
            sum += above[y][x] * image[y + i][x + j];
          }
        }
        row.push(sum);
      }
      slopes.push(row);
    }
    return slopes;
  },
  mistakes: [
    {
      name: "mean over the places",
      answer: (above, image) => each(slide(above, image), (sum) => sum / above.flat().length),
      says: "You take the mean over the places. The weight is used at all of them at once, so its slopes add up: do not divide.",
    },
    {
      name: "last place only",
      answer: (above, image) =>
        slide(
          [[above[above.length - 1][above[0].length - 1]]],
          image.slice(above.length - 1).map((row) => row.slice(above[0].length - 1)),
        ),
      says: "Only the last place is left. Add the places up, with `+=`.",
    },
    {
      name: "first place only",
      answer: (above, image) => {
        const [height, width] = [image.length - above.length + 1, image[0].length - above[0].length + 1];
        return image.slice(0, height).map((row) => row.slice(0, width).map((pixel) => above[0][0] * pixel));
      },
      says: "Only the first place counts with you. The weight is used at every place of the output: add them all up.",
    },
    {
      name: "above turned round",
      answer: (above, image) => slide(upsideDown(above), image),
      says: "You slide `above` turned round, as a convolution does. Here nothing is turned: the output at y, x and the weight at i, j met at `image[y + i][x + j]`.",
    },
    {
      name: "result turned round",
      answer: (above, image) => upsideDown(slide(above, image)),
      says: "Your numbers are right, in reverse order. The weight in row 0, column 0 meets `image[y][x]`.",
    },
    {
      name: "one row and column short",
      answer: (above, image) =>
        slide(above, image)
          .slice(0, -1)
          .map((row) => row.slice(0, -1)),
      says: "Your kernel is one row and one column too small: image − output + 1.",
    },
    {
      name: "rows and columns swapped",
      answer: (above, image) => turned(slide(above, image)),
      says: "Rows and columns of your result are swapped. `slopes[i][j]`: i goes down, j to the right.",
    },
    {
      name: "sum not started anew",
      answer: (above, image) => {
        let sum = 0;
        return each(slide(above, image), (value) => {
          sum += value;
          return sum;
        });
      },
      says: "The sum of one weight is still in that of the next. Start anew for each: `let sum = 0` inside the loop over j.",
    },
    {
      name: "pixels only",
      answer: (above, image) =>
        slide(
          each(above, () => 1),
          image,
        ),
      says: "You add up the pixels that a weight met. At each place multiply by the slope of the loss there: `above[y][x]`.",
    },
    {
      name: "slopes only",
      answer: (above, image) => {
        const sum = above.flat().reduce((all, rate) => all + rate, 0);
        return each(slide(above, image), () => sum);
      },
      says: "All your weights get the same sum of slopes: that is the slope by the bias. A weight's rate at a place is the pixel that it meets there.",
    },
    {
      name: "stamped",
      answer: stamped,
      says: "You stamp one table over the other, which makes a larger one. That is the way back to a picture. The kernel's slopes are a small table: slide `above` over the image, where it fits.",
    },
    {
      name: "as large as above",
      answer: (above, image) =>
        above.map((row, i) =>
          row.map((_, j) =>
            above.reduce((sum, r, y) => r.reduce((all, rate, x) => all + rate * (image[y + i]?.[x + j] ?? 0), sum), 0),
          ),
        ),
      says: "Your result is as large as `above`, the output. It must be as large as the kernel: image − output + 1 rows and columns.",
    },
    {
      name: "shape of above",
      answer: (above, image) => above.map((row, y) => row.map((rate, x) => rate * image[y][x])),
      says: "You multiply place by place and have a table like `above`. For the weight at row 0, column 0 that is right, but not yet added up; and each weight has its own sum.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([[2, -1, 4]], [[1, 4, 2, 5]]),
      [[6, 26]],
      "The example by hand: 2×1 − 1×4 + 4×2 = 6, and 2×4 − 1×2 + 4×5 = 26.",
    );
    t.equal(
      answer([[1, 10], [100, 1000]], [[1, 2, 3], [4, 5, 6]]), // biome-ignore format: small pictures are read as such
      [[5421, 6532]], // biome-ignore format: small pictures are read as such
      "The left weight meets 1, 2, 4 and 5: 1×1 + 10×2 + 100×4 + 1000×5.",
    );
    t.agrees(
      slideInputs,
      "For each weight: over all places, what comes back there times the pixel that the weight met.",
    );
  },
});

const pictureWantedKernel = dependent(
  tuple<[number, number, number, number]>(integers(1, 3), integers(1, 3), integers(1, 3), integers(1, 3)),
  ([rows, columns, height, width]) =>
    tuple<[Rows, Rows, Rows]>(
      table(rows + height - 1, columns + width - 1, integers(-4, 4)),
      table(rows, columns),
      table(height, width, integers(-3, 3)),
    ),
);

const count = (rows: Rows) => rows.flat().length;
const gapsTo = (wanted: Rows, kernel: Rows, picture: Rows) =>
  slide(kernel, picture).map((row, y) => row.map((out, x) => out - (wanted[y]?.[x] ?? 0)));
/** The error's slopes, with what comes back to the output made in another way. */
const errorWith =
  (change: (gap: number, places: number) => number) =>
  (picture: Rows, wanted: Rows, kernel: Rows): Rows => {
    const gaps = gapsTo(wanted, kernel, picture);
    return slide(
      each(gaps, (gap) => change(gap, count(gaps))),
      picture,
    );
  };

export const q6 = exercise<(picture: Rows, wanted: Rows, kernel: Rows) => Rows>({
  id: "13.6",
  title: "All slopes of lesson 06 in one pass",
  hints: [
    "Three steps. Forward: what does the kernel give at each place? Then: how fast does the error change with each of these outputs? Then back to the weights: exercise 13.5.",
    'Forward is the valid correlation: `correlate2d(picture, kernel, { mode: "valid" })`, or four loops.',
    "The error is the mean of (output − wanted)² over all places. Its slope by one output is 2 (output − wanted) / number of places.",
    "Put those into a table `above`, and return `kernelSlopes(above, picture)`.",
  ],
  solution: (picture, wanted, kernel) => {
    const slideOver = (small: number[][], large: number[][]) => {
      const out: number[][] = [];
      for (let y = 0; y <= large.length - small.length; y++) {
        const row: number[] = [];
        for (let x = 0; x <= large[0].length - small[0].length; x++) {
          let sum = 0;
          small.forEach((values, i) => {
            values.forEach((value, j) => {
              sum += value * large[y + i][x + j];
            });
          });
          row.push(sum);
        }
        out.push(row);
      }
      return out;
    };
    const places = wanted.length * wanted[0].length;
    const output = slideOver(kernel, picture);
    const above = output.map((row, y) => row.map((value, x) => (2 * (value - wanted[y][x])) / places));
    return slideOver(above, picture);
  },
  mistakes: [
    {
      name: "no 2",
      answer: errorWith((gap, places) => gap / places),
      says: "All your slopes are half of what they should be. The slope of a square, gap², is 2 × gap.",
    },
    {
      name: "no mean",
      answer: errorWith((gap) => 2 * gap),
      says: "Your slopes are those of the sum of the squares. The error of lesson 06 is their mean: divide by the number of places.",
    },
    {
      name: "neither 2 nor mean",
      answer: errorWith((gap) => gap),
      says: "What comes back to an output is 2 × (output − wanted) / places. The 2 and the division are missing.",
    },
    {
      name: "wanted minus output",
      answer: errorWith((gap, places) => (-2 * gap) / places + 0),
      says: "All your slopes have the wrong sign: output − wanted, in this order.",
    },
    {
      name: "squares come back",
      answer: errorWith((gap, places) => gap ** 2 / places),
      says: "You send the squares back. It is their slopes that come back: 2 × (output − wanted) / places.",
    },
    {
      name: "only the sign",
      answer: errorWith((gap, places) => (2 * Math.sign(gap)) / places),
      says: "You send back only whether an output was too large or too small. By how much matters too: 2 × (output − wanted) / places.",
    },
    {
      name: "wanted forgotten",
      answer: (picture, _, kernel) =>
        errorWith((gap, places) => (2 * gap) / places)(
          picture,
          each(slide(kernel, picture), () => 0),
          kernel,
        ),
      says: "You send the outputs back as they are. It is the difference to `wanted` that counts.",
    },
    {
      name: "output forgotten",
      answer: (picture, wanted) =>
        slide(
          each(wanted, (value) => (-2 * value) / count(wanted)),
          picture,
        ),
      says: "You send back `wanted` alone. First compute what the kernel gives, then take the difference.",
    },
    {
      name: "divided by the weights",
      answer: (picture, wanted, kernel) =>
        each(errorWith((gap) => 2 * gap)(picture, wanted, kernel), (sum) => sum / count(kernel)),
      says: "You divide by the number of weights. The mean goes over the places of the output.",
    },
    {
      name: "divided by the pixels",
      answer: (picture, wanted, kernel) =>
        each(errorWith((gap) => 2 * gap)(picture, wanted, kernel), (sum) => sum / count(picture)),
      says: "You divide by the number of pixels. The mean goes over the places of the output, which are fewer.",
    },
    {
      name: "kernel turned round",
      answer: (picture, wanted, kernel) =>
        errorWith((gap, places) => (2 * gap) / places)(picture, wanted, upsideDown(kernel)),
      says: "Forward you turn the kernel round. It is a correlation here, as in lesson 06: the kernel slides as it is.",
    },
    {
      name: "stamped on the picture",
      answer: (picture, wanted, kernel) => {
        const gaps = gapsTo(wanted, kernel, picture);
        return stamped(
          each(gaps, (gap) => (2 * gap) / count(gaps)),
          kernel,
        );
      },
      says: "You go back to the picture: those would be the slopes by the pixels. Wanted are the slopes by the kernel's weights, as in exercise 13.5.",
    },
    {
      name: "not back to the kernel",
      answer: (picture, wanted, kernel) => {
        const gaps = gapsTo(wanted, kernel, picture);
        return each(gaps, (gap) => (2 * gap) / count(gaps));
      },
      says: "That is what comes back to the outputs. One stage is left, from the outputs to the kernel's weights: exercise 13.5.",
    },
    {
      name: "divided by the rows",
      answer: (picture, wanted, kernel) => errorWith((gap) => (2 * gap) / wanted.length)(picture, wanted, kernel),
      says: "You divide by the number of rows. The mean goes over all places: rows × columns of the output.",
    },
    {
      name: "already a step",
      answer: (picture, wanted, kernel) => {
        const slopes = errorWith((gap, places) => (2 * gap) / places)(picture, wanted, kernel);
        return kernel.map((row, i) => row.map((w, j) => w - slopes[i][j]));
      },
      says: "You return the kernel after a step. Wanted are the slopes.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([[1, 0, 2]], [[3, 0, 6]], [[0]]),
      [[-10]],
      "Lesson 06's weight on 1, 0, 2: at weight 0 the slope is 2 (−3×1 − 6×2) / 3 = −10.",
    );
    t.equal(
      answer([[1, 2, 4], [3, 0, 5]], [[4, 7]], [[1, 0], [0, 2]]), // biome-ignore format: small pictures are read as such
      [[7, 14], [-9, 25]], // biome-ignore format: small pictures are read as such
      "The outputs are 1 and 12, so −3 and 5 come back (twice the differences, divided by 2).",
    );
    t.agrees(pictureWantedKernel, "Forward, the slope of the mean square, and back to the weights.");
  },
});
