/** Directions, colours and the fine relief of surfaces. Points, directions and colours are arrays of three numbers. */

import { roughness } from "./noise.mjs";

export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const along = (from, ray, reach) => [
  from[0] + reach * ray[0],
  from[1] + reach * ray[1],
  from[2] + reach * ray[2],
];
export const mix = (a, b, part) => a.map((value, i) => value + (b[i] - value) * part);
export const clamp = (value, min = 0, max = 1) => Math.min(max, Math.max(min, value));
export const smoothstep = (from, to, value) => {
  const t = clamp((value - from) / (to - from));
  return t * t * (3 - 2 * t);
};
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
export function unit(v) {
  const length = Math.hypot(v[0], v[1], v[2]);
  return [v[0] / length, v[1] / length, v[2] / length];
}

/** The normal, tilted by fine noise. */
export function bump(normal, x, y, z, strength, size) {
  const at = (dx, dy, dz) => roughness((x + dx) * size, (y + dy) * size, (z + dz) * size, 3);
  const here = at(0, 0, 0);
  const d = 0.06 / size;
  const tilt = [at(d, 0, 0), at(0, d, 0), at(0, 0, d)].map((value) => (strength * (value - here)) / (d * size));
  return unit(normal.map((value, i) => value - tilt[i]));
}
