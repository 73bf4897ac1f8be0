import ndarray from "ndarray";
import { type ArrayInput, describe, type Float64NdArray, toNdarray } from "../arrays/index.js";
import { encodePng } from "../images/index.js";
import { checkText, type Figure, type FigureText, type Trace } from "./figure.js";
import { axisNumber, panelLayout } from "./panels.js";
import { sideBySide } from "./sideBySide.js";
import { baseLayout, GREYS } from "./theme.js";
import { cellValues } from "./values.js";

/** A picture and the words above it. */
export interface TitledImage {
  /** [height, width] or [height, width, 3]. */
  image: ArrayInput;
  title: string;
}

/** How pictures are shown. */
export interface ImagePlotOptions extends FigureText {
  /** The values drawn black and white; `[0, 255]` when left out. Values beyond are drawn black or white too. */
  range?: readonly [number, number];
  /** Pictures beside each other before a new row begins; up to four when left out. */
  columns?: number;
}

interface Picture {
  image: Float64NdArray;
  title: string;
}

/**
 * Pictures pixel by pixel, side by side: no smoothing, square pixels, the value under the pointer. Pictures of the same
 * size are zoomed together.
 *
 * @param images - one picture [height, width] or [height, width, 3], or several as `{ image, title }`; not modified
 * @param options - `title` and `alt`; `range` of the values, `columns`
 * @throws {TypeError} title or alt text is missing
 * @throws {RangeError} a picture of another shape, an empty range, or `columns` below 1
 * @example show(imagePlot([{ image, title: "before" }, { image: blurred, title: "after" }], { title: "A 5 × 5 box", alt: "The box blurs the edges." }))
 */
export function imagePlot(images: ArrayInput | readonly TitledImage[], options: ImagePlotOptions): Figure {
  checkText(options, ["title", "alt"], "imagePlot");
  const range = checkRange(options.range ?? [0, 255]);
  const pictures = readPictures(images);
  const linked = new Set(pictures.map(({ image }) => `${image.shape[0]},${image.shape[1]}`)).size === 1;
  const titles = pictures.map(({ title }) => title);
  const layout = panelLayout(
    {
      count: pictures.length,
      cellRows: Math.max(...pictures.map(({ image }) => image.shape[0])),
      cellColumns: Math.max(...pictures.map(({ image }) => image.shape[1])),
      columns: options.columns,
      ...{ gapX: 16, gapY: titles.some(Boolean) ? 34 : 16, left: 12, right: 12, bottom: 12 },
      top: titles.some(Boolean) ? 64 : 44,
    },
    titles,
    linked,
    ["", ""],
  );
  for (const [name, value] of Object.entries(layout)) if (/^[xy]axis/.test(name)) Object.assign(value as Trace, BARE);
  const bytes = pictures.map(({ image }) => toBytes(image, range));
  const data = pictures.map(({ image }, index) => pixels(image, bytes[index], range, index));
  const picture = encodePng(sideBySide(bytes, options.columns));
  return { data, layout: { ...baseLayout(options.title), ...layout }, alt: options.alt, picture };
}

/** From this range on nobody sees fractions, and whole numbers take half the room. */
const FINE = 100;

/**
 * A thin frame, without which a white picture could not be told from the page. Pixels are counted under the pointer;
 * numbers along the edges would only take room.
 */
const FRAME = { showline: true, mirror: true, linecolor: "#9a9a9a", linewidth: 1 };
const BARE = { ...FRAME, showticklabels: false, ticks: "", automargin: false };

function checkRange(range: readonly [number, number]): [number, number] {
  const [low, high]: readonly number[] = Array.isArray(range) ? range : [];
  if (Number.isFinite(low) && Number.isFinite(high) && low < high) return [low, high];
  const got = Array.isArray(range) ? `[${range.join(", ")}]` : describe(range);
  throw new RangeError(`\`range\` must be two numbers, the lower first, got ${got}`);
}

function readPictures(images: ArrayInput | readonly TitledImage[]): Picture[] {
  const first = Array.isArray(images) ? images[0] : undefined;
  if (!first || typeof first !== "object" || !("image" in first)) {
    return [{ image: readImage(images as ArrayInput, "images"), title: "" }];
  }
  return (images as TitledImage[]).map((one, i) => {
    if (!one || typeof one !== "object" || one.image === undefined) {
      throw new TypeError(`\`images[${i}]\` must be { image, title }, got ${describe(one)}`);
    }
    return { image: readImage(one.image, `images[${i}].image`), title: one.title ?? "" };
  });
}

function readImage(input: ArrayInput, name: string): Float64NdArray {
  const image = toNdarray(input, name, { rank: [2, 3] });
  if (image.dimension === 2 || image.shape[2] === 3) return image;
  if (image.shape[2] === 1) return ndarray(image.data, image.shape.slice(0, 2));
  throw new RangeError(
    `\`${name}\` must be [height, width] or [height, width, 3], got shape [${image.shape.join(", ")}]`,
  );
}

/** Colour and 0 to 255 go as a compressed picture, whose values the page can read back; the rest as numbers. */
function pixels(image: Float64NdArray, bytes: Float64NdArray, range: [number, number], index: number): Trace {
  const n = axisNumber(index);
  const axes = { xaxis: `x${n}`, yaxis: `y${n}` };
  const colour = image.dimension === 3;
  if (colour || (range[0] === 0 && range[1] === 255)) {
    const source = `data:image/png;base64,${encodePng(bytes).toString("base64")}`;
    const value = colour ? "red %{z[0]}, green %{z[1]}, blue %{z[2]}" : "value %{z[0]}";
    return { type: "image", source, hovertemplate: `row %{y}, column %{x}<br>${value}<extra></extra>`, ...axes };
  }
  return {
    type: "heatmap",
    z: cellValues(range[1] - range[0] >= FINE ? rounded(image) : image),
    ...{ zmin: range[0], zmax: range[1], colorscale: GREYS, showscale: false, zsmooth: false },
    hovertemplate: "row %{y}, column %{x}<br>value %{z}<extra></extra>",
    ...axes,
  };
}

function rounded(image: Float64NdArray): Float64NdArray {
  return ndarray(image.data.map(Math.round), image.shape);
}

function toBytes(image: Float64NdArray, [low, high]: [number, number]): Float64NdArray {
  const scale = 255 / (high - low);
  return ndarray(
    image.data.map((value) => Math.max(0, Math.min(255, Math.round((value - low) * scale)))),
    image.shape,
  );
}
