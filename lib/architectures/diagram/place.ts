import { type Box, boxTitle, type DiagramNode, type Fork, type Repeat } from "./nodes.js";

/** A point: columns to the right, pixels downwards. */
export type Point = readonly [x: number, y: number];

/** A box in its place; `x` is its middle. */
export interface PlacedBox {
  box: Box;
  x: number;
  top: number;
  height: number;
}

/** A frame around what is repeated. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
  times: number;
}

/** A line from one box to the next, with an arrow at its end where it enters a box. */
export interface Edge {
  points: Point[];
  arrow: boolean;
}

/** A diagram's parts, with their places. */
export interface Placed {
  boxes: PlacedBox[];
  frames: Frame[];
  edges: Edge[];
}

/** Columns of a box, pixels of a line of text, and pixels between things. */
export const BOX_WIDTH = 0.9;
const LINE = 15;
const PADDING = 10;
const GAP = 20;
/** Room at the top and bottom of a frame, enough for a line to bend within it. */
const FRAME = 15;
/** Columns for a branch that changes nothing, and beside a frame for its number. */
const EMPTY = 0.3;
const NUMBER = 0.4;

const boxHeight = (box: Box) => PADDING + LINE * (1 + boxTitle(box).length);

/** Columns and pixels that nodes below each other take. */
export function extent(nodes: readonly DiagramNode[]): { width: number; height: number } {
  const sizes = nodes.map(nodeExtent);
  return {
    width: Math.max(EMPTY, ...sizes.map(({ width }) => width)),
    height: sizes.reduce((sum, { height }) => sum + height, Math.max(0, nodes.length - 1) * GAP),
  };
}

function nodeExtent(node: DiagramNode): { width: number; height: number } {
  if (node.kind === "box") return { width: 1, height: boxHeight(node) };
  if (node.kind === "repeat") {
    const { width, height } = extent(node.nodes);
    return { width: width + NUMBER, height: height + 2 * FRAME };
  }
  const branches = node.branches.map(extent);
  const widths = branches.map(({ width }) => width);
  const height = Math.max(...branches.map((branch) => branch.height));
  // A side output leaves the main line where it is, so there is as much room on its other side.
  if (!node.join) return { width: 2 * sum(widths), height };
  return { width: sum(widths), height: height + GAP + boxHeight(node.join) };
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/**
 * Puts nodes below each other.
 *
 * @param x - their middle
 * @param from - where the lines to the first of them come from; none at the very beginning
 * @returns the parts so far, and where lines to the next node come from
 */
export function place(
  nodes: readonly DiagramNode[],
  x: number,
  top: number,
  from: Point | undefined,
  into: Placed,
): Point {
  let [y, last] = [top, from];
  for (const node of nodes) {
    last = placeNode(node, x, y, last, into);
    y += nodeExtent(node).height + GAP;
  }
  return last as Point;
}

function placeNode(node: DiagramNode, x: number, top: number, from: Point | undefined, into: Placed): Point {
  if (node.kind === "box") return placeBox(node, x, top, from ? [from] : [], into);
  if (node.kind === "repeat") return placeRepeat(node, x, top, from, into);
  return placeFork(node, x, top, from as Point, into);
}

function placeBox(box: Box, x: number, top: number, from: readonly Point[], into: Placed): Point {
  const height = boxHeight(box);
  into.boxes.push({ box, x, top, height });
  for (const start of from) into.edges.push({ points: bent(start, [x, top]), arrow: true });
  return [x, top + height];
}

function placeRepeat({ nodes, times }: Repeat, x: number, top: number, from: Point | undefined, into: Placed): Point {
  const { width, height } = extent(nodes);
  const side = width / 2 + 0.02;
  into.frames.push({ left: x - side, right: x + side, top, bottom: top + height + 2 * FRAME, times });
  const [, y] = place(nodes, x, top + FRAME, from, into);
  return [x, y];
}

function placeFork(fork: Fork, x: number, top: number, from: Point, into: Placed): Point {
  const sizes = fork.branches.map(extent);
  const bottom = top + Math.max(...sizes.map(({ height }) => height));
  let left = fork.join ? x - sum(sizes.map(({ width }) => width)) / 2 : x - sizes[0].width / 2;
  const ends = fork.branches.map((branch, i) => {
    const middle = left + sizes[i].width / 2;
    left += sizes[i].width;
    return branch.length > 0
      ? place(branch, middle, top, from, into)
      : passBy([middle, top], [middle, bottom], from, into);
  });
  return fork.join ? placeBox(fork.join, x, bottom + GAP, ends, into) : ends[0];
}

/** A line past the other branches. */
function passBy(start: Point, end: Point, from: Point, into: Placed): Point {
  into.edges.push({ points: [...bent(from, start), end], arrow: false });
  return end;
}

/** Down, across, down; the step across is close to where the line ends. */
function bent(start: Point, end: Point): Point[] {
  if (start[0] === end[0]) return [start, end];
  const y = end[1] - GAP / 2;
  return [start, [start[0], y], [end[0], y], end];
}
