import { type ArrayInput, type Figure, heatmap, toNdarray } from "cnn-workbook";

/** What is shown beside the map, and what the figure says of itself. */
export interface PoolPlotOptions {
  title: string;
  alt: string;
  /** Side of the windows. */
  size: number;
  /** From one window to the next; default `size`. */
  stride?: number;
  /** What became of the windows. */
  outputs: { matrix: ArrayInput; title: string }[];
}

/**
 * A map with a frame around each window, and beside it what became of them.
 *
 * @param map - [height, width]; not modified
 * @param options - `size`, `stride`, `outputs` as `{ matrix, title }`, `title`, `alt`
 * @example show(poolPlot(map, { size: 2, outputs: [{ matrix: maxPool2d(map, { size: 2 }), title: "largest" }], title: "Largest", alt: "…" }))
 */
export function poolPlot(map: ArrayInput, { title, alt, size, stride = size, outputs }: PoolPlotOptions): Figure {
  const [rows, columns] = toNdarray(map, "map", { rank: 2 }).shape;
  const figure = heatmap([{ matrix: map, title: "map and its windows" }, ...outputs], { title, alt });
  const starts = (side: number) => Array.from({ length: Math.floor((side - size) / stride) + 1 }, (_, i) => i * stride);
  const shapes = starts(rows).flatMap((top) => starts(columns).map((left) => frame(top, left, size)));
  return { ...figure, layout: { ...figure.layout, shapes } };
}

function frame(top: number, left: number, size: number) {
  const inset = 0.46;
  return {
    ...{ type: "rect", xref: "x", yref: "y", line: { color: "#d55e00", width: 4 } },
    ...{ x0: left - inset, x1: left + size - 1 + inset, y0: top - inset, y1: top + size - 1 + inset },
  };
}
