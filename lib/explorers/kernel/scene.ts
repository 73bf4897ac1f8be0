import { rect, text } from "../shared/shapes.js";
import { type KernelState, pixelOf } from "./state.js";

const GAP = 14;
const NAME = 22;
const TALLEST = 380;
const LARGEST_PIXEL = 24;
/** Frames smaller than this, in pixels of the screen, cannot be seen. */
const SMALLEST_FRAME = 7;

/** Where the two pictures stand, beside each other; sizes in pixels of the screen. */
export interface KernelLayout {
  /** Side of one pixel of the picture. */
  scale: number;
  /** Left edges of the picture and of the result. */
  lefts: readonly [number, number];
  top: number;
  width: number;
  height: number;
}

/** Names and frames over the two pictures, which are drawn by themselves. */
export interface KernelScene {
  content: string;
  width: number;
  height: number;
  layout: KernelLayout;
  /** [row, column], fractions included, of a point on one of the pictures, the nearest there is of a given picture. */
  pixelAt(x: number, y: number, which?: number): { which: number; row: number; column: number } | undefined;
}

/** Two pictures as large as the room allows. */
export function layOut({ picture }: KernelState, room: number): KernelLayout {
  const [rows, columns] = [picture.length, picture[0].length];
  const side = (room - GAP - 2) / 2;
  const scale = Math.min(side / columns, TALLEST / rows, LARGEST_PIXEL);
  const [width, height] = [columns * scale, rows * scale];
  return { scale, lefts: [1, 1 + width + GAP], top: NAME, width, height };
}

/** Draws what lies over the pictures. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: KernelState, room: number): KernelScene {
  const layout = layOut(state, room);
  const { scale, lefts, top, width, height } = layout;
  const pixelAt = (x: number, y: number, wanted?: number) => {
    const which = wanted ?? lefts.findIndex((left) => x >= left && x < left + width);
    if (which < 0 || (wanted === undefined && (y < top || y >= top + height))) return undefined;
    return { which, row: (y - top) / scale, column: (x - lefts[which]) / scale };
  };
  const names = ["picture", "result"].map((name, i) =>
    text(`cw-name ${i === 0 ? "cw-signal" : "cw-output"}`, lefts[i], NAME - 7, name),
  );
  const content = [...names, frame(state, layout, 0, state.kernel.length), frame(state, layout, 1, 1)].join("");
  return { content, width: Math.ceil(lefts[1] + width + 1), height: Math.ceil(top + height + 2), layout, pixelAt };
}

/** A frame around so many pixels, the pointed one in their middle, dark and light so that it is seen on any grey. */
function frame(state: KernelState, { scale, lefts, top }: KernelLayout, which: 0 | 1, cells: number): string {
  const [row, column] = pixelOf(state);
  const side = Math.max(SMALLEST_FRAME, cells * scale);
  const x = lefts[which] + (column + 0.5) * scale - side / 2;
  const y = top + (row + 0.5) * scale - side / 2;
  const kind = which === 0 ? "cw-frame" : "cw-frame cw-output";
  return rect("cw-halo", x - 1.5, y - 1.5, side + 3, side + 3, 2) + rect(kind, x, y, side, side, 1);
}
