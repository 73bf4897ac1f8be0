import { toNested } from "cnn-workbook";
import type { NdArray } from "ndarray";

type Maps = NdArray<Float64Array>;

const planeOf = (maps: Maps, channel: number) => toNested(maps.pick(0, null, null, channel)) as number[][];

/**
 * One plane of a batch of maps, divided by its largest size, so that planes can share one scale of colours.
 *
 * @param maps - [n, height, width, channels]; the first of the batch is taken
 * @returns rows of numbers from −1 to 1; a plane of zeros stays as it is
 * @example scaled(maps, 4)
 */
export function scaled(maps: Maps, channel: number): number[][] {
  const plane = planeOf(maps, channel);
  const largest = Math.max(...plane.flat().map(Math.abs)) || 1;
  return plane.map((row) => row.map((value) => value / largest));
}

/**
 * The channel whose numbers are largest, added up without their signs.
 *
 * @param maps - [n, height, width, channels]; the first of the batch is taken
 * @example strongest(maps) // 4
 */
export function strongest(maps: Maps): number {
  const sizes = Array.from({ length: maps.shape[3] }, (_, channel) =>
    planeOf(maps, channel)
      .flat()
      .reduce((sum, value) => sum + Math.abs(value), 0),
  );
  return sizes.indexOf(Math.max(...sizes));
}
