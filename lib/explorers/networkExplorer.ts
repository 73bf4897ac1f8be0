import { type Architecture, type Shape, summarize } from "../architectures/index.js";
import { type ArrayInput, toNdarray } from "../arrays/index.js";
import { encodePng, resizeImage } from "../images/index.js";
import type { Explorer } from "../plots/index.js";
import { networkPicture } from "./network/picture.js";
import { startState } from "./network/state.js";
import { finding } from "./network/words.js";

export interface NetworkExplorerOptions {
  /** A described network for pictures: one of `architectures`, or one's own. */
  network: Architecture;
  /** [height, width, channels] of the input to begin with; default the one that the network was made for. */
  input?: Shape;
  /** [height, width] or [height, width, 3], 0 to 255, to lay under the input, stretched to its shape; none when left out. */
  picture?: ArrayInput;
  /** Words above it. */
  title?: string;
  /** What there is to see and find, for those who cannot see it; shapes, counts and receptive field, when left out. */
  alt?: string;
}

/** The longer side of the picture that lies in the notebook. */
const SIDE = 120;

/**
 * Something to play with: a whole network, layer by layer, with shapes, parameters, multiply-adds, receptive fields and
 * jumps as `summarize` counts them; and what each output sees of the input. The input's size, and kernel, stride and
 * padding of each convolution and pooling, are changed in the page; where a layer no longer fits, it says why. A block of
 * branches is one line, and normalisation, activation and dropout stand in the line of the layer before them. `show`
 * displays it; it works without a running kernel.
 *
 * @param options - `network` and `picture` (not modified), `input`, `title`, `alt`
 * @throws {RangeError} no layer, a layer that does not suit its input, naming it, or an input that is no picture
 * @throws {TypeError} no network, or an unknown type of layer
 * @example show(networkExplorer({ network: architectures.vgg16 }))
 * @see Araujo, Norris & Sim, Computing receptive fields of convolutional neural networks (2019)
 */
export function networkExplorer(options: NetworkExplorerOptions): Explorer {
  const { network, input = network?.input, title = "" } = options;
  const { rows } = summarize(network, input);
  if (rows.length === 0) throw new RangeError("`network` must have at least one layer");
  if (input.length !== 3) {
    throw new RangeError(`\`input\` must be [height, width, channels], got [${input.join(", ")}]`);
  }
  const picture = options.picture === undefined ? undefined : smallPicture(options.picture);
  const start = startState({ network, input, picture });
  const alt = options.alt ?? finding(start);
  const html = networkPicture(start, alt);
  return { explorer: "network", settings: { network, input, ...(picture ? { picture } : {}), title }, alt, html };
}

function smallPicture(picture: ArrayInput): string {
  const array = toNdarray(picture, "picture", { rank: [2, 3] });
  const [height, width] = array.shape;
  const small = height >= width ? { height: Math.min(height, SIDE) } : { width: Math.min(width, SIDE) };
  return `data:image/png;base64,${encodePng(resizeImage(array, small)).toString("base64")}`;
}
