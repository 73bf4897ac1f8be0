import type { Layer } from "cnn-workbook/architectures";
import { toNested } from "cnn-workbook/arrays";
import { averagePool2d, conv2d, conv2dTranspose } from "cnn-workbook/layers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReceptiveField } from "../../lib/architectures/receptiveField.js";
import { inOrder, walk } from "../../lib/architectures/walk.js";

const INPUT = [13, 11, 1] as const;

const fieldOf = (layers: Layer[], input: readonly number[] = INPUT) =>
  walk({ name: "test", input, layers }).at(-1)!.field;

type Flat = { type: string; kernel: number; size: number; stride?: number; filters?: number; bias?: boolean };

/** All weights 1, so that every cell that can change an output does. */
function run(layers: Layer[], picture: number[][][]): number[][][] {
  const ones = (side: number) => Array.from({ length: side }, () => Array.from({ length: side }, () => [[1]]));
  return (layers as unknown as Flat[]).reduce((x: number[][][], { type, kernel, filters, bias, ...options }: Flat) => {
    if (type === "averagePool2d") return toNested(averagePool2d(x, options)) as never;
    return toNested((type === "conv2d" ? conv2d : conv2dTranspose)(x, ones(kernel), options)) as never;
  }, picture);
}

/** Rows and columns of the input that change the output at [r, c], by trying each. */
function tried(layers: Layer[], r: number, c: number): [rows: number[], columns: number[]] {
  const [height, width] = INPUT;
  const rows = new Set<number>();
  const columns = new Set<number>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dot = Array.from({ length: height }, (_, i) =>
        Array.from({ length: width }, (_, j) => [i === y && j === x ? 1 : 0]),
      );
      if (run(layers, dot)[r][c][0] === 0) continue;
      rows.add(y);
      columns.add(x);
    }
  }
  return [[...rows], [...columns]];
}

const range = ({ start, step, size }: ReceptiveField, axis: 0 | 1, at: number) => {
  const first = Math.floor(start[axis] + at * step[axis]);
  return [first, first + size[axis] - 1];
};

const window = fc.record({ stride: fc.integer({ min: 1, max: 3 }), padding: fc.constantFrom("valid", "same", 1) });
const layer: fc.Arbitrary<Layer> = fc.oneof(
  fc
    .record({ kernel: fc.integer({ min: 1, max: 4 }), dilation: fc.integer({ min: 1, max: 2 }), window })
    .map(({ window, ...rest }) => ({ type: "conv2d", filters: 1, bias: false, ...rest, ...window }) as Layer),
  fc
    .record({ size: fc.integer({ min: 2, max: 3 }), window })
    .map(({ size, window }) => ({ type: "averagePool2d", size, ...window }) as Layer),
);

describe("the receptive field of an output", () => {
  it("begins where the padding does, and moves by the jump: by hand", () => {
    // A window of 3 with a zero before it, then blocks of 2: rows −1 to 2, then 2 further on.
    const layers: Layer[] = [
      { type: "conv2d", filters: 1, kernel: 3, padding: 1 },
      { type: "maxPool2d", size: 2 },
    ];
    expect(fieldOf(layers)).toEqual({ size: [4, 4], step: [2, 2], start: [-1, -1] });
  });

  it("is where changes of the input change the output, as trying shows", () => {
    fc.assert(
      fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), fc.nat(99), fc.nat(99), (layers, down, across) => {
        let field: ReceptiveField;
        try {
          field = fieldOf(layers)!;
        } catch {
          return fc.pre(false) as never;
        }
        const [height, width] = walk({ name: "test", input: INPUT, layers }).at(-1)!.output;
        const place = [down % height, across % width];
        tried(layers, place[0], place[1]).forEach((cells, axis) => {
          const [first, last] = range(field, axis as 0 | 1, place[axis]);
          for (const cell of cells) expect(cell >= first && cell <= last).toBe(true);
          // On padding only, or on some of it, along one of the axes.
          if (cells.length === 0 || first < 0 || last >= INPUT[axis]) return;
          expect([Math.min(...cells), Math.max(...cells)]).toEqual([first, last]);
        });
      }),
      { numRuns: 25, seed: 9 },
    );
  });

  it.each([
    [2, 2, "valid"],
    [3, 2, "valid"],
    [3, 2, "same"],
    [3, 1, "same"],
  ] as const)("of a transposed convolution of %i with stride %i, %s", (kernel, stride, padding) => {
    const layers: Layer[] = [{ type: "conv2dTranspose", filters: 1, kernel, stride, padding }];
    const field = fieldOf(layers)!;
    for (const r of [4, 5, 6, 7]) {
      const [rows] = tried(layers, r, 6);
      const [first, last] = range(field, 0, r);
      expect(Math.min(...rows)).toBe(first);
      expect(Math.max(...rows)).toBeLessThanOrEqual(last);
    }
  });

  it("follows cells that are added, cut off, or repeated", () => {
    expect(fieldOf([{ type: "zeroPad2d", padding: { top: 2, bottom: 0, left: 1, right: 0 } }])?.start).toEqual([
      -2, -1,
    ]);
    expect(fieldOf([{ type: "crop2d", crop: [2, 3] }])?.start).toEqual([2, 3]);
    expect(fieldOf([{ type: "upsample2d", factor: 2 }])).toEqual({ size: [1, 1], step: [0.5, 0.5], start: [0, 0] });
    // Bilinear: output 0 lies a quarter of a cell before the first, between cells −1 and 0.
    expect(fieldOf([{ type: "upsample2d", factor: 2, method: "bilinear" }])?.start).toEqual([-0.25, -0.25]);
  });

  it("reaches around all branches", () => {
    const shifted: Layer[] = [
      { type: "zeroPad2d", padding: { top: 2, bottom: 0, left: 0, right: 0 } },
      { type: "conv2d", filters: 1, kernel: [3, 1] },
    ];
    const steps = walk({ name: "test", input: INPUT, layers: [{ type: "add", branches: { shifted, as: [] } }] });
    expect(steps[0].field).toEqual({ size: [3, 1], step: [1, 1], start: [-2, 0] });
    expect(inOrder(steps)).toHaveLength(3);
  });
});
