import { architectures, convOutputSize, type Layer, summarize } from "cnn-workbook/architectures";
import { windowCount, windowRows } from "./windows.js";

const decimals = (value: number) => String(Math.round(value * 100) / 100);
const size = (input: number, kernel: number, stride: number, padding = 0) => {
  const out = convOutputSize({ input, kernel, stride, padding });
  return out.fits ? String(out.size) : decimals(out.exact);
};

/** The slides' 7 cells and window of 3. */
export const seven = {
  one: size(7, 3, 1),
  two: size(7, 3, 2),
  three: size(7, 3, 3),
};

/** In how many windows of 3 × 3 a pixel of a 6 × 6 picture lies: at the corner, with and without zeros, and inside. */
const uses = (padding: number, cell: number) =>
  windowRows(6, 3, { padding }).reduce((sum, row) => sum + row[cell + padding], 0);
export const corner = { without: uses(0, 0) ** 2, padded: uses(1, 0) ** 2, inside: uses(1, 2) ** 2 };

export const evenFilter = decimals((4 - 1) / 2);

const sameSize = (input: number, stride: number) => windowCount(input, 3, { stride, padding: 1 });
export const halves = { tf: Math.ceil(224 / 2), torch: sameSize(224, 2), exact: size(224, 3, 2, 1) };

/** What the explorer's questions lead to, on 12 cells. */
const sameTotal = (Math.ceil(12 / 2) - 1) * 2 + 5 - 12;
export const twelve = {
  bigSteps: size(12, 3, 3),
  longFilter: size(12, 9, 1),
  none: size(12, 5, 2),
  one: size(12, 5, 2, 1),
  two: size(12, 5, 2, 2),
  before: Math.floor(sameTotal / 2),
  after: Math.ceil(sameTotal / 2),
};

/** On 7 × 7 pixels under 3 × 3 weights: how many lie under a weight at one position or another. */
const looked = (options: { stride?: number; padding?: number; dilation?: number }) => {
  const { padding = 0 } = options;
  const rows = windowRows(7, 3, options);
  const cells = Array.from({ length: 7 }, (_, cell) => rows.some((row) => row[padding + cell] > 0));
  return cells.filter(Boolean).length ** 2;
};
export const plane = {
  all: 7 ** 2,
  both: looked({ stride: 2, dilation: 2 }),
  odd: looked({ stride: 2, dilation: 2, padding: 1 }),
  lost: 7 ** 2 - looked({ stride: 3 }),
  padding: [0, 1, 2, 3].find((padding) => looked({ stride: 3, padding }) === 7 ** 2),
};

/** The last shape before AlexNet's dense layers. */
const beforeDense = (side: number) => {
  const { rows } = summarize(architectures.alexNet2012OneGroup, [side, side, 3]);
  const shape = rows[rows.findIndex(({ type }) => type === "flatten") - 1].outputShape;
  return `${shape.join(" × ")} = ${shape.reduce((product, length) => product * length, 1).toLocaleString("en")}`;
};

/** AlexNet's first layer: filters of 11 × 11, stride 4. */
const first = (input: number, padding = 0) => size(input, 11, 4, padding);
export const alex = {
  at224: first(224),
  at227: first(227),
  at230: first(230),
  padded: first(224, 2),
  floor224: windowCount(224, 11, { stride: 4 }),
  lost: (224 - 11) % 4,
  values227: beforeDense(227),
  values224: beforeDense(224),
};

/** A convolution, a pooling, a convolution: what one output sees, layer by layer. */
const stack = [
  { name: "convolution", kernel: 3, stride: 1 },
  { name: "pooling", kernel: 2, stride: 2 },
  { name: "convolution", kernel: 3, stride: 1 },
];
let [sees, jump] = [1, 1];
export const seen = [
  "| layer | F | S | adds (F − 1) × jump | an output sees | jump after it |",
  "| --- | ---: | ---: | ---: | ---: | ---: |",
  `| none | | | | ${sees} | ${jump} |`,
  ...stack.map(({ name, kernel, stride }) => {
    const adds = `${kernel - 1} × ${jump} = ${(kernel - 1) * jump}`;
    sees += (kernel - 1) * jump;
    jump *= stride;
    return `| ${name} | ${kernel} | ${stride} | ${adds} | **${sees}** | ${jump} |`;
  }),
].join("\n");
export const stackSees = sees;

/** Dilations 1, 2 and 4 with filters of 3: the reach of each, less one, added up. */
export const dilated = 1 + [1, 2, 4].reduce((sum, dilation) => sum + dilation * (3 - 1), 0);
export const plainAlike = (dilated - 1) / 2;

/** What the explorer of VGG-16 shows, by trying. */
const vggFor = (side: number, layers: readonly Layer[] = architectures.vgg16.layers) =>
  summarize({ ...architectures.vgg16, layers }, [side, side, 3]).rows;
const problemAt = (side: number) => {
  try {
    vggFor(side);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};
const sides = Array.from({ length: 224 }, (_, i) => i + 1);
const least = sides.find((side) => problemAt(side) === "") as number;
const [usual, doubled] = [vggFor(224), vggFor(448)];
const [first0, ...others] = architectures.vgg16.layers;
const strided = vggFor(224, [{ ...first0, stride: 2 } as Layer, ...others]);
const lastPool = (rows: typeof usual) => rows[rows.findIndex(({ name }) => name === "maxPool2d_5")];
export const vgg = {
  least,
  stops: problemAt(least - 1).match(/"(.*?)"/)?.[1],
  grows: usual
    .filter(({ params }, i) => params !== doubled[i].params)
    .map(({ name }) => name)
    .join(", "),
  saw: lastPool(usual).receptiveField,
  sees: lastPool(strided).receptiveField,
  left: lastPool(strided).outputShape[0],
};
