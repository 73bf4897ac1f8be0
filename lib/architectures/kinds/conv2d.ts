import { wholeNumber } from "../../arrays/index.js";
import { CONV, convWindow } from "../../layers/convOptions.js";
import { gridShape, pair } from "../../layers/windows.js";
import { count, type LayerRule, picture, slidingWindow, weight } from "../rule.js";
import type { Conv2dLayer } from "../types.js";

/** Filters over all channels of their group: kernel height × width × channels weights each, and a bias. */
export const conv2d: LayerRule<Conv2dLayer> = {
  options: [...CONV, "filters", "kernel", "groups", "activation"],
  outputShape(layer, input) {
    const [height, width, channels] = picture(input);
    const { filters, groups = 1 } = layer;
    wholeNumber(filters, "filters", 1);
    wholeNumber(groups, "groups", 1);
    if (channels % groups !== 0 || filters % groups !== 0) {
      throw new RangeError(`${groups} groups must divide its ${channels} channels and ${filters} filters evenly`);
    }
    return [...gridShape(height, width, convWindow(layer.kernel, layer)), filters];
  },
  weights({ kernel, filters, groups = 1, bias = true }, input) {
    const [, , channels] = picture(input);
    const [height, width] = pair(kernel, "kernel");
    const kernels = weight("kernel", height, width, channels / groups, filters);
    return bias ? [kernels, weight("bias", filters)] : [kernels];
  },
  multiplyAdds({ kernel, groups = 1 }, input, output) {
    const [height, width] = pair(kernel, "kernel");
    return (count(output) * height * width * input[2]) / groups;
  },
  window: (layer, input) => slidingWindow(convWindow(layer.kernel, layer), input),
};
