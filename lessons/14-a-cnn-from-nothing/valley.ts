/** A place in the valley, and how steep it is there. */
export const valley = {
  /** How fast the walls rise along each axis. */
  steepness: [1, 20],
  start: [10, 1],
  rate: 0.09,
  momentum: 0.5,
  adamRate: 0.5,
};

/** Height at a place: half of x² + 20 y². */
export const heightAt = ([x, y]: number[]) => (valley.steepness[0] * x * x + valley.steepness[1] * y * y) / 2;

/** Slopes along x and y. */
export const slopesAt = ([x, y]: number[]) => [valley.steepness[0] * x, valley.steepness[1] * y];

/**
 * Lines of equal height, as one series with gaps between them.
 *
 * @param heights - a line for each
 * @example contourLines([10, 50]).x.length // 134
 */
export function contourLines(heights: readonly number[]): { x: number[]; y: number[] } {
  const turn = Array.from({ length: 66 }, (_, i) => (2 * Math.PI * i) / 65);
  const along = (axis: number, wave: (angle: number) => number) =>
    heights.flatMap((height) => [
      ...turn.map((angle) => Math.sqrt((2 * height) / valley.steepness[axis]) * wave(angle)),
      Number.NaN,
    ]);
  return { x: along(0, Math.cos), y: along(1, Math.sin) };
}
