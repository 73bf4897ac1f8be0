import { wholeNumber } from "../../arrays/index.js";
import { paddingSides, pair } from "../../layers/windows.js";
import { cellByCell, count, type LayerRule, picture } from "../rule.js";
import type {
  Crop2dLayer,
  FlattenLayer,
  GlobalAveragePool2dLayer,
  Shape,
  UpsampleLayer,
  ZeroPad2dLayer,
} from "../types.js";

export const flatten: LayerRule<FlattenLayer> = {
  options: [],
  outputShape: (_layer, input) => [count(input)],
  window: () => "all",
};

/** The mean of each channel (Lin et al. 2013). */
export const globalAveragePool2d: LayerRule<GlobalAveragePool2dLayer> = {
  options: [],
  outputShape: (_layer, input) => [picture(input)[2]],
  window: () => "all",
};

export const zeroPad2d: LayerRule<ZeroPad2dLayer> = {
  options: ["padding"],
  outputShape: ({ padding }, input) => grown(input, sides(padding), 1),
  window({ padding }) {
    const [[top], [left]] = paddingSides(padding);
    return { ...cellByCell, before: [top, left] };
  },
};

export const crop2d: LayerRule<Crop2dLayer> = {
  options: ["crop"],
  outputShape({ crop }, input) {
    const output = grown(input, sides(crop), -1);
    if (output[0] > 0 && output[1] > 0) return output;
    throw new RangeError(`nothing would be left of [${input.join(", ")}]: crop less`);
  },
  window({ crop }) {
    const [[top], [left]] = paddingSides(crop);
    return { ...cellByCell, before: [-top, -left] };
  },
};

export const upsample2d: LayerRule<UpsampleLayer> = {
  options: ["factor", "method"],
  outputShape({ factor }, input) {
    const [height, width, channels] = picture(input);
    const [down, across] = pair(factor, "factor");
    return [height * wholeNumber(down, "factor", 1), width * wholeNumber(across, "factor", 1), channels];
  },
  window({ factor, method = "nearest" }) {
    const [down, across] = pair(factor, "factor");
    const step = [1 / down, 1 / across] as const;
    if (method === "nearest") return { ...cellByCell, step };
    return { span: [2, 2], step, before: [(1 - step[0]) / 2, (1 - step[1]) / 2] };
  },
};

/** Cells at the top and bottom together, and at the left and right together. */
function sides(padding: ZeroPad2dLayer["padding"]): [number, number] {
  const [[top, bottom], [left, right]] = paddingSides(padding);
  for (const cells of [top, bottom, left, right]) wholeNumber(cells, "padding", 0);
  return [top + bottom, left + right];
}

function grown(input: Shape, [down, across]: [number, number], sign: 1 | -1): Shape {
  const [height, width, channels] = picture(input);
  return [height + sign * down, width + sign * across, channels];
}
