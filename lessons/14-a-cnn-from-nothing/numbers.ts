import { toNested } from "cnn-workbook";
import { dense, im2col } from "cnn-workbook/layers";
import { sgd } from "cnn-workbook/learning";
import { smallKernel, smallPicture } from "./hand.js";
import { slopesAt, valley } from "./valley.js";

const minus = (value: number | string) => String(value).replaceAll("-", "−");
const short = (value: number) => minus(Math.round(1e4 * value) / 1e4);
const rows = toNested(im2col(smallPicture, { size: 3 })) as number[][];
const column = smallKernel.flat().map((weight) => [weight]);
const outputs = (toNested(dense(rows, column)) as number[][]).flat();

const table = (lines: number[][]) => [
  `| ${lines[0].map(() => "").join(" | ")} |`,
  `| ${lines[0].map(() => "---:").join(" | ")} |`,
  ...lines.map((line) => `| ${line.map(minus).join(" | ")} |`),
];

export const small = {
  picture: table(smallPicture).join("\n"),
  kernel: table(smallKernel).join("\n"),
  row: rows[0].join(", "),
  column: smallKernel.flat().map(minus).join(", "),
  products: rows[0]
    .map((value, i) => [value, column[i][0]])
    .filter(([, weight]) => weight !== 0)
    .map(([value, weight]) => `${value}×${weight < 0 ? `(${minus(weight)})` : weight}`)
    .join(" + "),
  output: minus(outputs[0]),
};

/** The second layer of VGG-16: 224 × 224, 64 channels, 3 × 3, four bytes a number. */
export const vgg = {
  map: Math.round((224 * 224 * 64 * 4) / 1e6),
  table: Math.round((224 * 224 * 64 * 9 * 4) / 1e6),
};

/** Two steps of each method from the start of the valley. */
function twoSteps(optimizer: ReturnType<typeof sgd>): number[][] {
  const path = [valley.start];
  for (let step = 0; step < 2; step++) {
    const place = path[step];
    path.push([...optimizer.step({ place }, { place: slopesAt(place) }).place.data]);
  }
  return path;
}
const place = ([x, y]: number[]) => `(${short(x)}, ${short(y)})`;
const { rate, momentum, start } = valley;
const plain = twoSteps(sgd({ learningRate: rate }));
const pushed = twoSteps(sgd({ learningRate: rate, momentum }));
const first = slopesAt(start);
const second = slopesAt(plain[1]);
const velocity = first.map((slope, i) => momentum * slope + second[i]);

export const hand = {
  start: place(start),
  rate,
  momentum,
  slopes: place(first),
  one: place(plain[1]),
  oneX: `${start[0]} − ${rate} × ${first[0]} = ${short(plain[1][0])}`,
  oneY: `${start[1]} − ${rate} × ${first[1]} = ${short(plain[1][1])}`,
  secondSlopes: place(second),
  two: place(plain[2]),
  velocityX: `${momentum} × ${first[0]} + ${short(second[0])} = ${short(velocity[0])}`,
  pushedX: `${short(pushed[1][0])} − ${rate} × ${short(velocity[0])} = ${short(pushed[2][0])}`,
  pushedY: `${short(pushed[1][1])} − ${rate} × (${short(velocity[1])}) = ${short(pushed[2][1])}`,
};
/** Adam's numbers along x in the first step. */
export const adamFirst = {
  mean: short(0.1 * first[0]),
  square: short(0.001 * first[0] ** 2),
  slope: first[0],
  squared: first[0] ** 2,
};
