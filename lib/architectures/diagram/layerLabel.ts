import { pair } from "../../layers/windows.js";
import type { SimpleLayer } from "../kinds/index.js";
import type { Shape, Size } from "../types.js";

/** Which colour a box has. */
export type Look = "convolution" | "pooling" | "dense" | "other";

const LOOKS: Partial<Record<SimpleLayer["type"], Look>> = {
  conv2d: "convolution",
  depthwiseConv2d: "convolution",
  conv2dTranspose: "convolution",
  maxPool2d: "pooling",
  averagePool2d: "pooling",
  globalAveragePool2d: "pooling",
  dense: "dense",
};

export const lookOf = ({ type }: SimpleLayer): Look => LOOKS[type] ?? "other";

/** Layers that a diagram writes into the box of the layer before them. */
export const isSmall = ({ type }: SimpleLayer): boolean =>
  type === "batchNorm" || type === "activation" || type === "dropout" || type === "localResponseNorm";

/**
 * What a layer is, in a few words: `conv 3×3, stride 2, relu`.
 *
 * @example layerLabel({ type: "maxPool2d", size: 2 }) // "max pool 2×2"
 */
export function layerLabel(layer: SimpleLayer): string {
  const activation = "activation" in layer && layer.activation !== "linear" ? layer.activation : undefined;
  return [whatItIs(layer), activation].filter((part) => part !== undefined).join(", ");
}

function whatItIs(layer: SimpleLayer): string | undefined {
  switch (layer.type) {
    case "conv2d":
      return `conv ${sides(layer.kernel)}${stepped(layer.stride)}${layer.groups ? `, ${layer.groups} groups` : ""}`;
    case "depthwiseConv2d":
      return `depthwise ${sides(layer.kernel)}${stepped(layer.stride)}`;
    case "conv2dTranspose":
      return `up-conv ${sides(layer.kernel)}${stepped(layer.stride)}`;
    case "maxPool2d":
    case "averagePool2d": {
      const step = layer.stride === undefined || sides(layer.stride) === sides(layer.size) ? "" : stepped(layer.stride);
      return `${layer.type === "maxPool2d" ? "max" : "average"} pool ${sides(layer.size)}${step}`;
    }
    case "activation":
      return undefined;
    case "upsample2d":
      return `enlarge ${sides(layer.factor)}`;
    default:
      return NAMES[layer.type] ?? layer.type;
  }
}

const NAMES: Partial<Record<SimpleLayer["type"], string>> = {
  globalAveragePool2d: "global average",
  batchNorm: "norm",
  localResponseNorm: "local norm",
  zeroPad2d: "pad",
  crop2d: "crop",
};

const sides = (size: Size) => pair(size, "size").join("×");

const stepped = (stride: Size = 1) => {
  const [down, across] = pair(stride, "stride");
  if (down === 1 && across === 1) return "";
  return `, stride ${down === across ? down : sides(stride)}`;
};

/** `14 × 14 × 512`; where layers drawn as one differ in their last side, `14 × 14 × 128…256`. */
export function shapesText(shapes: readonly Shape[]): string {
  const last = shapes.map((shape) => shape[shape.length - 1]);
  const [least, most] = [Math.min(...last), Math.max(...last)];
  return [...shapes[0].slice(0, -1), least === most ? least : `${least}…${most}`].join(" × ");
}
