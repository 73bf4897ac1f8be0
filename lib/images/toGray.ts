import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";

/** How bright red, green and blue look on a screen (ITU-R BT.709, rounded as scikit-image has them). */
const WEIGHTS = [0.2125, 0.7154, 0.0721] as const;

/**
 * Turns colours into brightness: 0.2125 red + 0.7154 green + 0.0721 blue. A grey image comes back as a copy.
 *
 * @param image - [height, width, 3] or [height, width]; not modified
 * @returns [height, width], in the same range as the input
 * @throws {RangeError} another shape, or non-finite pixels
 * @example toGray([[[255, 0, 0]]]) // [[54.19]]
 * @see skimage.color.rgb2gray
 */
export function toGray(image: ArrayInput): Float64NdArray {
  const input = toNdarray(image, "image", { rank: [2, 3] });
  if (input.dimension === 2) return input;
  const [height, width, channels] = input.shape;
  if (channels !== 3) {
    throw new RangeError(`\`image\` must have 3 channels (red, green, blue), got shape [${input.shape.join(", ")}]`);
  }
  const { data } = input;
  const out = new Float64Array(height * width);
  for (let i = 0; i < out.length; i++) {
    out[i] = WEIGHTS[0] * data[3 * i] + WEIGHTS[1] * data[3 * i + 1] + WEIGHTS[2] * data[3 * i + 2];
  }
  return readable(ndarray(out, [height, width]));
}
