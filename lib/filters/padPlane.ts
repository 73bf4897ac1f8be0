/**
 * What stands around an image. SciPy has two sets of names, one in `signal` and one in `ndimage`:
 * - `fill`, `constant`: one number everywhere
 * - `symm`, `reflect`: the image mirrored, edge included (d c b a | a b c d | d c b a)
 * - `mirror`: the image mirrored about its edge pixel (d c b | a b c d | c b a)
 * - `nearest`: the edge pixel repeated (a a a | a b c d | d d d)
 * - `wrap`: the image again (b c d | a b c d | a b c)
 */
export type AnyBoundary = "fill" | "constant" | "symm" | "reflect" | "mirror" | "nearest" | "wrap";

/** Numbers in rows, without gaps. */
export interface Plane {
  data: Float64Array;
  height: number;
  width: number;
}

/** How many rows and columns to add on each side. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/**
 * A larger plane with the given one inside it and its boundary around it. Negative margins cut rows or columns off.
 * Without margins it is the given plane itself, not a copy.
 */
export function padPlane(plane: Plane, margins: Margins, boundary: AnyBoundary, fillValue: number): Plane {
  const { top, bottom, left, right } = margins;
  if (top === 0 && bottom === 0 && left === 0 && right === 0) return plane;
  const height = plane.height + top + bottom;
  const width = plane.width + left + right;
  const columns = Int32Array.from({ length: width }, (_, x) => sourceIndex(x - left, plane.width, boundary));
  const data = new Float64Array(height * width);
  for (let y = 0; y < height; y++) {
    const row = sourceIndex(y - top, plane.height, boundary);
    const from = row * plane.width;
    for (let x = 0; x < width; x++) {
      const column = columns[x];
      data[y * width + x] = row < 0 || column < 0 ? fillValue : plane.data[from + column];
    }
  }
  return { data, height, width };
}

/**
 * Which of `length` cells stands at place `index` of the endless line, as the boundary continues it.
 *
 * @returns 0 … length − 1, or −1 where the fill value stands
 * @example sourceIndex(-1, 4, "wrap") // 3
 */
export function sourceIndex(index: number, length: number, boundary: AnyBoundary): number {
  if (index >= 0 && index < length) return index;
  if (boundary === "fill" || boundary === "constant") return -1;
  if (boundary === "nearest") return index < 0 ? 0 : length - 1;
  if (boundary === "wrap") return modulo(index, length);
  const edgeTwice = boundary !== "mirror";
  const period = edgeTwice ? 2 * length : Math.max(1, 2 * length - 2);
  const place = modulo(index, period);
  return place < length ? place : period - (edgeTwice ? 1 : 0) - place;
}

function modulo(index: number, period: number): number {
  return ((index % period) + period) % period;
}
