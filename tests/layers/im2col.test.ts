import { toList, toNested } from "cnn-workbook/arrays";
import { col2im, conv2d, conv2dBackward, dense, gradientCheck, im2col, type PatchOptions } from "cnn-workbook/layers";
import fc from "fast-check";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";
import { addProduct, matrix, transposed } from "../../lib/layers/addProduct.js";
import { farthest } from "../golden/golden.js";
import { cases, filled, optionsOf } from "./convCases.js";

const plane = [[1, 2, 3], [4, 5, 6]]; // biome-ignore format: a matrix

describe("im2col", () => {
  it("makes each window a row, by hand", () => {
    expect(toNested(im2col(plane, { size: 2 }))).toEqual([[1, 2, 4, 5], [2, 3, 5, 6]]); // biome-ignore format: a matrix
    expect(toNested(im2col(plane, { size: [2, 1], stride: 2 }))).toEqual([[1, 4], [3, 6]]); // biome-ignore format: a matrix
    expect(toNested(im2col(plane, { size: [1, 2], dilation: 2 }))).toEqual([[1, 3], [4, 6]]); // biome-ignore format: a matrix
    expect(toNested(im2col([[7]], { size: 2, padding: 1 }))).toEqual([[0, 0, 0, 7], [0, 0, 7, 0], [0, 7, 0, 0], [7, 0, 0, 0]]); // biome-ignore format: a matrix
  });

  it("keeps the channels of a cell together, and picture after picture", () => {
    const batch = [[[[1, 10], [2, 20]]], [[[3, 30], [4, 40]]]]; // biome-ignore format: two pictures
    expect(toNested(im2col(batch, { size: [1, 2] }))).toEqual([[1, 10, 2, 20], [3, 30, 4, 40]]); // biome-ignore format: a matrix
  });

  it("turns a convolution into a matrix product", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { n, height, width, channels, filters, kernel } = given;
        const [input, weights, bias] = [filled(n, height, width, channels), filled(...kernel, channels, filters), filled(filters)]; // biome-ignore format: one line
        const rows = im2col(input, { ...optionsOf(given), size: kernel });
        const product = dense(rows, ndarray(weights.data, [rows.shape[1], filters]), { bias });
        const maps = conv2d(input, weights, { ...optionsOf(given), bias });
        expect(rows.shape[0]).toBe(maps.size / filters);
        expect(farthest(product.data, maps.data)).toBeLessThan(1e-12);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe("col2im", () => {
  it("adds up where windows overlap, by hand", () => {
    const rows = [[1, 1, 1, 1], [10, 10, 10, 10]]; // biome-ignore format: a matrix
    expect(toNested(col2im(rows, plane, { size: 2 }))).toEqual([[1, 11, 10], [1, 11, 10]]); // biome-ignore format: a matrix
  });

  it("is the way back from im2col, and the convolution's", () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { height, width, channels, filters, kernel } = given;
        const [input, weights] = [filled(1, height, width, channels), filled(...kernel, channels, filters)];
        const options: PatchOptions = { ...optionsOf(given), size: kernel };
        const gradient = filled(...im2col(input, options).shape);
        const back = col2im(gradient, input, options);
        expect(gradientCheck(({ input }) => im2col(input, options), { input }, { input: back }, { gradient }).status).toBe("agrees"); // biome-ignore format: one line
        const byMaps = filled(...conv2d(input, weights, optionsOf(given)).shape);
        const turned = transposed(weights.data, weights.size / filters, filters);
        const maps = ndarray(byMaps.data, [byMaps.size / filters, filters]);
        const byRows = dense(maps, ndarray(turned, [filters, weights.size / filters]));
        const whole = conv2dBackward(byMaps, input, weights, optionsOf(given)).input;
        expect(farthest(col2im(byRows, input, options), whole)).toBeLessThan(1e-12);
      }),
      { numRuns: 30, seed: 2 },
    );
  });
});

describe("what im2col and col2im are given", () => {
  it("is not changed", () => {
    const input = filled(4, 5, 2);
    const before = [...input.data];
    const rows = im2col(input, { size: 1 });
    rows.data.fill(9);
    col2im(rows, input, { size: 1 }).data.fill(9);
    expect([...input.data]).toEqual(before);
    expect(toList(im2col(input.transpose(1, 0, 2), { size: [5, 4] })).slice(0, 4)).toEqual([before[0], before[1], before[10], before[11]]); // biome-ignore format: one line
  });

  it("is named when it is wrong", () => {
    expect(() => im2col(plane, { size: 3 })).toThrow("kernel [3, 3] does not fit an input of [2, 3]");
    expect(() => im2col(plane, { size: 0 })).toThrow("`size` must be a whole number of at least 1, got 0");
    expect(() => im2col(plane, {} as PatchOptions)).toThrow(
      "`size` must be a number or [height, width], got undefined",
    );
    expect(() => im2col(plane, { size: 2, pad: 1 } as PatchOptions)).toThrow(
      "`pad` is no option of im2col; it has `size`",
    );
    expect(() => im2col([1, 2], { size: 1 })).toThrow("`input` must have 2 or 3 or 4 axes");
    expect(() => col2im([[1, 2]], plane, { size: 2 })).toThrow("`rows` must be [2, 4], a row a window, got [1, 2]");
  });
});

describe("addProduct", () => {
  const side = fc.integer({ min: 1, max: 11 });

  it("adds the product of parts of larger arrays, and of a transpose", () => {
    fc.assert(
      fc.property(side, side, side, fc.nat(3), (rows, inner, columns, room) => {
        const [a, b] = [filled(rows, inner), filled(inner, columns)];
        const out = filled(room + rows * (columns + room));
        const expected = out.data.slice();
        for (let i = 0; i < rows; i++)
          for (let k = 0; k < columns; k++)
            for (let j = 0; j < inner; j++) expected[room + i * (columns + room) + k] += a.get(i, j) * b.get(j, k);
        const [plain, turned] = [out.data.slice(), out.data.slice()];
        const place = { at: room, down: columns + room, across: 1 };
        addProduct({ data: plain, ...place }, matrix(a.data, inner), matrix(b.data, columns), rows, inner, columns);
        const upright = { data: transposed(a.data, rows, inner), at: 0, down: 1, across: rows };
        addProduct({ data: turned, ...place }, upright, matrix(b.data, columns), rows, inner, columns);
        // Sums in the same order are the same to the last digit.
        expect([...plain]).toEqual([...expected]);
        expect([...turned]).toEqual([...expected]);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});
