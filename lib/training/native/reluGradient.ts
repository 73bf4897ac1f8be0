import * as tf from "@tensorflow/tfjs";
import { float32, isNative, nativeBackend } from "./nativeBackend.js";

/**
 * The gradient of ReLU in one operation. TensorFlow.js composes it: a step function of the input (a comparison, a
 * selection, a fill), then a product, each a pass over the whole batch. TensorFlow's ReluGrad is one pass.
 *
 * The output serves as well as the input: both are above zero in the same places. Saving the output costs nothing, as
 * the next layer keeps it anyway.
 *
 * TensorFlow.js has no gradient of ReluGrad itself, so where a gradient is taken of a gradient, it composes again.
 */
export function installReluGradient(): void {
  const stock = tf.getGradient("Relu");
  tf.registerGradient({
    kernelName: "Relu",
    outputsToSave: [true],
    gradFunc: (dy, saved, attrs) => {
      const within = tf.engine().state.gradientDepth > 0;
      if (!isNative() || within) return stock.gradFunc(dy, saved, attrs);
      return { x: () => nativeBackend().executeSingleOutput("ReluGrad", [float32("T")], [dy as tf.Tensor, saved[0]]) };
    },
  });
}
