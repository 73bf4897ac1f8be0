import { circle, decimal, line, rect, text } from "../shared/shapes.js";
import { aboveZero, zeroLines } from "./contour.js";
import { type BoundaryState, outputsAt, type Point, REACH, rightAt, type Unit, weightsOf } from "./state.js";

/** The picture, and how its pixels and the plane belong together. */
export interface BoundaryScene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  toPlane(px: number, py: number): [number, number];
  toPixels(x: number, y: number): [number, number];
}

const LEFT = 26;
const BELOW = 24;
const WIDEST = 460;
/** From one place where the network is asked to the next, in the plane. */
const CELLS = 80;
/** How far the handle that turns a line stands from it, in the plane. */
export const ARM = 0.9;

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: BoundaryState, room: number): BoundaryScene {
  const side = Math.min(room - LEFT - 4, WIDEST);
  const scale = side / (2 * REACH);
  const toPixels = (x: number, y: number): [number, number] => [LEFT + (x + REACH) * scale, (REACH - y) * scale];
  const toPlane = (px: number, py: number): [number, number] => [(px - LEFT) / scale - REACH, REACH - py / scale];
  const inner = [
    rect("cw-plane", 0, 0, side, side, 0),
    region(state, side),
    ...state.units.map((unit, i) => unitLine(unit, i === state.at, scale)),
    ...points(state, scale),
    ...state.units.map((unit, i) => handle(unit, i, i === state.at, scale)),
  ].join("");
  const content = `<svg x="${LEFT}" y="0" width="${decimal(side)}" height="${decimal(side)}">${inner}</svg>${axes(side, scale)}`;
  return { content, width: LEFT + Math.ceil(side) + 4, height: Math.ceil(side) + BELOW, toPlane, toPixels };
}

const place = (x: number, y: number, scale: number) => [(x + REACH) * scale, (REACH - y) * scale] as const;

/** Where the network says yes, and the line around it. */
function region(state: BoundaryState, side: number): string {
  const step = (2 * REACH) / CELLS;
  const ticks = Array.from({ length: CELLS + 1 }, (_, i) => i);
  const places = ticks.flatMap((r) => ticks.map((c) => [c * step - REACH, REACH - r * step]));
  const outputs = outputsAt(state, places);
  const rows = ticks.map((r) => outputs.slice(r * (CELLS + 1), (r + 1) * (CELLS + 1)));
  const cell = side / CELLS;
  const filled = rows.flatMap((row, r) =>
    aboveZero(row).map(([from, to]) => `M${decimal(from * cell)} ${decimal(r * cell)}H${decimal(to * cell)}`),
  );
  const edge = zeroLines(rows).map(([x1, y1, x2, y2]) => {
    const [a, b, c, d] = [x1, y1, x2, y2].map((value) => decimal(value * cell));
    return `M${a} ${b}L${c} ${d}`;
  });
  const wide = `style="stroke-width:${decimal(cell + 0.2)}"`;
  return `<path class="cw-yes-region" ${wide} d="${filled.join("")}"/><path class="cw-boundary" d="${edge.join("")}"/>`;
}

function unitLine(unit: Unit, chosen: boolean, scale: number): string {
  const [wx, wy] = weightsOf(unit);
  const far = 4 * REACH;
  const [x1, y1] = place(unit.x - far * wy, unit.y + far * wx, scale);
  const [x2, y2] = place(unit.x + far * wy, unit.y - far * wx, scale);
  return line(`cw-unit${chosen ? " cw-chosen" : ""}`, x1, y1, x2, y2);
}

/** The diamond by which a line is held, and the arm towards its on-side, with the unit's number. */
function handle(unit: Unit, index: number, chosen: boolean, scale: number): string {
  const [wx, wy] = weightsOf(unit);
  const [x, y] = place(unit.x, unit.y, scale);
  const [ex, ey] = place(unit.x + ARM * wx, unit.y + ARM * wy, scale);
  const kind = chosen ? " cw-chosen" : "";
  return (
    line(`cw-arm${kind}`, x, y, ex, ey) +
    diamond(`cw-hold${kind}`, x, y, 7) +
    circle(`cw-turn${kind}`, ex, ey, 9) +
    text(`cw-turn-name${kind}`, ex, ey + 4, String(index), 11)
  );
}

/** Discs are to be yes, squares no; a cross lies over those that the network has wrong. */
function points(state: BoundaryState, scale: number): string[] {
  const right = rightAt(state);
  return state.points.map((point: Point, i) => {
    const [x, y] = place(point.x, point.y, scale);
    const mark = point.yes ? circle("cw-yes", x, y, 5) : rect("cw-no", x - 4.5, y - 4.5, 9, 9, 0);
    const cross = line("cw-wrong", x - 8, y - 8, x + 8, y + 8) + line("cw-wrong", x - 8, y + 8, x + 8, y - 8);
    return right[i] ? mark : mark + cross;
  });
}

function diamond(kind: string, x: number, y: number, r: number): string {
  const [left, right, top, bottom] = [x - r, x + r, y - r, y + r].map(decimal);
  const [cx, cy] = [decimal(x), decimal(y)];
  return `<path class="${kind}" d="M${left} ${cy}L${cx} ${top}L${right} ${cy}L${cx} ${bottom}Z"/>`;
}

function axes(side: number, scale: number): string {
  const ticks = [-4, -2, 0, 2, 4];
  const name = (value: number) => String(value).replace("-", "−");
  return ticks
    .map((value) => {
      const at = (value + REACH) * scale;
      return text("cw-tick", LEFT + at, side + 16, name(value)) + text("cw-tick", 13, side - at + 4, name(value));
    })
    .concat(text("cw-tick", LEFT + side - 8, side + 16, "x"), text("cw-tick", 13, 14, "y"))
    .join("");
}
