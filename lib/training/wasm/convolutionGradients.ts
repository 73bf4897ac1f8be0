import * as tf from "@tensorflow/tfjs";

interface FilterGradientAttributes {
  strides: number | [number, number];
  pad: "valid" | "same" | number | [[number, number], [number, number], [number, number], [number, number]];
  dimRoundingMode?: "floor" | "round" | "ceil";
  filterShape: [number, number, number, number];
}

/** Adds the gradient of a convolution with respect to its filters, which the WebAssembly backend lacks. */
export function registerConvolutionGradients(): void {
  tf.registerKernel({
    kernelName: "Conv2DBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) =>
      conv2dFilterGradient(
        inputs.x as tf.Tensor4D,
        inputs.dy as tf.Tensor4D,
        attrs as unknown as FilterGradientAttributes,
      ),
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
