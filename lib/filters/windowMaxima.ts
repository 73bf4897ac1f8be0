import type { Plane } from "./padPlane.js";

/** The largest value within `reach` rows and columns of each pixel; outside the plane there is nothing. */
export function windowMaxima({ data, height, width }: Plane, reach: number): Plane {
  const across = new Float64Array(data.length);
  for (let y = 0; y < height; y++) lineMaxima(data, across, y * width, 1, width, reach);
  const out = new Float64Array(data.length);
  for (let x = 0; x < width; x++) lineMaxima(across, out, x, width, height, reach);
  return { data: out, height, width };
}

/** The same along one line of `length` cells that lie `step` apart. */
function lineMaxima(
  from: Float64Array,
  to: Float64Array,
  start: number,
  step: number,
  length: number,
  reach: number,
): void {
  for (let i = 0; i < length; i++) {
    const last = Math.min(length - 1, i + reach);
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = Math.max(0, i - reach); k <= last; k++) {
      const value = from[start + k * step];
      if (value > largest) largest = value;
    }
    to[start + i * step] = largest;
  }
}
