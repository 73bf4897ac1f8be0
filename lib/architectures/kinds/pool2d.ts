import { gridShape, type SlidingWindow } from "../../layers/windows.js";
import { type LayerRule, picture, slidingWindow } from "../rule.js";
import type { PoolLayer } from "../types.js";

/** One number for each window and channel; nothing is learned. */
export const pool2d: LayerRule<PoolLayer> = {
  options: ["size", "stride", "padding", "rounding"],
  outputShape(layer, input) {
    const [height, width, channels] = picture(input);
    return [...gridShape(height, width, pool2dWindow(layer)), channels];
  },
  window: (layer, input) => slidingWindow(pool2dWindow(layer), input),
};

export const pool2dWindow = ({
  size,
  stride = size,
  padding = "valid",
  rounding = "floor",
}: PoolLayer): SlidingWindow => ({
  size,
  stride,
  padding,
  rounding,
  dilation: 1,
});
