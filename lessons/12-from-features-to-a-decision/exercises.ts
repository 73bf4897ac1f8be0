import { exercise, matrices, numbers } from "cnn-workbook/exercises";
import { firstInput, secondInput, smallDense, smallNeuron } from "./hand.js";
import { batchAndLayer, inputsAndWeights, probabilitiesAndLabels, type Rows, someScores } from "./inputs.js";
import { type Network, shapeOf } from "./network.js";
import {
  changedInPlace,
  chosen,
  columnOf,
  dot,
  eachValue,
  layerOf,
  meanCost,
  meanOf,
  powersOver,
  strip,
  surprise,
  tiny,
  withBiases,
} from "./slips.js";
import { faultOf } from "./verdict.js";

export { classMeans, edgeFilters, largestOf } from "./digits.js";
export { hiddenFigure, mapsFigure, onDoublings } from "./figures.js";
export { smallDense, threeScores, twoLayers } from "./hand.js";
export { exactlyOne, type Network, outputsOf } from "./network.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13, p14 } from "./predictions.js";
export { accuracy, costliest, nearestMean, times } from "./reader.js";
export { faultOf } from "./verdict.js";

export const q1 = exercise<(inputs: number[], weights: number[], bias: number) => number>({
  id: "12.1",
  title: "A neuron with ReLU",
  hints: [
    "It is the sum of products of exercise 08.1 with a single index, and one step more at the end.",
    "Each input has its own weight: `weights[i] * inputs[i]`.",
    "The activation comes last, when everything is in the sum: `Math.max(0, sum)`.",
  ],
  solution: (inputs, weights, bias) => {
    let sum = bias;
    for (let i = 0; i < inputs.length; i++) {
      sum += weights[i] * inputs[i];
    }
    return Math.max(0, sum);
  },
  mistakes: [
    {
      name: "no activation",
      answer: (inputs, weights, bias) => dot(inputs, weights) + bias,
      says: "The sum is right, but negative sums come through. The activation is missing: return `Math.max(0, sum)`.",
    },
    {
      name: "ReLU on each product",
      answer: (inputs, weights, bias) =>
        Math.max(0, inputs.reduce((sum, x, i) => sum + Math.max(0, x * weights[i]), 0) + bias),
      says: "You cut off each negative product. Products may well be negative and hold the others down: only the finished sum is cut off.",
    },
    {
      name: "bias after the activation",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs, weights)) + bias,
      says: "You add the bias after cutting off. It belongs into the sum, where it shifts the threshold: first the bias, then max(0, sum).",
    },
    {
      name: "no bias",
      answer: (inputs, weights) => Math.max(0, dot(inputs, weights)),
      says: "The bias is missing. Let the sum begin with it.",
    },
    {
      name: "bias subtracted",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs, weights) - bias),
      says: "You subtract the bias. It is added; a threshold is a negative bias.",
    },
    {
      name: "bias with every product",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs, weights) + bias * inputs.length),
      says: "You add the bias once for each input. A neuron has one bias, and it is added once.",
    },
    {
      name: "bias twice",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs, weights) + 2 * bias),
      says: "The bias is in your sum twice. The sum begins with it, so do not add it again.",
    },
    {
      name: "bias for 0",
      answer: (inputs, weights, bias) => Math.max(bias, dot(inputs, weights)),
      says: "You cut off at the bias. The bias is added to the sum, and what is below 0 is cut off: `Math.max(0, sum)`.",
    },
    {
      name: "sign dropped",
      answer: (inputs, weights, bias) => Math.abs(dot(inputs, weights) + bias),
      says: "You drop the minus sign, as `Math.abs` does. ReLU makes every negative sum 0.",
    },
    {
      name: "min for max",
      answer: (inputs, weights, bias) => Math.min(0, dot(inputs, weights) + bias),
      says: "`Math.min` keeps the negative sums and cuts off the positive ones. ReLU is the other way round: `Math.max(0, sum)`.",
    },
    {
      name: "at least 1",
      answer: (inputs, weights, bias) => Math.max(1, dot(inputs, weights) + bias),
      says: "You cut off below 1. ReLU cuts off below 0.",
    },
    {
      name: "yes or no",
      answer: (inputs, weights, bias) => (dot(inputs, weights) + bias > 0 ? 1 : 0),
      says: "You return 1 or 0: fires or not. ReLU lets a positive sum through as large as it is.",
    },
    {
      name: "first input only",
      answer: (inputs, weights, bias) => Math.max(0, inputs[0] * weights[0] + bias),
      says: "Only the first product is in the sum. Return after the loop, not inside it.",
    },
    {
      name: "ReLU in the loop",
      answer: (inputs, weights, bias) => inputs.reduce((sum, x, i) => Math.max(0, sum + x * weights[i]), bias),
      says: "You cut off after each product. A later product could still lift the sum above 0: cut off once, when the sum is complete.",
    },
    {
      name: "first input left out",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs.slice(1), weights.slice(1)) + bias),
      says: "The first product is missing. Inputs are counted from 0.",
    },
    {
      name: "last input left out",
      answer: (inputs, weights, bias) => Math.max(0, dot(inputs.slice(0, -1), weights.slice(0, -1)) + bias),
      says: "The last product is missing. Let i run while it is below `inputs.length`.",
    },
    {
      name: "weights added",
      answer: (inputs, weights, bias) =>
        Math.max(
          0,
          inputs.reduce((sum, x, i) => sum + x + weights[i], bias),
        ),
      says: "You add weight and input. They are multiplied, and the products are added.",
    },
  ],
  check(answer, t) {
    const { weights, bias } = smallNeuron;
    t.equal(answer(firstInput, weights, bias), 3, "The neuron by hand: 6 − 4 + 2 = 4, and the bias makes 3.");
    t.equal(answer(secondInput, weights, bias), 0, "2 − 8 + 4 − 1 = −3, and below 0 it is silent.");
    t.equal(answer([2, 5], [-1, 1], -3), 0, "−2 + 5 − 3 = 0: exactly at the threshold.");
    t.agrees(inputsAndWeights, "All products and the bias, once, and then max(0, sum).");
  },
});

export const q2 = exercise<(map: Rows, slope: number) => Rows>({
  id: "12.2",
  title: "Leaky ReLU on a feature map",
  hints: [
    "Each number is changed by itself: what is 0 or more stays, what is negative is multiplied by `slope`.",
    "`map.map((row) => …)` makes new rows, and within them `row.map((value) => …)` new numbers. So the map itself stays as it was.",
    "For one value: `value < 0 ? slope * value : value`.",
  ],
  solution: (map, slope) => map.map((row) => row.map((value) => (value < 0 ? slope * value : value))),
  mistakes: [
    {
      name: "plain ReLU",
      answer: (map) => eachValue(map, (value) => Math.max(0, value)),
      says: "That is ReLU: negative numbers become 0. Leaky ReLU multiplies them by `slope`, so that a little comes through.",
    },
    {
      name: "slope as the value",
      answer: (map, slope) => eachValue(map, (value) => (value < 0 ? slope : value)),
      says: "Every negative number becomes `slope` itself. It is multiplied by it: −20 with slope 0.1 becomes −2.",
    },
    {
      name: "slope without its sign",
      answer: (map, slope) => eachValue(map, (value) => (value < 0 ? -slope * value : value)),
      says: "Your negative numbers come out positive. `slope * value` keeps the sign.",
    },
    {
      name: "threshold at the slope",
      answer: (map, slope) => eachValue(map, (value) => (value < slope ? slope * value : value)),
      says: "You multiply what is below `slope`. The bend is at 0: multiply what is below 0.",
    },
    {
      name: "slope on everything, sign dropped",
      answer: (map, slope) => eachValue(map, (value) => slope * Math.abs(value)),
      says: "You drop all signs. What is negative keeps its sign and is multiplied by `slope`; what is positive stays.",
    },
    {
      name: "rows for numbers",
      answer: (map, slope) => map.map((row) => ((row as never) < 0 ? slope * (row as never) : row) as never),
      says: "You compare a whole row with 0. A map has two levels: `map.map((row) => row.map((value) => …))`.",
    },
    {
      name: "slope on everything",
      answer: (map, slope) => eachValue(map, (value) => slope * value),
      says: "You multiply all numbers by `slope`. What is above 0 stays as it is. (With one slope for all it would be a straight line, and of no use.)",
    },
    {
      name: "slope on the positive side",
      answer: (map, slope) => eachValue(map, (value) => (value > 0 ? slope * value : value)),
      says: "The sides are swapped: what is positive stays, what is negative is multiplied by `slope`.",
    },
    {
      name: "negative side lost",
      answer: (map, slope) => eachValue(map, (value) => (value > 0 ? slope * value : 0)),
      says: "You multiply what is positive and drop what is negative. What is positive stays; what is negative is multiplied by `slope`.",
    },
    {
      name: "max(slope, value)",
      answer: (map, slope) => eachValue(map, (value) => Math.max(slope, value)),
      says: "`Math.max(slope, value)` cuts off at the height `slope`. The second number should be `slope * value`.",
    },
    {
      name: "max(slope · value, value)",
      answer: (map, slope) => eachValue(map, (value) => Math.max(slope * value, value)),
      says: "The maximum of `slope * value` and `value` is right while the slope is below 1. With a larger one it takes the wrong side: ask whether the value is negative.",
    },
    {
      name: "slope subtracted",
      answer: (map, slope) => eachValue(map, (value) => (value < 0 ? value - slope : value)),
      says: "You subtract `slope` from negative numbers. Multiply them by it.",
    },
    {
      name: "divided by slope",
      answer: (map, slope) => eachValue(map, (value) => (value < 0 ? value / slope : value)),
      says: "You divide by `slope`, which makes the negative numbers larger. Multiply: they should become small.",
    },
    {
      name: "first row only",
      answer: (map, slope) => eachValue(map.slice(0, 1), (value) => (value < 0 ? slope * value : value)),
      says: "Only the first row comes out. Go through all rows before you return.",
    },
    {
      name: "flat list",
      answer: (map, slope) => eachValue(map, (value) => (value < 0 ? slope * value : value)).flat() as never,
      says: "Your numbers come as one list. Keep the rows: a map goes in, a map of the same shape comes out.",
    },
    {
      name: "changes the input",
      answer: changedInPlace,
      says: "Your function changes the map that it was given. Others may still need it: make new rows, for example with `map.map(…)`.",
    },
  ],
  check(answer, t) {
    const map = [
      [4, -20, 0],
      [-5, 7, -1],
    ];
    t.equal(
      answer(map, 0.1),
      [
        [4, -2, 0],
        [-0.5, 7, -0.1],
      ],
      "What is negative is multiplied by 0.1; 4, 0 and 7 stay.",
    );
    t.equal(answer([[-3, 0.5]], 0), [[0, 0.5]], "With slope 0 it is ReLU.");
    t.equal(answer([[-3, 3]], 2), [[-6, 3]], "A slope of 2 is unusual, but the rule is the same.");
    t.agrees(
      [matrices({ rows: [1, 4], columns: [1, 4], values: numbers(-4, 4) }), numbers(0, 2)],
      "Only what is negative is multiplied.",
    );
  },
});

export const q3 = exercise<(batch: Rows, weights: Rows, bias: number[]) => Rows>({
  id: "12.3",
  title: "A dense layer",
  hints: [
    "Three loops: over the examples of the batch, over the units, and, for one output, over the inputs.",
    "How many units there are is `bias.length`. Unit u uses column u of the table: `weights[i][u]` for every i.",
    "For one example and one unit: `let sum = bias[u];` then for each i `sum += inputs[i] * weights[i][u];`",
  ],
  solution: (batch, weights, bias) => {
    const output: number[][] = [];
    for (const inputs of batch) {
      const row: number[] = [];
      for (let u = 0; u < bias.length; u++) {
        let sum = bias[u];
        for (let i = 0; i < inputs.length; i++) {
          sum += inputs[i] * weights[i][u];
        }
        row.push(sum);
      }
      output.push(row);
    }
    return output;
  },
  mistakes: [
    {
      name: "rows for columns",
      answer: (batch, weights, bias) =>
        batch.map((inputs) => bias.map((b, unit) => dot(inputs, weights[unit] ?? []) + b)),
      says: "You use row u of the table for unit u. Its weights stand in column u: `weights[i][u]`.",
    },
    {
      name: "a unit for each row",
      answer: (batch, weights, bias) =>
        batch.map((inputs) => weights.map((row, unit) => row.reduce((sum, w, i) => sum + w * inputs[i], bias[unit]))),
      says: "You make one output for each row of the table. Rows belong to the inputs; a unit is a column, and there are `bias.length` of them.",
    },
    {
      name: "no bias",
      answer: withBiases((bias) => bias.map(() => 0)),
      says: "The products are right, but the biases are missing. Unit u adds `bias[u]`.",
    },
    {
      name: "the same bias for all",
      answer: withBiases((bias) => bias.map(() => bias[0])),
      says: "All units add the first bias. Unit u has its own: `bias[u]`.",
    },
    {
      name: "bias with every product",
      answer: withBiases((bias, weights) => bias.map((b) => b * weights.length)),
      says: "You add the bias once for each input. Each unit adds its bias once.",
    },
    {
      name: "bias of the input",
      answer: (batch, weights, bias) =>
        batch.map((inputs) => bias.map((_, u) => inputs.reduce((sum, x, i) => sum + x * weights[i][u] + bias[i], 0))),
      says: "You add `bias[i]` with every product. The biases belong to the units: unit u adds `bias[u]`, once.",
    },
    {
      name: "one row for the whole batch",
      answer: (batch, weights, bias) => batch.map(() => layerOf(batch, weights, bias).flat()),
      says: "All examples are in one row, and it comes out several times. Make a new row for each example: `const row = []` inside the loop over the batch.",
    },
    {
      name: "ReLU too",
      answer: (batch, weights, bias) => eachValue(layerOf(batch, weights, bias), (value) => Math.max(0, value)),
      says: "You cut off what is negative. Here the layer is wanted without an activation.",
    },
    {
      name: "one example only",
      answer: (batch, weights, bias) => layerOf(batch.slice(0, 1), weights, bias),
      says: "Only the first example comes out. A batch goes in, so one row for each of its examples comes out.",
    },
    {
      name: "the last example only",
      answer: (batch, weights, bias) => layerOf(batch.slice(-1), weights, bias),
      says: "Only the last example is left. Push a row for each example of the batch.",
    },
    {
      name: "flat",
      answer: (batch, weights, bias) => layerOf(batch, weights, bias).flat() as never,
      says: "All outputs come as one list. Keep the examples apart: one row each.",
    },
    {
      name: "units in front",
      answer: (batch, weights, bias) => bias.map((_, unit) => layerOf(batch, weights, bias).map((row) => row[unit])),
      says: "Your rows are the units. Examples come first: `output[n][u]`.",
    },
    {
      name: "units added up",
      answer: (batch, weights, bias) =>
        layerOf(batch, weights, bias).map((row) => [row.reduce((sum, value) => sum + value, 0)]),
      says: "You add the units into one number. Each unit is an output of its own.",
    },
    {
      name: "sum not started anew",
      answer: (batch, weights, bias) =>
        layerOf(batch, weights, bias).map((row) =>
          row.map((_, unit) => row.slice(0, unit + 1).reduce((sum, value) => sum + value, 0)),
        ),
      says: "The sum of the first unit is still in that of the second. Start anew for each unit: `let sum = bias[u]` inside the loop over u.",
    },
    {
      name: "sum goes on from unit to unit",
      answer: (batch, weights, bias) =>
        batch.map((inputs) => {
          let sum = 0;
          return bias.map((b, unit) => {
            sum += dot(inputs, columnOf(weights, unit));
            return sum + b;
          });
        }),
      says: "Your sum goes on from unit to unit. Start it anew for each output: `let sum = bias[u]` inside the loop over u.",
    },
    {
      name: "one unit short",
      answer: (batch, weights, bias) => layerOf(batch, weights, bias.slice(0, -1)),
      says: "The last unit is missing. There are as many units as biases.",
    },
    {
      name: "one input short",
      answer: (batch, weights, bias) =>
        layerOf(
          batch.map((inputs) => inputs.slice(0, -1)),
          weights.slice(0, -1),
          bias,
        ),
      says: "The last input is left out. Let the innermost loop run over all inputs.",
    },
  ],
  check(answer, t) {
    const { inputs, weights, bias } = smallDense;
    t.equal(answer([inputs], weights, bias), [[5, 13]], "The layer by hand: one example, two units, 5 and 13.");
    t.equal(
      answer(
        [
          [1, 0],
          [0, 1],
          [2, 3],
        ],
        [
          [5, 7, -1, 2],
          [11, 13, 3, -4],
        ],
        [0, 0, 100, 0],
      ),
      [
        [5, 7, 99, 2],
        [11, 13, 103, -4],
        [43, 53, 107, -8],
      ],
      "Three examples, two inputs, four units. The input 1, 0 picks the first row of the table, 0, 1 the second.",
    );
    t.agrees(batchAndLayer, "One row for each example, one number for each unit.");
  },
});

export const q4 = exercise<() => Network>({
  id: "12.4",
  title: "A strip, by two units",
  hints: [
    "The distance |x − y| is what counts. You have seen how two ReLU units make an absolute value: relu(a) + relu(−a).",
    "Unit 0: x − y, weights 1 and −1. Unit 1: y − x, weights −1 and 1. No biases. Their sum is |x − y|.",
    "The output must be above 0 for distances of 0 and 1, and not above 0 from 2 on: 1.5 − unit 0 − unit 1.",
    "Rows of `weights1` are inputs: `[[1, -1], [-1, 1]]`. Then `bias1` is `[0, 0]`, `weights2` is `[[-1], [-1]]`, `bias2` is `[1.5]`.",
  ],
  solution: () => ({
    weights1: [
      [1, -1],
      [-1, 1],
    ],
    bias1: [0, 0],
    weights2: [[-1], [-1]],
    bias2: [1.5],
  }),
  mistakes: [
    {
      name: "yes and no swapped",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [1, 1], -1.5),
      says: "Your network says yes outside the strip and no inside. Turn all signs of the second layer round.",
    },
    {
      name: "no bias at the end",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [-1, -1], 0),
      says: "Your units are right, but without a bias at the end the output is never above 0. It says how wide the strip is.",
    },
    {
      name: "too wide",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [-1, -1], 2.5),
      says: "Your strip is too wide: at a distance of 2 the output is still above 0. The bias at the end must lie between 1 and 2.",
    },
    {
      name: "too narrow",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [-1, -1], 1),
      says: "At a distance of exactly 1 your output is exactly 0, and that is not above 0. The bias at the end must be above 1.",
    },
    {
      name: "diagonal only",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [-1, -1], 0.5),
      says: "Your strip is the diagonal alone, x = y. Points at a distance of 1 belong to it too: a larger bias at the end.",
    },
    {
      name: "the same unit twice",
      answer: () => strip([1, -1], [1, -1], [0, 0], [-1, -1], 1.5),
      says: "Both units look at x − y. On the other side of the diagonal both are silent, and nothing holds the output down. Let one look at y − x.",
    },
    {
      name: "one unit subtracted",
      answer: () => strip([1, -1], [-1, 1], [0, 0], [-1, 1], 1.5),
      says: "relu(a) − relu(−a) is a again, with its sign: that gives a single line. Both units must hold the output down.",
    },
    {
      name: "sum for difference",
      answer: () => strip([1, 1], [-1, -1], [0, 0], [-1, -1], 1.5),
      says: "Your units look at x + y, so your strip lies across the other diagonal. The distance from x = y is in x − y.",
    },
    {
      name: "bias in the units",
      answer: () => strip([1, -1], [-1, 1], [1.5, 1.5], [-1, -1], 0),
      says: "Your biases are in the hidden units, so near the diagonal both are on and hold the output down. Give the bias to the output: 1.5 − unit 0 − unit 1.",
    },
    {
      name: "exactly one",
      answer: () => strip([1, 1], [1, 1], [0, -1], [1, -2], -0.5),
      says: "That is the network of the example, for other points. Here it is the difference of x and y that counts.",
    },
    {
      name: "weights2 lies on its side",
      answer: () => ({ ...strip([1, -1], [-1, 1], [0, 0], [-1, -1], 1.5), weights2: [[-1, -1]] }),
      says: "`weights2` lies on its side. Its rows are what comes in, two hidden units; it has one column, the output: `[[-1], [-1]]`.",
    },
  ],
  check(answer, t) {
    const network = answer();
    const wanted = { weights1: "2,2", bias1: "2", weights2: "2,1", bias2: "1" } as const;
    for (const [name, shape] of Object.entries(wanted)) {
      const got = shapeOf(network?.[name as keyof Network])?.join();
      const yours = got === undefined ? "no array of finite numbers" : `[${got.replace(",", ", ")}]`;
      t.ok(got === shape, `\`${name}\` should have the shape [${shape.replace(",", ", ")}]. Yours: ${yours}.`);
      if (got !== shape) return;
    }
    const fault = faultOf(network);
    t.ok(fault === undefined, fault ?? "All points are right.");
  },
});

export const q5 = exercise<(scores: number[]) => number[]>({
  id: "12.5",
  title: "A softmax for all scores",
  hints: [
    "Only differences of scores count. So you may subtract the same number from all of them first. Which one keeps e to the largest score from overflowing?",
    "Subtract the largest score: then the largest power is e⁰ = 1, and no other is larger.",
    "`const largest = Math.max(...scores);` then `Math.exp(score - largest)` for each, then divide each by the sum of them all.",
  ],
  solution: (scores) => {
    const largest = Math.max(...scores);
    const powers = scores.map((score) => Math.exp(score - largest));
    const sum = powers.reduce((a, b) => a + b);
    return powers.map((power) => power / sum);
  },
  mistakes: [
    {
      name: "overflows",
      answer: (scores) => powersOver(scores, 0),
      says: "Small scores are right, but with large ones e to the score overflows, and NaN comes out. Subtract the largest score from all first.",
    },
    {
      name: "largest of a list",
      answer: (scores) => powersOver(scores, Math.max(scores as never)),
      says: "NaN comes out for every score. `Math.max` wants numbers, not a list: `Math.max(...scores)`, with three dots.",
    },
    {
      name: "largest added",
      answer: (scores) => powersOver(scores, -Math.max(...scores)),
      says: "You add the largest score, so the powers become larger still. Subtract it: `score - largest`.",
    },
    {
      name: "scores capped",
      answer: (scores) =>
        powersOver(
          scores.map((score) => Math.min(score, 700)),
          0,
        ),
      says: "You cut scores off where the power would overflow. Then differences above are lost, and very negative scores still give 0 / 0. Subtract the largest score from all.",
    },
    {
      name: "smallest subtracted",
      answer: (scores) => powersOver(scores, Math.min(...scores)),
      says: "You subtract the smallest score. Then the largest may still be far above 0 and overflow. Subtract the largest: all others are below 0.",
    },
    {
      name: "mean subtracted",
      answer: (scores) => powersOver(scores, scores.reduce((a, b) => a + b, 0) / scores.length),
      says: "You subtract the mean. Where scores lie far apart, the largest is still large enough to overflow. Subtract the largest.",
    },
    {
      name: "first subtracted",
      answer: (scores) => powersOver(scores, scores[0]),
      says: "You subtract the first score, which need not be the largest. Take `Math.max(...scores)`.",
    },
    {
      name: "not divided",
      answer: (scores) => scores.map((score) => Math.exp(score - Math.max(...scores))),
      says: "These are the powers. Divide each by their sum, so that they add up to 1.",
    },
    {
      name: "scores over their sum",
      answer: (scores) => scores.map((score) => score / scores.reduce((a, b) => a + b, 0)),
      says: "You divide the scores themselves by their sum. Scores may be negative or add up to 0; e to the score is always positive. That is why the powers are taken first.",
    },
    {
      name: "shifted scores over their sum",
      answer: (scores) => {
        const shifted = scores.map((score) => score - Math.max(...scores));
        return shifted.map((score) => score / shifted.reduce((a, b) => a + b, 0));
      },
      says: "You subtract the largest but never take e to the power of anything. `Math.exp(score - largest)` makes all of them positive.",
    },
    {
      name: "largest minus score",
      answer: (scores) =>
        powersOver(
          scores.map((score) => -score),
          -Math.max(...scores),
        ),
      says: "Your largest score gets the smallest probability. It should be `score - largest`, not `largest - score`.",
    },
    {
      name: "sum of the scores",
      answer: (scores) => {
        const largest = Math.max(...scores);
        return scores.map((score) => Math.exp(score - largest) / scores.reduce((a, b) => a + b, 0));
      },
      says: "You divide by the sum of the scores. Divide by the sum of the powers.",
    },
    {
      name: "largest outside the power",
      answer: (scores) => {
        const powers = scores.map((score) => Math.exp(score) - Math.max(...scores));
        return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
      },
      says: "You subtract the largest score from the powers. Subtract it from the scores, inside: `Math.exp(score - largest)`.",
    },
    {
      name: "divided by the largest",
      answer: (scores) =>
        powersOver(
          scores.map((score) => score / Math.max(...scores)),
          0,
        ),
      says: "You divide the scores by the largest. That changes their differences, and so the probabilities. Subtract it.",
    },
    {
      name: "each by itself",
      answer: (scores) => scores.map((score) => 1 / (1 + Math.exp(-score))),
      says: "That is a sigmoid for each score by itself. The probabilities of classes that exclude each other must add up to 1: divide by the sum of all powers.",
    },
    {
      name: "the winner takes all",
      answer: (scores) => scores.map((score) => (score === Math.max(...scores) ? 1 : 0)),
      says: "You give the largest score 1 and the others 0. That is the hard maximum; softmax says how sure it is.",
    },
  ],
  check(answer, t) {
    t.equal(answer([0, Math.log(3)]), [0.25, 0.75], "e⁰ = 1 and e to the ln 3 is 3: one part and three parts of four.");
    t.equal(
      answer([2, 1, -1]),
      [0.705384513, 0.25949646, 0.035119027],
      "The example by hand: 7.389, 2.718 and 0.368, each divided by 10.475.",
      { tolerance: 1e-8 },
    );
    t.equal(
      answer([1000, 1000, 1000, 1000]),
      [0.25, 0.25, 0.25, 0.25],
      "Four equal scores, though large: a quarter each.",
    );
    t.equal(answer([1000, 0]), [1, 0], "1000 apart: all and nothing, and no NaN.");
    t.equal(answer([0, 1000]), [0, 1], "The largest score may stand anywhere.");
    t.equal(answer([-2000, 2000]), [0, 1], "4000 apart: the largest power must be e⁰, or it overflows.");
    t.equal(answer([-900, -900]), [0.5, 0.5], "Very negative scores: their powers are 0 unless you subtract first.");
    t.agrees([someScores], "Powers of score minus largest, divided by their sum.");
  },
});

export const q6 = exercise<(probabilities: Rows, labels: number[]) => number>({
  id: "12.6",
  title: "Cross-entropy of a batch",
  hints: [
    "For each example only one probability counts: that of the right class. Which number is it in row n?",
    "`probabilities[n][labels[n]]`. Its surprise is `-Math.log(…)`; the mean over the examples is wanted.",
    "Before the logarithm: `Math.max(p, 1e-7)`, so that a probability of 0 costs much, but not infinitely much.",
    "`sum -= Math.log(Math.max(probabilities[n][labels[n]], 1e-7));` in a loop over n, and at the end `sum / labels.length`.",
  ],
  solution: (probabilities, labels) => {
    let sum = 0;
    for (let n = 0; n < labels.length; n++) {
      sum -= Math.log(Math.max(probabilities[n][labels[n]], 1e-7));
    }
    return sum / labels.length;
  },
  mistakes: [
    {
      name: "sign lost",
      answer: meanCost((row, label) => -surprise(row[label])),
      says: "Your loss is negative. The logarithm of a probability is below 0, so a minus in front makes a cost of it. This is the sign that the slide lost.",
    },
    {
      name: "sum, not mean",
      answer: (rows, labels) =>
        chosen(rows, labels)
          .map(surprise)
          .reduce((a, b) => a + b, 0),
      says: "You return the sum. The mean is wanted, so that batches of different sizes can be compared: divide by the number of examples.",
    },
    {
      name: "divided by the classes",
      answer: (rows, labels) => (meanOf(chosen(rows, labels).map(surprise)) * labels.length) / rows[0].length,
      says: "You divide by the number of classes. Divide by the number of examples, `labels.length`.",
    },
    {
      name: "divided by all numbers",
      answer: (rows, labels) => meanOf(chosen(rows, labels).map(surprise)) / rows[0].length,
      says: "You divide by examples × classes. Each example has one surprise, so divide by the number of examples.",
    },
    {
      name: "no floor",
      answer: meanCost((row, label) => -Math.log(row[label])),
      says: "A right class with probability 0 costs Infinity with you, and then the mean is Infinity too. Take `Math.max(p, 1e-7)` before the logarithm.",
    },
    {
      name: "floor under the cost",
      answer: meanCost((row, label) => Math.max(-Math.log(row[label]), tiny)),
      says: "Your `Math.max` is around the logarithm, so the cost has a floor and Infinity passes. The probability needs it: `Math.log(Math.max(p, 1e-7))`.",
    },
    {
      name: "min for max",
      answer: meanCost((row, label) => -Math.log(Math.min(row[label], tiny))),
      says: "`Math.min(p, 1e-7)` makes every probability tiny. Only what is below 1e-7 should be lifted to it: `Math.max`.",
    },
    {
      name: "nothing for 0",
      answer: meanCost((row, label) => (row[label] > 0 ? -Math.log(row[label]) : 0)),
      says: "A right class with probability 0 costs nothing with you. It is the worst answer of all: count it as 1e-7.",
    },
    {
      name: "1e-7 added",
      answer: meanCost((row, label) => -Math.log(row[label] + tiny)),
      says: "You add 1e-7 to every probability, which changes all costs a little. Only what is smaller counts as 1e-7: `Math.max(p, 1e-7)`.",
    },
    {
      name: "zero times infinity",
      answer: (rows, labels) =>
        meanOf(rows.map((row, n) => row.reduce((sum, p, k) => sum - (k === labels[n] ? 1 : 0) * Math.log(p), 0))),
      says: "You add up all terms of the formula. For a wrong class with probability 0 that is 0 times −Infinity, which is NaN. Take the right class only, and `Math.max(p, 1e-7)` before the logarithm.",
    },
    {
      name: "all classes",
      answer: meanCost((row) => row.map(surprise).reduce((a, b) => a + b, 0)),
      says: "You add up −ln p of all classes. Only the right class counts: in the formula y is 0 for all others.",
    },
    {
      name: "entropy",
      answer: meanCost((row) => row.map((p) => p * surprise(p)).reduce((a, b) => a + b, 0)),
      says: "You weigh −ln p by p itself. That is the entropy of the answer, which does not know what is right. Take the truth: only the class `labels[n]` counts.",
    },
    {
      name: "surest class",
      answer: meanCost((row) => surprise(Math.max(...row))),
      says: "You take the largest probability of each row. Then a wrong answer that is sure costs nothing. Take the probability of the right class: `labels[n]`.",
    },
    {
      name: "first class",
      answer: meanCost((row) => surprise(row[0])),
      says: "You always take the probability of class 0. Which class is right stands in `labels[n]`.",
    },
    {
      name: "label and row swapped",
      answer: (rows, labels) => meanOf(labels.map((label, n) => surprise(rows[label]?.[n] ?? Number.NaN))),
      says: "Row and class are swapped: the example comes first, `probabilities[n][labels[n]]`.",
    },
    {
      name: "no logarithm",
      answer: meanCost((row, label) => 1 - row[label]),
      says: "You take 1 − p. Then being sure and wrong costs at most 1. The surprise is −ln p, which has no upper limit.",
    },
    {
      name: "log to base 2",
      answer: meanCost((row, label) => surprise(row[label]) / Math.LN2),
      says: "You take the logarithm to base 2. That counts in bits and is a fair measure too, but networks use the natural one: `Math.log`.",
    },
    {
      name: "log to base 10",
      answer: meanCost((row, label) => surprise(row[label]) / Math.LN10),
      says: "You take the logarithm to base 10. Networks use the natural one: `Math.log`.",
    },
    {
      name: "logarithm of the mean",
      answer: (rows, labels) => surprise(meanOf(chosen(rows, labels))),
      says: "You take the mean of the probabilities and then the logarithm. First the surprise of each example, then the mean: one that is sure and wrong must not hide behind the others.",
    },
    {
      name: "first example only",
      answer: (rows, labels) => surprise(chosen(rows, labels)[0]),
      says: "Only the first example counts with you. Go through all of them, and return after the loop.",
    },
    {
      name: "accuracy",
      answer: (rows, labels) => meanOf(labels.map((label, n) => (rows[n][label] === Math.max(...rows[n]) ? 1 : 0))),
      says: "That is the accuracy: how many are right. The cross-entropy asks what probability the right class got.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(
        [
          [0.9, 0.1, 0],
          [0.2, 0.3, 0.5],
        ],
        [0, 2],
      ),
      -Math.log(0.45) / 2,
      "The example by hand: −ln 0.9 and −ln 0.5, and their mean: 0.399.",
    );
    t.equal(answer([[0.7, 0.3]], [1]), -Math.log(0.3), "Sure, and wrong: the right class, 1, got 0.3.");
    t.equal(answer([[0, 1]], [1]), 0, "All for the right class: no surprise.");
    t.equal(answer([[0, 1]], [0]), -Math.log(tiny), "A probability of 0 counts as 0.0000001: a cost of 16.1.");
    t.agrees(probabilitiesAndLabels, "The mean of −ln p of the right classes.");
  },
});
