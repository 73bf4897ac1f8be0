import { wholeNumber } from "../../arrays/index.js";
import { stampedAxis } from "../../layers/stampedAxis.js";
import { pair } from "../../layers/windows.js";
import { count, type LayerRule, picture, weight } from "../rule.js";
import type { Conv2dTransposeLayer } from "../types.js";

/**
 * Each input cell stamps its filters onto the output, `stride` cells apart; stamps that overlap add up
 * (Dumoulin & Visin 2016, chapter 4).
 */
export const conv2dTranspose: LayerRule<Conv2dTransposeLayer> = {
  options: ["filters", "kernel", "stride", "padding", "bias", "activation"],
  outputShape({ filters, kernel, stride = 1, padding = "valid" }, input) {
    const [height, width] = picture(input);
    const [kernelHeight, kernelWidth] = pair(kernel, "kernel");
    const [down, across] = pair(stride, "stride");
    const rows = stampedAxis(height, kernelHeight, down, padding).count;
    const columns = stampedAxis(width, kernelWidth, across, padding).count;
    return [rows, columns, wholeNumber(filters, "filters", 1)];
  },
  weights({ filters, kernel, bias = true }, input) {
    const [, , channels] = picture(input);
    const [height, width] = pair(kernel, "kernel");
    const kernels = weight("kernel", height, width, filters, channels);
    return bias ? [kernels, weight("bias", filters)] : [kernels];
  },
  multiplyAdds({ kernel, filters }, input) {
    const [height, width] = pair(kernel, "kernel");
    return count(input) * height * width * filters;
  },
  window({ kernel, stride = 1, padding = "valid" }) {
    const [height, width] = pair(kernel, "kernel");
    const [down, across] = pair(stride, "stride");
    const before = (side: number, step: number) => (side - step - stampedAxis(1, side, step, padding).cut) / step;
    return {
      span: [Math.ceil(height / down), Math.ceil(width / across)],
      step: [1 / down, 1 / across],
      before: [before(height, down), before(width, across)],
    };
  },
};
