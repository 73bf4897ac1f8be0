import type { Plane } from "./padPlane.js";

/**
 * The sum of every window of an image, from an integral image: each entry of that holds the sum of all above it and to
 * its left, so four of them give any window, however large.
 *
 * @param value - what is summed, from a pixel of `plane`
 * @returns one sum for each window that fits wholly
 * @see Crow, Summed-area tables for texture mapping (1984); Lewis, Fast normalized cross-correlation (1995)
 */
export function windowSums(
  plane: Plane,
  window: { height: number; width: number },
  value: (pixel: number) => number,
): Plane {
  const integral = integralImage(plane, value);
  const height = plane.height - window.height + 1;
  const width = plane.width - window.width + 1;
  const data = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    const above = y * integral.width;
    const below = above + window.height * integral.width;
    for (let x = 0; x < width; x++) {
      const right = x + window.width;
      const corners = integral.data[below + right] - integral.data[below + x] - integral.data[above + right];
      data[y * width + x] = corners + integral.data[above + x];
    }
  }
  return { data, height, width };
}

/** One row and one column larger than the plane; the first ones are zero. */
function integralImage({ data, height, width }: Plane, value: (pixel: number) => number): Plane {
  const sums = new Float64Array((height + 1) * (width + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += value(data[y * width + x]);
      sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
    }
  }
  return { data: sums, height: height + 1, width: width + 1 };
}
