import { type ArrayInput, toNdarray } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";

/** A convolutional layer: weights [rows][columns][channels in][filters], and a bias for each filter. */
export interface Layer {
  weights: number[][][][];
  bias: number[];
}

/** The colours of which exercise 08.5 makes its pictures: red, green, blue, 0 to 255. */
export const colours: Record<string, number[]> = {
  "light red": [215, 75, 62],
  "dark red": [160, 45, 40],
  white: [228, 224, 215],
  grey: [130, 130, 128],
  black: [45, 44, 42],
  "light blue": [106, 139, 167],
  "dark blue": [50, 80, 150],
};

/** A place in a picture: what lies there, what the filter says, whether something red begins there. */
export interface Place {
  what: string;
  output: number;
  begins: boolean;
}

const red = (name: string) => name.endsWith("red");
const fill = (rows: string[][]) => rows.map((row) => row.map((name) => colours[name]));

/** All windows of 3 × 3 pixels that exercise 08.5 tries: one colour, two side by side, two above each other. */
function windows(): { what: string; image: number[][][]; begins: boolean }[] {
  const names = Object.keys(colours);
  const pairs = names.flatMap((a) => names.filter((b) => b !== a).map((b) => [a, b]));
  const three = (row: string[]) => fill([row, row, row]);
  const above = (a: string, b: string, c: string) => fill([a, b, c].map((name) => [name, name, name]));
  return [
    ...names.map((name) => ({ what: `nothing but ${name}`, image: three([name, name, name]), begins: false })),
    ...pairs.flatMap(([a, b]) =>
      [three([a, a, b]), three([a, b, b])].map((image) => ({
        what: `${a} on the left, ${b} on the right`,
        image,
        begins: red(b) && !red(a),
      })),
    ),
    ...pairs.flatMap(([a, b]) =>
      [above(a, a, b), above(a, b, b)].map((image) => ({ what: `${a} above ${b}`, image, begins: false })),
    ),
  ];
}

/**
 * What a layer of one 3 × 3 filter answers at each window of exercise 08.5.
 *
 * @param layer - weights [3][3][3][1] and one bias
 * @throws {RangeError} weights of another shape
 * @example answersAt(redBegins).filter(({ output, begins }) => output > 0 !== begins)
 */
export function answersAt({ weights, bias }: Layer): Place[] {
  return windows().map(({ what, image, begins }) => ({
    what,
    output: conv2d(image, weights, { bias }).get(0, 0, 0),
    begins,
  }));
}

/** The shape of an array of any kind; none where it is no array of finite numbers, or ragged. */
export function shapeOf(array: unknown): number[] | undefined {
  try {
    return toNdarray(array as ArrayInput, "array").shape;
  } catch {
    return undefined;
  }
}
