import { type ArrayInput, correlate2d, toNdarray, toNested } from "cnn-workbook";

/** Which positions of the kernel give an output. */
export type Mode = "full" | "same" | "valid";

/** The kernel for a rising line, over `size` × `size` pixels. */
export function lineKernel(size: number): number[][] {
  const at = (r: number, c: number) => (r + c === size - 1 ? size - 1 : -1) / (size * (size - 1));
  return Array.from({ length: size }, (_, r) => Array.from({ length: size }, (_, c) => at(r, c)));
}

/** What comes out where the kernel's middle lies on row 0, column 0 of an endless picture. */
export function respond(kernel: number[][], pixel: (row: number, column: number) => number): number {
  const [down, right] = [(kernel.length - 1) / 2, (kernel[0].length - 1) / 2];
  return kernel.reduce(
    (sum, line, r) => line.reduce((all, weight, c) => all + weight * pixel(r - down, c - right), sum),
    0,
  );
}

/** A number as it stands in a message. */
export function short(value: number): string {
  return String(Number(value.toPrecision(3))).replace("-", "−");
}

/** The rows of an array of any kind; none where it is no matrix of finite numbers. */
export function weightsIn(answer: unknown): number[][] {
  try {
    return nested(toNdarray(answer as ArrayInput, "weights", { rank: 2 }));
  } catch {
    return [];
  }
}

/** An array of two axes as rows. */
export function nested(array: ReturnType<typeof toNdarray>): number[][] {
  return toNested(array) as number[][];
}

/** The positions at which the whole kernel lies on the image, the kernel as it stands; none where it is larger. */
export function valid(image: number[][], kernel: number[][]): number[][] {
  if (kernel.length > image.length || kernel[0].length > image[0].length) return [];
  return nested(correlate2d(image, kernel, { mode: "valid" }));
}

/** Turned by half a turn. */
export function turned(kernel: number[][]): number[][] {
  return [...kernel].reverse().map((line) => [...line].reverse());
}

/** Rows become columns. */
export function transposed(rows: number[][]): number[][] {
  return (rows[0] ?? []).map((_, column) => rows.map((line) => line[column]));
}

/** The weighted sum with each weight over the pixel that `at` says; NaN where there is none. */
export function sumAt(image: number[][], kernel: number[][], at: (i: number, j: number) => [number, number]): number {
  return kernel.reduce(
    (sum, line, i) =>
      line.reduce((all, weight, j) => {
        const [row, column] = at(i, j);
        return all + weight * (image[row]?.[column] ?? Number.NaN);
      }, sum),
    0,
  );
}

/** Outputs at so many rows and columns of positions; NaN where the kernel hangs over the border. */
export function outputsAt(image: number[][], kernel: number[][], rows: number, columns: number): number[][] {
  const count = (length: number) => [...Array(Math.max(0, length)).keys()];
  return count(rows).map((row) =>
    count(columns).map((column) => sumAt(image, kernel, (i, j) => [row + i, column + j])),
  );
}

/** As large as the image, edges repeated, the kernel's first weight `down` rows above and `right` columns left of it. */
export function repeated(image: number[][], kernel: number[][], down: number, right: number): number[][] {
  return image.map((line, row) =>
    line.map((_, column) =>
      sumAt(image, kernel, (i, j) => [clamp(row + i - down, image.length), clamp(column + j - right, line.length)]),
    ),
  );
}

/** As `repeated` and centred, but left and right of the image there is only `beside`. */
export function rowsRepeated(image: number[][], kernel: number[][], beside: number): number[][] {
  const [down, right] = [(kernel.length - 1) / 2, (kernel[0].length - 1) / 2];
  const pixel = (row: number, column: number) => image[clamp(row, image.length)][column] ?? beside;
  const sum = (row: number, column: number) =>
    kernel.reduce(
      (all, line, i) =>
        line.reduce((part, weight, j) => part + weight * pixel(row + i - down, column + j - right), all),
      0,
    );
  return image.map((line, row) => line.map((_, column) => sum(row, column)));
}

/** The nearest index that exists. */
export function clamp(index: number, length: number): number {
  return Math.min(length - 1, Math.max(0, index));
}

/** Height and width of the output. */
export function shape(image: number[], kernel: number[], mode: Mode): number[] {
  const size = (n: number, k: number) => ({ full: n + k - 1, same: n, valid: n - k + 1 })[mode];
  return [size(image[0], kernel[0]), size(image[1], kernel[1])];
}
