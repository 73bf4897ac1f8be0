import { toNested } from "../../arrays/index.js";
import { correlate2d } from "../../filters/correlate2d.js";
import { padPlane } from "../../filters/padPlane.js";
import type { Rows } from "../convolution2d/state.js";
import { type PackedPicture, unpackPicture } from "./packPicture.js";

/** How values below 0 and above 255 are shown. */
export type Display = "clipped" | "midGrey" | "size";

/** What the page is given to start from. */
export interface KernelSettings {
  picture: PackedPicture;
  kernel: number[][];
  title: string;
}

/** A picture, a kernel and what the kernel makes of it. Never modified. */
export interface KernelState {
  /** [height, width], grey, 0 to 255. */
  picture: Rows;
  /** 3 × 3 or 5 × 5. */
  kernel: Rows;
  /** As large as the picture. */
  result: Rows;
  display: Display;
  /** The pixel that is pointed at, in reading order. */
  at: number;
  /** What changed last, so that only this is spoken. */
  news: "result" | "pixel";
}

/** One weight over a pixel. */
export interface KernelTerm {
  weight: number;
  sample: number;
  /** Whether the weight lies on the picture itself; beside it lies its mirror image. */
  inside: boolean;
}

/** What the kernel makes of the picture, mirrored beyond its border. */
function resultOf(picture: Rows, kernel: Rows): number[][] {
  const copy = (rows: Rows) => rows.map((row) => [...row]);
  return toNested(correlate2d(copy(picture), copy(kernel), { mode: "same", boundary: "symm" })) as number[][];
}

/** Sum of the weights, without the last digits' rounding. */
export function weightSum(kernel: Rows): number {
  return Number(
    kernel
      .flat()
      .reduce((sum, weight) => sum + weight, 0)
      .toFixed(9),
  );
}

/** The way of showing a result that loses least: with the sign, where flat areas become 0. */
function bestDisplay(kernel: Rows): Display {
  return weightSum(kernel) === 0 ? "midGrey" : "clipped";
}

/** The state in which the page begins, its pixel in the middle. */
export function startState({ picture: packed, kernel }: KernelSettings): KernelState {
  return begin(unpackPicture(packed), kernel, bestDisplay(kernel));
}

function begin(picture: Rows, kernel: Rows, display: Display): KernelState {
  const [height, width] = [picture.length, picture[0].length];
  const at = Math.floor(height / 2) * width + Math.floor(width / 2);
  return { picture, kernel, result: resultOf(picture, kernel), display, at, news: "result" };
}

/** The state with another picture. */
export function withPicture({ kernel, display }: KernelState, picture: Rows): KernelState {
  return begin(picture, kernel, display);
}

/** The state with other weights. */
export function withKernel(state: KernelState, kernel: Rows): KernelState {
  return { ...state, kernel, result: resultOf(state.picture, kernel), news: "result" };
}

/** The state with a kernel that has a name, shown in the way that suits it. */
export function withPreset(state: KernelState, kernel: Rows): KernelState {
  return { ...withKernel(state, kernel), display: bestDisplay(kernel) };
}

export function withDisplay(state: KernelState, display: Display): KernelState {
  return { ...state, display, news: "result" };
}

/** The state with a kernel of another side: zeros around it, or its middle alone. */
export function withSide(state: KernelState, side: number): KernelState {
  const shift = (side - state.kernel.length) / 2;
  const cells = Array.from({ length: side }, (_, i) => i - shift);
  return withKernel(
    state,
    cells.map((row) => cells.map((column) => state.kernel[row]?.[column] ?? 0)),
  );
}

/** Row and column of the pixel. */
export function pixelOf({ picture, at }: KernelState): [number, number] {
  const width = picture[0].length;
  return [Math.floor(at / width), at % width];
}

/** The state at another pixel, the nearest there is. */
export function moveToPixel(state: KernelState, row: number, column: number): KernelState {
  const [height, width] = [state.picture.length, state.picture[0].length];
  const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.floor(value)));
  return { ...state, at: within(row, height) * width + within(column, width), news: "pixel" };
}

/** The pixel of the result. */
export function resultAt(state: KernelState): number {
  const [row, column] = pixelOf(state);
  return state.result[row][column];
}

/** Each weight and the pixel under it, where the kernel's middle lies on the pixel. */
export function terms(state: KernelState): KernelTerm[][] {
  const { picture, kernel } = state;
  const [[row, column], [height, width]] = [pixelOf(state), [picture.length, picture[0].length]];
  const reach = (kernel.length - 1) / 2;
  const plane = { data: Float64Array.from(picture.flat()), height, width };
  const around = padPlane(plane, { top: reach, bottom: reach, left: reach, right: reach }, "symm", 0);
  return kernel.map((weights, i) =>
    weights.map((weight, j) => ({
      weight,
      sample: around.data[(row + i) * around.width + column + j],
      inside: picture[row + i - reach]?.[column + j - reach] !== undefined,
    })),
  );
}
