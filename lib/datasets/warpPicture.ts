import { type AnyBoundary, sourceIndex } from "../filters/padPlane.js";

/** How a picture is moved: turned over, then turned, scaled and shifted about its middle. */
export interface Warp {
  /** 1, or −1 to turn it over: down, across. */
  turnedOver: readonly [down: 1 | -1, across: 1 | -1];
  /** In radians, from the columns' direction towards the rows': clockwise on the screen. */
  angle: number;
  /** How many times as large it becomes. */
  scale: number;
  /** In pixels: down, across. */
  shift: readonly [down: number, across: number];
}

/** Pictures in memory, channels last, one after another. */
export interface PictureShape {
  height: number;
  width: number;
  channels: number;
}

/**
 * Moves one picture: for each new pixel it looks where that comes from and interpolates there between four pixels.
 * The picture keeps its size; what comes from outside is as the boundary says.
 *
 * @param from - the picture's values
 * @param to - as many, written to
 */
export function warpPicture(
  from: Float64Array,
  to: Float64Array,
  { height, width, channels }: PictureShape,
  { turnedOver, angle, scale, shift }: Warp,
  { boundary, fillValue }: { boundary: AnyBoundary; fillValue: number },
): void {
  const [cos, sin] = [Math.cos(angle) / scale, Math.sin(angle) / scale];
  const middle = [(height - 1) / 2, (width - 1) / 2];
  const value = (row: number, column: number, channel: number) => {
    const y = sourceIndex(row, height, boundary);
    const x = sourceIndex(column, width, boundary);
    return y < 0 || x < 0 ? fillValue : from[(y * width + x) * channels + channel];
  };
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [dy, dx] = [row - middle[0] - shift[0], column - middle[1] - shift[1]];
      const y = middle[0] + turnedOver[0] * (cos * dy - sin * dx);
      const x = middle[1] + turnedOver[1] * (sin * dy + cos * dx);
      const [top, left] = [Math.floor(y), Math.floor(x)];
      const [down, across] = [y - top, x - left];
      for (let channel = 0; channel < channels; channel++) {
        const upper = mix(value(top, left, channel), value(top, left + 1, channel), across);
        const lower = mix(value(top + 1, left, channel), value(top + 1, left + 1, channel), across);
        to[at++] = mix(upper, lower, down);
      }
    }
  }
}

const mix = (a: number, b: number, share: number) => a + share * (b - a);
