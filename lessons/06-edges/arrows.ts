import { type ArrayInput, type Figure, imagePlot, type sobel, toNdarray } from "cnn-workbook";

/** What `sobel`, `prewitt` and `scharr` give. */
export type Gradient = ReturnType<typeof sobel>;

/** How the arrows are drawn, and what the figure says of itself. */
export interface ArrowOptions {
  title: string;
  alt: string;
  /** Pixels from one arrow to the next; default 1. */
  step?: number;
}

/**
 * A picture with the arrow of its gradient at each pixel where the change is strong: as long as the change is strong.
 *
 * @param picture - grey, [height, width]; not modified
 * @param gradient - of the picture, of the same shape (mode `"same"`)
 * @param options - `title`, `alt`; `step`, pixels from arrow to arrow
 * @throws {RangeError} the gradient is of another shape than the picture
 * @example show(arrowPlot(disc, sobel(disc), { title: "Arrows", alt: "They point outwards." }))
 */
export function arrowPlot(picture: ArrayInput, gradient: Gradient, { title, alt, step = 1 }: ArrowOptions): Figure {
  const { shape } = toNdarray(picture, "picture", { rank: 2 });
  if (String(shape) !== String(gradient.x.shape)) {
    throw new RangeError(`\`gradient\` must have the picture's shape [${shape}], got [${gradient.x.shape}]`);
  }
  const figure = imagePlot(picture, { title, alt });
  const longest = Math.max(...Array.from(gradient.magnitude.data)) || 1;
  const annotations: unknown[] = [];
  for (let row = 0; row < shape[0]; row += step) {
    for (let column = 0; column < shape[1]; column += step) {
      if (gradient.magnitude.get(row, column) < 0.15 * longest) continue;
      const scale = (1.6 * step) / longest;
      annotations.push(arrow(column, row, gradient.x.get(row, column) * scale, gradient.y.get(row, column) * scale));
    }
  }
  return { ...figure, layout: { ...figure.layout, annotations } };
}

/** An arrow whose middle is at a pixel. */
function arrow(x: number, y: number, right: number, down: number) {
  return {
    ...{ x: x + right / 2, y: y + down / 2, xref: "x", yref: "y", showarrow: true, text: "" },
    ...{ ax: x - right / 2, ay: y - down / 2, axref: "x", ayref: "y" },
    ...{ arrowhead: 2, arrowwidth: 2, arrowsize: 0.8, arrowcolor: "#d55e00" },
  };
}
