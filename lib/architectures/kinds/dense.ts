import { wholeNumber } from "../../arrays/index.js";
import { type LayerRule, weight } from "../rule.js";
import type { DenseLayer } from "../types.js";

/** Every unit has a weight for every input, and a bias. */
export const dense: LayerRule<DenseLayer> = {
  options: ["units", "bias", "activation"],
  outputShape({ units }, input) {
    if (input.length !== 1)
      throw new RangeError(`it needs [units], got [${input.join(", ")}]: put a flatten before it`);
    return [wholeNumber(units, "units", 1)];
  },
  weights({ units, bias = true }, input) {
    const matrix = weight("kernel", input[0], units);
    return bias ? [matrix, weight("bias", units)] : [matrix];
  },
  multiplyAdds: ({ units }, input) => units * input[0],
  window: () => "all",
};
