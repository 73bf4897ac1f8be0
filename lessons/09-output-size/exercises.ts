import { exercise, integers, mapped, signals, tuple } from "cnn-workbook/exercises";

export { countsOf, seenBy, shapesThrough, shrinking } from "./networks.js";
export { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 } from "./predictions.js";
export { windowPlot } from "./windowPlot.js";
export { sizeWords, windowCount, windowRows } from "./windows.js";

/** A layer, as far as sizes go. */
export interface SizedLayer {
  kernel: number;
  stride: number;
  padding: number;
}

/** A layer, as far as receptive fields go. */
export interface SeeingLayer {
  kernel: number;
  stride: number;
}

const odd = mapped(integers(0, 5), (half) => 2 * half + 1);
const inputs = tuple<[number, number, number]>(integers(1, 24), integers(1, 8), integers(1, 5));
const padded = tuple<[number, number, number, number]>(integers(1, 20), integers(1, 7), integers(1, 4), integers(0, 4));

const manyNumbers = signals({ minLength: 3, maxLength: 12, values: integers(0, 6) });
const triples = (values: number[]) =>
  Array.from({ length: Math.floor(values.length / 3) }, (_, i) => values.slice(3 * i, 3 * i + 3));
const sizedLayers = mapped(manyNumbers, (values) =>
  triples(values).map(([a, b, c]) => ({ kernel: a + 1, stride: (b % 3) + 1, padding: c % 3 })),
);
const seeingLayers = mapped(manyNumbers, (values) =>
  triples(values).map(([a, b]) => ({ kernel: a + 1, stride: (b % 3) + 1 })),
);
/** The input is so large that every layer still finds something to work on. */
const networks = tuple<[number, SizedLayer[]]>(integers(300, 900), sizedLayers);

export const q1 = exercise<(input: number, kernel: number, stride: number) => number[]>({
  id: "09.1",
  title: "Where windows start",
  hints: [
    "The last cell is number `input − 1`. Where does the window start that ends there?",
    "A window that starts at cell s covers s, s + 1, … up to s + kernel − 1. So s + kernel − 1 = input − 1.",
    "`last` is `input - kernel`, and each window starts `stride` cells after the one before.",
  ],
  solution: (input, kernel, stride) => {
    const last = input - kernel;
    const starts: number[] = [];
    for (let start = 0; start <= last; start += stride) {
      starts.push(start);
    }
    return starts;
  },
  mistakes: [
    {
      name: "last cell as last start",
      answer: (input, _kernel, stride) => startsUpTo(input - 1, stride),
      says: "Your last windows stick out over the end. A window that starts at the last cell has room for one weight only: it must start `kernel` − 1 cells earlier.",
    },
    {
      name: "one step before the end",
      answer: (input, _kernel, stride) => startsUpTo(input - stride, stride),
      says: "You subtract the stride from the input. It is the window that needs room at the end: the last start is `kernel` cells before the end, however far the window moves.",
    },
    {
      name: "output size as last start",
      answer: (input, kernel, stride) => startsUpTo((input - kernel) / stride + 1, stride),
      says: "Your `last` is how many windows there are. Asked for is the cell at which the last one starts: `kernel` cells before the end.",
    },
    {
      name: "one start too many",
      answer: (input, kernel, stride) => startsUpTo(input - kernel + 1, stride),
      says: "You allow one cell too many: a window at `input - kernel + 1` would need the cell after the last. N − K + 1 is how many starts there are with stride 1. They are counted from 0, so the last is N − K.",
    },
    {
      name: "last window missing",
      answer: (input, kernel, stride) => startsUpTo(input - kernel - 1, stride),
      says: "The window that ends at the very last cell is missing: `last` is `input - kernel`, and the loop goes up to it.",
    },
    {
      name: "stride ignored",
      answer: (input, kernel) => startsUpTo(input - kernel, 1),
      says: "You move by one cell each time. The next window starts `stride` cells further.",
    },
    {
      name: "side by side",
      answer: (input, kernel) => startsUpTo(input - kernel, kernel),
      says: "You move by the length of the window, so that windows never overlap. They move by `stride`.",
    },
    {
      name: "gap of stride cells",
      answer: (input, kernel, stride) => startsUpTo(input - kernel, stride + 1),
      says: "Your windows move by stride + 1. The stride counts from one start to the next: with stride 1 the next cell is the next start.",
    },
    {
      name: "counted from 1",
      answer: (input, kernel, stride) => startsUpTo(input - kernel, stride).map((start) => start + 1),
      says: "You count cells from 1. As in all arrays, the first cell is number 0.",
    },
    {
      name: "last start divided",
      answer: (input, kernel, stride) => startsUpTo(Math.floor((input - kernel) / stride), stride),
      says: "You divide `last` by the stride, and then move by the stride as well. Do one of the two: `last` is a cell, so it stays `input - kernel`.",
    },
    {
      name: "indices of windows",
      answer: (input, kernel, stride) => startsUpTo(input - kernel, stride).map((start) => start / stride),
      says: "You give the numbers of the windows: 0, 1, 2 … Asked for are the cells at which they start.",
    },
    {
      name: "how many",
      answer: (input, kernel, stride) => startsUpTo(input - kernel, stride).length as never,
      says: "You return how many windows there are. Return the list of their starts; its length is the output size.",
    },
    {
      name: "only two",
      answer: (input, kernel, stride) => startsUpTo(input - kernel, stride).slice(0, 2),
      says: "Your list ends after two windows. Go on as long as the start is not beyond `last`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(7, 3, 2), [0, 2, 4], "The window at 4 covers 4, 5 and 6: the last that fits.");
    t.equal(answer(7, 3, 3), [0, 3], "A window at 6 would need the cells 7 and 8.");
    t.equal(
      answer(9, 2, 3),
      [0, 3, 6],
      "Windows need not touch: with stride 3 and two weights, cells between are left out.",
    );
    t.equal(answer(5, 5, 2), [0], "A filter as long as the input fits once.");
    t.equal(answer(3, 4, 1), [], "A filter longer than the input fits nowhere: an empty list.");
    t.agrees(inputs, "Starts go 0, stride, 2 × stride … up to input − kernel.");
  },
});

export const q2 = exercise<(input: number, kernel: number, stride: number, padding: number) => number | null>({
  id: "09.2",
  title: "Output size, or null where it does not fit",
  hints: [
    "Compute the formula first, without rounding anything.",
    "`Number.isInteger(size)` says whether it came out even. And how small may an output be?",
    "`const size = (input - kernel + 2 * padding) / stride + 1;` Return `size` if it is a whole number of at least 1, otherwise `null`.",
  ],
  solution: (input, kernel, stride, padding) => {
    const size = (input - kernel + 2 * padding) / stride + 1;
    return Number.isInteger(size) && size >= 1 ? size : null;
  },
  mistakes: [
    {
      name: "rounded down",
      answer: (input, kernel, stride, padding) => {
        const size = Math.floor(exact(input, kernel, stride, padding));
        return size >= 1 ? size : null;
      },
      says: "You round down, as frameworks do. Here we want to know that it does not fit: return `null` when the formula gives no whole number.",
    },
    {
      name: "rounded down, never null",
      answer: (input, kernel, stride, padding) => Math.floor(exact(input, kernel, stride, padding)),
      says: "You round down, as frameworks do, and never say that it does not fit. Return `null` when the formula gives no whole number, or less than 1.",
    },
    {
      name: "0 for null",
      answer: (input, kernel, stride, padding) => fitting(exact(input, kernel, stride, padding)) ?? 0,
      says: "Where it does not fit you return 0. 0 looks like a size; return `null`, which cannot be taken for one.",
    },
    {
      name: "one window refused",
      answer: (input, kernel, stride, padding) => {
        const size = fitting(exact(input, kernel, stride, padding));
        return size === 1 ? null : size;
      },
      says: "You refuse a size of 1. A filter as long as the input fits once: one window is a size, too.",
    },
    {
      name: "rounded",
      answer: (input, kernel, stride, padding) => fitting(Math.round(exact(input, kernel, stride, padding))),
      says: "You round to the nearest whole number. A window either fits or it does not: return `null` when the formula gives no whole number.",
    },
    {
      name: "fraction returned",
      answer: (input, kernel, stride, padding) => exact(input, kernel, stride, padding),
      says: "There are no 2.33 windows. Where the formula gives no whole number, or less than 1, return `null`.",
    },
    {
      name: "fraction returned where it is positive",
      answer: (input, kernel, stride, padding) => {
        const size = exact(input, kernel, stride, padding);
        return size > 0 ? size : null;
      },
      says: "You return fractions, such as 2.33 windows. Ask whether the size is a whole number, too: `Number.isInteger(size)`.",
    },
    {
      name: "zero windows",
      answer: (input, kernel, stride, padding) => {
        const size = exact(input, kernel, stride, padding);
        return Number.isInteger(size) ? size : null;
      },
      says: "For a filter longer than the padded input you return 0 or less, and call it a size. Not even one window fits there: return `null`.",
    },
    {
      name: "no + 1",
      answer: (input, kernel, stride, padding) => fitting(exact(input, kernel, stride, padding) - 1),
      says: "You count the steps. There is one window more than there are steps from window to window: + 1.",
    },
    {
      name: "padding once",
      answer: (input, kernel, stride, padding) => fitting((input - kernel + padding) / stride + 1),
      says: "You add the padding once. There are `padding` zeros before the input and as many after it: 2P.",
    },
    {
      name: "no padding",
      answer: (input, kernel, stride) => fitting((input - kernel) / stride + 1),
      says: "The padding is not used. Zeros on both sides make the input longer by 2P.",
    },
    {
      name: "padding subtracted",
      answer: (input, kernel, stride, padding) => fitting((input - kernel - 2 * padding) / stride + 1),
      says: "You subtract the padding. It makes the input longer, so more windows fit.",
    },
    {
      name: "only the padding divided",
      answer: (input, kernel, stride, padding) => fitting(input - kernel + (2 * padding) / stride + 1),
      says: "Only 2P is divided by the stride. Division comes before addition: put W − F + 2P in parentheses.",
    },
    {
      name: "one divided too",
      answer: (input, kernel, stride, padding) => fitting((input - kernel + 2 * padding + 1) / stride),
      says: "You divide the + 1 by the stride, too. The first window is there whatever the stride: divide first, then add 1.",
    },
    {
      name: "stride ignored",
      answer: (input, kernel, _stride, padding) => fitting(exact(input, kernel, 1, padding)),
      says: "The stride is not used. Divide the room that the window has, W − F + 2P, by the length of a step.",
    },
    {
      name: "times stride",
      answer: (input, kernel, stride, padding) => fitting((input - kernel + 2 * padding) * stride + 1),
      says: "You multiply by the stride. Longer steps make fewer windows: divide.",
    },
  ],
  check(answer, t) {
    t.equal(answer(7, 3, 1, 0), 5, "Five places for a window of 3 on 7 cells.");
    t.equal(answer(7, 3, 2, 0), 3, "The windows start at 0, 2 and 4.");
    t.equal(answer(7, 3, 3, 0), null, "(7 − 3) / 3 + 1 is 2.33: it does not fit.");
    t.equal(answer(7, 3, 1, 1), 7, "One zero at each end: 9 cells.");
    t.equal(answer(8, 5, 3, 3), 4, "3 zeros at each end make 14 cells: (14 − 5) / 3 + 1.");
    t.equal(answer(3, 4, 1, 0), null, "A filter longer than the input: the formula gives 0, so no window at all.");
    t.equal(answer(4, 4, 3, 0), 1, "A filter as long as the input: one window, whatever the stride.");
    t.agrees(padded, "(W − F + 2P) / S + 1 where it is a whole number of at least 1, otherwise null.");
  },
});

export const q3 = exercise<(kernel: number, dilation: number) => number>({
  id: "09.3",
  title: "The padding that keeps the size",
  hints: [
    "How many cells does the filter cover, gaps included? Call it the reach.",
    "With stride 1, W − reach + 2P + 1 must be W. Solve for P.",
    "P = (reach − 1) / 2, and reach − 1 is the number of steps between weights times the dilation.",
  ],
  solution: (kernel, dilation) => (dilation * (kernel - 1)) / 2,
  mistakes: [
    {
      name: "dilation ignored",
      answer: (kernel) => (kernel - 1) / 2,
      says: "That is right for a filter without gaps. With dilation it covers more cells: put its reach in the place of F.",
    },
    {
      name: "both sides together",
      answer: (kernel, dilation) => dilation * (kernel - 1),
      says: "That is the padding of both sides together. P is what each side gets: half of it.",
    },
    {
      name: "reach",
      answer: (kernel, dilation) => dilation * (kernel - 1) + 1,
      says: "That is the reach, the number of cells that the filter covers. The padding on each side is half of one less.",
    },
    {
      name: "half of the reach",
      answer: (kernel, dilation) => (dilation * (kernel - 1) + 1) / 2,
      says: "You take half of the reach. The middle weight lies on the cell itself and sticks out nowhere: take away 1 before you halve.",
    },
    {
      name: "dilation times weights",
      answer: (kernel, dilation) => (dilation * kernel - 1) / 2,
      says: "Your filter covers dilation × weights cells. But after the last weight comes no gap: there are kernel − 1 steps of `dilation` cells.",
    },
    {
      name: "half of the weights",
      answer: (kernel, dilation) => (dilation * kernel) / 2,
      says: "You take half of dilation × weights. Count the steps between the weights: one less than weights.",
    },
    {
      name: "rounded up",
      answer: (kernel, dilation) => (dilation * (kernel + 1)) / 2,
      says: "Your padding is one step too large, and the output grows. The middle weight lies on the cell itself, so (kernel − 1) / 2 weights lie on each side.",
    },
    {
      name: "dilation added",
      answer: (kernel, dilation) => (kernel - 1) / 2 + dilation - 1,
      says: "You add the dilation once. Every step between two weights becomes `dilation` cells long: multiply.",
    },
    {
      name: "dilation as gap",
      answer: (kernel, dilation) => ((dilation + 1) * (kernel - 1)) / 2,
      says: "You take the dilation for the number of cells left out. It is the step from one weight to the next: dilation 1 leaves none out.",
    },
    {
      name: "divided by dilation",
      answer: (kernel, dilation) => (kernel - 1) / (2 * dilation),
      says: "You divide by the dilation. A dilated filter reaches further, so it needs more padding: multiply.",
    },
    {
      name: "kernel and dilation swapped",
      answer: (kernel, dilation) => (kernel * (dilation - 1)) / 2,
      says: "It looks as if kernel and dilation were swapped: the steps between weights are kernel − 1, and each is `dilation` long.",
    },
  ],
  check(answer, t) {
    t.equal(answer(3, 1), 1, "A filter of 3 loses one cell on each side.");
    t.equal(answer(7, 1), 3, "A filter of 7 loses three cells on each side.");
    t.equal(answer(3, 4), 4, "3 weights with dilation 4 cover 9 cells: four on each side of the middle.");
    t.equal(answer(5, 3), 6, "5 weights with dilation 3 cover 13 cells: six on each side of the middle.");
    t.equal(answer(1, 5), 0, "A single weight loses nothing.");
    t.agrees(
      tuple<[number, number]>(odd, integers(1, 6)),
      "Half of reach − 1, and the reach is dilation × (kernel − 1) + 1.",
    );
  },
});

export const q4 = exercise<(input: number, layers: SizedLayer[]) => number[]>({
  id: "09.4",
  title: "Sizes through a network",
  hints: [
    "Keep a variable `size` that begins with `input`. Each layer makes a new `size` of it.",
    "`Math.floor((size - layer.kernel + 2 * layer.padding) / layer.stride) + 1`: frameworks drop what is left over, and they do it at every layer.",
    "`for (const { kernel, stride, padding } of layers) { size = …; sizes.push(size); }`",
  ],
  solution: (input, layers) => {
    const sizes: number[] = [];
    let size = input;
    for (const { kernel, stride, padding } of layers) {
      size = Math.floor((size - kernel + 2 * padding) / stride) + 1;
      sizes.push(size);
    }
    return sizes;
  },
  mistakes: [
    {
      name: "not rounded",
      answer: (input, layers) => through(input, layers, (steps) => steps + 1),
      says: "Sizes that are no whole numbers go on to the next layer. A framework drops the cells left over at each layer: `Math.floor`.",
    },
    {
      name: "null where it does not fit",
      answer: (input, layers) =>
        through(input, layers, (steps) => (Number.isInteger(steps) ? steps + 1 : null) as never),
      says: "You return `null` where the windows do not come out even. That was exercise 09.2. Here the network is built all the same, and rounds down.",
    },
    {
      name: "rounded up",
      answer: (input, layers) => through(input, layers, (steps) => Math.ceil(steps) + 1),
      says: "You round up, so the last window sticks out over the end. A convolution rounds down.",
    },
    {
      name: "rounded to nearest",
      answer: (input, layers) => through(input, layers, (steps) => Math.round(steps) + 1),
      says: "You round to the nearest whole number. A window that fits only in part is dropped, however much of it fits: round down.",
    },
    {
      name: "always the first input",
      answer: (input, layers) => layers.map((layer) => through(input, [layer])[0]),
      says: "Every layer of yours starts from the network's input. It receives what the layer before gave: change `size` in the loop.",
    },
    {
      name: "input in the list",
      answer: (input, layers) => [input, ...through(input, layers)],
      says: "Your list begins with the input. It should hold one size for each layer: what comes out of it.",
    },
    {
      name: "size before each layer",
      answer: (input, layers) => [input, ...through(input, layers)].slice(0, -1),
      says: "You write down what goes into each layer. Compute the new `size` first, and push it afterwards.",
    },
    {
      name: "final size only",
      answer: (input, layers) => through(input, layers).slice(-1),
      says: "Only the last size is there. Push the size after every layer.",
    },
    {
      name: "final size as a number",
      answer: (input, layers) => (through(input, layers).at(-1) ?? input) as never,
      says: "You return the final size, one number. Asked for is a list with the size after each layer.",
    },
    {
      name: "first layer only",
      answer: (input, layers) => through(input, layers).slice(0, 1),
      says: "You stop after the first layer. Does a `return` stand inside the loop?",
    },
    {
      name: "no + 1",
      answer: (input, layers) => through(input, layers, Math.floor),
      says: "The + 1 is missing: the first window counts, too. It must be there at every layer.",
    },
    {
      name: "no padding",
      answer: (input, layers) =>
        through(
          input,
          layers.map((layer) => ({ ...layer, padding: 0 })),
        ),
      says: "The padding is not used. Each layer has its own, on both sides.",
    },
    {
      name: "padding once",
      answer: (input, layers) =>
        through(
          input,
          layers.map((layer) => ({ ...layer, padding: layer.padding / 2 })),
        ),
      says: "You add the padding once. It is there on both sides: 2 × padding.",
    },
    {
      name: "stride ignored",
      answer: (input, layers) =>
        through(
          input,
          layers.map((layer) => ({ ...layer, stride: 1 })),
        ),
      says: "The strides are not used. Divide by the stride of the layer.",
    },
    {
      name: "first layer's numbers for all",
      answer: (input, layers) =>
        through(
          input,
          layers.map(() => layers[0]),
        ),
      says: "You use the numbers of the first layer for all. Each layer has its own kernel, stride and padding.",
    },
  ],
  check(answer, t) {
    const layer = (kernel: number, stride: number, padding: number) => ({ kernel, stride, padding });
    t.equal(answer(7, [layer(3, 3, 0)]), [2], "(7 − 3) / 3 is 1.33. Rounded down, plus 1: two windows.");
    t.equal(answer(32, [layer(5, 1, 0), layer(5, 1, 0)]), [28, 24], "The second layer receives 28 cells, not 32.");
    t.equal(
      answer(20, [layer(4, 3, 1), layer(3, 2, 0)]),
      [7, 3],
      "(20 − 4 + 2) / 3 + 1 = 7, then (7 − 3) / 2 + 1 = 3.",
    );
    t.equal(
      answer(12, [layer(3, 2, 0), layer(2, 2, 0), layer(1, 1, 2)]),
      [5, 2, 6],
      "5.5 is rounded to 5 before the next layer sees it; 5 gives 2.5, so 2; a ring of two makes 6.",
    );
    t.equal(answer(9, []), [], "No layers, no sizes.");
    t.agrees(networks, "Each layer starts from what the one before gave, and rounds down.");
  },
});

export const q5 = exercise<(layers: SeeingLayer[]) => number>({
  id: "09.5",
  title: "Receptive field of a stack",
  hints: [
    "Two numbers go through the layers: what an output sees (at first 1 cell), and the jump (at first 1).",
    "A window of F cells has F − 1 steps, and each step is one jump of input cells long.",
    "In the loop: `sees += (kernel - 1) * jump;` and only then `jump *= stride;`. The stride of a layer acts on those after it.",
  ],
  solution: (layers) => {
    let sees = 1;
    let jump = 1;
    for (const { kernel, stride } of layers) {
      sees += (kernel - 1) * jump;
      jump *= stride;
    }
    return sees;
  },
  mistakes: [
    {
      name: "strides ignored",
      answer: (layers) => field(layers.map(({ kernel }) => ({ kernel, stride: 1 }))),
      says: "The strides are not used. After a layer with stride 2, neighbouring numbers lie two input cells apart: a later window reaches further.",
    },
    {
      name: "jump before its layer",
      answer: (layers) => {
        let [sees, jump] = [1, 1];
        for (const { kernel, stride } of layers) {
          jump *= stride;
          sees += (kernel - 1) * jump;
        }
        return sees;
      },
      says: "You multiply the jump before you use it. Within one window the cells lie as far apart as in the layer's input: first add to what is seen, then multiply the jump.",
    },
    {
      name: "jumps added",
      answer: (layers) => {
        let [sees, jump] = [1, 1];
        for (const { kernel, stride } of layers) {
          sees += (kernel - 1) * jump;
          jump += stride;
        }
        return sees;
      },
      says: "You add the strides up. Two layers with stride 2 make a jump of 4, three make 8: jumps multiply.",
    },
    {
      name: "stride of the layer before only",
      answer: (layers) =>
        layers.reduce((sees, { kernel }, i) => sees + (kernel - 1) * (i > 0 ? layers[i - 1].stride : 1), 1),
      says: "You use the stride of the layer just before. All the strides before count, multiplied: keep the jump in a variable.",
    },
    {
      name: "own stride",
      answer: (layers) => layers.reduce((sees, { kernel, stride }) => sees + (kernel - 1) * stride, 1),
      says: "You multiply by the layer's own stride. Within one window, cells lie as far apart as the strides before have put them: all of those multiplied are the jump.",
    },
    {
      name: "first layer only",
      answer: (layers) => (layers.length > 0 ? field(layers.slice(0, 1)) : undefined) as never,
      says: "You stop after the first layer. Does a `return` stand inside the loop?",
    },
    {
      name: "field multiplied by the stride",
      answer: (layers) => layers.reduce((sees, { kernel, stride }) => sees * stride + kernel - 1, 1),
      says: "You multiply what is seen by the stride. What an output sees grows by steps; it is the jump between neighbours that the stride multiplies. Keep the two apart.",
    },
    {
      name: "F instead of F − 1",
      answer: (layers) => {
        let [sees, jump] = [1, 1];
        for (const { kernel, stride } of layers) {
          sees += kernel * jump;
          jump *= stride;
        }
        return sees;
      },
      says: "You add F jumps a layer. F cells have F − 1 steps between them: a window of one cell adds nothing.",
    },
    {
      name: "filters added up",
      answer: (layers) => layers.reduce((sum, { kernel }) => sum + kernel, 0),
      says: "You add up the filters' lengths. Windows of a layer overlap, so a layer with stride 1 before it adds F − 1 cells, not F.",
    },
    {
      name: "filters multiplied",
      answer: (layers) => layers.reduce((product, { kernel }) => product * kernel, 1),
      says: "You multiply the filters' lengths. That holds only where windows do not overlap. Two of 3 with stride 1 see 5 cells, not 9.",
    },
    {
      name: "starts at 0",
      answer: (layers) => field(layers) - 1,
      says: "You begin with 0. Before any layer a cell sees itself: begin with 1.",
    },
    {
      name: "size and stride swapped",
      answer: (layers) => field(layers.map(({ kernel, stride }) => ({ kernel: stride, stride: kernel }))),
      says: "Kernel and stride have changed places: the kernel adds to what is seen, the stride multiplies the jump.",
    },
    {
      name: "jump",
      answer: (layers) => layers.reduce((jump, { stride }) => jump * stride, 1),
      says: "That is the jump: how far apart neighbouring outputs look. Asked for is how many cells one output sees.",
    },
    {
      name: "last layer left out",
      answer: (layers) => field(layers.slice(0, -1)),
      says: "The last layer is missing. Its stride plays no part, but its window does.",
    },
    {
      name: "layers from behind",
      answer: (layers) => field([...layers].reverse()),
      says: "That is the field of these layers in the opposite order. With a jump, begin at the first layer. (A formula such as (sees − 1) × stride + kernel also works, but from the last layer to the first.)",
    },
  ],
  check(answer, t) {
    const layer = (kernel: number, stride: number) => ({ kernel, stride });
    t.equal(answer([layer(3, 1)]), 3, "One window of 3.");
    t.equal(answer([layer(3, 1), layer(3, 1)]), 5, "Three windows of 3, each one cell further.");
    t.equal(
      answer([layer(3, 1), layer(2, 2), layer(3, 1)]),
      8,
      "The table by hand: 3, then 4, then 2 steps of 2 more.",
    );
    t.equal(answer([layer(5, 3), layer(2, 2), layer(4, 1)]), 26, "5, then 1 step of 3 more, then 3 steps of 6 more.");
    t.equal(answer([]), 1, "Without a layer each cell sees itself.");
    t.agrees([seeingLayers], "Each layer adds (kernel − 1) × jump; then the jump is multiplied by its stride.");
  },
});

function startsUpTo(last: number, stride: number): number[] {
  const count = Math.max(0, Math.floor(last / stride) + 1);
  return Array.from({ length: count }, (_, i) => i * stride);
}

function exact(input: number, kernel: number, stride: number, padding: number): number {
  return (input - kernel + 2 * padding) / stride + 1;
}

function fitting(size: number): number | null {
  return Number.isInteger(size) && size >= 1 ? size : null;
}

function through(input: number, layers: SizedLayer[], round = (steps: number) => Math.floor(steps) + 1): number[] {
  let size = input;
  return layers.map(({ kernel, stride, padding }) => {
    size = round((size - kernel + 2 * padding) / stride);
    return size;
  });
}

function field(layers: SeeingLayer[]): number {
  let [sees, jump] = [1, 1];
  for (const { kernel, stride } of layers) {
    sees += (kernel - 1) * jump;
    jump *= stride;
  }
  return sees;
}
