import type { Trace } from "../../plots/figure.js";
import { COLOURS } from "../../plots/theme.js";
import type { Box } from "./nodes.js";
import { BOX_WIDTH, type Frame, type Placed, type PlacedBox } from "./place.js";

const GREY = "#888888";
const LINES: Record<Box["look"], string> = {
  convolution: COLOURS[0],
  pooling: COLOURS[1],
  dense: COLOURS[2],
  join: COLOURS[3],
  other: GREY,
};

/** Lines, arrows, frames and boxes of a diagram as traces; what is written in the boxes comes on top of them. */
export const drawing = (placed: Placed): Trace[] => [
  ...edges(placed),
  ...frames(placed.frames),
  ...boxes(placed.boxes),
];

/** Many lines as one trace, an empty place between them. */
const joined = (lines: readonly (readonly [number, number])[][]) => ({
  x: lines.flatMap((points) => [...points.map(([x]) => x), null]),
  y: lines.flatMap((points) => [...points.map(([, y]) => y), null]),
});

/** How far above a box the middle of an arrow's head is, in pixels. */
const HEAD = 4;

function edges({ edges }: Placed): Trace[] {
  const ends = edges.filter(({ arrow }) => arrow).map(({ points }) => points[points.length - 1]);
  return [
    {
      type: "scatter",
      mode: "lines",
      ...joined(edges.map(({ points }) => [...points])),
      line: { color: GREY, width: 1.2 },
      hoverinfo: "skip",
    },
    {
      type: "scatter",
      mode: "markers",
      x: ends.map(([x]) => x),
      y: ends.map(([, y]) => y - HEAD),
      marker: { symbol: "triangle-down", size: 8, color: GREY },
      hoverinfo: "skip",
    },
  ];
}

const rectangle = (left: number, right: number, top: number, bottom: number) =>
  [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
    [left, top],
  ] as const;

function frames(all: readonly Frame[]): Trace[] {
  const outlines = all.map(({ left, right, top, bottom }) => [...rectangle(left, right, top, bottom)]);
  const line = { color: GREY, width: 1, dash: "dot" };
  const numbers = {
    type: "scatter",
    mode: "text",
    x: all.map(({ right }) => right + 0.03),
    y: all.map(({ top, bottom }) => (top + bottom) / 2),
    text: all.map(({ times }) => `<b>× ${times}</b>`),
    textposition: "middle right",
    hoverinfo: "skip",
  };
  return [{ type: "scatter", mode: "lines", ...joined(outlines), line, hoverinfo: "skip" }, numbers];
}

function boxes(all: readonly PlacedBox[]): Trace[] {
  return (Object.keys(LINES) as Box["look"][]).map((look) => {
    const outlines = all
      .filter(({ box }) => box.look === look)
      .map(({ x, top, height }) => [...rectangle(x - BOX_WIDTH / 2, x + BOX_WIDTH / 2, top, top + height)]);
    return {
      type: "scatter",
      mode: "lines",
      name: look,
      ...joined(outlines),
      fill: "toself",
      fillcolor: `${LINES[look]}2e`,
      line: { color: LINES[look], width: 1.5 },
      hoverinfo: "skip",
    };
  });
}
