import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray } from "../../arrays/index.js";
import { resizeImage } from "../../images/index.js";
import { tf } from "../tensorflow.js";
import { layerOutput } from "./activationMaps.js";
import { chooseClass, classScores } from "./classScores.js";
import { findLayer, lastMaps } from "./findLayer.js";
import { type Pictures, pictureTensor, readPicture } from "./pictures.js";

/**
 * Where in a picture a class was seen: the maps of a layer, each weighted with how much the class's score rises with
 * it, added up; what speaks against the class is set to 0. Enlarged to the picture's size. It says most of networks that
 * take the mean of each map: a dense layer on flattened maps weights each place by itself, and that is averaged away.
 *
 * @param model - a classifier; not changed
 * @param image - [height, width, channels], one picture; not modified
 * @param options.classIndex - default the class that the model takes the picture for
 * @param options.layer - the name of the layer whose maps are taken; default the last one that has maps
 * @returns [height, width], 0 and more; only the proportions mean something
 * @throws {RangeError} no such class, no such layer or one without maps, or a picture that does not fit the model
 * @example gradCam(model, images.pick(0), { classIndex: 7 })
 * @see Selvaraju et al., Grad-CAM: visual explanations from deep networks via gradient-based localization (2017)
 */
export function gradCam(
  model: tf.LayersModel,
  image: ArrayInput,
  options: { classIndex?: number; layer?: string } = {},
): Float64NdArray {
  const { classIndex, layer } = checkOptions(options, "gradCam", ["classIndex", "layer"]);
  const picture = readPicture(model, image, "image");
  const chosen = layer === undefined ? lastMaps(model) : findLayer(model, layer);
  const maps = layerOutput(model, picture, chosen);
  const [, height, width, channels] = maps.shape;
  if (channels === undefined) {
    throw new RangeError(`layer "${chosen.name}" has no maps [height, width, channels], got [${maps.shape.slice(1)}]`);
  }
  const gradient = mapGradient(model, picture, chosen, maps.shape, classIndex);
  const weights = new Float64Array(channels);
  gradient.forEach((value, i) => {
    weights[i % channels] += value / (height * width);
  });
  const sum = new Float64Array(height * width);
  maps.data.forEach((value, i) => {
    sum[Math.floor(i / channels)] += weights[i % channels] * value;
  });
  const seen = ndarray(
    sum.map((value) => Math.max(0, value)),
    [height, width],
  );
  return resizeImage(seen, { height: picture.shape[0], width: picture.shape[1] });
}

/** How the class's score changes with each value of the layer's output: that of zeros added to it. */
function mapGradient(
  model: tf.LayersModel,
  picture: Pictures,
  layer: tf.layers.Layer,
  shape: number[],
  classIndex: number | undefined,
): Float32Array {
  const original = layer.call;
  return tf.tidy(() => {
    const x = pictureTensor(picture, 0, 1);
    const chosen = chooseClass(model, x, classIndex);
    const scores = classScores(model);
    const scoreWith = (added: tf.Tensor) => {
      layer.call = (inputs, settings) => (original.call(layer, inputs, settings) as tf.Tensor).add(added);
      return scores(x).slice([0, chosen], [1, 1]).asScalar();
    };
    try {
      return tf.grad(scoreWith)(tf.zeros(shape)).dataSync() as Float32Array;
    } finally {
      layer.call = original;
    }
  });
}
