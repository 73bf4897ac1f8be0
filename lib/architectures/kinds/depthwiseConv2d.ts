import { wholeNumber } from "../../arrays/index.js";
import { CONV, convWindow } from "../../layers/convOptions.js";
import { gridShape, pair } from "../../layers/windows.js";
import { count, type LayerRule, picture, slidingWindow, weight } from "../rule.js";
import type { DepthwiseConv2dLayer } from "../types.js";

/** A filter for each channel by itself: kernel height × width weights a channel, and a bias (Howard et al. 2017). */
export const depthwiseConv2d: LayerRule<DepthwiseConv2dLayer> = {
  options: [...CONV, "kernel", "multiplier", "activation"],
  outputShape(layer, input) {
    const [height, width, channels] = picture(input);
    const { multiplier = 1 } = layer;
    return [
      ...gridShape(height, width, convWindow(layer.kernel, layer)),
      channels * wholeNumber(multiplier, "multiplier", 1),
    ];
  },
  weights({ kernel, multiplier = 1, bias = true }, input) {
    const [, , channels] = picture(input);
    const [height, width] = pair(kernel, "kernel");
    const kernels = weight("kernel", height, width, channels, multiplier);
    return bias ? [kernels, weight("bias", channels * multiplier)] : [kernels];
  },
  multiplyAdds({ kernel }, _input, output) {
    const [height, width] = pair(kernel, "kernel");
    return count(output) * height * width;
  },
  window: (layer, input) => slidingWindow(convWindow(layer.kernel, layer), input),
};
