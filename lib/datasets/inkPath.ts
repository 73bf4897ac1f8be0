import type { RandomGenerator } from "../signals/index.js";
import type { PenPath } from "./writeDigit.js";

/**
 * Draws a pen's path into a square picture, white on black, with a soft edge and uneven ink.
 *
 * @param picture - side × side bytes, all 0; written to
 * @param side - the picture's side in pixels
 */
export function inkPath(picture: Uint8Array, side: number, path: PenPath, random: RandomGenerator): void {
  const radius = (side / 28) * random.uniform(0.7, 1.8);
  const softness = random.uniform(0.9, 1.6);
  const ink = random.uniform(225, 275);
  const swell = { depth: random.uniform(0, 0.22), turns: random.uniform(0.05, 0.25), phase: random.uniform(0, 6) };
  for (const [i, piece] of path.entries()) {
    const pressure = 1 + swell.depth * Math.sin(swell.turns * i + swell.phase);
    inkPiece(picture, side, piece, radius * pressure, softness, ink);
  }
  for (let i = 0; i < picture.length; i++) {
    if (picture[i] > 0) picture[i] = clamp(picture[i] + random.normal(0, 10), 1, 255);
  }
}

/** Inks the pixels near a straight piece, fully within the radius, less and less over the soft edge. */
function inkPiece(
  picture: Uint8Array,
  side: number,
  [x0, y0, x1, y1]: PenPath[number],
  radius: number,
  softness: number,
  ink: number,
): void {
  const reach = radius + softness;
  const [left, right] = [Math.ceil(Math.min(x0, x1) - reach), Math.floor(Math.max(x0, x1) + reach)];
  const [top, bottom] = [Math.ceil(Math.min(y0, y1) - reach), Math.floor(Math.max(y0, y1) + reach)];
  const [dx, dy] = [x1 - x0, y1 - y0];
  const lengthSquared = dx * dx + dy * dy || 1;
  for (let y = clamp(top, 0, side); y <= bottom && y < side; y++) {
    for (let x = clamp(left, 0, side); x <= right && x < side; x++) {
      const along = clamp(((x - x0) * dx + (y - y0) * dy) / lengthSquared, 0, 1);
      const [ax, ay] = [x - x0 - along * dx, y - y0 - along * dy];
      const cover = clamp((radius + softness / 2 - Math.sqrt(ax * ax + ay * ay)) / softness, 0, 1);
      const at = y * side + x;
      picture[at] = Math.max(picture[at], Math.min(255, ink * cover));
    }
  }
}

function clamp(value: number, min: number, max: number): number {
  return value < min ? min : value > max ? max : value;
}
