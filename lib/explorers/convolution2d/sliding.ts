import { oneOf, wholeNumber } from "../../arrays/index.js";
import type { Convolution2dState, Padding2d } from "./state.js";

/** What can be chosen of a layer, each from its smallest to its largest: so much can still be read in the picture. */
export const LAYER_LIMITS = { padding: [0, 4], stride: [1, 5], dilation: [1, 3] } as const;

/** The paddings that have names. */
export const PADDINGS = ["valid", "same", "full"] as const;

/** How the kernel slides, as it is given. */
export interface SlidingOptions {
  mode?: "valid" | "same";
  flip?: boolean;
  basic?: boolean;
  padding?: Padding2d;
  stride?: number;
  dilation?: number;
}

type Sliding = Pick<Convolution2dState, "padding" | "stride" | "dilation" | "flip" | "basic" | "layer">;

/** How the kernel slides, with defaults: by itself, or as a layer's where one of its options is given. */
export function readSliding({ mode, flip, basic, padding, stride, dilation }: SlidingOptions): Sliding {
  const plain = { stride: 1, dilation: 1, flip: flip ?? false, basic: basic ?? false, layer: false };
  if (padding === undefined && stride === undefined && dilation === undefined) {
    return { ...plain, padding: oneOf<"valid" | "same">(mode ?? "valid", "mode", ["valid", "same"]) };
  }
  if (mode !== undefined || flip || basic) {
    throw new RangeError("`padding`, `stride` and `dilation` do not go with `mode`, `flip` or `basic`");
  }
  return {
    ...plain,
    padding: readPadding(padding ?? "valid"),
    stride: wholeNumber(stride ?? 1, "stride", ...LAYER_LIMITS.stride),
    dilation: wholeNumber(dilation ?? 1, "dilation", ...LAYER_LIMITS.dilation),
    layer: true,
  };
}

function readPadding(padding: Padding2d): Padding2d {
  if (typeof padding === "string") return oneOf(padding, "padding", PADDINGS);
  return wholeNumber(padding, "padding", ...LAYER_LIMITS.padding);
}
