import { numeral } from "../shared/numeral.js";
import { decimal, rect, text } from "../shared/shapes.js";
import { digits } from "./digits.js";
import { imagePanel } from "./imagePanel.js";
import { type Layout2d, layOut, NAME, type Panel } from "./layout.js";
import { outputPanel } from "./outputPanel.js";
import { type Convolution2dState, fits, placeOf, terms } from "./state.js";

/** Room for the output's name. */
const OUTPUT_NAME = 86;

/** The picture at one position, and where its panels stand. */
export interface Scene2d {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  layout: Layout2d;
}

/** Draws the state for a given width. The same text serves the live page and the picture in a saved notebook. */
export function drawScene(state: Convolution2dState, room: number): Scene2d {
  const layout = layOut(state, room);
  const made = fits(state)
    ? [productPanel(state, layout), sumArrow(state, layout), outputPanel(state, layout), outputNames(layout)]
    : [];
  const content = [imagePanel(state, layout), inputNames(layout), ...made].join("");
  return { content, width: layout.width, height: Math.ceil(layout.height), layout };
}

function productPanel(state: Convolution2dState, { products, cell }: Layout2d): string {
  return terms(state)
    .flatMap((row, i) =>
      row.map(({ product, inside }, j) => {
        const [x, y] = [products.x + j * cell, products.y + i * cell];
        const kind = inside ? "cw-product" : "cw-zero";
        const label = numeral(product, 2);
        return (
          rect(`cw-cell ${kind}`, x + 1.5, y + 1.5, cell - 3, cell - 3, 4) +
          text(`cw-number ${kind}`, x + cell / 2, y + cell / 2 + 5, label, digits(label, cell, 14))
        );
      }),
    )
    .join("");
}

/** From the products to the row of the output in which their sum stands. */
function sumArrow(state: Convolution2dState, { products, output, cell }: Layout2d): string {
  const [x, y] = [products.x + products.columns * cell + 3, products.y + (products.rows * cell) / 2];
  const [end, bend] = [output.x - 2, output.x - 12];
  const to = output.y + (placeOf(state)[0] + 0.5) * cell;
  const way = `M${decimal(x)} ${decimal(y)}H${decimal(bend)}V${decimal(to)}H${decimal(end)}`;
  const head = `M${decimal(end - 5)} ${decimal(to - 4)}L${decimal(end)} ${decimal(to)}L${decimal(end - 5)} ${decimal(to + 4)}`;
  return `<path class="cw-arrow" d="${way}${head}"/>`;
}

const name = ({ x, y }: Panel, kind: string, words: string, right = 0) =>
  text(`cw-name ${kind}`, x + right, y - NAME + 14, words);

function inputNames({ image }: Layout2d): string {
  return name(image, "cw-signal", "image") + name(image, "cw-kernel", "× kernel", 46);
}

/** The output's name begins further left where a narrow output leaves no room for it. */
function outputNames({ products, output, width }: Layout2d): string {
  const x = Math.min(output.x, width - OUTPUT_NAME);
  return name(products, "cw-plain", "= products") + name({ ...output, x }, "cw-output", "output: sums");
}
