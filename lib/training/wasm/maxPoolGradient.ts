import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";

interface MaxPoolAttributes {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Replaces the gradient of max pooling: the WebAssembly backend's own leaves what was in memory before in cells that
 * are no window's maximum, as soon as windows are padded or do not touch.
 */
export function installMaxPoolGradient(): void {
  replaceKernel("wasm", "MaxPoolGrad", ({ inputs, attrs }) => {
    const { dy, input } = inputs as Record<string, tf.Tensor4D>;
    return maxPoolGradient(input, dy, attrs as unknown as MaxPoolAttributes);
  });
}

/** Sends each window's gradient to the cell that was its maximum, the first one where several are. */
export function maxPoolGradient(input: tf.Tensor4D, dy: tf.Tensor4D, attributes: MaxPoolAttributes): tf.Tensor4D {
  const { filterSize, strides, pad, dimRoundingMode } = attributes;
  const info = tf.backend_util.computePool2DInfo(input.shape, filterSize, strides, 1, pad, dimRoundingMode);
  const [values, gradients] = [input, dy].map(({ dataId }) => tf.backend().readSync(dataId) as Float32Array);
  const sent = new Float32Array(values.length);
  const { inHeight, inWidth, inChannels: channels } = info;
  let from = 0;
  for (let n = 0; n < info.batchSize; n++) {
    for (let y = 0; y < info.outHeight; y++) {
      const [top, bottom] = range(y * info.strideHeight - info.padInfo.top, info.filterHeight, inHeight);
      for (let x = 0; x < info.outWidth; x++) {
        const [left, right] = range(x * info.strideWidth - info.padInfo.left, info.filterWidth, inWidth);
        for (let channel = 0; channel < channels; channel++, from++) {
          let best = -1;
          for (let row = top; row < bottom; row++) {
            const start = ((n * inHeight + row) * inWidth + left) * channels + channel;
            const end = start + (right - left) * channels;
            for (let at = start; at < end; at += channels) {
              if (best < 0 || values[at] > values[best]) best = at;
            }
          }
          sent[best] += gradients[from];
        }
      }
    }
  }
  return tf.tensor4d(sent, input.shape);
}

/** The part of a window that lies on the picture, along one axis. */
function range(start: number, size: number, length: number): [number, number] {
  return [Math.max(start, 0), Math.min(start + size, length)];
}
