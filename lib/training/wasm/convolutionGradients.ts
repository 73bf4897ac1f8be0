import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";
import { spreadAxis } from "./spreadAxis.js";

type Shape4D = [number, number, number, number];

interface FilterGradientAttributes {
  strides: number | [number, number];
  pad: "valid" | "same" | number | [[number, number], [number, number], [number, number], [number, number]];
  dimRoundingMode?: "floor" | "round" | "ceil";
  filterShape: Shape4D;
}

interface InputGradientAttributes extends Omit<FilterGradientAttributes, "filterShape"> {
  inputShape: Shape4D;
}

/**
 * Adds the gradient of a convolution with respect to its filters, which the WebAssembly backend lacks, and replaces
 * that with respect to its input, which it computes ten times slower than a convolution of the same size.
 */
export function registerConvolutionGradients(): void {
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as Record<string, tf.Tensor4D>;
      return conv2dFilterGradient(x, dy, attrs as unknown as FilterGradientAttributes);
    },
  });
  replaceKernel("wasm", "Conv2DBackpropInput", ({ inputs, attrs }, stock) => {
    const { dy, filter } = inputs as Record<string, tf.Tensor4D>;
    return conv2dInputGradient(dy, filter, attrs as unknown as InputGradientAttributes) ?? stock();
  });
}

/**
 * The gradient of a convolution with respect to its filters, as a convolution.
 *
 * The filter's cell (i, j) between channels c and d meets the input at (i + s·y, j + s·x) for each output cell (y, x):
 * its gradient is the sum over images and output cells of x[n, i + s·y, j + s·x, c] · dy[n, y, x, d]. That is a
 * convolution in which images and channels have changed places: each input channel is an image whose channels are the
 * images of the batch, dy is the filter, and the stride has become a dilation.
 *
 * @param x - input [n, height, width, c]
 * @param dy - gradient of the output [n, outHeight, outWidth, d]
 * @returns [filterHeight, filterWidth, c, d]
 */
export function conv2dFilterGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  { strides, pad, dimRoundingMode, filterShape }: FilterGradientAttributes,
): tf.Tensor4D {
  const info = tf.backend_util.computeConv2DInfo(x.shape, filterShape, strides, 1, pad, dimRoundingMode);
  const { top, bottom, left, right } = info.padInfo;
  return tf.tidy(() => {
    const channelsAsImages = tf
      .pad(x, [
        [0, 0],
        [top, bottom],
        [left, right],
        [0, 0],
      ])
      .transpose([3, 1, 2, 0]); // [c, h, w, n]
    const gradientAsFilter = tf.transpose(dy, [1, 2, 0, 3]); // [outHeight, outWidth, n, d]
    const dilation: [number, number] = [info.strideHeight, info.strideWidth];
    const full = tf.conv2d(channelsAsImages as tf.Tensor4D, gradientAsFilter, 1, "valid", "NHWC", dilation); // [c, ≥ filterHeight, ≥ filterWidth, d]
    const [height, width, c, d] = filterShape;
    return tf.slice(full, [0, 0, 0, 0], [c, height, width, d]).transpose([1, 2, 0, 3]);
  });
}

/**
 * The gradient of a convolution with respect to its input, as a convolution: the output's gradient, its cells as far
 * apart as the stride put them, with the filters turned by half a turn and their channels swapped.
 *
 * @param dy - gradient of the output [n, outHeight, outWidth, d]
 * @param filter - [filterHeight, filterWidth, c, d]
 * @returns [n, height, width, c]; undefined for a padding that is larger than the filter
 */
export function conv2dInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  { inputShape, strides, pad, dimRoundingMode }: InputGradientAttributes,
): tf.Tensor4D | undefined {
  const info = tf.backend_util.computeConv2DInfo(inputShape, filter.shape, strides, 1, pad, dimRoundingMode);
  const { top, left } = info.padInfo;
  const [height, width] = filter.shape;
  if (top >= height || left >= width) return undefined;
  return tf.tidy(() => {
    const spread = spreadAxis(spreadAxis(dy, 1, info.strideHeight), 2, info.strideWidth);
    const turned = tf.reverse(filter, [0, 1]).transpose([0, 1, 3, 2]) as tf.Tensor4D; // [filterHeight, filterWidth, d, c]
    // As many zeros around as make the result as large as the input.
    const before = [height - 1 - top, width - 1 - left];
    const after = [info.inHeight + top - spread.shape[1], info.inWidth + left - spread.shape[2]];
    const around = [
      [0, 0],
      [before[0], Math.max(after[0], 0)],
      [before[1], Math.max(after[1], 0)],
      [0, 0],
    ];
    const padded = tf.pad(spread, around as [number, number][]) as tf.Tensor4D;
    return tf.slice(tf.conv2d(padded, turned, 1, "valid"), [0, 0, 0, 0], inputShape);
  });
}
