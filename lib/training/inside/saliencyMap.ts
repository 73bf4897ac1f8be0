import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, readable } from "../../arrays/index.js";
import { tf } from "../tensorflow.js";
import { chooseClass, classScores } from "./classScores.js";
import { pictureTensor, readPicture } from "./pictures.js";

/**
 * Which pixels a class's score hangs on: how much it would change, up or down, for a small change of each pixel. It is
 * the gradient's absolute value, the largest of the channels.
 *
 * @param model - a classifier; not changed
 * @param image - [height, width, channels], one picture; not modified
 * @param options.classIndex - default the class that the model takes the picture for
 * @returns [height, width], 0 where a pixel does not matter
 * @throws {RangeError} no such class, or a picture that does not fit the model
 * @example saliencyMap(model, images.pick(0), { classIndex: 7 })
 * @see Simonyan, Vedaldi & Zisserman, Deep inside convolutional networks (2014), §3
 */
export function saliencyMap(
  model: tf.LayersModel,
  image: ArrayInput,
  options: { classIndex?: number } = {},
): Float64NdArray {
  const { classIndex } = checkOptions(options, "saliencyMap", ["classIndex"]);
  const picture = readPicture(model, image, "image");
  const [height, width] = picture.shape;
  const values = tf.tidy(() => {
    const x = pictureTensor(picture, 0, 1);
    const chosen = chooseClass(model, x, classIndex);
    const scores = classScores(model);
    const gradient = tf.grad((pixels) => scores(pixels).slice([0, chosen], [1, 1]).asScalar())(x);
    return gradient.abs().max(-1).dataSync();
  });
  return readable(ndarray(Float64Array.from(values), [height, width]));
}
