import { checkOptions, describe, finiteNumber, oneOf, wholeNumber } from "../arrays/index.js";
import { AROUND, type BoundaryOptions, checkBoundary } from "../filters/slideCentred.js";

/** What is done to pictures by chance; what is left out is not done. */
export interface AugmentOptions extends BoundaryOptions {
  /** Turns one picture in two over: `"horizontal"` swaps left and right, `"vertical"` top and bottom, `"both"` each. */
  flip?: "horizontal" | "vertical" | "both";
  /** The largest turn to either side, in degrees, 0 to 180. */
  rotation?: number;
  /** The largest scaling, as a share: 0.1 makes pictures 0.9 to 1.1 times as large. Below 1. */
  zoom?: number;
  /** The largest shift, as a share of the picture's side, 0 to 1: one number, or down and across. */
  translation?: number | readonly [down: number, across: number];
  /** The size of the piece that is cut out somewhere, in pixels: one side, or height and width. */
  crop?: number | readonly [height: number, width: number];
  /** The largest standard deviation of a Gaussian blur, in pixels. */
  blur?: number;
  /** The largest change of brightness, as a share of 255; values stay from 0 to 255. */
  brightness?: number;
}

/** The options with their defaults, those of both axes in pairs. */
export interface Changes extends Required<BoundaryOptions> {
  flip: "horizontal" | "vertical" | "both" | "none";
  rotation: number;
  zoom: number;
  translation: readonly [number, number];
  crop?: readonly [number, number];
  blur: number;
  brightness: number;
}

/** The names of those options. */
export const CHANGES = [
  ...(["flip", "rotation", "zoom", "translation", "crop", "blur", "brightness"] as const),
  ...AROUND,
];

/** Fills in what is left out, and refuses what is out of range. */
export function readChanges(options: AugmentOptions, caller: string): Changes {
  const { flip, rotation = 0, zoom = 0, translation = 0, crop, blur = 0, brightness = 0, ...rest } = options;
  checkOptions<AugmentOptions>(options, caller, CHANGES);
  if (flip !== undefined) oneOf(flip, "flip", ["horizontal", "vertical", "both"]);
  if (finiteNumber(zoom, "zoom", 0) >= 1) throw new RangeError(`\`zoom\` must be less than 1, got ${zoom}`);
  return {
    flip: flip ?? "none",
    rotation: finiteNumber(rotation, "rotation", 0, 180),
    zoom,
    translation: pairOf(translation, "translation", (share, name) => finiteNumber(share, name, 0, 1)),
    crop: crop === undefined ? undefined : pairOf(crop, "crop", (side, name) => wholeNumber(side, name, 1)),
    blur: finiteNumber(blur, "blur", 0),
    brightness: finiteNumber(brightness, "brightness", 0, 1),
    ...checkBoundary(rest),
  };
}

function pairOf(
  value: number | readonly [number, number],
  name: string,
  check: (value: number, name: string) => number,
): readonly [number, number] {
  if (!Array.isArray(value)) return [check(value as number, name), value as number];
  if (value.length !== 2) throw new RangeError(`\`${name}\` must be a number or two, got ${describe(value)}`);
  return [check(value[0], `${name}[0]`), check(value[1], `${name}[1]`)];
}
