import { type Convolution2dState, currentOutput, terms } from "../convolution2d/state.js";
import { placeWords } from "../convolution2d/words.js";
import { numeral } from "../shared/numeral.js";
import { element } from "./element.js";
import { productTerm } from "./productTerm.js";

/** The sum written out, a line for each row of the kernel, in the colours of the picture. */
export function createEquation2d() {
  const node = element("p", { class: "cw-equation" });
  const show = (state: Convolution2dState) => {
    const rows = terms(state);
    const sums = element("span", {
      class: "cw-sums",
      style: `grid-template-columns:repeat(${rows[0].length + 1},auto)`,
    });
    sums.append(element("span", { class: "cw-first" }, `output at ${placeWords(state)}: `));
    rows.forEach((row, i) => {
      sums.append(...row.map((term, j) => productTerm(term, i + j > 0 ? "+ " : "")));
      if (i < rows.length - 1) sums.append(element("span", {}));
    });
    const sum = element("b", { class: "cw-of-output" }, numeral(currentOutput(state)));
    sums.append(element("span", { class: "cw-unbroken" }, "= ", sum));
    node.replaceChildren(sums);
  };
  return { node, show };
}
