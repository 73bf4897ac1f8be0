import { decimal, rect, text } from "../shared/shapes.js";
import { gridOf, type NetworkState, placeOf } from "./state.js";
import { seen, shapeText } from "./words.js";

/** A rectangle in pixels of the screen. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The picture, and which output is meant by a point in it. */
export interface NetworkScene {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  /** Where the input's picture lies. */
  input: Box;
  /** What a drag from this point points at, as [row, column] of the output; undefined where there is nothing. */
  pointer(x: number, y: number): ((x: number, y: number) => [row: number, column: number]) | undefined;
}

/** Narrower pictures have the output below the input. */
const WIDE = 520;
const HEAD = 22;
/** Room around the input for windows that reach into the padding. */
const MARGIN = 30;
const MOST_INPUT = 300;
const MOST_OUTPUT = 170;
/** Cells smaller than that have no lines between them. */
const CELL = 6;

/** The input with what one output of the chosen layer sees of it, and that layer's output. */
export function drawScene(state: NetworkState, room: number): NetworkScene {
  const wide = room >= WIDE;
  const side = Math.min(MOST_INPUT, (wide ? 0.6 * room : room) - 2 * MARGIN - 4);
  const input = fitted(MARGIN, HEAD + MARGIN, state.input, side);
  const grid = gridOf(state);
  const area = { width: input.width + 2 * MARGIN, height: input.height + 2 * MARGIN };
  const output = wide
    ? fitted(area.width + 50, HEAD + MARGIN, grid, Math.min(MOST_OUTPUT, room - area.width - 60))
    : fitted(MARGIN, HEAD + area.height + HEAD + 16, grid, Math.min(MOST_OUTPUT, room - 2 * MARGIN));
  const content = [
    text("cw-name cw-signal", MARGIN, HEAD + MARGIN - 9, `input ${shapeText(state.input)}`),
    rect("cw-whole", input.x, input.y, input.width, input.height, 0),
    drawSeen(state, input, { x: 0, y: HEAD, ...area }, cellBox(state, output), wide),
    drawOutput(state, output),
  ].join("");
  const bottom = Math.max(HEAD + area.height, output.y + output.height + 10);
  return { content, width: room, height: Math.ceil(bottom), input, pointer: pointing(state, input, output) };
}

/** A box in the shape of `sides`, the longer side `most` pixels. */
function fitted(x: number, y: number, [height, width]: readonly number[], most: number): Box {
  const scale = most / Math.max(height, width);
  return { x, y, width: Math.max(2, width * scale), height: Math.max(2, height * scale) };
}

/** What is seen, and the way from there to the output; whatever lies far outside of the picture is cut off. */
function drawSeen(state: NetworkState, input: Box, area: Box, cell: Box | undefined, wide: boolean): string {
  if (cell === undefined) return "";
  const field = cut(seenBox(state, input), area);
  const [right, bottom] = [field.x + field.width, field.y + field.height];
  const corners = wide
    ? [right, field.y, cell.x, cell.y, cell.x, cell.y + cell.height, right, bottom]
    : [field.x, bottom, cell.x, cell.y, cell.x + cell.width, cell.y, right, bottom];
  const cone = `<polygon class="cw-cone" points="${corners.map(decimal).join(" ")}"/>`;
  return cone + rect("cw-field", field.x, field.y, field.width, field.height, 1);
}

/** What the output pointed at sees, on the screen; at least as large as can be seen. */
function seenBox(state: NetworkState, input: Box): Box {
  const ranges = seen(state);
  if (ranges === undefined) return input;
  const [[top, bottom], [left, right]] = ranges;
  const scale = input.width / state.input[1];
  const [height, width] = [(bottom - top + 1) * scale, (right - left + 1) * scale];
  const most = (pixels: number) => Math.max(4, pixels);
  const x = input.x + left * scale + (width - most(width)) / 2;
  const y = input.y + top * scale + (height - most(height)) / 2;
  return { x, y, width: most(width), height: most(height) };
}

function cut(box: Box, area: Box): Box {
  const [x, y] = [Math.max(box.x, area.x + 1), Math.max(box.y, area.y + 1)];
  const right = Math.min(box.x + box.width, area.x + area.width - 1);
  const bottom = Math.min(box.y + box.height, area.y + area.height - 1);
  return { x, y, width: right - x, height: bottom - y };
}

/** The output that is pointed at, on the screen. */
function cellBox(state: NetworkState, output: Box): Box | undefined {
  if (state.rows[state.chosen]?.output === undefined) return undefined;
  const [height, width] = gridOf(state);
  const [row, column] = placeOf(state);
  const [down, across] = [output.height / height, output.width / width];
  return { x: output.x + column * across, y: output.y + row * down, width: across, height: down };
}

function drawOutput(state: NetworkState, box: Box): string {
  const { name, output } = state.rows[state.chosen] ?? {};
  const words = output ? `${name} ${shapeText(output)}` : `${name}: no output`;
  const head = text("cw-name cw-output", box.x, box.y - 9, words);
  const cell = cellBox(state, box);
  if (cell === undefined) return head;
  const frame = rect("cw-map", box.x, box.y, box.width, box.height, 0);
  const [width, height] = [Math.max(4, cell.width), Math.max(4, cell.height)];
  return head + frame + lines(box, cell) + rect("cw-here", cell.x, cell.y, width, height, 0);
}

/** Lines between the cells of a map. */
function lines({ x, y, width, height }: Box, cell: Box): string {
  if (cell.width < CELL) return "";
  const places = (length: number, step: number) =>
    Array.from({ length: Math.max(0, Math.round(length / step) - 1) }, (_, i) => (i + 1) * step);
  const down = places(width, cell.width).map((at) => `M${decimal(x + at)} ${decimal(y)}v${decimal(height)}`);
  const across = places(height, cell.height).map((at) => `M${decimal(x)} ${decimal(y + at)}h${decimal(width)}`);
  return `<path class="cw-lines" d="${[...down, ...across].join("")}"/>`;
}

function pointing(state: NetworkState, input: Box, output: Box): NetworkScene["pointer"] {
  const { output: shape, field } = state.rows[state.chosen] ?? {};
  const [height, width] = gridOf(state);
  if (shape === undefined || height * width === 1) return () => undefined;
  const scale = input.width / state.input[1];
  const onMap = (x: number, y: number): [number, number] => [
    Math.floor(((y - output.y) / output.height) * height),
    Math.floor(((x - output.x) / output.width) * width),
  ];
  const onInput = (x: number, y: number): [number, number] => {
    const near = (pixel: number, axis: 0 | 1) =>
      field ? (pixel - field.start[axis] - field.size[axis] / 2) / field.step[axis] : 0;
    return [near((y - input.y) / scale, 0), near((x - input.x) / scale, 1)];
  };
  return (x, y) => {
    if (inside(output, x, y)) return onMap;
    return field && inside(input, x, y) ? onInput : undefined;
  };
}

const inside = ({ x, y, width, height }: Box, px: number, py: number) =>
  px >= x - 6 && py >= y - 6 && px <= x + width + 6 && py <= y + height + 6;
