import type { Layer, Padding, Size } from "../../architectures/index.js";

/** What the page lets one change of a layer. */
export interface Sliding {
  /** Undefined where the two sides differ. */
  kernel: number | undefined;
  stride: number | undefined;
  /** Undefined where the four sides differ. */
  padding: number | "same" | undefined;
}

export type Choice = keyof Sliding | "height" | "width";

/** What can be chosen, each from its smallest to its largest. */
export const LIMITS: Record<Choice, readonly [number, number]> = {
  height: [1, 2048],
  width: [1, 2048],
  kernel: [1, 32],
  stride: [1, 32],
  padding: [0, 32],
};

/** The numbers of a convolution or pooling; undefined for other layers. */
export function slidingOf(layer: Layer): Sliding | undefined {
  if (layer.type === "conv2d" || layer.type === "depthwiseConv2d") {
    return { kernel: alike(layer.kernel), stride: alike(layer.stride ?? 1), padding: paddingOf(layer.padding) };
  }
  if (layer.type === "maxPool2d" || layer.type === "averagePool2d") {
    return { kernel: alike(layer.size), stride: alike(layer.stride ?? layer.size), padding: paddingOf(layer.padding) };
  }
  return undefined;
}

/** The options of the layer that mean this choice. A pooling keeps its stride when its window changes. */
export function optionsFor(layer: Layer, choice: keyof Sliding, value: number | "same"): object {
  if (choice !== "kernel" || !("size" in layer)) return { [choice]: value };
  return { size: value, stride: layer.stride ?? layer.size };
}

function alike(size: Size): number | undefined {
  if (typeof size === "number") return size;
  return size[0] === size[1] ? size[0] : undefined;
}

function paddingOf(padding: Padding = "valid"): number | "same" | undefined {
  if (padding === "same") return padding;
  if (padding === "valid") return 0;
  if (typeof padding === "number" || !("top" in padding)) return alike(padding);
  const { top, ...others } = padding;
  return Object.values(others).every((side) => side === top) ? top : undefined;
}
