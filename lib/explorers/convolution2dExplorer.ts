import { type ArrayInput, oneOf, toNdarray, toNested } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { moveTo } from "./convolution2d/moves.js";
import { MOST_SIDE } from "./convolution2d/parseKernel2d.js";
import { convolution2dPicture } from "./convolution2d/picture.js";
import { type Convolution2dSettings, type Mode2d, outputCount, sides, startState } from "./convolution2d/state.js";
import { finding } from "./convolution2d/words.js";

export interface Convolution2dExplorerOptions {
  /** [height, width], 1 to 12 each, grey. */
  image: ArrayInput;
  /** [rows, columns] of weights, 1 to 5 each, and no more than the image has. */
  kernel: ArrayInput;
  /** `"valid"` (default): only where the kernel lies wholly on the image; `"same"`: an output for each pixel, zeros around. */
  mode?: Mode2d;
  /** Turned by half a turn before it slides (convolution); as it is (correlation) when left out. */
  flip?: boolean;
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
 * the output that fills as it goes. `show` displays it; it works without a running kernel.
 *
 * @param options - `image` and `kernel` (not modified), `mode`, `flip`, `basic`, `title`, `alt`
 * @throws {RangeError} an image or a kernel that is empty, too large or not finite, or a kernel larger than the image
 * @example show(convolution2dExplorer({ image: [[0, 1, 2], [3, 4, 5], [6, 7, 8]], kernel: [[0, 1], [2, 3]] }))
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
  const { mode = "valid", flip = false, basic = false, title = "" } = options;
  oneOf(mode, "mode", ["valid", "same"]);
  const image = readRows(options.image, "image", MOST_PIXELS);
  const kernel = readRows(options.kernel, "kernel", MOST_SIDE);
  const [[h, w], [k, l]] = [sides(image), sides(kernel)];
  if (k > h || l > w) throw new RangeError(`\`kernel\` [${k}, ${l}] is larger than \`image\` [${h}, ${w}]`);
  return { image, kernel, mode, flip, basic, title };
}

function readRows(input: ArrayInput, name: string, most: number): number[][] {
  const array = toNdarray(input, name, { rank: 2 });
  if (array.shape.some((side) => side > most)) {
    throw new RangeError(`\`${name}\` must have 1 to ${most} rows and columns, got [${array.shape.join(", ")}]`);
  }
  return toNested(array) as number[][];
}
