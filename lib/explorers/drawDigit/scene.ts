import { line, rect, text } from "../shared/shapes.js";
import { SIDE } from "./picture28.js";
import { type DrawDigitState, readingOf } from "./state.js";
import { percent } from "./words.js";

/** The picture, and where on it one draws. */
export interface PadScene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  /** A place in the picture as a point of the pad; outside of it below 0 or above 1. */
  toPad(x: number, y: number): [number, number];
}

const GAP = 22;
const HEAD = 22;
const MOST_PAD = 300;
/** Room for a bar with its digit and its number. */
const BARS = 236;
const BAR = 21;
/** Room for the number behind a bar. */
const NUMBER = 98;
/** A smaller share is not drawn: a bar is at least a pixel long. */
const SEEN = 0.002;

/** Pad, small picture and bars, beside each other where there is room; the pad at most `most` pixels wide. */
export function drawScene(state: DrawDigitState, room: number, most = MOST_PAD): PadScene {
  const wide = room >= 560;
  const cell = wide ? 4 : 3;
  const side = cell * SIDE;
  const pad = Math.min(most, wide ? room - BARS - 2 * GAP - side : room - 4);
  const small = wide ? { x: pad + GAP, y: HEAD } : { x: 2, y: HEAD + pad + GAP + HEAD };
  const bars = wide ? { x: pad + 2 * GAP + side, y: HEAD } : { x: 2 + side + GAP, y: small.y };
  const content = [
    drawPad(state, pad),
    drawSmall(state, small.x, small.y, cell),
    drawBars(state, bars.x, bars.y, (wide ? room : Math.min(room, 420)) - bars.x - NUMBER),
  ].join("");
  const height = Math.max(HEAD + pad, bars.y + 10 * BAR) + 4;
  return { content, width: room, height, toPad: (x, y) => [(x - 2) / pad, (y - HEAD) / pad] };
}

function drawPad({ strokes, pen, down }: DrawDigitState, side: number): string {
  const at = ([x, y]: readonly [number, number]) => `${(2 + x * side).toFixed(1)} ${(HEAD + y * side).toFixed(1)}`;
  const paths = strokes.map((stroke) => {
    const points = stroke.length === 1 ? [stroke[0], stroke[0]] : stroke;
    return `<path class="cw-ink" d="M${points.map(at).join("L")}" style="stroke-width:${(0.075 * side).toFixed(1)}px"/>`;
  });
  const [x, y] = [2 + pen[0] * side, HEAD + pen[1] * side];
  const kind = `cw-pen${down ? " cw-down" : ""}`;
  const cross = line(kind, x - 8, y, x + 8, y) + line(kind, x, y - 8, x, y + 8);
  return `${text("cw-name", 2, 14, "draw here")}${rect("cw-paper", 2, HEAD, side, side, 6)}${paths.join("")}${cross}`;
}

/** The picture that goes into the network, `cell` screen pixels for one of its own. */
function drawSmall(state: DrawDigitState, left: number, top: number, cell: number): string {
  const { picture } = readingOf(state);
  const cells = picture.flatMap((row, r) =>
    row.map((value, c) => {
      if (value === 0) return "";
      return `<rect x="${left + cell * c}" y="${top + cell * r}" width="${cell}" height="${cell}" fill="rgb(${value},${value},${value})"/>`;
    }),
  );
  const black = `<rect class="cw-small" x="${left}" y="${top}" width="${cell * SIDE}" height="${cell * SIDE}" fill="#000"/>`;
  return `${text("cw-name", left, top - 8, "its input")}${black}${cells.join("")}`;
}

function drawBars(state: DrawDigitState, left: number, top: number, room: number): string {
  const { probabilities, digit } = readingOf(state);
  const bars = probabilities.map((share, n) => {
    const kind = n === digit ? "cw-share cw-best" : "cw-share";
    const y = top + n * BAR;
    const number = digit === undefined ? "" : percent(share);
    return (
      text(n === digit ? "cw-digit cw-best" : "cw-digit", left + 6, y + 14, String(n)) +
      rect("cw-track", left + 16, y + 2, room, BAR - 6, 3) +
      (share > SEEN ? rect(kind, left + 16, y + 2, share * room, BAR - 6, 3) : "") +
      text("cw-amount", left + 20 + room, y + 14, number)
    );
  });
  return text("cw-name", left, top - 8, "its answer") + bars.join("");
}
