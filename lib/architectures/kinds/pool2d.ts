import { type LayerRule, picture } from "../rule.js";
import type { PoolLayer } from "../types.js";
import { type SlidingWindow, slidingWindow, windowGrid } from "./windows.js";

/** One number for each window and channel; nothing is learned. */
export const pool2d: LayerRule<PoolLayer> = {
  outputShape(layer, input) {
    const [height, width, channels] = picture(input);
    return [...windowGrid(height, width, windowOf(layer)), channels];
  },
  window: (layer) => slidingWindow(windowOf(layer)),
};

const windowOf = ({ size, stride = size, padding = "valid", rounding = "floor" }: PoolLayer): SlidingWindow => ({
  size,
  stride,
  padding,
  rounding,
  dilation: 1,
});
