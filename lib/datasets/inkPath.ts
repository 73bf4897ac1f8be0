import type { RandomGenerator } from "../signals/index.js";
import { inkPiece } from "./inkPiece.js";
import type { PenPath } from "./penStrokes.js";

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
  const paper = { data: picture, width: side, height: side };
  for (const [i, piece] of path.entries()) {
    const pressure = 1 + swell.depth * Math.sin(swell.turns * i + swell.phase);
    inkPiece(paper, piece, { radius: radius * pressure, softness, ink });
  }
  for (let i = 0; i < picture.length; i++) {
    if (picture[i] > 0) picture[i] = clamp(picture[i] + random.normal(0, 10), 1, 255);
  }
}

function clamp(value: number, min: number, max: number): number {
  return value < min ? min : value > max ? max : value;
}
