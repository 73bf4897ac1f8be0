import { toList, toNdarray, toNested } from "cnn-workbook";
import { dependent, exercise, integers, mapped, nestedArrays, prediction, tuple } from "cnn-workbook/exercises";
import { conv2d } from "cnn-workbook/layers";
import { answersAt, type Layer, shapeOf } from "./beginnings.js";
import { diagonal, sixBySix, smallBias, smallFilter, smallImage } from "./small.js";

export { answersAt, colours, type Layer, type Place } from "./beginnings.js";
export { fourBias, fourNames, fourWeights } from "./fourFilters.js";
export { above0, brightestOf, midGrey, sortMarks, spread, strip } from "./pictures.js";
export { diagonal, sixBySix, upright } from "./small.js";

type Picture = number[][][];
type Weights = number[][][][];

const same = <T>(value: T) => mapped(integers(0, 0), () => value);
const block = <T>(shape: number[]) => nestedArrays(shape) as ReturnType<typeof same<T>>;

/** Rows, columns and channels of a filter, filters, and how much larger the picture is. */
const sizes = tuple<[number, number, number, number, number, number]>(
  integers(1, 3),
  integers(1, 3),
  integers(1, 3),
  integers(1, 3),
  integers(0, 2),
  integers(0, 3),
);

const pictureAndFilter = dependent(sizes, ([height, width, channels, , down, across]) =>
  tuple<[Picture, Picture, number, number, number]>(
    block<Picture>([height + down, width + across, channels]),
    block<Picture>([height, width, channels]),
    integers(-9, 9),
    integers(0, down),
    integers(0, across),
  ),
);

const pictureAndLayer = dependent(sizes, ([height, width, channels, filters, down, across]) =>
  tuple<[Picture, Weights, number[]]>(
    block<Picture>([height + down, width + across, channels]),
    block<Weights>([height, width, channels, filters]),
    block<number[]>([filters]),
  ),
);

const shapes = tuple<[number[], number[], number]>(
  tuple<number[]>(integers(12, 40), integers(12, 40), integers(1, 9)),
  tuple<number[]>(integers(1, 7), integers(1, 7)),
  integers(1, 12),
);

export const p1 = prediction({
  id: "08.p1",
  question:
    "We take the red channel of the street by itself and mark its brightest pixels, 5 % of all. What will be marked?",
  choices: ["Almost only red things", "Mostly white and pale things", "Mostly dark things"],
  answer: 2,
  explain:
    "White is much red, much green and much blue. So in the red channel white is at least as bright as red. What makes a thing red is not much red but little green and blue beside it, and that a single channel cannot know.",
});

export const p2 = prediction({
  id: "08.p2",
  question: "One filter slides over a picture with three channels. How many channels has its output?",
  choices: ["Three: one for each channel of the picture", "One", "Nine: three times three"],
  answer: 2,
  explain:
    "At each place the filter gives one number: all products of all channels are added up. One filter, one channel of output, however many channels came in. If you said three, you kept the channels apart. Then nothing could compare red with green.",
});

export const p3 = prediction({
  id: "08.p3",
  question: "The same filter, one column further to the right, bias included. What does it give?",
  answer: windowsOf(smallImage, asWeights(smallFilter), [smallBias])[0][1][0],
  explain:
    "Channel 0: 1×2 + 0×0 + 2×1 + (−1)×2 = 2. Channel 1: 0×1 + 3×4 + (−1)×0 + 1×1 = 13. Together 15, and the bias of −4 makes 11. If you got 15, the bias is missing. If you got 7, it came in twice: once a channel instead of once a place.",
});

export const p4 = prediction({
  id: "08.p4",
  question: "We mark where the output is above 0. The bias goes from −90 down to −130. What happens to the marks?",
  choices: [
    "They all move to another place",
    "Every output falls by 40, so some marks vanish and none is added",
    "The outputs of red pixels fall, the others stay as they are",
    "Nothing: a bias is added everywhere, so it makes no difference",
  ],
  answer: 2,
  explain:
    "The bias is added to every output alike, so it changes no difference between two places. But it decides which outputs are above 0. A bias is a threshold that the layer carries with it, with the sign turned round.",
});

const atStrideTwo = windowsOf(
  sixBySix.map((row) => row.map((value) => [value])),
  asPlaneWeights(diagonal),
  [0],
);

export const p5 = prediction({
  id: "08.p5",
  question: "Filter 0 on the 6 × 6 picture: which two numbers does it give at row 0, column 0 and at row 0, column 2?",
  answer: [atStrideTwo[0][0][0], atStrideTwo[0][2][0]],
  explain:
    "At column 0 all three ones of the window lie under weights of 1, and nothing lies under a −1: 3. At column 2 the three ones of the window lie under −1: −3. The filter is largest where its pattern stands, and it also says how far a window is from it.",
});

export const p6 = prediction({
  id: "08.p6",
  question: "Ten filters of 5 × 5 for a colour picture. What is the shape of the weights, in our order?",
  answer: [5, 5, 3, 10],
  explain:
    "Rows and columns of the filter, then channels in, then filters: [5, 5, 3, 10]. If the 3 is missing: each filter has a table of weights for every channel. If 10 stands in front: that is the order of PyTorch.",
});

export const p7 = prediction({
  id: "08.p7",
  question:
    "How many parameters has this layer: two filters of 3 × 3 on one channel, with biases, on 512 × 512 pixels?",
  answer: 20,
  explain:
    "2 × 9 weights and 2 biases: 20. 18 would be without the biases. The size of the picture does not matter, since the same weights are used at every place.",
});

export const p8 = prediction({
  id: "08.p8",
  question:
    "We move the picture 60 columns to the right and put it through the same layer. What happens to the output?",
  choices: [
    "It stays as it was: the same things are in the picture",
    "It moves 60 columns to the right",
    "It changes everywhere: other pixels meet other weights",
  ],
  answer: 2,
  explain:
    "At each place the layer asks the same question, so when a thing moves its answer moves along. The answer is not lost, and it does not stay. Later parts of a network must see to it that a picture keeps its name when things in it move: pooling (lesson 11) and what follows.",
});

export const p9 = prediction({
  id: "08.p9",
  question:
    "Which map belongs to which filter? Give four map numbers, in this order: blur, blue minus red, edges, red minus the rest.",
  answer: [2, 3, 0, 1],
  explain:
    "The blur is a soft grey picture: map 2. Blue minus red is bright in the sky and on the blue house, dark on the stripes: map 3. Edges is the same grey on all flat areas and has light and dark lines: map 0. Red minus the rest is bright on the awning and the door: map 1.",
});

export const p10 = prediction({
  id: "08.p10",
  question: "Which of these can a layer with 1 × 1 filters and biases never do?",
  choices: ["Swap red and blue", "Blur", "Turn a picture into its negative", "Make six channels out of three"],
  answer: 2,
  explain:
    "A 1 × 1 filter sees one pixel at a time, all channels of it. To blur is to mix a pixel with its neighbours. Swapping channels needs weights of 0 and 1; a negative needs weights of −1 and biases of 255; six channels need six filters.",
});

export const p11 = prediction({
  id: "08.p11",
  question: "The detector was made for red beginnings. On the whole street, will it mark places where nothing is red?",
  choices: [
    "No: its weights ask for red",
    "Yes: where the colour changes from sky or green to brown",
    "Yes: at all strong edges, such as black windows in white frames",
  ],
  answer: 2,
  explain:
    "The filter adds up: how red is the right side, minus how red is the left side. Sky and green are less red than grey, they count below 0. So from green to brick the step is as large as from white to red. One weighted sum cannot say “red here AND not there”. Two layers in a row can, with something in between: lesson 12.",
});

export const q1 = exercise<(image: Picture, filter: Picture, bias: number, row: number, column: number) => number>({
  id: "08.1",
  title: "One output, all channels",
  hints: [
    "It is exercise 04.1 with a third index. A weight and the pixel under it must have the same channel.",
    "Under the weight `filter[i][j][n]` lies the value `image[row + i][column + j][n]`.",
    "The bias is added once, not once a product. So it may be what the sum begins with: `let sum = bias`.",
  ],
  solution: (image, filter, bias, row, column) => {
    let sum = bias;
    for (let i = 0; i < filter.length; i++) {
      for (let j = 0; j < filter[0].length; j++) {
        for (let n = 0; n < filter[0][0].length; n++) {
          sum += filter[i][j][n] * image[row + i][column + j][n];
        }
      }
    }
    return sum;
  },
  mistakes: [
    {
      name: "bias forgotten",
      answer: (image, filter, _bias, row, column) => summed(filter, (w, i, j, n) => w * image[row + i][column + j][n]),
      says: "All products are there, but the bias is missing. It is added once to each output: the sum may begin with it.",
    },
    {
      name: "bias with every product",
      answer: (image, filter, bias, row, column) =>
        summed(filter, (w, i, j, n) => w * image[row + i][column + j][n] + bias),
      says: "You add the bias with every product. It belongs to the filter, not to a weight: add it once.",
    },
    {
      name: "bias once a channel",
      answer: (image, filter, bias, row, column) =>
        summed(filter, (w, i, j, n) => w * image[row + i][column + j][n]) + bias * filter[0][0].length,
      says: "You add the bias once for each channel. The channels are added into one number, and the bias comes in once.",
    },
    {
      name: "bias subtracted",
      answer: (image, filter, bias, row, column) =>
        summed(filter, (w, i, j, n) => w * image[row + i][column + j][n]) - bias,
      says: "You subtract the bias. It is added; a threshold is a negative bias.",
    },
    {
      name: "bias as a factor",
      answer: (image, filter, bias, row, column) =>
        summed(filter, (w, i, j, n) => w * image[row + i][column + j][n]) * bias,
      says: "You multiply by the bias. It is added to the sum of the products.",
    },
    {
      name: "first channel only",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j, n) => (n === 0 ? w * image[row + i][column + j][n] : 0)),
      says: "You use channel 0 only. A filter goes through the full depth: add the products of all channels.",
    },
    {
      name: "every weight meets channel 0",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j) => w * image[row + i][column + j][0]),
      says: "All weights meet channel 0 of the picture. The weight of channel n belongs to the value of channel n.",
    },
    {
      name: "every pixel meets the first channel's weights",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (_, i, j, n) => filter[i][j][0] * image[row + i][column + j][n]),
      says: "You use the weights of channel 0 for all channels. Each channel has weights of its own: `filter[i][j][n]`.",
    },
    {
      name: "channels added first",
      answer: (image, filter, bias, row, column) => {
        const all = (values: number[]) => values.reduce((sum, value) => sum + value, 0);
        return filter.reduce(
          (sum, line, i) => line.reduce((s, w, j) => s + all(w) * all(image[row + i][column + j]), sum),
          bias,
        );
      },
      says: "You add up the channels first and multiply then. That mixes the weights of one channel with the values of another. Multiply within each channel, then add.",
    },
    {
      name: "mean over the channels",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j, n) => w * image[row + i][column + j][n]) / filter[0][0].length,
      says: "You take the mean over the channels. They are added up; if a mean is wanted, the weights can make one.",
    },
    {
      name: "always at the corner",
      answer: (image, filter, bias) => bias + summed(filter, (w, i, j, n) => w * image[i][j][n]),
      says: "You always read the upper left corner. The filter lies at `row` and `column`: add them to i and j.",
    },
    {
      name: "column left out",
      answer: (image, filter, bias, row) => bias + summed(filter, (w, i, j, n) => w * image[row + i][j][n]),
      says: "You add `row` to i, but not `column` to j, so the filter always lies on the left.",
    },
    {
      name: "channel as the first index",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j, n) => w * (image[n]?.[row + i]?.[column + j] ?? Number.NaN)),
      says: "You take the channel as the first index of the picture. Here it is the last: `image[row][column][channel]`.",
    },
    {
      name: "row and column swapped",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j, n) => w * (image[column + i]?.[row + j]?.[n] ?? Number.NaN)),
      says: "Row and column are swapped: rows come first, so i goes with `row` and j with `column`.",
    },
    {
      name: "filter turned",
      answer: (image, filter, bias, row, column) =>
        bias +
        summed(
          filter,
          (_, i, j, n) => filter[filter.length - 1 - i][filter[0].length - 1 - j][n] * image[row + i][column + j][n],
        ),
      says: "Your filter is turned round. A layer slides it as it stands: correlation, as in lesson 04.",
    },
    {
      name: "weights added",
      answer: (image, filter, bias, row, column) =>
        bias + summed(filter, (w, i, j, n) => w + image[row + i][column + j][n]),
      says: "You add weight and value. They are multiplied, and the products are added.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer(smallImage, smallFilter, smallBias, 0, 0),
      3,
      "The example by hand: 6 from channel 0, 1 from channel 1, and −4.",
    );
    t.equal(
      answer(smallImage, smallFilter, smallBias, 0, 1),
      11,
      "One column further: 2 from channel 0, 13 from channel 1, and −4.",
    );
    t.equal(answer([[[7, 5, 2]]], [[[1, 10, 100]]], 0, 0, 0), 257, "7 + 50 + 200: each channel with its own weight.");
    t.agrees(pictureAndFilter, "All products of all channels, and the bias once.");
  },
});

const total = (values: number[]) => values.reduce((sum, value) => sum + value, 0);

/** An answer to 08.2 with other biases. */
const biased =
  (change: (bias: number[]) => number[]) =>
  (image: Picture, weights: Weights, bias: number[]): Picture =>
    windowsOf(image, weights, change(bias));

/** An answer to 08.2 that spoils each list of outputs. */
const eachPixel =
  (change: (pixel: number[]) => number[]) =>
  (image: Picture, weights: Weights, bias: number[]): Picture =>
    windowsOf(image, weights, bias).map((row) => row.map(change));

export const q2 = exercise<(image: Picture, weights: Weights, bias: number[]) => Picture>({
  id: "08.2",
  title: "A whole layer",
  hints: [
    "Three loops make the output: its rows, its columns, its filters. Within them, three loops add up one number, as in exercise 08.1.",
    "`const [height, width] = [image.length - weights.length + 1, image[0].length - weights[0].length + 1];` is how often a filter fits.",
    "Build it row by row: `const line = []`, in it for each column `const pixel = []`, and in that one number a filter.",
    "For filter m: `let sum = bias[m];` then over i, j and n: `sum += weights[i][j][n][m] * image[r + i][c + j][n];`",
  ],
  solution: (image, weights, bias) => {
    const output: number[][][] = [];
    for (let r = 0; r <= image.length - weights.length; r++) {
      const line: number[][] = [];
      for (let c = 0; c <= image[0].length - weights[0].length; c++) {
        const pixel: number[] = [];
        for (let m = 0; m < bias.length; m++) {
          let sum = bias[m];
          for (let i = 0; i < weights.length; i++) {
            for (let j = 0; j < weights[0].length; j++) {
              for (let n = 0; n < weights[0][0].length; n++) {
                sum += weights[i][j][n][m] * image[r + i][c + j][n];
              }
            }
          }
          pixel.push(sum);
        }
        line.push(pixel);
      }
      output.push(line);
    }
    return output;
  },
  mistakes: [
    {
      name: "no bias",
      answer: biased((bias) => bias.map(() => 0)),
      says: "The sums of products are right, but the biases are missing: each filter adds its own to all its outputs.",
    },
    {
      name: "the same bias for all",
      answer: biased((bias) => bias.map(() => bias[0])),
      says: "All filters add the first bias. Filter m has its own: `bias[m]`.",
    },
    {
      name: "all biases together",
      answer: biased((bias) => bias.map(() => total(bias))),
      says: "Every output has all the biases in it. Filter m adds `bias[m]` only.",
    },
    {
      name: "sum not started anew",
      answer: eachPixel((pixel) => pixel.map((_, m) => total(pixel.slice(0, m + 1)))),
      says: "The sum of the first filter is still in that of the second. Start anew for each filter: `let sum = bias[m]` inside the loop over m.",
    },
    {
      name: "filters added up",
      answer: eachPixel((pixel) => [total(pixel)]),
      says: "You add the filters into one number. Channels in are added up; filters are kept apart, each in a channel of the output.",
    },
    {
      name: "one list of places",
      answer: (image, weights, bias) => windowsOf(image, weights, bias).flat() as never,
      says: "All places of your output are in one list. Make a list for each row, and put the rows into the output.",
    },
    {
      name: "channels kept apart",
      answer: (image, weights, bias) => channelsApart(image, weights, bias),
      says: "You keep the channels of the picture apart, so there are channels × filters numbers at each place. A filter adds them up to one.",
    },
    {
      name: "maps in front",
      answer: (image, weights, bias) => {
        const output = windowsOf(image, weights, bias);
        return bias.map((_, m) => output.map((row) => row.map((pixel) => pixel[m])));
      },
      says: "Your output is one table a filter: [filter][row][column]. In our order the filters come last: `output[r][c][m]`.",
    },
    {
      name: "plain numbers for one filter only",
      answer: eachPixel((pixel) => pixel[0] as never),
      says: "Each place of your output holds one plain number, that of filter 0. It should hold a list: one number for each filter.",
    },
    {
      name: "the last filter only",
      answer: eachPixel((pixel) => pixel.slice(-1)),
      says: "Only the last filter is left at each place. Push one number for each filter into the list of that place.",
    },
    {
      name: "first channel only",
      answer: (image, weights, bias) =>
        windowsOf(
          image.map((row) => row.map((pixel) => pixel.slice(0, 1))),
          weights.map((row) => row.map((channels) => channels.slice(0, 1))),
          bias,
        ),
      says: "You use channel 0 of the picture only. Add the products of all channels: a third loop, over n.",
    },
    {
      name: "rows and columns swapped",
      answer: (image, weights, bias) => transposed(windowsOf(image, weights, bias)),
      says: "Your output lies on its side. Rows come first: the loop over r is the outermost, and each of its rounds makes one row.",
    },
    {
      name: "one position short",
      answer: (image, weights, bias) =>
        windowsOf(image, weights, bias)
          .slice(0, -1)
          .map((row) => row.slice(0, -1)),
      says: "The last row and the last column of positions are missing. A filter of K rows fits N − K + 1 times: with `<`, add 1; or use `<=`.",
    },
    {
      name: "same size",
      answer: (image, weights, bias) => nested(image, weights, bias, "same"),
      says: "Your output is as large as the picture, so there are zeros beside it. Only positions where the whole filter lies on the picture are wanted.",
    },
    {
      name: "filters turned",
      answer: (image, weights, bias) =>
        windowsOf(
          image,
          [...weights].reverse().map((row) => [...row].reverse()),
          bias,
        ),
      says: "Your filters are turned round. A layer slides them as they stand.",
    },
  ],
  check(answer, t) {
    const image = [
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ];
    const weights = [
      [
        [
          [1, 0, 2],
          [10, 0, 0],
        ],
      ],
    ];
    t.equal(
      answer(image, weights, [0, 7, 100]),
      [
        [
          [21, 7, 102],
          [43, 7, 106],
          [65, 7, 110],
        ],
      ],
      "Three filters of 1 × 1: 1×1 + 10×2, then nothing but the bias of 7, then 2×1 + 100.",
    );
    const two = smallFilter.map((row) => row.map((pair) => pair.map((weight, n) => [weight, n === 0 ? 1 : 0])));
    t.equal(
      answer(smallImage, two, [smallBias, 0]),
      [
        [
          [3, 7],
          [11, 5],
        ],
      ],
      "Filter 0 is the one by hand: 3 and 11. Filter 1 adds up channel 0: 1 + 2 + 3 + 1 and 2 + 0 + 1 + 2.",
    );
    t.agrees(pictureAndLayer, "One list a place, one number a filter: its bias and all products of all channels.");
  },
});

export const q3 = exercise<(image: number[], kernel: number[], filters: number) => number>({
  id: "08.3",
  title: "Parameters of a layer",
  hints: [
    "How many weights has a single filter? It goes through all channels.",
    "Each filter has one bias. Which of the numbers in `image` do you need at all?",
    "(rows × columns × channels + 1) × filters.",
  ],
  solution: (image, kernel, filters) => (kernel[0] * kernel[1] * image[2] + 1) * filters,
  mistakes: [
    {
      name: "no biases",
      answer: (image, kernel, filters) => kernel[0] * kernel[1] * image[2] * filters,
      says: "These are the weights. Each filter also has a bias, and that is a parameter too.",
    },
    {
      name: "one bias for the layer",
      answer: (image, kernel, filters) => kernel[0] * kernel[1] * image[2] * filters + 1,
      says: "You count one bias for the whole layer. Each filter has its own.",
    },
    {
      name: "a bias for each channel",
      answer: (image, kernel, filters) => (kernel[0] * kernel[1] + 1) * image[2] * filters,
      says: "You count a bias for every channel of every filter. The channels are added up, and then one bias is added: one a filter.",
    },
    {
      name: "channels forgotten",
      answer: (_image, kernel, filters) => (kernel[0] * kernel[1] + 1) * filters,
      says: "You count one table of weights for each filter. It has one for each channel of the picture: rows × columns × channels.",
    },
    {
      name: "one filter",
      answer: (image, kernel) => kernel[0] * kernel[1] * image[2] + 1,
      says: "That is a single filter with its bias. The layer has `filters` of them.",
    },
    {
      name: "not shared",
      answer: (image, kernel, filters) =>
        (kernel[0] * kernel[1] * image[2] + 1) * filters * (image[0] - kernel[0] + 1) * (image[1] - kernel[1] + 1),
      says: "You count the weights anew for every place. A filter uses the same weights at all places, so they count once: the size of the picture does not matter.",
    },
    {
      name: "one bias for each place",
      answer: (image, kernel, filters) =>
        (kernel[0] * kernel[1] * image[2] + (image[0] - kernel[0] + 1) * (image[1] - kernel[1] + 1)) * filters,
      says: "You count a bias for each place. A filter has one bias, which it adds at all places.",
    },
    {
      name: "size of the picture",
      answer: (image, kernel, filters) => (kernel[0] * kernel[1] * image[0] * image[1] * image[2] + 1) * filters,
      says: "You multiply by the height and width of the picture. The weights are shared by all places, so these two do not matter.",
    },
    {
      name: "height for channels",
      answer: (image, kernel, filters) => (kernel[0] * kernel[1] * image[0] + 1) * filters,
      says: "You took the height of the picture for its channels. The shape is [height, width, channels]: channels are `image[2]`.",
    },
    {
      name: "square filter",
      answer: (image, kernel, filters) => (kernel[0] * kernel[0] * image[2] + 1) * filters,
      says: "You multiply the filter's rows by themselves. A filter need not be square: rows × columns.",
    },
    {
      name: "sides added",
      answer: (image, kernel, filters) => ((kernel[0] + kernel[1]) * image[2] + 1) * filters,
      says: "You add rows and columns of the filter. It has rows × columns weights a channel.",
    },
    {
      name: "numbers that come out",
      answer: (image, kernel, filters) => filters * (image[0] - kernel[0] + 1) * (image[1] - kernel[1] + 1),
      says: "You count the numbers that come out. Parameters are the numbers that the layer keeps: weights and biases.",
    },
  ],
  check(answer, t) {
    t.equal(answer([512, 512, 1], [3, 3], 2), 20, "Sobel's pair: 9 weights and a bias, twice.");
    t.equal(answer([32, 32, 3], [5, 5], 10), 760, "Each of the ten filters has 5 × 5 × 3 weights and a bias: 76.");
    t.equal(answer([20, 30, 4], [1, 7], 3), 87, "1 × 7 × 4 weights and a bias make 29, three times.");
    t.agrees(shapes, "(rows × columns × channels + 1) × filters.");
  },
});

const REDNESS = [1, -1 / 2, -1 / 2];
const BRIGHTNESS = [1 / 3, 1 / 3, 1 / 3];
const DARKNESS = BRIGHTNESS.map((weight) => -weight);

/** A layer of two 1 × 1 filters, each given by its weights for red, green and blue. */
const mixing = (first: number[], second: number[], bias = [0, 255]): Layer => ({
  weights: [[first.map((weight, n) => [weight, second[n]])]],
  bias,
});

/** Pixels on which exercise 08.4 tries a mixer. */
const tried = [
  [
    [200, 50, 40],
    [90, 120, 150],
  ],
];

export const q4 = exercise<() => Layer>({
  id: "08.4",
  title: "A layer of two 1 × 1 filters, by its weights",
  hints: [
    "1 × 1 filters: one row, one column. So the weights begin with two brackets that hold one thing each: `[[ … ]]`. In them stand three channels.",
    "Each channel has two weights: the first for filter 0, the second for filter 1. Red counts 1 for filter 0.",
    "Filter 1: minus a third of each channel, and the bias lifts the result to 255 for black.",
    "With `const red = [1, -1 / 3]`, and `green` and `blue` in the same way, the weights are `[[[red, green, blue]]]`, and the bias is `[0, 255]`.",
  ],
  solution: () => {
    const red = [1, -1 / 3];
    const green = [-1 / 2, -1 / 3];
    const blue = [-1 / 2, -1 / 3];
    return { weights: [[[red, green, blue]]], bias: [0, 255] };
  },
  mistakes: [
    {
      name: "filters before channels",
      answer: () => ({ weights: [[[REDNESS, DARKNESS]]], bias: [0, 255] }),
      says: "Your weights are in the order [1][1][filter][channel]. Channels come first, then filters: for red both weights, then for green, then for blue.",
    },
    {
      name: "filters in front",
      answer: () => ({
        weights: [REDNESS, DARKNESS].map((filter) => filter.map((weight) => [[weight]])),
        bias: [0, 255],
      }),
      says: "That is the order of PyTorch: [filter][channel][row][column]. Ours is [row][column][channel][filter], shape [1, 1, 3, 2].",
    },
    {
      name: "brackets missing",
      answer: () => ({ weights: mixing(REDNESS, DARKNESS).weights[0][0] as never, bias: [0, 255] }),
      says: "These are the right numbers, as a table of [channel][filter]. A filter also has rows and columns, one of each here: put two more brackets around it.",
    },
    {
      name: "no bias",
      answer: () => mixing(REDNESS, DARKNESS, [0, 0]),
      says: "The weights are right. But the negative of black must be 255, and weights alone make 0 of black: that is what the bias is for.",
    },
    {
      name: "biases swapped",
      answer: () => mixing(REDNESS, DARKNESS, [255, 0]),
      says: "The biases are swapped: the first belongs to filter 0, the second to filter 1, the negative.",
    },
    {
      name: "one bias for both",
      answer: () => mixing(REDNESS, DARKNESS, [255]),
      says: "There are two filters, so there are two biases. Filter 0 needs none: write 0 for it.",
    },
    {
      name: "sum instead of mean",
      answer: () => mixing([1, -1, -1], [-1, -1, -1]),
      says: "You take sums where means are wanted. The mean of green and blue has weights of a half, the mean of three channels has thirds. Otherwise white gives −255 where 0 is wanted.",
    },
    {
      name: "sum of green and blue",
      answer: () => mixing([1, -1, -1], DARKNESS),
      says: "Filter 0 subtracts green and blue in full, so white gives −255. Subtract their mean: half of each.",
    },
    {
      name: "positive, not negative",
      answer: () => mixing(REDNESS, BRIGHTNESS, [0, 0]),
      says: "Filter 1 gives the brightness. Its negative is wanted: 255 minus it. Turn the signs, and let the bias add the 255.",
    },
    {
      name: "added to 255",
      answer: () => mixing(REDNESS, BRIGHTNESS),
      says: "Filter 1 gives 255 plus the brightness. It should be 255 minus it: turn the signs of its weights.",
    },
    {
      name: "red alone",
      answer: () => mixing([1, 0, 0], DARKNESS),
      says: "Filter 0 looks at red only, so white gets 255 as well. Subtract the mean of green and blue.",
    },
    {
      name: "filters swapped",
      answer: () => mixing(DARKNESS, REDNESS, [255, 0]),
      says: "The two filters have changed places: the negative comes out as channel 0. Put it second, weights and bias.",
    },
    {
      name: "half for three channels",
      answer: () => mixing(REDNESS, [-1 / 2, -1 / 2, -1 / 2]),
      says: "Filter 1 weighs each of the three channels by a half. A mean of three has thirds.",
    },
    {
      name: "a third, rounded",
      answer: () => mixing(REDNESS, [-0.33, -0.33, -0.33]),
      says: "0.33 is not quite a third, so white does not give exactly 0. Write `-1 / 3`.",
    },
    {
      name: "grey as the eye sees it",
      answer: () => mixing(REDNESS, [-0.2125, -0.7154, -0.0721]),
      says: "You take the weights of `toGray` from lesson 03. Here the plain mean of the three channels is asked for: a third each.",
    },
  ],
  check(answer, t) {
    const layer = answer();
    if (!checkShape(layer, [1, 1, 3, 2], t)) return;
    const { weights, bias } = plain(layer);
    const through = (image: Picture) => windowsOf(image, weights, bias);
    t.equal(
      through([[[0, 0, 0]]]),
      [[[0, 255]]],
      "Through your layer a black pixel: not red at all, and its negative is white.",
    );
    t.equal(
      through([[[255, 255, 255]]]),
      [[[0, 0]]],
      "A white pixel: as much red as green and blue, and its negative is black.",
    );
    t.equal(
      through(tried),
      [
        [
          [155, 255 - 290 / 3],
          [-45, 135],
        ],
      ],
      "The pixel 200, 50, 40: 200 − 45, and 255 minus a third of 290. Then 90, 120, 150: 90 − 135, and 255 − 120.",
    );
  },
});

export const q5 = exercise<() => Layer>({
  id: "08.5",
  title: "A filter that finds where red begins",
  hints: [
    "Two things at once: which channels make red, and which columns make “more on the right than on the left”. You have weights for each of them already.",
    "Channels: 1, −1/2, −1/2. Columns: −1, 0, 1. The weight for column j and channel n is the product of the two.",
    "That fires where dark blue is followed by white, too: blue is less red than white. But less so than red. How large is the sum there, and how large from white to dark red? The bias goes between.",
    "`const row = [-1, 0, 1].map((a) => [1, -1 / 2, -1 / 2].map((c) => [a * c]));` makes one row of weights; use it three times. The two sums are about 220 and 327 then, so a bias of −270 will do.",
  ],
  solution: () => {
    const columns = [-1, 0, 1];
    const channels = [1, -1 / 2, -1 / 2];
    const row = columns.map((column) => channels.map((channel) => [column * channel]));
    return { weights: [row, row, row], bias: [-270] };
  },
  mistakes: [
    {
      name: "no bias",
      answer: () => edgeLayer([-1, 0, 1], [1, -1 / 2, -1 / 2], 0),
      says: "The weights are good. But without a bias every small step towards red counts, such as from blue to grey. The bias decides how large a step must be.",
    },
    {
      name: "bias too small",
      answer: () => edgeLayer([-1, 0, 1], [1, -1 / 2, -1 / 2], -100),
      says: "Your bias lets small steps through: from dark blue to white the sum is above 200, though nothing is red there. It must be more negative.",
    },
    {
      name: "bias too large",
      answer: () => edgeLayer([-1, 0, 1], [1, -1 / 2, -1 / 2], -400),
      says: "Your bias is too strict: the step from white to dark red does not reach it any more. Look for a value between the largest false step and the smallest true one.",
    },
    {
      name: "positive bias",
      answer: () => edgeLayer([-1, 0, 1], [1, -1 / 2, -1 / 2], 270),
      says: "Your bias is positive, so the output is above 0 almost everywhere. A threshold is a negative bias.",
    },
    {
      name: "red ends",
      answer: () => edgeLayer([1, 0, -1], [1, -1 / 2, -1 / 2], -270),
      says: "Your filter finds where red ends: left minus right. Turn the signs of the columns round: right minus left.",
    },
    {
      name: "lies on its side",
      answer: () => {
        const rows = [-1, 0, 1].map((a) => [0, 1, 2].map(() => [1, -1 / 2, -1 / 2].map((c) => [a * c])));
        return { weights: rows, bias: [-270] };
      },
      says: "Your filter compares above and below, so it finds where red begins downwards. Here it is from left to right: the sign must change from column to column.",
    },
    {
      name: "red channel only",
      answer: () => edgeLayer([-1, 0, 1], [1, 0, 0], -270),
      says: "You compare the red channel of both sides. White has as much of it as red, so nothing shows from white to red, and black to white fires. Subtract green and blue.",
    },
    {
      name: "edges of brightness",
      answer: () => edgeLayer([-1, 0, 1], [1 / 3, 1 / 3, 1 / 3], -270),
      says: "Your filter finds where it becomes brighter, whatever the colour. The channels need different signs: red for, green and blue against.",
    },
    {
      name: "red, not its beginning",
      answer: () => edgeLayer([1, 1, 1], [1, -1 / 2, -1 / 2], -270),
      says: "Your filter finds red, but not where it begins: it also answers in the middle of something red. The left column must count against.",
    },
    {
      name: "one row",
      answer: () => ({ weights: [edgeRow([-1, 0, 1], [1, -1 / 2, -1 / 2])], bias: [-90] }) as Layer,
      says: "That is a filter of one row, and it would do. Asked for are 3 × 3, which average three rows: use the row three times.",
    },
  ],
  check(answer, t) {
    const layer = answer();
    if (!checkShape(layer, [3, 3, 3, 1], t)) return;
    const places = answersAt(plain(layer));
    const wanted = places.filter(({ begins }) => begins);
    const missed = wanted.filter(({ output }) => !(output > 0));
    const invented = places.filter(({ begins, output }) => !begins && output > 0);
    const score = `Found ${wanted.length - missed.length} of ${wanted.length} beginnings, and ${invented.length} that are none.`;
    const [lost, extra] = [missed[0], invented[0]];
    const others = places.filter(({ begins }) => !begins);
    const advice =
      Math.min(...wanted.map(({ output }) => output)) > Math.max(...others.map(({ output }) => output))
        ? "Your weights are good: each beginning gives more than any other place. Only the bias has to change."
        : "Another bias alone does not help: some beginnings give less than some other places. Change the weights.";
    t.ok(
      missed.length === 0,
      `${score} For example, with ${lost?.what} the output is ${shown(lost?.output)}: something red begins there, so it must be above 0. ${advice}`,
    );
    t.ok(
      invented.length === 0,
      `${score} For example, with ${extra?.what} the output is ${shown(extra?.output)}: nothing red begins there, so it must not be above 0. ${advice}`,
    );
  },
});

/** Our own answer to exercise 08.5. */
export const redBegins = q5.definition.solution();

interface Asks {
  ok(holds: boolean, because: string): void;
}

/** Whether weights and bias have the shapes asked for; says so where not. */
function checkShape(layer: Layer, shape: number[], t: Asks): boolean {
  const [weights, bias] = [shapeOf(layer?.weights), shapeOf(layer?.bias)];
  const wanted = `[${shape.join(", ")}]`;
  t.ok(
    weights !== undefined && bias !== undefined,
    "Return `{ weights, bias }`: two arrays of finite numbers, with no holes.",
  );
  if (!weights || !bias) return false;
  t.ok(
    weights.join() === shape.join(),
    `\`weights\` should have the shape ${wanted}: rows, columns, channels in, filters. Yours has [${weights.join(", ")}].`,
  );
  t.ok(
    bias.join() === String(shape[3]),
    `\`bias\` should be a list with one number a filter: ${shape[3]}. Yours has the shape [${bias.join(", ")}].`,
  );
  return weights.join() === shape.join() && bias.join() === String(shape[3]);
}

/** Weights and bias as plain arrays, of whatever kind they are. */
function plain({ weights, bias }: Layer): Layer {
  return {
    weights: toNested(toNdarray(weights, "weights")) as Weights,
    bias: toList(toNdarray(bias, "bias")),
  };
}

function shown(value: number | undefined): string {
  return value === undefined ? "" : String(Math.round(value)).replace("-", "−");
}

function edgeRow(columns: number[], channels: number[]): Picture {
  return columns.map((column) => channels.map((channel) => [column * channel]));
}

function edgeLayer(columns: number[], channels: number[], bias: number): Layer {
  const row = edgeRow(columns, channels);
  return { weights: [row, row, row], bias: [bias] };
}

/** A single filter [rows][columns][channels] as weights of a layer. */
function asWeights(filter: Picture): Weights {
  return filter.map((row) => row.map((weights) => weights.map((weight) => [weight])));
}

/** A single filter for one channel, [rows][columns], as weights of a layer. */
function asPlaneWeights(filter: number[][]): Weights {
  return filter.map((row) => row.map((weight) => [[weight]]));
}

/** Adds up something for every weight of a filter. */
function summed(filter: Picture, term: (weight: number, i: number, j: number, n: number) => number): number {
  return filter.reduce(
    (all, row, i) => row.reduce((sum, weights, j) => weights.reduce((s, w, n) => s + term(w, i, j, n), sum), all),
    0,
  );
}

/** A layer's output, rows of pixels; none for absurd input. */
function windowsOf(image: Picture, weights: Weights, bias: number[]): Picture {
  return nested(image, weights, bias, "valid");
}

function nested(image: Picture, weights: Weights, bias: number[], padding: "same" | "valid"): Picture {
  try {
    return toNested(conv2d(image, weights, { bias, padding })) as Picture;
  } catch {
    return [];
  }
}

/** The outputs of each channel by itself, channel after channel for each filter. */
function channelsApart(image: Picture, weights: Weights, bias: number[]): Picture {
  const depth = weights[0][0].length;
  const each = Array.from({ length: depth }, (_, n) =>
    windowsOf(
      image.map((row) => row.map((pixel) => [pixel[n]])),
      weights.map((row) => row.map((channels) => [channels[n]])),
      bias,
    ),
  );
  return each[0].map((row, r) => row.map((_, c) => bias.flatMap((_bias, m) => each.map((map) => map[r][c][m]))));
}

function transposed(output: Picture): Picture {
  return (output[0] ?? []).map((_, c) => output.map((row) => row[c]));
}
