import { sampleImage } from "cnn-workbook";
import {
  dependent,
  exercise,
  integers,
  mapped,
  matrices,
  nestedArrays,
  prediction,
  tuple,
} from "cnn-workbook/exercises";
import { black, exposure } from "./hidden.js";
import { places } from "./places.js";
import { stripesApart } from "./stripesApart.js";

export { black, original, white } from "./hidden.js";
export { loadPhoto } from "./loadPhoto.js";
export { places, showPlaces } from "./places.js";
export { sentences } from "./sentences.js";
export { shuffled } from "./shuffled.js";
export { ink, paper, sign } from "./sign.js";
export { stripesApart } from "./stripesApart.js";

export const p1 = prediction({
  id: "03.p1",
  question: "Which letter stands where `street.get(90, 330, 0)` reads?",
  choices: places.map(({ name }) => name),
  answer: places.findIndex(({ row, column }) => row === 90 && column === 330) + 1,
  explain:
    "First the row, counted from the top: 90 rows down. Then the column, from the left: 330. Whoever read (x, y) as in geometry chose A; whoever counted from the bottom, D; from the right, B.",
});

export const p2 = prediction({
  id: "03.p2",
  question: "A photograph has the shape [1050, 700, 3]. How does it lie?",
  choices: ["Wide: 1050 across and 700 down", "Upright: 700 across and 1050 down", "The shape does not tell"],
  answer: 2,
  explain:
    "The shape has the rows first: 1050 rows, so 1050 high, and 700 wide. A shop or a camera writes the same picture as 700 × 1050. A square picture never shows this mistake, so test with one that is not square.",
});

const apart = stripesApart(sampleImage("street"));

export const p3 = prediction({
  id: "03.p3",
  question: "In which channel are the red and white stripes of the awning hardest to see?",
  choices: ["Red", "Green", "Blue"],
  answer: apart.indexOf(Math.min(...apart)) + 1,
  explain: `White has much of all three. Red has much red too, and little else. So in the red channel both stripes are bright: a white and a red one differ by ${apart[0]} there, in green by ${apart[1]}, in blue by ${apart[2]}.`,
});

export const p4 = prediction({
  id: "03.p4",
  question: "The sign becomes grey: 0.2125 red + 0.7154 green + 0.0721 blue. What can be read?",
  choices: ["EXIT, bright on dark", "EXIT, dark on bright", "Nothing: one even grey"],
  answer: 3,
  explain:
    "0.2125 × 200 + 0.7154 × 100 = 114.0, and 0.2125 × 20 + 0.7154 × 128 + 0.0721 × 250 = 113.8. Three numbers became one, so many colours share a grey value. What differs in nothing but colour is lost.",
});

export const p5 = prediction({
  id: "03.p5",
  question:
    "The pixels 10, 120, 200, 250 become brighter by 100, are stored, and become darker by 100. Which four numbers are left?",
  answer: [10, 120, 155, 155],
  explain:
    "Brighter: 110, 220, and twice 255, because 300 and 350 do not fit. Darker: 10, 120, 155, 155. 200 and 250 have become the same number, and no arithmetic can part them again.",
});

export const p6 = prediction({
  id: "03.p6",
  question: "All pixels of a picture change places at random. What becomes of its histogram?",
  choices: [
    "It becomes flat: all values equally often",
    "It becomes a hill in the middle",
    "Nothing: it stays the same",
  ],
  answer: 3,
  explain:
    "A histogram counts how often each value occurs, not where. The same numbers give the same counts. So it tells about light, and nothing about what is on the picture.",
});

export const p7 = prediction({
  id: "03.p7",
  question: "100 colour pictures, each 64 wide and 48 high, are one batch. What is its shape?",
  choices: ["[100, 64, 48, 3]", "[100, 48, 64, 3]", "[48, 64, 3, 100]", "[100, 3, 48, 64]"],
  answer: 2,
  explain:
    "Which picture, which row, which column, which channel: [100, 48, 64, 3], as TensorFlow has it. PyTorch has the channels before the rows, [100, 3, 48, 64]: the same numbers in another order.",
});

/** How many different numbers a picture has. */
const kinds = (image: typeof black) => new Set(image.data).size;

export const p8 = prediction({
  id: "03.p8",
  question: "Which of the two pictures can be saved?",
  choices: [
    "The white one: more light carries more information",
    "The black one: its numbers are small, but not equal",
    "Either: making darker and making brighter are the same arithmetic",
  ],
  answer: kinds(black) > 2 ? 2 : 1,
  explain: `The black one looks even, but its pixels differ: ${kinds(black)} values, each in its right place, which we can spread from 0 to 255. In the white one nearly all pixels were beyond 255 and have become the same number. What is equal cannot be parted. (It got ${exposure.extra} too much.)`,
});

export const p9 = prediction({
  id: "03.p9",
  question: "Which number is on the boat's sail?",
  answer: 27,
  range: [0, 99],
  explain:
    "27. The sail is bright and the number dark, so rounding left them different values. What differed less has become equal: look at the sky.",
});

const shapes = tuple<[number, number, number]>(integers(1, 5), integers(1, 6), integers(1, 4));

const pixelInShape = dependent(shapes, (shape) =>
  mapped(
    tuple<[number, number, number]>(integers(0, shape[0] - 1), integers(0, shape[1] - 1), integers(0, shape[2] - 1)),
    ([y, x, c]): [number, number, number, number[]] => [y, x, c, shape],
  ),
);

export const q1 = exercise<(y: number, x: number, c: number, shape: number[]) => number>({
  id: "03.1",
  title: "The place of a number in the list",
  hints: [
    "How many whole rows lie before row y, and how many numbers has a row? How many whole pixels lie before column x in its own row?",
    "A row has width × channels numbers, a pixel has channels. So y rows, x pixels and c numbers lie before it.",
    "The width is `shape[1]`, the channels are `shape[2]`. The height is not needed.",
  ],
  solution: (y, x, c, shape) => {
    const width = shape[1];
    const channels = shape[2];
    return (y * width + x) * channels + c;
  },
  mistakes: [
    {
      name: "height for width",
      answer: (y, x, c, [height, , channels]) => (y * height + x) * channels + c,
      says: "You multiply the row by the height. Before row y lie y whole rows, and a row is as long as the picture is wide: `shape[1]`.",
    },
    {
      name: "x for y",
      answer: (y, x, c, [, width, channels]) => (x * width + y) * channels + c,
      says: "Row and column are swapped: you step x whole rows down and y pixels across. y counts rows, x counts columns.",
    },
    {
      name: "column after column",
      answer: (y, x, c, [height, , channels]) => (x * height + y) * channels + c,
      says: "That is the place if the columns stood one behind the other. Here the rows do: y whole rows first, then x pixels.",
    },
    {
      name: "one plane after another",
      answer: (y, x, c, [height, width]) => (c * height + y) * width + x,
      says: "That is right for channels first, as PyTorch stores them: the whole red plane, then green, then blue. Here the three numbers of a pixel stand side by side.",
    },
    {
      name: "no channels",
      answer: (y, x, _c, [, width]) => y * width + x,
      says: "That counts pixels. Each pixel takes as many places in the list as there are channels, and then comes the channel itself.",
    },
    {
      name: "pixels and channel",
      answer: (y, x, c, [, width]) => y * width + x + c,
      says: "You count pixels and add the channel. But every pixel before takes as many places as there are channels: multiply the number of pixels by them.",
    },
    {
      name: "rows counted in pixels",
      answer: (y, x, c, [, width, channels]) => y * width + x * channels + c,
      says: "Your columns are counted in numbers, but your rows in pixels. A whole row takes width × channels places: a pair of brackets helps.",
    },
    {
      name: "columns counted in pixels",
      answer: (y, x, c, [, width, channels]) => y * width * channels + x + c,
      says: "Your rows are right, but a column takes `channels` places, not one. Multiply x by them too.",
    },
    {
      name: "columns as long as rows",
      answer: (y, x, c, [, width, channels]) => y * width * channels + x * width + c,
      says: "Your rows are right, but one column further is one pixel further: `channels` places, not `width`.",
    },
    {
      name: "each index times its own side",
      answer: (y, x, c, [height, width, channels]) => y * height + x * width + c * channels,
      says: "You multiply each index by the side of its own axis. Ask instead how many numbers one step skips: a row skips width × channels, a column skips channels, a channel skips one.",
    },
    {
      name: "the channel is forgotten",
      answer: (y, x, _c, [, width, channels]) => (y * width + x) * channels,
      says: "That is where the pixel begins, its red number. Go `c` places further for channel c.",
    },
    {
      name: "counts from 1",
      answer: (y, x, c, [, width, channels]) => (y * width + x) * channels + c + 1,
      says: "One too far: the first number of the list has place 0. How many numbers stand before this one?",
    },
    {
      name: "always three channels",
      answer: (y, x, c, [, width]) => (y * width + x) * 3 + c,
      says: "You count on three channels. A grey picture has one, some have four: take `shape[2]`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(1, 2, 0, [2, 4, 3]), 18, "One row of 4 × 3 numbers and two pixels of 3 lie before it.");
    t.equal(answer(0, 0, 2, [2, 5, 3]), 2, "The third number of the very first pixel.");
    t.equal(answer(2, 1, 0, [4, 6, 1]), 13, "In grey: two rows of 6, and one pixel.");
    t.agrees(pixelInShape, "y whole rows, x whole pixels and c numbers lie before it.");
  },
});

const bytes = integers(0, 255);

const colourImages = dependent(tuple<[number, number]>(integers(1, 3), integers(1, 4)), ([height, width]) =>
  mapped(nestedArrays([height, width, 3], bytes), (image): [number[][][]] => [image as number[][][]]),
);

type Grey = (image: number[][][]) => number[][];
const weigh =
  (pixel: (red: number, green: number, blue: number) => number): Grey =>
  (image) =>
    image.map((row) => row.map(([red, green, blue]) => pixel(red, green, blue)));

export const q2 = exercise<Grey>({
  id: "03.2",
  title: "From colour to grey",
  hints: [
    "The grey value of one pixel is a weighted sum of three numbers, as in the lines above the exercise.",
    "The largest weight, 0.7154, belongs to green.",
    "`0.2125 * red + … * green + … * blue`",
  ],
  solution: (image) => {
    const grey: number[][] = [];
    for (const row of image) {
      const line: number[] = [];
      for (const [red, green, blue] of row) {
        line.push(0.2125 * red + 0.7154 * green + 0.0721 * blue);
      }
      grey.push(line);
    }
    return grey;
  },
  mistakes: [
    {
      name: "the plain mean",
      answer: weigh((red, green, blue) => (red + green + blue) / 3),
      says: "That is the plain mean: it takes blue for as bright as green. The eye does not. Weigh with 0.2125, 0.7154 and 0.0721.",
    },
    {
      name: "the plain sum",
      answer: weigh((red, green, blue) => red + green + blue),
      says: "That is the plain sum, which goes up to 765. Give each its weight: 0.2125, 0.7154 and 0.0721 add up to 1, so that white stays 255.",
    },
    {
      name: "weights in the wrong order",
      answer: weigh((red, green, blue) => 0.0721 * red + 0.7154 * green + 0.2125 * blue),
      says: "Red and blue have changed weights. Channel 0 is red, with 0.2125; channel 2 is blue, with 0.0721. (OpenCV stores blue first: there this is the way.)",
    },
    {
      name: "red and green swapped",
      answer: weigh((red, green, blue) => 0.7154 * red + 0.2125 * green + 0.0721 * blue),
      says: "Red and green have changed weights. Green looks brightest, so 0.7154 belongs to green.",
    },
    {
      name: "divided by three as well",
      answer: weigh((red, green, blue) => (0.2125 * red + 0.7154 * green + 0.0721 * blue) / 3),
      says: "You weigh and then divide by 3 as well. The weights add up to 1 already; dividing once more makes white dark.",
    },
    {
      name: "blue forgotten",
      answer: weigh((red, green) => 0.2125 * red + 0.7154 * green),
      says: "Blue is missing. Its weight is small, 0.0721, but without it white would not stay 255.",
    },
    {
      name: "red alone",
      answer: weigh((red) => red),
      says: "That is the red channel. It makes a red wall as bright as a white one. Mix all three, each with its weight.",
    },
    {
      name: "green alone",
      answer: weigh((_red, green) => 0.7154 * green),
      says: "Only green is there. Add 0.2125 × red and 0.0721 × blue.",
    },
    {
      name: "the brightest channel",
      answer: weigh((red, green, blue) => Math.max(red, green, blue)),
      says: "You take the largest of the three. Then pure blue becomes white. Weigh and add instead.",
    },
    {
      name: "weights of old television",
      answer: weigh((red, green, blue) => 0.299 * red + 0.587 * green + 0.114 * blue),
      says: "0.299, 0.587 and 0.114 are the weights of older television, which OpenCV and Pillow still take. Not wrong, but another convention; this course takes 0.2125, 0.7154 and 0.0721.",
    },
    {
      name: "rounded",
      answer: weigh((red, green, blue) => Math.round(0.2125 * red + 0.7154 * green + 0.0721 * blue)),
      says: "You round each grey value. Leave the fraction: it is lost soon enough, when a picture is stored in whole numbers.",
    },
  ],
  check(answer, t) {
    t.equal(answer([[[200, 50, 100]]]), [[85.48]], "42.5 from red, 35.77 from green and 7.21 from blue.");
    t.equal(
      answer([
        [
          [255, 0, 0],
          [0, 255, 0],
          [0, 0, 255],
        ],
        [
          [255, 255, 255],
          [0, 0, 0],
          [100, 100, 100],
        ],
      ]),
      [
        [54.1875, 182.427, 18.3855],
        [255, 0, 100],
      ],
      "Red, green, blue; then white stays 255, black stays 0, and a grey pixel stays as it was.",
    );
    t.agrees(colourImages, "Each pixel becomes 0.2125 red + 0.7154 green + 0.0721 blue, at its own place.");
  },
});

type Adjust = (image: number[][], contrast: number, brightness: number) => number[][];
const clip = (value: number) => Math.min(255, Math.max(0, value));
const each = (image: number[][], change: (value: number) => number) => image.map((row) => row.map(change));

/** An answer that does this to each pixel. */
const pixelwise =
  (change: (v: number, contrast: number, brightness: number) => number): Adjust =>
  (image, contrast, brightness) =>
    each(image, (v) => change(v, contrast, brightness));
const unclipped = (v: number, contrast: number, brightness: number) => 128 + contrast * (v - 128) + brightness;

const adjustments = tuple<[number[][], number, number]>(
  matrices({ rows: [1, 3], columns: [1, 4], values: bytes }),
  mapped(integers(0, 12), (quarters) => quarters / 4),
  integers(-150, 150),
);

export const q3 = exercise<Adjust>({
  id: "03.3",
  title: "Contrast, brightness, and what does not fit",
  hints: [
    "First for one value: how far is it from 128? Stretch that distance, put 128 back, add the brightness.",
    "What is above 255 becomes 255, what is below 0 becomes 0. `Math.min` and `Math.max` do that, once, at the end.",
    "`Math.min(255, Math.max(0, 128 + contrast * (value - 128) + brightness))` for each value of each row.",
  ],
  solution: (image, contrast, brightness) =>
    image.map((row) =>
      row.map((value) => {
        const changed = 128 + contrast * (value - 128) + brightness;
        return Math.min(255, Math.max(0, changed));
      }),
    ),
  mistakes: [
    {
      name: "not clipped",
      answer: pixelwise(unclipped),
      says: "The arithmetic is right, but some results lie below 0 or above 255, and no byte can hold them. Clip them: below 0 becomes 0, above 255 becomes 255.",
    },
    {
      name: "clipped at the top only",
      answer: pixelwise((...all) => Math.min(255, unclipped(...all))),
      says: "You clip at 255 but not at 0: negative values are left. Contrast pushes dark pixels below 0 as well.",
    },
    {
      name: "clipped at the bottom only",
      answer: pixelwise((...all) => Math.max(0, unclipped(...all))),
      says: "You clip at 0 but not at 255: values above 255 are left.",
    },
    {
      name: "up to 256",
      answer: pixelwise((...all) => Math.min(256, Math.max(0, unclipped(...all)))),
      says: "You clip at 256. There are 256 values, but they begin with 0, so the last one is 255.",
    },
    {
      name: "min and max swapped",
      answer: pixelwise((...all) => {
        const atMost0 = Math.min(0, unclipped(...all));
        return Math.max(255, atMost0);
      }),
      says: "`Math.min` and `Math.max` have changed places: everything becomes 255. `Math.min(255, …)` takes the smaller of the two, so nothing exceeds 255; `Math.max(0, …)` keeps it from falling below 0.",
    },
    {
      name: "rows taken for numbers",
      answer: (image, contrast, brightness) =>
        image.map((row) =>
          clip(128 + contrast * ((row as unknown as number) - 128) + brightness),
        ) as unknown as number[][],
      says: "You calculate with whole rows, which are lists, not numbers. Go through the rows, and inside through the values of each: `image.map((row) => row.map((value) => …))`.",
    },
    {
      name: "contrast around 0",
      answer: pixelwise((v, contrast, brightness) => clip(contrast * v + brightness)),
      says: "You multiply the value itself, so everything becomes brighter. Contrast stretches the distance from 128: `128 + contrast * (value - 128)`.",
    },
    {
      name: "brightness is stretched too",
      answer: pixelwise((v, contrast, brightness) => clip(128 + contrast * (v + brightness - 128))),
      says: "You add the brightness before the contrast, so it is stretched too. Contrast first, then add the brightness.",
    },
    {
      name: "clipped twice",
      answer: pixelwise((v, contrast, brightness) => clip(clip(128 + contrast * (v - 128)) + brightness)),
      says: "You clip between contrast and brightness as well. What is cut off there cannot come back: do all arithmetic first, and clip once at the end.",
    },
    {
      name: "128 is not put back",
      answer: pixelwise((v, contrast, brightness) => clip(contrast * (v - 128) + brightness)),
      says: "You take 128 away and do not put it back, so everything becomes much darker. A pixel of 128 must stay 128 when brightness is 0.",
    },
    {
      name: "arguments swapped",
      answer: pixelwise((v, contrast, brightness) => clip(128 + brightness * (v - 128) + contrast)),
      says: "Contrast and brightness have changed roles. Contrast is multiplied, brightness is added.",
    },
    {
      name: "wraps round",
      answer: pixelwise((...all) => Uint8Array.of(Math.floor(unclipped(...all)))[0]),
      says: "Values that do not fit start again from the other end: 256 becomes 0, so white turns black. That is how plain bytes behave. Clip before you store.",
    },
    {
      name: "remainder",
      answer: pixelwise((...all) => unclipped(...all) % 256),
      says: "You take the remainder of 256, which turns 256 into 0: white becomes black. Clip instead: too large becomes 255.",
    },
    {
      name: "rounded",
      answer: pixelwise((...all) => Math.round(clip(unclipped(...all)))),
      says: "You round the results. Leave the fractions here: rounding in each step loses a little each time.",
    },
    {
      name: "changes the picture it was given",
      answer: (image, contrast, brightness) => {
        for (const row of image) {
          for (let x = 0; x < row.length; x++) row[x] = clip(128 + contrast * (row[x] - 128) + brightness);
        }
        return image;
      },
      says: "The numbers are right, but you wrote them into the picture that you were given, and the original is gone. Fill a new one, for example with `map`. (`[...image]` is not enough: it is a new list of the same rows.)",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([[108, 128, 168]], 2, 0),
      [[88, 128, 208]],
      "20 below 128 becomes 40 below; 128 stays; 40 above becomes 80.",
    );
    t.equal(
      answer(
        [
          [10, 120],
          [200, 250],
          [0, 30],
        ],
        1,
        100,
      ),
      [
        [110, 220],
        [255, 255],
        [100, 130],
      ],
      "Contrast 1 changes nothing; 300 and 350 do not fit.",
    );
    t.equal(answer([[60, 100, 250]], 3, -20), [[0, 24, 255]], "−96 becomes 0, and 474 becomes 255.");
    t.agrees(adjustments, "128 + contrast × (value − 128) + brightness, then clipped once to 0 … 255.");
  },
});

type Turn = (image: number[][]) => number[][];

/** A picture of that many rows and columns. */
const made = (height: number, width: number, value: (y: number, x: number) => number) =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => value(y, x)));
const sameShape = (image: number[][], value: (y: number, x: number) => number) =>
  made(image.length, image[0].length, value);

const SAME_SHAPE =
  "your result has the shape of the picture, and so you read or write beyond the border of one that is not square. A quarter turn makes [height, width] into [width, height]: the result has `width` rows, each of `height` numbers.";

export const q4 = exercise<Turn>({
  id: "03.4",
  title: "A quarter turn clockwise",
  hints: [
    "Turn a sheet of paper. Its left edge, read from the bottom up, has become the top row. So how many rows has the result, and how many columns?",
    "The result has as many rows as the picture has columns. Its row y is the picture's column y, read from the bottom up.",
    "Row y, column x of the result is `image[height - 1 - x][y]`.",
  ],
  solution: (image) => {
    const height = image.length;
    const width = image[0].length;
    const turned: number[][] = [];
    for (let y = 0; y < width; y++) {
      const row: number[] = [];
      for (let x = 0; x < height; x++) {
        row.push(image[height - 1 - x][y]);
      }
      turned.push(row);
    }
    return turned;
  },
  mistakes: [
    {
      name: "anticlockwise",
      answer: (image) => made(image[0].length, image.length, (y, x) => image[x][image[0].length - 1 - y]),
      says: "You turned it the other way, anticlockwise. Clockwise, the left edge comes to the top, read from the bottom up.",
    },
    {
      name: "transposed",
      answer: (image) => made(image[0].length, image.length, (y, x) => image[x][y]),
      says: "You swapped rows and columns. That is a mirror image along the diagonal, not a turn: writing would be back to front. Read each column from the bottom up.",
    },
    {
      name: "transposed the other way",
      answer: (image) =>
        made(image[0].length, image.length, (y, x) => image[image.length - 1 - x][image[0].length - 1 - y]),
      says: "You read the columns from the bottom up, but from right to left: that is a mirror image. Row 0 of the result is column 0 of the picture.",
    },
    {
      name: "half a turn",
      answer: (image) => [...image].reverse().map((row) => [...row].reverse()),
      says: "That is half a turn: top and bottom are swapped, and left and right. After a quarter turn, rows have become columns, and a picture of 2 × 3 becomes 3 × 2.",
    },
    {
      name: "left and right swapped",
      answer: (image) => image.map((row) => [...row].reverse()),
      says: "You swapped left and right, as a mirror does. After a quarter turn, rows have become columns, and a picture of 2 × 3 becomes 3 × 2.",
    },
    {
      name: "top and bottom swapped",
      answer: (image) => [...image].reverse(),
      says: "You swapped top and bottom. That is half of it: then rows must become columns.",
    },
    {
      name: "keeps the shape",
      answer: (image) => sameShape(image, (y, x) => image[image.length - 1 - x][y]),
      says: `On a square picture this works, but ${SAME_SHAPE}`,
    },
    {
      name: "keeps the shape, reads with ?.",
      answer: (image) => sameShape(image, (y, x) => image[image.length - 1 - x]?.[y]),
      says: `On a square picture this works, but ${SAME_SHAPE}`,
    },
    {
      name: "transposed, keeps the shape",
      answer: (image) => sameShape(image, (y, x) => image[x][y]),
      says: `You swapped rows and columns: a mirror image along the diagonal, not a turn. Read each column from the bottom up. Besides, ${SAME_SHAPE}`,
    },
    {
      name: "indices swapped",
      answer: (image) => made(image[0].length, image.length, (y, x) => image[y][image.length - 1 - x]),
      says: "You read `image[y][…]`, so row y of the result is made of row y of the picture: left and right are swapped, nothing is turned. Row y must be made of column y: put y into the second bracket.",
    },
    {
      name: "one row too far",
      answer: (image) => made(image[0].length, image.length, (y, x) => image[image.length - x]?.[y]),
      says: "You begin one row too far down: the last row is `height - 1`, and `image[height]` is not there. Count from `height - 1 - x`.",
    },
    {
      name: "one row, many times",
      answer: (image) => {
        const turned: number[][] = new Array(image[0].length).fill(new Array(image.length).fill(0));
        for (let y = 0; y < turned.length; y++) {
          for (let x = 0; x < image.length; x++) turned[y][x] = image[image.length - 1 - x][y];
        }
        return turned;
      },
      says: "All your rows are one and the same row: `fill` put the same array everywhere, and the last one written is seen in all. Make a new row in each pass of the loop.",
    },
    {
      name: "one long list",
      answer: (image) =>
        made(image[0].length, image.length, (y, x) => image[image.length - 1 - x][y]).flat() as unknown as number[][],
      says: "The numbers are in the right order, but in one long list. Make a row for each y, and put the rows into the result.",
    },
    {
      name: "turns the caller's picture over",
      answer: (image) => {
        image.reverse();
        return made(image[0].length, image.length, (y, x) => image[x][y]);
      },
      says: "The result is right, but `reverse` turned the caller's own picture upside down. Copy first: `[...image].reverse()`.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([
        [1, 2],
        [3, 4],
      ]),
      [
        [3, 1],
        [4, 2],
      ],
      "The left edge, 1 over 3, comes to the top, read from the bottom up: 3 1.",
    );
    t.equal(
      answer([
        [1, 2, 3],
        [4, 5, 6],
      ]),
      [
        [4, 1],
        [5, 2],
        [6, 3],
      ],
      "The left edge, 1 over 4, comes to the top, read from the bottom up: 4 1.",
    );
    t.equal(answer([[7, 8]]), [[7], [8]], "A row becomes a column, its left end on top.");
    t.equal(answer([[7], [8], [9]]), [[9, 8, 7]], "A column becomes a row that begins with its bottom.");
    t.agrees(
      [matrices({ rows: [1, 4], columns: [1, 5], values: integers(0, 99) })],
      "Row y of the result is column y, read from the bottom up.",
    );
  },
});

type Stretch = (image: number[][]) => number[][];

/** Smallest and largest value. */
function extremes(values: number[]): [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

/** An answer that does this to each pixel, and makes 0 of a picture whose pixels are all equal. */
const stretched =
  (change: (v: number, low: number, high: number) => number): Stretch =>
  (image) => {
    const [low, high] = extremes(image.flat());
    return each(image, (v) => (high === low ? 0 : change(v, low, high)));
  };

export const q5 = exercise<Stretch>({
  id: "03.5",
  title: "Stretch the contrast of a whole picture",
  hints: [
    "Two passes: the first finds the smallest and the largest value of all rows, the second changes each value.",
    "Take the smallest away, so that it becomes 0. By what must you multiply so that the largest becomes 255?",
    "`(value - low) * 255 / (high - low)`. What happens there when all pixels are equal? Treat that first.",
    "`for (const row of image) for (const value of row) { if (value < low) low = value; … }`, beginning with `let low = image[0][0]`.",
  ],
  solution: (image) => {
    let low = image[0][0];
    let high = image[0][0];
    for (const row of image) {
      for (const value of row) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    const range = high - low;
    return image.map((row) => row.map((value) => (range > 0 ? ((value - low) * 255) / range : 0)));
  },
  mistakes: [
    {
      name: "the smallest is not taken away",
      answer: (image) => {
        const [, high] = extremes(image.flat());
        return each(image, (v) => (high === 0 ? 0 : (v * 255) / high));
      },
      says: "The largest becomes 255, but the smallest does not become 0. Take the smallest away from every value first. (If you do: a search that begins at 0 finds no pixel below it. Begin with `image[0][0]`.)",
    },
    {
      name: "divided by the largest alone",
      answer: (image) => {
        const [low, high] = extremes(image.flat());
        return each(image, (v) => (high === 0 ? 0 : ((v - low) * 255) / high));
      },
      says: "The smallest becomes 0, but the largest does not reach 255. After taking `low` away the largest is `high - low`: divide by that.",
    },
    {
      name: "equal pixels become NaN",
      answer: (image) => {
        const [low, high] = extremes(image.flat());
        return each(image, (v) => ((v - low) * 255) / (high - low));
      },
      says: "When all pixels are equal, `high - low` is 0, and 0/0 is NaN. There is nothing to stretch then: return 0 everywhere.",
    },
    {
      name: "equal pixels stay",
      answer: (image) => {
        const [low, high] = extremes(image.flat());
        return high === low ? image.map((row) => [...row]) : each(image, (v) => ((v - low) * 255) / (high - low));
      },
      says: "When all pixels are equal you leave them as they are. They are the smallest value too, and the smallest becomes 0.",
    },
    {
      name: "each row by itself",
      answer: (image) =>
        image.map((row) => {
          const [low, high] = extremes(row);
          return row.map((v) => (high === low ? 0 : ((v - low) * 255) / (high - low)));
        }),
      says: "You stretch each row by itself, so equal pixels in different rows become different. Find the smallest and largest of the whole picture first.",
    },
    {
      name: "the first row decides",
      answer: (image) => {
        const [low, high] = extremes(image[0]);
        return each(image, (v) => (high === low ? 0 : ((v - low) * 255) / (high - low)));
      },
      says: "Your smallest and largest are those of the first row. Look through all rows before you change anything.",
    },
    {
      name: "else if",
      answer: (image) => {
        let [low, high] = [255, 0];
        for (const v of image.flat()) {
          if (v < low) low = v;
          else if (v > high) high = v;
        }
        return each(image, (v) => (high > low ? ((v - low) * 255) / (high - low) : 0));
      },
      says: "A value that is a new smallest is never tried as the largest, because of the `else`. If the largest comes first, you miss it. Ask both questions of every value.",
    },
    {
      name: "0 to 1",
      answer: stretched((v, low, high) => (v - low) / (high - low)),
      says: "Your values go from 0 to 1. Networks often like them so (lesson 16), but a picture here goes to 255: multiply by it.",
    },
    {
      name: "the search begins at the ends",
      answer: (image) => each(image, (v) => v),
      says: "The picture comes back as it was. If your search begins with `low = 0` and `high = 255`, no pixel is below or above. Begin with a pixel: `image[0][0]`.",
    },
    {
      name: "rows taken for numbers",
      answer: (image) => each(image, () => Number.NaN),
      says: "Everything is NaN, not a number. `Math.min(...image)` gets the rows, which are lists. Compare their values: a loop in a loop, or `image.flat()`.",
    },
    {
      name: "inside out",
      answer: stretched((v, low, high) => ((high - v) * 255) / (high - low)),
      says: "Dark and bright are swapped: you subtract the value from the largest. Subtract the smallest from the value.",
    },
    {
      name: "rounded",
      answer: stretched((v, low, high) => Math.round(((v - low) * 255) / (high - low))),
      says: "You round the results. Leave the fractions here; `imagePlot` rounds when it draws.",
    },
    {
      name: "writes into the picture",
      answer: (image) => {
        const [low, high] = extremes(image.flat());
        for (const row of image)
          row.forEach((v, x) => {
            row[x] = high === low ? 0 : ((v - low) * 255) / (high - low);
          });
        return image;
      },
      says: "The numbers are right, but the picture that you were given is overwritten. Fill a new one, for example with `map`.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([
        [2, 4],
        [3, 7],
        [5, 2],
      ]),
      [
        [0, 102],
        [51, 255],
        [153, 0],
      ],
      "From 2 to 7 are 5 steps, each 51 of 255.",
    );
    t.equal(answer([[100, 60, 90]]), [[255, 0, 191.25]], "60 becomes 0 and 100 becomes 255.");
    t.equal(
      answer([
        [9, 9],
        [9, 9],
      ]),
      [
        [0, 0],
        [0, 0],
      ],
      "All pixels are equal, so all become 0.",
    );
    t.equal(answer([[5, 6]]), [[0, 255]], "Neighbouring values are enough: the smaller becomes 0, the larger 255.");
    t.agrees(
      [matrices({ rows: [1, 4], columns: [1, 5], values: bytes })],
      "(value − low) × 255 / (high − low), low and high of the whole picture.",
    );
  },
});
