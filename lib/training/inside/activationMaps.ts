import ndarray, { type NdArray } from "ndarray";
import { type ArrayInput, readable } from "../../arrays/index.js";
import { tf } from "../tensorflow.js";
import { findLayer } from "./findLayer.js";
import { type Pictures, pictureTensor, readPictures } from "./pictures.js";

const BATCH = 128;

/**
 * What a layer answers to pictures: for a convolution one map a filter, bright where the filter found its pattern.
 *
 * @param model - a TensorFlow.js model; not changed
 * @param images - [n, height, width, channels], or one picture; not modified
 * @param layer - the layer's name
 * @returns [n, height, width, filters] for maps, or what else the layer gives; without the first axis for one picture
 * @throws {RangeError} no layer of that name (the message lists the names), or pictures that don't fit the model
 * @example activationMaps(model, images.pick(0), "conv2d_1").shape // [28, 28, 32]
 * @see Zeiler & Fergus, Visualizing and understanding convolutional networks (2014)
 */
export function activationMaps(model: tf.LayersModel, images: ArrayInput, layer: string): NdArray<Float32Array> {
  const pictures = readPictures(model, images, "images");
  const { data, shape } = layerOutput(model, pictures, findLayer(model, layer));
  return readable(ndarray(data, pictures.single ? shape.slice(1) : shape));
}

/** A layer's output for all pictures. */
export function layerOutput(
  model: tf.LayersModel,
  pictures: Pictures,
  layer: tf.layers.Layer,
): { data: Float32Array; shape: number[] } {
  const upToHere = tf.model({ inputs: model.inputs, outputs: layer.output as tf.SymbolicTensor });
  let data = new Float32Array(0);
  let shape: number[] = [];
  for (let start = 0; start < pictures.count; start += BATCH) {
    const end = Math.min(start + BATCH, pictures.count);
    tf.tidy(() => {
      const output = upToHere.predict(pictureTensor(pictures, start, end), { batchSize: BATCH }) as tf.Tensor;
      const each = output.size / (end - start);
      if (start === 0) data = new Float32Array(pictures.count * each);
      data.set(output.dataSync(), start * each);
      shape = [pictures.count, ...output.shape.slice(1)];
    });
  }
  return { data, shape };
}
