import type { Layer } from "cnn-workbook/architectures";
import { exercise, integers, tuple } from "cnn-workbook/exercises";
import { judge } from "./budget.js";
import { type Part, totals, walked } from "./counts.js";
import { fittingLayers, networks } from "./inputs.js";
import { aboutCounts, columnsFrom, counting, fourCounts } from "./slips.js";

export { budget, forDigits, seenBeforeTheEnd } from "./budget.js";
export type { Part } from "./counts.js";
export { family, familyFigure } from "./familyFigure.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12 } from "./predictions.js";
export { shareFigure } from "./shareFigure.js";
export { sharingFigure } from "./sharingFigure.js";
export { asOnSlide, besideSlide, countedRows, differs, slideRows, slideTotals } from "./slideTable.js";
export { multiplyAddsPerSecond } from "./speed.js";

const shapes = tuple<number[]>(integers(1, 20), integers(1, 20), integers(1, 9));

export const q1 = exercise<
  (input: number[], kernel: number[], stride: number, padding: number, filters: number) => number[]
>({
  id: "10.1",
  title: "Four counts of a convolutional layer",
  hints: [
    "Each `todo()` is one line of the table above. `columns` is found as `rows` is, from the other sides.",
    "A neuron has a weight for each number under its filter, all channels included, and one bias.",
    "There is a neuron for each place and each filter: rows × columns × filters. Each has `each` connections. Shared, one set of them a filter is kept.",
    "`columns = (input[1] - kernel[1] + 2 * padding) / stride + 1`, `each = kernel[0] * kernel[1] * input[2] + 1`, `neurons = rows * columns * filters`, and the last count is `each * filters`.",
  ],
  solution: (input, kernel, stride, padding, filters) => {
    const rows = (input[0] - kernel[0] + 2 * padding) / stride + 1;
    const columns = (input[1] - kernel[1] + 2 * padding) / stride + 1;
    const each = kernel[0] * kernel[1] * input[2] + 1;
    const neurons = rows * columns * filters;
    return [each, neurons, each * neurons, each * filters];
  },
  mistakes: [
    {
      name: "no bias",
      answer: fourCounts(({ weights }) => ({ each: weights })),
      says: "The biases are missing: a neuron has its weights and one bias more.",
    },
    {
      name: "bias for each channel",
      answer: fourCounts(({ weights }, { input }) => ({ each: weights + input[2] })),
      says: "You count a bias for each channel. The channels are added up, and one bias is added to the sum: `kernel[0] * kernel[1] * input[2] + 1`.",
    },
    {
      name: "channels forgotten",
      answer: fourCounts((_, { kernel }) => ({ each: kernel[0] * kernel[1] + 1 })),
      says: "Your neuron sees one channel only. It goes through the full depth: times `input[2]`.",
    },
    {
      name: "square filter",
      answer: fourCounts((_, { input, kernel }) => ({ each: kernel[0] * kernel[0] * input[2] + 1 })),
      says: "Your neuron multiplies the filter's rows by themselves. A filter need not be square: `kernel[0] * kernel[1]`.",
    },
    {
      name: "filters not counted as neurons",
      answer: fourCounts(({ rows, columns }) => ({ neurons: rows * columns })),
      says: "You count one neuron a place. At each place stands one neuron for each filter: rows × columns × filters.",
    },
    {
      name: "neurons of the input",
      answer: fourCounts((_, { input, filters }) => ({ neurons: input[0] * input[1] * filters })),
      says: "You count the places of the picture that comes in. The neurons stand where something comes out: rows × columns of the output.",
    },
    {
      name: "columns from the rows",
      answer: fourCounts(({ rows }, { filters }) => ({ neurons: rows * rows * filters })),
      says: "You take as many columns as rows. Picture and filter need not be square: columns come from `input[1]` and `kernel[1]`.",
    },
    {
      name: "columns with the filter's rows",
      answer: fourCounts(columnsFrom(1, 0)),
      says: "Your columns use `kernel[0]`, the filter's rows. Along the columns the filter has `kernel[1]` cells.",
    },
    {
      name: "columns with the picture's height",
      answer: fourCounts(columnsFrom(0, 1)),
      says: "Your columns use `input[0]`, the height of the picture. Along the columns it has `input[1]` cells.",
    },
    {
      name: "padding on one side",
      answer: fourCounts(({ rows }, { input, kernel, stride, padding, filters }) => ({
        neurons: rows * ((input[1] - kernel[1] + padding) / stride + 1) * filters,
      })),
      says: "Padding is added on both sides, left and right: `2 * padding` for the columns too.",
    },
    {
      name: "padding forgotten",
      answer: fourCounts(({ rows }, { input, kernel, stride, filters }) => ({
        neurons: rows * ((input[1] - kernel[1]) / stride + 1) * filters,
      })),
      says: "Your columns leave the padding out. Count as for the rows: + 2 × padding.",
    },
    {
      name: "stride forgotten",
      answer: fourCounts(({ rows }, { input, kernel, padding, filters }) => ({
        neurons: rows * (input[1] - kernel[1] + 2 * padding + 1) * filters,
      })),
      says: "Your columns leave the stride out. Divide by it before you add 1.",
    },
    {
      name: "first place forgotten",
      answer: fourCounts(({ rows, columns }, { filters }) => ({ neurons: rows * (columns - 1) * filters })),
      says: "Your columns count the steps. The place where the filter starts is one more: + 1.",
    },
    {
      name: "nothing shared",
      answer: fourCounts(({ each, neurons }) => ({ kept: each * neurons })),
      says: "Your last count is that of the connections. With sharing all places use the same numbers: one set a filter.",
    },
    {
      name: "neurons first",
      answer: (...layer) => {
        const [each, neurons, ...others] = fourCounts(() => ({}))(...layer);
        return [neurons, each, ...others];
      },
      says: "All four are right, in another order: the numbers of a neuron come first, then how many neurons there are.",
    },
    {
      name: "all filters as one neuron",
      answer: fourCounts(({ each }, { filters }) => ({ each: each * filters, kept: each * filters })),
      says: "Your first count is that of all filters together. A neuron belongs to one filter: kernel rows × columns × channels, and a bias.",
    },
    {
      name: "shared by the filters",
      answer: fourCounts(({ rows, columns, each }) => ({ kept: each * rows * columns })),
      says: "Your last count has a set of numbers for each place, shared by the filters. It is the other way round: a set for each filter, shared by the places.",
    },
    {
      name: "neurons times filters",
      answer: fourCounts(({ neurons }, { filters }) => ({ kept: neurons * filters })),
      says: "Your last count multiplies the neurons, in which the filters are counted already. What is kept is a set of numbers for each filter: `each * filters`.",
    },
    {
      name: "one bias for all filters",
      answer: fourCounts(({ weights }, { filters }) => ({ kept: weights * filters + 1 })),
      says: "Your last count has one bias for the whole layer. Each filter has its own.",
    },
    {
      name: "biases twice",
      answer: fourCounts(({ each }, { filters }) => ({ kept: each * filters + filters })),
      says: "Your last count has the biases twice: `each` holds one already.",
    },
    {
      name: "one filter",
      answer: fourCounts(({ each }) => ({ kept: each })),
      says: "Your last count is that of a single filter. The layer has `filters` of them.",
    },
  ],
  check(answer, t) {
    const byHand = [19, 18, 342, 57];
    const counted = answer([4, 5, 2], [3, 3], 1, 0, 3);
    t.equal(counted, byHand, aboutCounts(counted, byHand));
    t.equal(
      answer([227, 227, 3], [11, 11], 4, 0, 96),
      [364, 290_400, 105_705_600, 34_944],
      "AlexNet's first layer: 55 × 55 × 96 neurons with 11 × 11 × 3 + 1 numbers each.",
    );
    t.equal(
      answer([32, 32, 3], [5, 5], 1, 2, 10),
      [76, 10_240, 778_240, 760],
      "Padding of 2 keeps 32 × 32, and ten filters have 76 numbers each.",
    );
    t.equal(
      answer([5, 9, 1], [3, 1], 2, 1, 2),
      [4, 36, 144, 8],
      "(5 − 3 + 2) / 2 + 1 = 3 rows, (9 − 1 + 2) / 2 + 1 = 6 columns, 2 filters of 3 × 1 × 1.",
    );
    t.agrees(fittingLayers, "A neuron's numbers; neurons; their product; numbers a filter × filters.");
  },
});

export const q2 = exercise<(input: number[], units: number) => number>({
  id: "10.2",
  title: "Parameters of a dense layer behind a picture",
  hints: [
    "How many numbers come in, once the picture is one long list?",
    "Each neuron has a weight for each of them, and one bias.",
    "`(input[0] * input[1] * input[2] + 1) * units`.",
  ],
  solution: (input, units) => (input[0] * input[1] * input[2] + 1) * units,
  mistakes: [
    {
      name: "no biases",
      answer: (input, units) => volume(input) * units,
      says: "These are the weights. Each neuron has a bias as well.",
    },
    {
      name: "one bias for the layer",
      answer: (input, units) => volume(input) * units + 1,
      says: "You count one bias for the whole layer. Each neuron has its own: `units` of them.",
    },
    {
      name: "brackets forgotten",
      answer: (input, units) => volume(input) + 1 * units,
      says: "Multiplication goes first, so only the 1 is multiplied by `units`. Put brackets around the numbers of one neuron: weights and bias.",
    },
    {
      name: "a bias for each input",
      answer: (input, units) => volume(input) * (units + 1),
      says: "You count a bias for each number that comes in. The biases belong to the neurons.",
    },
    {
      name: "channels forgotten",
      answer: (input, units) => (input[0] * input[1] + 1) * units,
      says: "You count the places. At each place there are `input[2]` numbers, and the list holds all of them.",
    },
    {
      name: "channels only",
      answer: (input, units) => (input[2] + 1) * units,
      says: "You count one number a channel. That would be right behind an average over each channel; flattening keeps every number.",
    },
    {
      name: "sides added",
      answer: (input, units) => (input[0] + input[1] + input[2] + 1) * units,
      says: "You add the sides. A picture holds height × width × channels numbers.",
    },
    {
      name: "square picture",
      answer: (input, units) => (input[0] * input[0] * input[2] + 1) * units,
      says: "You multiply the height by itself. The picture need not be square: height × width × channels.",
    },
    {
      name: "length of the shape",
      answer: (input, units) => (input.length + 1) * units,
      says: "`input.length` is 3, the length of the shape. The picture holds as many numbers as the product of the shape.",
    },
    {
      name: "one neuron",
      answer: (input) => volume(input) + 1,
      says: "That is one neuron with its bias. The layer has `units` of them, and they share nothing.",
    },
    {
      name: "weights shared by the places",
      answer: (input, units) => input[2] * units + units * input[0] * input[1],
      says: "You share the weights between places, as a convolution does. A dense layer shares nothing: a weight for each number that comes in, for each neuron.",
    },
    {
      name: "list counted too",
      answer: (input, units) => (volume(input) + 1) * units + volume(input),
      says: "You add the flattened list itself. Flattening only puts numbers in a row: it has no parameters.",
    },
  ],
  check(answer, t) {
    t.equal(answer([2, 3, 4], 5), 125, "24 numbers come in, so each of the 5 neurons has 24 weights and a bias.");
    t.equal(answer([32, 32, 3], 1), 3073, "One neuron on 32 × 32 × 3: 3,072 weights and a bias.");
    t.equal(answer([7, 7, 64], 1024), 3_212_288, "7 × 7 × 64 = 3,136 numbers; 1,024 neurons with 3,137 each.");
    t.agrees([shapes, integers(1, 50)], "Numbers that come in, and one for the bias; times neurons.");
  },
});

export const q3 = exercise<(output: number[], kernel: number[], channels: number) => number>({
  id: "10.3",
  title: "Multiply-adds of a convolutional layer",
  hints: [
    "How many numbers come out? How many products does each of them need?",
    "Each output needs kernel rows × kernel columns × channels products. The bias is only added.",
    "`output[0] * output[1] * output[2] * kernel[0] * kernel[1] * channels`.",
  ],
  solution: (output, kernel, channels) => output[0] * output[1] * output[2] * kernel[0] * kernel[1] * channels,
  mistakes: [
    {
      name: "weights, not their use",
      answer: (output, kernel, channels) => output[2] * kernel[0] * kernel[1] * channels,
      says: "You count the weights. Each is used at every place: times the rows and columns of the output.",
    },
    {
      name: "biases added",
      answer: (output, kernel, channels) => volume(output) * kernel[0] * kernel[1] * channels + output[2],
      says: "You add the biases. By convention they are left out: only products are counted.",
    },
    {
      name: "biases multiplied",
      answer: (output, kernel, channels) => volume(output) * (kernel[0] * kernel[1] * channels + 1),
      says: "You count the biases. They are only added, nothing is multiplied, and by convention they are left out.",
    },
    {
      name: "channels forgotten",
      answer: (output, kernel) => volume(output) * kernel[0] * kernel[1],
      says: "Each output adds up products over all channels that come in: times `channels`.",
    },
    {
      name: "filters forgotten",
      answer: (output, kernel, channels) => output[0] * output[1] * kernel[0] * kernel[1] * channels,
      says: "You count one filter. Each of the `output[2]` filters computes a number at each place.",
    },
    {
      name: "filters in place of channels",
      answer: (output, kernel) => output[0] * output[1] * kernel[0] * kernel[1] * output[2] * output[2],
      says: "You took the channels that come out for those that come in. A filter is as deep as its input: `channels`.",
    },
    {
      name: "operations, not pairs",
      answer: (output, kernel, channels) => 2 * volume(output) * kernel[0] * kernel[1] * channels,
      says: "That is the number of floating-point operations: a multiplication and an addition are two. A multiply-add counts both as one.",
    },
    {
      name: "square filter",
      answer: (output, kernel, channels) => volume(output) * kernel[0] * kernel[0] * channels,
      says: "You multiply the filter's rows by themselves. A filter need not be square: rows × columns.",
    },
    {
      name: "square output",
      answer: (output, kernel, channels) => output[0] * output[0] * output[2] * kernel[0] * kernel[1] * channels,
      says: "You multiply the rows of the output by themselves. It need not be square: rows × columns × filters.",
    },
    {
      name: "one row of places",
      answer: (output, kernel, channels) => output[0] * output[2] * kernel[0] * kernel[1] * channels,
      says: "You count one place a row. The filter stops at rows × columns places.",
    },
    {
      name: "places counted alone",
      answer: (output) => volume(output),
      says: "You count the numbers that come out. Each costs as many products as a filter has weights.",
    },
    {
      name: "added up",
      answer: (output, kernel, channels) => volume(output) + kernel[0] * kernel[1] * channels,
      says: "You add outputs and weights. Each output needs all the products: multiply.",
    },
  ],
  check(answer, t) {
    t.equal(answer([2, 3, 3], [3, 3], 2), 324, "The example by hand: 18 outputs with 18 products each.");
    t.equal(
      answer([55, 55, 96], [11, 11], 3),
      105_415_200,
      "AlexNet's first layer: 290,400 outputs, 363 products each.",
    );
    t.equal(answer([4, 7, 5], [1, 3], 2), 840, "140 outputs with 1 × 3 × 2 products each.");
    t.agrees(
      [shapes, tuple<number[]>(integers(1, 7), integers(1, 7)), integers(1, 12)],
      "Outputs, times the products that each needs.",
    );
  },
});

export const q4 = exercise<(input: number[], layers: Part[]) => number[]>({
  id: "10.4",
  title: "Count a whole network",
  hints: [
    "Go through the layers with `for (const layer of layers)`. Keep three things: the shape that comes in, and two sums.",
    "Each kind of layer does two things: it adds to the sums, and it changes the shape. Do both before the next layer comes.",
    "A convolution leaves `[shape[0] - layer.kernel + 1, shape[1] - layer.kernel + 1, layer.filters]`. Pooling leaves `Math.floor(side / layer.size)` of each side. A dense layer leaves `[layer.units]`.",
    "A dense layer gets as many numbers as its shape holds, whether it is [5, 5, 64] or [1024]: `const inputs = shape.reduce((all, side) => all * side, 1)`. It adds `(inputs + 1) * layer.units` parameters and `inputs * layer.units` multiply-adds.",
  ],
  solution: (input, layers) => {
    let shape = input;
    let parameters = 0;
    let multiplyAdds = 0;
    for (const layer of layers) {
      if (layer.type === "conv") {
        const weights = layer.kernel * layer.kernel * shape[2] * layer.filters;
        shape = [shape[0] - layer.kernel + 1, shape[1] - layer.kernel + 1, layer.filters];
        parameters += weights + layer.filters;
        multiplyAdds += weights * shape[0] * shape[1];
      } else if (layer.type === "pool") {
        shape = [Math.floor(shape[0] / layer.size), Math.floor(shape[1] / layer.size), shape[2]];
      } else {
        const inputs = shape.reduce((all, side) => all * side, 1);
        shape = [layer.units];
        parameters += (inputs + 1) * layer.units;
        multiplyAdds += inputs * layer.units;
      }
    }
    return [parameters, multiplyAdds];
  },
  mistakes: [
    {
      name: "filters do not shrink the picture",
      answer: counting({ lost: () => 0 }),
      says: "In your count a convolution leaves the size as it was. Without padding a kernel of size K leaves side − K + 1.",
    },
    {
      name: "loses the whole kernel",
      answer: counting({ lost: (kernel) => kernel }),
      says: "In your count a convolution leaves side − K. The first place counts too: side − K + 1.",
    },
    {
      name: "channels stay",
      answer: counting({ channelsOut: (_filters, channels) => channels }),
      says: "In your count the channels stay as they were. After a convolution there are as many as it has filters.",
    },
    {
      name: "channels of the picture everywhere",
      answer: (input, layers) => totals(walked(input, layers, { depth: () => input[2] })),
      says: "Your filters are as deep as the picture at the very beginning. A filter goes through the channels that reach its own layer: `shape[2]`.",
    },
    {
      name: "flat filters",
      answer: counting({ depth: () => 1 }),
      says: "Your filters have weights for one channel only. They go through all channels that come in: `shape[2]`.",
    },
    {
      name: "no biases",
      answer: counting({ biases: () => 0 }),
      says: "The biases are missing: one for each filter, one for each dense neuron. They count as parameters, not as multiply-adds.",
    },
    {
      name: "one bias a layer",
      answer: counting({ biases: () => 1 }),
      says: "You count one bias a layer. Each filter and each dense neuron has its own.",
    },
    {
      name: "places before the convolution",
      answer: counting({ places: (before) => before[0] * before[1] }),
      says: "You multiply the weights by the size of what comes into a convolution. They are used once for each place that comes out: change the shape first, or keep both.",
    },
    {
      name: "shape changed too early",
      answer: counting({ workDepth: (_before, after) => after[2] }),
      says: "You change the shape of a convolution and then count its multiply-adds with `shape[2]`. By then that is the number of filters, not the channels that came in. Keep the number of weights in a variable before you change the shape.",
    },
    {
      name: "shape changed before all",
      answer: counting({ depth: (_channels, filters) => filters, workDepth: (_before, after) => after[2] }),
      says: "You change the shape first and then take `shape[2]` for the depth of the filters. By then it is the number of filters. Count the weights before you change the shape.",
    },
    {
      name: "weights used once",
      answer: counting({ places: () => 1 }),
      says: "Your convolutions use each weight once. They use it at every place of their output: times rows × columns.",
    },
    {
      name: "pooling ignored",
      answer: counting({ pooled: (side) => side }),
      says: "Pooling has no parameters, but it changes the shape: a side becomes `Math.floor(side / size)`. What comes after it sees fewer places.",
    },
    {
      name: "pooling not rounded down",
      answer: counting({ pooled: (side, size) => side / size }),
      says: "Your pooling leaves half cells. A block that is not whole is dropped: `Math.floor`.",
    },
    {
      name: "pooling rounded up",
      answer: counting({ pooled: (side, size) => Math.ceil(side / size) }),
      says: "Your pooling rounds up. A block that is not whole is dropped: `Math.floor`.",
    },
    {
      name: "pooling of 2 always",
      answer: counting({ pooled: (side) => Math.floor(side / 2) }),
      says: "You always pool by 2. The layer says how large its blocks are: `layer.size`.",
    },
    {
      name: "dense gets channels only",
      answer: counting({ flat: (shape) => shape[shape.length - 1] }),
      says: "Your dense layer gets one number a channel. It gets all numbers: height × width × channels.",
    },
    {
      name: "dense forgets the channels",
      answer: counting({ flat: (shape) => (shape.length === 3 ? shape[0] * shape[1] : shape[0]) }),
      says: "Your dense layer gets height × width numbers. The channels belong to it: height × width × channels.",
    },
    {
      name: "shape kept after a dense layer",
      answer: counting({ afterDense: (shape) => shape }),
      says: "After a dense layer there are `layer.units` numbers, and no picture any more: set the shape to `[layer.units]`.",
    },
    {
      name: "dense biases multiplied",
      answer: counting({ denseWork: (inputs, units) => (inputs + 1) * units }),
      says: "You count the biases of the dense layers as multiply-adds. They are only added.",
    },
    {
      name: "last layer only",
      answer: (input, layers) => [...walked(input, layers)[layers.length - 1]],
      says: "Only the last layer is left in your answer. Begin both sums before the loop, and add to them with `+=`.",
    },
    {
      name: "multiply-adds first",
      answer: (input, layers) => totals(walked(input, layers)).reverse(),
      says: "Both numbers are right, in the wrong order: parameters first, then multiply-adds.",
    },
    {
      name: "biases multiplied",
      answer: counting({ work: (weights, biases) => weights + biases }),
      says: "You multiply the biases too. A bias is added once at each place, and not counted: keep the weights in a variable without it.",
    },
    {
      name: "pooling has parameters",
      answer: (input, layers) => {
        const [parameters, work] = totals(walked(input, layers));
        const extra = layers.map((layer) => (layer.type === "pool" ? layer.size * layer.size : 0));
        return [extra.reduce((sum, one) => sum + one, parameters), work];
      },
      says: "You count parameters for pooling. It takes the largest number of a block: no weights, no bias.",
    },
    {
      name: "width from the height",
      answer: counting({ afterConv: ([height, , filters]) => [height, height, filters] }),
      says: "Your convolutions take the height for the width, too. The picture need not be square: `shape[0]` and `shape[1]` each on its own.",
    },
    {
      name: "three numbers in every shape",
      answer: (input, layers) => totals(walked(input, layers, { flat: (shape) => shape[0] * shape[1] * shape[2] })),
      says: "A sum has become `NaN`: somewhere a shape has no `shape[1]`. After a dense layer the shape is a single number, `[layer.units]`. Multiply what is there: `shape.reduce((all, side) => all * side, 1)`.",
    },
    {
      name: "pooling loses the channels",
      answer: counting({ afterPool: ([height, width]) => [height, width] }),
      says: "After pooling your shape has two numbers. The channels stay: `[rows, columns, shape[2]]`.",
    },
    {
      name: "returns in the loop",
      answer: (input, layers) => [...walked(input, layers)[0]],
      says: "Only the first layer is counted. Does your `return` stand inside the loop? It belongs after it.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([2, 3, 4], [{ type: "dense", units: 5 }]),
      [125, 120],
      "24 numbers into 5 neurons, as in exercise 10.2.",
    );
    t.equal(
      answer([4, 5, 2], [{ type: "conv", kernel: 3, filters: 3 }]),
      [57, 324],
      "The example by hand: 3 × 19 parameters, 54 weights used at 2 × 3 places.",
    );
    t.equal(
      answer(
        [7, 10, 2],
        [
          { type: "pool", size: 3 },
          { type: "dense", units: 5 },
        ],
      ),
      [65, 60],
      "Blocks of 3 × 3 leave 2 × 3 × 2 = 12 numbers, the rest is dropped. Then 5 neurons.",
    );
    t.equal(
      answer(
        [8, 9, 1],
        [
          { type: "conv", kernel: 3, filters: 4 },
          { type: "pool", size: 2 },
          { type: "conv", kernel: 2, filters: 5 },
          { type: "dense", units: 10 },
          { type: "dense", units: 3 },
        ],
      ),
      [368, 2062],
      "Shapes: 6 × 7 × 4, 3 × 3 × 4, 2 × 2 × 5, then 10 and 3.",
    );
    t.agrees(networks, "Layer by layer: what comes in, what is added, what goes out.");
  },
});

export const q5 = exercise<() => Layer[]>({
  id: "10.5",
  title: "Design a network under a budget",
  hints: [
    "Begin with the digits network of this lesson and make everything smaller: 8, 16, 32 filters. Look at `summarize` after each change.",
    "The large dense layer must go. Flatten when only a few cells are left, and go straight to 10 neurons.",
    "Sees: a 5 × 5 convolution sees 5, pooling by 2 adds 1 and doubles all later steps, a 3 × 3 after it adds 4, after another pooling 8.",
    "Convolution 5 × 5 with 8 filters, pooling, convolution 3 × 3 with 16, pooling, convolution 3 × 3 with 32, flatten, dense 10.",
  ],
  solution: () => {
    const pool: Layer = { type: "maxPool2d", size: 2 };
    return [
      { type: "conv2d", kernel: 5, filters: 8 },
      pool,
      { type: "conv2d", kernel: 3, filters: 16 },
      pool,
      { type: "conv2d", kernel: 3, filters: 32 },
      { type: "flatten" },
      { type: "dense", units: 10 },
    ];
  },
  mistakes: [
    {
      name: "nothing but dense",
      answer: () => [{ type: "flatten" }, { type: "dense", units: 10 }],
      says: "That is small enough, but it has no convolution: each neuron has one template for the whole picture, as in lesson 07.",
    },
    {
      name: "names of the exercise before",
      answer: () => [
        { type: "conv", kernel: 5, filters: 8 } as never,
        { type: "pool", size: 2 } as never,
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "`conv` and `pool` were the names of exercise 10.4. Here layers have the names of `digitNetwork`: `conv2d`, `maxPool2d`, `flatten`, `dense`.",
    },
    {
      name: "flatten forgotten",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 2 },
        { type: "dense", units: 10 },
      ],
      says: 'A dense layer wants one long list. Put `{ type: "flatten" }` before it.',
    },
    {
      name: "ends in maps",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 2 },
        { type: "conv2d", kernel: 3, filters: 10 },
      ],
      says: "Your network ends in ten maps. Wanted are ten numbers: flatten the maps, and end with a dense layer of 10 neurons.",
    },
    {
      name: "flattened too early",
      answer: () => [{ type: "conv2d", kernel: 5, filters: 8 }, { type: "flatten" }, { type: "dense", units: 10 }],
      says: "You flatten while 24 × 24 places are left, so the dense layer gets 4,608 numbers. Pool first.",
    },
    {
      name: "a large dense layer",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 2 },
        { type: "conv2d", kernel: 3, filters: 16 },
        { type: "maxPool2d", size: 2 },
        { type: "flatten" },
        { type: "dense", units: 64 },
        { type: "dense", units: 10 },
      ],
      says: "A dense layer of 64 neurons on 400 numbers takes more than the whole budget. Go straight to 10, or let less come in.",
    },
    {
      name: "one convolution and pooling",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 4 },
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "That is cheap, but it sees only 8 pixels along a side: a stroke, not a digit. Add convolutions after the pooling.",
    },
    {
      name: "no pooling",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "Without pooling every convolution works on a large picture, and a long list is left at the end. Pool after the first convolution.",
    },
    {
      name: "too much work",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 4 },
        { type: "conv2d", kernel: 3, filters: 16 },
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "The parameters are few, but the second convolution works at 20 × 20 places on 8 channels. Pool between the two.",
    },
    {
      name: "the colours of VGG",
      answer: () => [
        { type: "conv2d", kernel: 3, filters: 64 },
        { type: "maxPool2d", size: 2 },
        { type: "conv2d", kernel: 3, filters: 128 },
        { type: "maxPool2d", size: 2 },
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "64 and 128 filters are for photographs and large memories. Here 8, then 16, then 32 are enough.",
    },
    {
      name: "shrinks to nothing",
      answer: () => [
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 4 },
        { type: "conv2d", kernel: 5, filters: 8 },
        { type: "maxPool2d", size: 4 },
        { type: "flatten" },
        { type: "dense", units: 10 },
      ],
      says: "After the second convolution 2 × 2 cells are left, and a block of 4 × 4 does not fit any more. Pool by 2.",
    },
  ],
  check(answer, t) {
    for (const { holds, because } of judge(answer())) t.ok(holds, because);
  },
});

function volume(shape: readonly number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
