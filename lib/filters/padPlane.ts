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
  const data = new Float64Array(height * width);
  padRows(plane, { top, left, height, width }, boundary, fillValue, data, 0);
  return { data, height, width };
}

/** A window on the endless plane: it begins `top` rows above the image and `left` columns before it. */
export interface Frame {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Writes what a window shows into `to`, from place `at` on. */
export function padRows(
  plane: Plane,
  { top, left, height, width }: Frame,
  boundary: AnyBoundary,
  fillValue: number,
  to: Float64Array,
  at: number,
): void {
  const from = Math.min(width, Math.max(0, left));
  const until = Math.max(from, Math.min(width, left + plane.width));
  const sources = Int32Array.from({ length: width - (until - from) }, (_, i) =>
    sourceIndex((i < from ? i : i + until - from) - left, plane.width, boundary),
  );
  for (let y = 0; y < height; y++, at += width) {
    const row = sourceIndex(y - top, plane.height, boundary) * plane.width;
    if (row < 0) {
      to.fill(fillValue, at, at + width);
      continue;
    }
    to.set(plane.data.subarray(row + from - left, row + until - left), at + from);
    for (let i = 0; i < sources.length; i++) {
      to[at + (i < from ? i : i + until - from)] = sources[i] < 0 ? fillValue : plane.data[row + sources[i]];
    }
  }
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
