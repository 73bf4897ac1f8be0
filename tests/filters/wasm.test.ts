import { gaussianFilter, prewitt, scharr, sobel } from "cnn-workbook/filters";
import ndarray from "ndarray";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnyBoundary, Plane } from "../../lib/filters/padPlane.js";
import { slide2d } from "../../lib/filters/slide2d.js";
import { routines } from "../../lib/filters/wasm/routines.js";
import { slideSeparableWasm, slideWasm } from "../../lib/filters/wasm/slideWasm.js";
import { randomGenerator } from "../../lib/signals/index.js";

const { uniform: random, integer: between } = randomGenerator(7);
const oneOf = <T>(values: readonly T[]): T => values[between(0, values.length - 1)];

function plane(height: number, width: number): Plane {
  return { data: Float64Array.from({ length: height * width }, () => random(-1, 1)), height, width };
}

const BOUNDARIES: AnyBoundary[] = ["fill", "constant", "symm", "reflect", "mirror", "nearest", "wrap"];

/** As mode full, same or valid would place the kernel, and one output at least. */
function anySlide(image: Plane, { height, width }: { height: number; width: number }) {
  const along = (length: number, size: number) => {
    const before = oneOf([size - 1, Math.floor(size / 2), Math.floor((size - 1) / 2), 0]);
    const count = Math.max(1, oneOf([length, length + size - 1, length - size + 1]));
    return { start: -before, count, stride: 1 };
  };
  const rows = along(image.height, height);
  const columns = along(image.width, width);
  return { rows, columns, dilation: 1, boundary: oneOf(BOUNDARIES), fillValue: oneOf([0, -1.5]) };
}

/** Around what the routines do at a time: two numbers, eight, sixteen, a strip of rows, rows of 4 KiB. */
const SIDES = [1, 2, 3, 5, 7, 8, 9, 15, 16, 17, 31, 33, 40];
const IMAGES = [
  ...Array.from({ length: 120 }, () => [oneOf(SIDES), oneOf(SIDES)]),
  ...[[64, 512], [65, 510], [130, 505], [1, 1500], [1500, 1], [300, 120], [2, 33000]], // biome-ignore format: pairs
];

/** The largest difference, as a share of what the sums are made of. */
function difference(ours: Plane, theirs: Plane, weights: Float64Array): number {
  expect([ours.height, ours.width]).toEqual([theirs.height, theirs.width]);
  const scale = 1.5 * weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
  return theirs.data.reduce((most, value, i) => Math.max(most, Math.abs(value - ours.data[i]) / scale), 0);
}

describe("WebAssembly's routines compute what the loop in TypeScript does", () => {
  it("are there: the build made them", () => {
    expect(Object.keys(routines() ?? {}).sort()).toEqual(["correlate", "magnitude", "memory", "separable"]);
  });

  it("for kernels of any size, at any boundary", () => {
    let compared = 0;
    for (const [height, width] of IMAGES) {
      const image = plane(height, width);
      const kernel = plane(between(1, 9), oneOf([1, 2, 3, 4, 5, 8, 9, 17]));
      const slide = anySlide(image, kernel);
      const ours = slideWasm(image, kernel, slide);
      if (ours === undefined) continue;
      compared++;
      const given = JSON.stringify({ height, width, kernel: [kernel.height, kernel.width], slide });
      expect(difference(ours, slide2d(image, kernel, slide), kernel.data), given).toBeLessThan(1e-14);
    }
    expect(compared).toBeGreaterThan(40);
  });

  it.each([true, false])("for a column times a row, symmetric: %s", (symmetric) => {
    let compared = 0;
    for (const [height, width] of IMAGES) {
      const image = plane(height, width);
      const [column, row] = [line(symmetric), line(symmetric)];
      const [tall, wide] = [column.length, row.length];
      const slide = anySlide(image, { height: tall, width: wide });
      const ours = slideSeparableWasm(
        image,
        { data: column, height: tall, width: 1 },
        { data: row, height: 1, width: wide },
        slide,
      );
      if (ours === undefined) continue;
      compared++;
      const data = Float64Array.from({ length: tall * wide }, (_, i) => column[Math.floor(i / wide)] * row[i % wide]);
      const theirs = slide2d(image, { data, height: tall, width: wide }, slide);
      const given = JSON.stringify({ height, width, kernel: [tall, wide], slide });
      expect(difference(ours, theirs, data), given).toBeLessThan(1e-13);
    }
    expect(compared).toBeGreaterThan(40);
  });

  it.each([
    ["sobel", sobel],
    ["prewitt", prewitt],
    ["scharr", scharr],
  ])("for the magnitude of %s", (_, gradient) => {
    for (const [height, width] of IMAGES.filter(([h, w]) => h * w < 40_000)) {
      const image = ndarray(plane(height, width).data, [height, width]);
      const { x, y, magnitude } = gradient(image, { boundary: oneOf(["fill", "wrap", "symm"]) });
      const off = magnitude.data.map((value, i) => Math.abs(value - Math.sqrt(x.data[i] ** 2 + y.data[i] ** 2)));
      expect(off.reduce((a, b) => Math.max(a, b), 0)).toBeLessThan(1e-13);
    }
  });
});

function line(symmetric: boolean): Float64Array {
  const half = Float64Array.from({ length: between(1, 12) }, () => random(-1, 1));
  return symmetric ? Float64Array.of(...half, random(), ...half.slice().reverse()) : half;
}

describe("what comes back", () => {
  it("is neither the input's memory, nor that of an earlier result, nor WebAssembly's", () => {
    const image = ndarray(plane(50, 60).data, [50, 60]);
    const before = image.data.slice();
    const first = gaussianFilter(image, { sigma: 1 });
    const kept = first.data.slice();
    const second = gaussianFilter(first, { sigma: 3 });
    const buffers = [image, first, second].map(({ data }) => data.buffer);
    expect(new Set([...buffers, routines()?.memory.buffer]).size).toBe(4);
    expect(second.data).not.toEqual(kept);
    expect(first.data).toEqual(kept);
    expect(image.data).toEqual(before);
    expect(gaussianFilter(image, { sigma: 1, radius: 0 }).data.buffer).not.toBe(image.data.buffer);
  });

  it("of a gradient is of the image as it was given, however late it is asked for", () => {
    const image = ndarray(plane(20, 30).data, [20, 30]);
    const { x, magnitude, direction } = sobel(image);
    const late = sobel(image);
    image.data.fill(0);
    late.x.data.fill(0);
    expect(late.magnitude.data).toEqual(magnitude.data);
    expect(late.direction.data).toEqual(direction.data);
    expect(sobel(image).x.data).not.toEqual(x.data);
    expect(late.magnitude).toBe(late.magnitude);
  });
});

/** Filters from new copies of the modules, which look for WebAssembly anew. */
async function freshFilters() {
  vi.resetModules();
  return {
    ...(await import("../../lib/filters/index.js")),
    ...(await import("../../lib/filters/wasm/slideWasm.js")),
    ...(await import("../../lib/filters/wasm/routines.js")),
  };
}

describe("without WebAssembly", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const image = plane(70, 90);
  const pixels = ndarray(image.data, [70, 90]);
  const kernel = plane(5, 4);
  const weights = ndarray(kernel.data, [5, 4]);
  const slide = { ...anySlide(image, kernel), boundary: "symm" as const };

  async function expectSame(filters: Awaited<ReturnType<typeof freshFilters>>) {
    const fast = await import("cnn-workbook/filters");
    const pairs = [
      [filters.correlate2d(pixels, weights), fast.correlate2d(pixels, weights)],
      [filters.gaussianFilter(pixels, { sigma: 2 }), fast.gaussianFilter(pixels, { sigma: 2 })],
      [filters.sobel(pixels).magnitude, fast.sobel(pixels).magnitude],
      [filters.sobel(pixels).direction, fast.sobel(pixels).direction],
    ];
    for (const [slow, quick] of pairs) {
      expect(slow.shape).toEqual(quick.shape);
      for (let i = 0; i < slow.size; i++) expect(Math.abs(slow.data[i] - quick.data[i])).toBeLessThan(1e-12);
    }
  }

  it("in a browser, TypeScript does the work", async () => {
    const filters = await freshFilters();
    vi.stubGlobal("process", undefined);
    expect(filters.routines()).toBeUndefined();
    vi.unstubAllGlobals();
    await expectSame(filters);
  });

  it("where WebAssembly or its SIMD is missing, TypeScript does the work", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    const filters = await freshFilters();
    expect(filters.routines()).toBeUndefined();
    expect(filters.slideWasm(image, kernel, slide)).toBeUndefined();
    await expectSame(filters);
  });

  it("where its memory may not grow, TypeScript does the work", async () => {
    const filters = await freshFilters();
    const loaded = filters.routines();
    if (loaded === undefined) throw new Error("the routines were not built");
    const grow = vi.spyOn(loaded.memory, "grow").mockImplementation(() => {
      throw new RangeError("WebAssembly.Memory.grow(): Maximum memory size exceeded");
    });
    expect(filters.slideWasm(image, kernel, slide)).toBeUndefined();
    expect(grow).toHaveBeenCalled();
    await expectSame(filters);
  });

  it("where a single strip would fill more memory than filters may keep, TypeScript does the work", () => {
    const wide = plane(1, 400_000);
    const tall = plane(40, 1);
    const given = anySlide(wide, tall);
    const rows = { start: -20, count: 1, stride: 1 };
    const columns = { start: 0, count: 400_000, stride: 1 };
    const across = { ...given, rows, columns, boundary: "nearest" as const };
    expect(slideWasm(wide, tall, across)).toBeUndefined();
    expect(slide2d(wide, tall, across).data.length).toBe(400_000);
  });

  it("strides and dilations are TypeScript's", () => {
    expect(slideWasm(image, kernel, { ...slide, dilation: 2 })).toBeUndefined();
    expect(slideWasm(image, kernel, { ...slide, rows: { ...slide.rows, stride: 2 } })).toBeUndefined();
    expect(slideWasm(image, kernel, slide)).toBeDefined();
  });
});
