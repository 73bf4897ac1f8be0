import { wholeNumber } from "../../arrays/index.js";
import type { LayerSettings } from "./state.js";

/** What can be chosen, each from its smallest to its largest. */
export const LIMITS = {
  input: [1, 32],
  kernel: [1, 11],
  stride: [1, 8],
  padding: [0, 8],
  dilation: [1, 4],
} as const;

export type Choice = keyof typeof LIMITS;

export const MOST_LAYERS = 5;

/** A layer from what was given, with defaults for the rest. */
export function readLayer(given: Partial<LayerSettings> & { kernel: number }): LayerSettings {
  const { kernel, stride = 1, padding = 0, dilation = 1 } = given;
  return {
    kernel: within(kernel, "kernel"),
    stride: within(stride, "stride"),
    padding: padding === "same" ? padding : within(padding, "padding"),
    dilation: within(dilation, "dilation"),
  };
}

/** The number, when it is a whole one within its limits. */
export function within(value: number, name: Choice): number {
  const [least, most] = LIMITS[name];
  return wholeNumber(value, name, least, most);
}
