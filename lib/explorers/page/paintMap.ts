import type { Stage } from "../activations/stages.js";
import { tone, type Values } from "../activations/values.js";

/** Width and height of a bar in pixels. */
export const BAR = 12;
export const TALL = 38;

const STEPS = 255;
/** The tones from −1 to 1 as pixels, since a pen waits for tens of thousands of them. */
const pixels = Uint32Array.from({ length: 2 * STEPS + 1 }, (_, i) => {
  const [red, green, blue] = tone(i - STEPS, STEPS);
  return pixel(red, green, blue);
});
const MIDDLE = pixel(128, 128, 128);

/** Paints one map of a stage, or one number of a list as a bar from the middle. */
export function paintMap(picture: HTMLCanvasElement, stage: Stage, { numbers, most }: Values, map: number): void {
  const context = picture.getContext("2d");
  if (!context) return;
  const image = context.createImageData(picture.width, picture.height);
  const places = new Uint32Array(image.data.buffer);
  const maps = stage.shape[2];
  const scale = most > 0 ? STEPS / most : 0;
  if (stage.isList) paintBar(places, most > 0 ? numbers[map] / most : 0);
  else for (let i = 0; i < places.length; i++) places[i] = pixels[STEPS + Math.round(scale * numbers[i * maps + map])];
  context.putImageData(image, 0, 0);
}

/** A bar upwards, or downwards below zero, for a share of −1 to 1. */
function paintBar(places: Uint32Array, share: number): void {
  const middle = TALL / 2;
  const end = Math.round(middle - share * (middle - 1));
  places.fill(pixels[STEPS]);
  places.fill(MIDDLE, middle * BAR, (middle + 1) * BAR);
  places.fill(pixels[share < 0 ? 0 : 2 * STEPS], Math.min(middle, end) * BAR, Math.max(middle, end) * BAR);
}

/** Red, green, blue and full opacity as a canvas keeps them, lowest byte first. */
function pixel(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
