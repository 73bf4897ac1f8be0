import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";

/**
 * Turns a matrix before it is multiplied, where the product asks for it turned. The WebAssembly backend has a fast
 * product only for matrices as they lie; for turned ones, which the gradients of dense layers are made of, its plain
 * loop takes ten times as long as turning and multiplying together.
 */
export function installMatrixProduct(): void {
  replaceKernel("wasm", "BatchMatMul", ({ inputs, attrs }, stock) => {
    const { a, b } = inputs as Record<string, tf.Tensor>;
    const { transposeA, transposeB } = attrs as { transposeA?: boolean; transposeB?: boolean };
    if (!transposeA && !transposeB) return stock();
    return tf.tidy(() => tf.matMul(transposeA ? turned(a) : a, transposeB ? turned(b) : b));
  });
}

function turned(matrices: tf.Tensor): tf.Tensor {
  const axes = matrices.shape.map((_, axis) => axis);
  const [row, column] = axes.splice(-2);
  return tf.transpose(matrices, [...axes, column, row]);
}
