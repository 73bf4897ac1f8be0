import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";
import { float32, nativeBackend, text } from "./nativeBackend.js";

/**
 * Sums over all axes but the last by BiasAddGrad. That sum is the gradient of every bias; TensorFlow's general Sum
 * walks it in an order that is several times slower than the operation made for it.
 */
export function installBiasGradient(): void {
  replaceKernel("tensorflow", "Sum", (args, stock) => {
    const x = args.inputs.x as tf.TensorInfo;
    const { axis, keepDims } = args.attrs as unknown as { axis: number | number[]; keepDims?: boolean };
    if (keepDims || x.dtype !== "float32" || !allButLast(axis, x.shape)) return stock();
    return nativeBackend().executeSingleOutput("BiasAddGrad", [float32("T"), text("data_format", "NHWC")], [x]);
  });
}

function allButLast(axis: number | number[], shape: number[]): boolean {
  const axes = tf.util.parseAxisParam(axis, shape);
  return shape.length > 1 && axes.length === shape.length - 1 && axes.every((value, index) => value === index);
}
