import type { NdArray } from "ndarray";
import type { Layer } from "../../architectures/index.js";
import { type Float64NdArray, toNdarray } from "../../arrays/index.js";
import {
  averagePool2d,
  conv2d,
  dense,
  flatten,
  globalAveragePool2d,
  leakyRelu,
  maxPool2d,
  relu,
  sigmoid,
  softmax,
  tanh,
} from "../../layers/index.js";

/** Types of layers that the page can compute. */
export const COMPUTED = [
  ...(["conv2d", "maxPool2d", "averagePool2d", "globalAveragePool2d"] as const),
  ...(["flatten", "dense", "dropout", "activation"] as const),
];

/** A described network with its weights, layer after layer: the kernel, then the bias where there is one. */
export interface TrainedNetwork {
  layers: readonly Layer[];
  weights: readonly NdArray<Float64Array>[];
}

const activations = { relu, leakyRelu, sigmoid, tanh, softmax };

/**
 * What each layer makes of one picture.
 *
 * @param picture - nested rows, [height][width][1], as the network takes it
 * @returns a batch of one for each layer: [1, height, width, channels], or [1, units]
 */
export function outputsFor({ layers, weights }: TrainedNetwork, picture: number[][][]): Float64NdArray[] {
  const left = [...weights];
  let input = toNdarray([picture], "picture");
  return layers.map((layer) => {
    input = throughLayer(layer, input, left);
    return input;
  });
}

/** Takes the weights that the layer needs off the front of the list. */
function throughLayer(layer: Layer, input: Float64NdArray, weights: NdArray<Float64Array>[]): Float64NdArray {
  switch (layer.type) {
    case "conv2d":
    case "dense": {
      const kernel = weights.shift() as NdArray<Float64Array>;
      const bias = layer.bias === false ? undefined : weights.shift();
      if (layer.type === "dense") return activate(layer.activation, dense(input, kernel, { bias }));
      const { stride, padding, dilation, groups } = layer;
      return activate(layer.activation, conv2d(input, kernel, { bias, stride, padding, dilation, groups }));
    }
    case "maxPool2d":
    case "averagePool2d": {
      const { size, stride, padding } = layer;
      return (layer.type === "maxPool2d" ? maxPool2d : averagePool2d)(input, { size, stride, padding });
    }
    case "globalAveragePool2d":
      return globalAveragePool2d(input);
    case "flatten":
      return flatten(input);
    case "activation":
      return activate(layer.activation, input);
    default:
      // Dropout silences nothing when a network is used.
      return input;
  }
}

function activate(name: string | undefined, input: Float64NdArray): Float64NdArray {
  const activation = activations[name as keyof typeof activations];
  return activation ? activation(input) : input;
}
