import { addProduct, matrix, transposed } from "./addProduct.js";
import type { Batch } from "./batch.js";

/** A kernel on its way over pictures: the places where it stands, and what it sees there. */
export interface Sliding {
  /** Pictures, padded so that every window lies inside. */
  pictures: Pick<Batch, "count" | "height" | "width" | "channels">;
  /** Rows and columns of windows on each picture. */
  grid: readonly [rows: number, columns: number];
  /** Numbers that each window becomes. */
  filters: number;
  kernel: readonly [height: number, width: number];
  stride: readonly [down: number, across: number];
  dilation: readonly [down: number, across: number];
  /** Channels and filters are split into so many groups that know nothing of each other. */
  groups: number;
}

/** Adds to `maps` [count, rows, columns, filters] what the filters see: patches times weights. */
export function addFiltered(maps: Float64Array, pictures: Float64Array, weights: Float64Array, sliding: Sliding): void {
  const { columns, share, inner, patches, offsets, step } = measures(sliding);
  const patchRows = matrix(patches, inner);
  eachRow(sliding, (start, at, group) => {
    copyPatches(patches, pictures, start, offsets, step);
    const ofGroup = matrix(weights, sliding.filters, group * share);
    addProduct(matrix(maps, sliding.filters, at), patchRows, ofGroup, columns, inner, share);
  });
}

/** Adds to `weights` [inner, filters] how each of them changes a sum of `maps`: patches, transposed, times maps. */
export function addToWeights(
  weights: Float64Array,
  pictures: Float64Array,
  maps: Float64Array,
  sliding: Sliding,
): void {
  const { columns, share, inner, patches, offsets, step } = measures(sliding);
  const patchColumns = { data: patches, at: 0, down: 1, across: inner };
  eachRow(sliding, (start, at, group) => {
    copyPatches(patches, pictures, start, offsets, step);
    const ofGroup = matrix(weights, sliding.filters, group * share);
    addProduct(ofGroup, patchColumns, matrix(maps, sliding.filters, at), inner, columns, share);
  });
}

/** Stamps the filters onto `pictures`, times each number of `maps`; where stamps overlap they add up. */
export function addStamped(pictures: Float64Array, maps: Float64Array, weights: Float64Array, sliding: Sliding): void {
  const { columns, share, inner, patches, offsets, step } = measures(sliding);
  const patchRows = matrix(patches, inner);
  const stamps = transposed(weights, inner, sliding.filters);
  eachRow(sliding, (start, at, group) => {
    patches.fill(0);
    const ofGroup = matrix(stamps, inner, group * share * inner);
    addProduct(patchRows, matrix(maps, sliding.filters, at), ofGroup, columns, share, inner);
    addPatches(pictures, start, patches, offsets, step);
  });
}

/** Visits each row of windows: where the first one starts in the pictures, and its first number in the maps. */
export function eachRow(sliding: Sliding, visit: (start: number, at: number, group: number) => void): void {
  const { pictures, grid, filters, stride, groups } = sliding;
  const [depth, share] = [pictures.channels / groups, filters / groups];
  let at = 0;
  for (let n = 0; n < pictures.count; n++) {
    for (let row = 0; row < grid[0]; row++, at += grid[1] * filters) {
      const start = (n * pictures.height + row * stride[0]) * pictures.width * pictures.channels;
      for (let group = 0; group < groups; group++) visit(start + group * depth, at + group * share, group);
    }
  }
}

/** Lays the windows of a row under one another: a patch [kernel height · kernel width · depth] for each. */
export function copyPatches(
  patches: Float64Array,
  pictures: Float64Array,
  start: number,
  offsets: Int32Array,
  step: number,
): void {
  for (let to = 0; to < patches.length; start += step) {
    for (let k = 0; k < offsets.length; k++) patches[to++] = pictures[start + offsets[k]];
  }
}

/** The way back: adds each patch where it was copied from. */
export function addPatches(
  pictures: Float64Array,
  start: number,
  patches: Float64Array,
  offsets: Int32Array,
  step: number,
): void {
  for (let from = 0; from < patches.length; start += step) {
    for (let k = 0; k < offsets.length; k++) pictures[start + offsets[k]] += patches[from++];
  }
}

/** Sizes, room for the patches of a row of windows, and where a window's numbers lie from its first one on. */
export function measures({ pictures, grid, filters, kernel, stride, dilation, groups }: Sliding) {
  const { width, channels } = pictures;
  const depth = channels / groups;
  const inner = kernel[0] * kernel[1] * depth;
  const offsets = Int32Array.from({ length: inner }, (_, k) => {
    const [tap, channel] = [Math.floor(k / depth), k % depth];
    const [i, j] = [Math.floor(tap / kernel[1]), tap % kernel[1]];
    return (i * dilation[0] * width + j * dilation[1]) * channels + channel;
  });
  const columns = grid[1];
  const patches = new Float64Array(columns * inner);
  return { columns, share: filters / groups, inner, patches, offsets, step: stride[1] * channels };
}
