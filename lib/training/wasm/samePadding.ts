import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";

interface ConvolutionAttributes {
  strides: number | [number, number];
  pad: "valid" | "same" | number | [number, number][];
  dilations: number | [number, number];
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Writes padding `"same"` out in cells: where a stride is larger than the kernel, so that no padding is needed along an
 * axis, the WebAssembly backend answers with zeros.
 */
export function installSamePadding(): void {
  for (const name of ["Conv2D", "DepthwiseConv2dNative"]) {
    replaceKernel("wasm", name, (args, stock) => {
      const { x, filter } = args.inputs as Record<string, tf.Tensor4D>;
      const attributes = args.attrs as unknown as ConvolutionAttributes;
      if (attributes.pad !== "same") return stock();
      return stock({ pad: cells(x.shape, filter.shape, attributes, name !== "Conv2D") });
    });
  }
}

type Shape = tf.Tensor4D["shape"];

function cells(input: Shape, filter: Shape, attributes: ConvolutionAttributes, depthwise: boolean): [number, number][] {
  const { strides, dilations } = attributes;
  const info = tf.backend_util.computeConv2DInfo(input, filter, strides, dilations, "same", undefined, depthwise);
  const { top, bottom, left, right } = info.padInfo;
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
}
