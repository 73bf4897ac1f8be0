import { numeral } from "../shared/numeral.js";
import { rect, text } from "../shared/shapes.js";
import { digits } from "./digits.js";
import { greyOf, greyRange } from "./grey.js";
import type { Layout2d } from "./layout.js";
import { type Convolution2dState, outputs } from "./state.js";

/** The outputs made so far as grey squares; those to come are left empty. */
export function outputPanel(state: Convolution2dState, { output, cell }: Layout2d): string {
  const values = outputs(state);
  const range = greyRange(values);
  const drawn = values.flat().map((value, index) => {
    const x = output.x + (index % output.columns) * cell;
    const y = output.y + Math.floor(index / output.columns) * cell;
    if (index > state.at) return rect("cw-cell cw-empty", x + 1.5, y + 1.5, cell - 3, cell - 3, 2);
    const label = numeral(value, 2);
    const { fill, ink } = greyOf(value, range);
    const square = rect("cw-pixel", x + 0.5, y + 0.5, cell - 1, cell - 1, 0, fill);
    const size = digits(label, cell, 15);
    const number = text("cw-number cw-value", x + cell / 2, y + cell / 2 + 5, label, size, ink);
    return square + number + (index === state.at ? rect("cw-frame cw-output", x, y, cell, cell, 3) : "");
  });
  return drawn.join("");
}
