import { correlate2d, kernels, toNested } from "cnn-workbook";

export type Plane = number[][];
/** [row][column][channel] */
export type Map3 = number[][][];

type Combine = (values: number[]) => number;

/** The numbers of one window, as far as it lies on the map. */
export function inWindow(plane: Plane, row: number, column: number, size: number): number[] {
  return plane.slice(row, row + size).flatMap((values) => values.slice(column, column + size));
}

/** Pools by any rule; nothing for absurd sizes. */
export function pooled(plane: Plane, size: number, stride: number, combine: Combine): Plane {
  return starts(plane.length, size, stride).map((top) =>
    starts(plane[0].length, size, stride).map((left) => combine(inWindow(plane, top, left, size))),
  );
}

/** Pools each channel by itself. */
export function poolOf(map: Map3, size: number, stride: number, combine: Combine): Map3 {
  const each = map[0][0].map((_, n) => pooled(channel(map, n), size, stride, combine));
  return each[0].map((row, r) => row.map((_, c) => each.map((plane) => plane[r][c])));
}

/** Largest values, also of windows that hang over the edge. */
export function partialWindows(plane: Plane, size: number, stride: number): Plane {
  const all = (side: number) => Array.from({ length: Math.ceil((side - size) / stride) + 1 }, (_, i) => i * stride);
  return all(plane.length).map((top) =>
    all(plane[0].length).map((left) => Math.max(...inWindow(plane, top, left, size))),
  );
}

/** Largest values of windows that begin on the map, wherever they end. */
export function windowsFromAll(plane: Plane, size: number, stride: number): Plane {
  const all = (side: number) => Array.from({ length: Math.ceil(side / stride) }, (_, i) => i * stride);
  return all(plane.length).map((top) =>
    all(plane[0].length).map((left) => Math.max(...inWindow(plane, top, left, size))),
  );
}

/** [row, column] of the number of each window that beats all others; of equals the first, unless `beats` says otherwise. */
export function positions(plane: Plane, size: number, beats = (a: number, b: number) => a > b): number[][][] {
  return starts(plane.length, size, size).map((top) =>
    starts(plane[0].length, size, size).map((left) => {
      let place = [top, left];
      inWindow(plane, top, left, size).forEach((value, at) => {
        if (beats(value, plane[place[0]][place[1]])) place = [top + Math.floor(at / size), left + (at % size)];
      });
      return place;
    }),
  );
}

export function transposed<T>(plane: T[][]): T[][] {
  return (plane[0] ?? []).map((_, c) => plane.map((row) => row[c]));
}

/** 1 2 1 / 2 4 2 / 1 2 1 in sixteenths, where it lies on the map as a whole; nothing where it never does. */
export function blurred(plane: Plane): Plane {
  if (plane.length < 3 || plane[0].length < 3) return [];
  return toNested(correlate2d(plane, kernels.gaussianBlur, { mode: "valid" })) as Plane;
}

export function everySecond(plane: Plane): Plane {
  return plane.filter((_, r) => r % 2 === 0).map((row) => row.filter((_, c) => c % 2 === 0));
}

function channel(map: Map3, n: number): Plane {
  return map.map((row) => row.map((values) => values[n]));
}

function starts(side: number, size: number, stride: number): number[] {
  const count = stride >= 1 ? Math.max(0, Math.floor((side - size) / stride) + 1) : 0;
  return Array.from({ length: count }, (_, i) => i * stride);
}
