import { type ArrayInput, toNdarray, toNested } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { moveTo } from "./convolution2d/moves.js";
import { MOST_SIDE } from "./convolution2d/parseKernel2d.js";
import { convolution2dPicture } from "./convolution2d/picture.js";
import { readSliding } from "./convolution2d/sliding.js";
import { type Convolution2dSettings, outputCount, type Padding2d, sides, startState } from "./convolution2d/state.js";
import { finding } from "./convolution2d/words.js";

export interface Convolution2dExplorerOptions {
  /** [height, width], 1 to 12 each, grey. */
  image: ArrayInput;
  /** [rows, columns] of weights, 1 to 5 each, and no more than the image has. */
  kernel: ArrayInput;
  /** `"valid"` (default): only where the kernel lies wholly on the image; `"same"`: an output for each pixel, zeros around. */
  mode?: "valid" | "same";
  /** Turned by half a turn before it slides (convolution); as it is (correlation) when left out. */
  flip?: boolean;
  /**
   * In place of `mode` and `flip`, the kernel of a layer, whose padding, stride and dilation can be changed: zeros on each
   * side, 0 to 4; `"valid"` (default) none; `"same"` as TensorFlow has it; `"full"` wherever kernel and image touch.
   */
  padding?: Padding2d;
  /** Of a layer: pixels from one position to the next, 1 to 5; default 1. */
  stride?: number;
  /** Of a layer: pixels from one weight to the next, 1 to 3; default 1. */
  dilation?: number;
  /** Only the sliding, for a first meeting: no switch that turns the kernel, no modes. Default false. */
  basic?: boolean;
  /** Words above it. */
  title?: string;
  /** What there is to see and find, for those who cannot see it; the sums, when left out. */
  alt?: string;
}

const MOST_PIXELS = 12;

/**
 * Something to play with: a kernel that is dragged over an image of a few pixels, with every product and their sum, and
 * the output that fills as it goes. With `padding`, `stride` or `dilation` it is the kernel of a layer: these three can be
 * changed, the formula shows the size, and pixels that no weight ever touches are crossed out. `show` displays it; it
 * works without a running kernel.
 *
 * @param options - `image` and `kernel` (not modified), `mode`, `flip`, `basic`, or `padding`, `stride`, `dilation`;
 *   `title`, `alt`
 * @throws {RangeError} an image or a kernel that is empty, too large or not finite, a kernel larger than the image, a
 *   number outside its limits, or `mode`, `flip` or `basic` together with a layer's options
 * @example show(convolution2dExplorer({ image: [[0, 1, 2], [3, 4, 5], [6, 7, 8]], kernel: [[0, 1], [2, 3]], stride: 1 }))
 */
export function convolution2dExplorer(options: Convolution2dExplorerOptions): Explorer {
  const settings = readSettings(options);
  const start = startState(settings);
  const alt = options.alt ?? finding(start);
  // Half-way there is most to see.
  const half = moveTo(start, Math.floor(outputCount(start) / 2));
  const html = convolution2dPicture(half, alt);
  return { explorer: "convolution2d", settings: { ...settings }, alt, html };
}

function readSettings(options: Convolution2dExplorerOptions): Convolution2dSettings {
  const { title = "" } = options;
  const sliding = readSliding(options);
  const image = readRows(options.image, "image", MOST_PIXELS);
  const kernel = readRows(options.kernel, "kernel", MOST_SIDE);
  const [[h, w], [k, l]] = [sides(image), sides(kernel)];
  if (k > h || l > w) throw new RangeError(`\`kernel\` [${k}, ${l}] is larger than \`image\` [${h}, ${w}]`);
  return { image, kernel, ...sliding, title };
}

function readRows(input: ArrayInput, name: string, most: number): number[][] {
  const array = toNdarray(input, name, { rank: 2 });
  if (array.shape.some((side) => side > most)) {
    throw new RangeError(`\`${name}\` must have 1 to ${most} rows and columns, got [${array.shape.join(", ")}]`);
  }
  return toNested(array) as number[][];
}
