import type { tf } from "../tensorflow.js";

/** All layers of a model, those of models within it too. */
export function allLayers(model: tf.LayersModel): tf.layers.Layer[] {
  return model.layers.flatMap((layer) => ("layers" in layer ? allLayers(layer as tf.LayersModel) : [layer]));
}

/** The layers whose compiled step was tested against the eager one. Those of other classes may do anything. */
export const TESTED = new Set([
  ...["InputLayer", "Rescaling", "ZeroPadding2D", "Flatten", "Reshape", "Dropout", "Activation", "ReLU", "LeakyReLU"],
  ...["Softmax", "Dense", "Conv2D", "DepthwiseConv2D", "SeparableConv2D", "Conv2DTranspose"],
  ...["MaxPooling2D", "AveragePooling2D", "GlobalMaxPooling2D", "GlobalAveragePooling2D", "BatchNormalization"],
  ...["Add", "Concatenate", "Multiply", "GroupedConv2d", "PaddedPool2d", "LocalResponseNorm"],
]);

/** The first layer that was not tested. */
export function untestedLayer(model: tf.LayersModel): tf.layers.Layer | undefined {
  return allLayers(model).find((layer) => !TESTED.has(layer.getClassName()));
}
