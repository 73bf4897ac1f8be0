import * as tf from "@tensorflow/tfjs";
import { span, spreadAxis } from "./spreadAxis.js";

interface DepthwiseAttributes {
  strides: number | [number, number];
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
  filterShape: [number, number, number, number];
  inputShape: [number, number, number, number];
}

type Info = ReturnType<typeof tf.backend_util.computeConv2DInfo>;

/**
 * Adds the gradients of a depthwise convolution, which the WebAssembly backend lacks. TensorFlow.js asks for none of a
 * dilated one.
 */
export function registerDepthwiseGradients(): void {
  tf.registerKernel({
    kernelName: "DepthwiseConv2dNativeBackpropFilter",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { x, dy } = inputs as Record<string, tf.Tensor4D>;
      return depthwiseFilterGradient(x, dy, attrs as unknown as DepthwiseAttributes);
    },
  });
  tf.registerKernel({
    kernelName: "DepthwiseConv2dNativeBackpropInput",
    backendName: "wasm",
    kernelFunc: ({ inputs, attrs }) => {
      const { dy, filter } = inputs as Record<string, tf.Tensor4D>;
      return depthwiseInputGradient(dy, filter, attrs as unknown as DepthwiseAttributes);
    },
  });
}

/**
 * The gradient of a depthwise convolution with respect to its filters, one filter cell after another: each is the
 * product of the output's gradient with the input cells that this cell met, summed.
 *
 * @returns [filterHeight, filterWidth, c, multiplier]
 */
export function depthwiseFilterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, attributes: DepthwiseAttributes): tf.Tensor4D {
  const [height, width, channels, multiplier] = attributes.filterShape;
  const info = infoOf(x.shape, attributes);
  return tf.tidy(() => {
    const { top, bottom, left, right } = info.padInfo;
    const padded = tf.pad(x, [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]) as tf.Tensor4D;
    const gradient = tf.reshape(dy, [-1, channels, multiplier]); // [n·outHeight·outWidth, c, multiplier]
    const cells = eachCell(height, width, (row, column) => {
      const input = tf.reshape(met(padded, info, row, column), [-1, channels, 1]);
      return tf.sum(tf.mul(input, gradient), 0); // [c, multiplier]
    });
    return tf.stack(cells).reshape(attributes.filterShape);
  });
}

/**
 * The gradient of a depthwise convolution with respect to its input: each filter cell sends the output's gradient,
 * times its weight, back to the input cells that it met.
 *
 * @returns [n, height, width, c]
 */
export function depthwiseInputGradient(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  attributes: DepthwiseAttributes,
): tf.Tensor4D {
  const info = infoOf(attributes.inputShape, { ...attributes, filterShape: filter.shape });
  const [filterHeight, filterWidth, channels, multiplier] = filter.shape;
  return tf.tidy(() => {
    const gradient = tf.reshape(dy, [-1, channels, multiplier]);
    const sent = eachCell(filterHeight, filterWidth, (row, column) => {
      const weights = tf.slice(filter, [row, column, 0, 0], [1, 1, channels, multiplier]);
      const share = tf.sum(tf.mul(gradient, tf.reshape(weights, [1, channels, multiplier])), 2);
      return place(tf.reshape(share, [info.batchSize, info.outHeight, info.outWidth, channels]), info, row, column);
    });
    const { top, left } = info.padInfo;
    return tf.slice(tf.addN(sent), [0, top, left, 0], attributes.inputShape);
  });
}

function infoOf(inputShape: [number, number, number, number], attributes: DepthwiseAttributes): Info {
  const { filterShape, strides, pad, dimRoundingMode } = attributes;
  return tf.backend_util.computeConv2DInfo(inputShape, filterShape, strides, 1, pad, dimRoundingMode, true);
}

function eachCell<T>(height: number, width: number, visit: (row: number, column: number) => T): T[] {
  return Array.from({ length: height * width }, (_, cell) => visit(Math.floor(cell / width), cell % width));
}

/** The cells of the padded input that filter cell (row, column) meets: [n, outHeight, outWidth, c]. */
function met(padded: tf.Tensor4D, info: Info, row: number, column: number): tf.Tensor4D {
  const end = [row + span(info.outHeight, info.strideHeight), column + span(info.outWidth, info.strideWidth)];
  const stride = [1, info.strideHeight, info.strideWidth, 1];
  return tf.stridedSlice(
    padded,
    [0, row, column, 0],
    [padded.shape[0], ...end, padded.shape[3]],
    stride,
  ) as tf.Tensor4D;
}

/** The reverse of `met`: values [n, outHeight, outWidth, c] at their cells of a padded input of zeros. */
function place(values: tf.Tensor4D, info: Info, row: number, column: number): tf.Tensor4D {
  const { top, bottom, left, right } = info.padInfo;
  const spread = spreadAxis(spreadAxis(values, 1, info.strideHeight), 2, info.strideWidth);
  const below = top + info.inHeight + bottom - row - spread.shape[1];
  const beside = left + info.inWidth + right - column - spread.shape[2];
  return tf.pad(spread, [
    [0, 0],
    [row, below],
    [column, beside],
    [0, 0],
  ]) as tf.Tensor4D;
}
