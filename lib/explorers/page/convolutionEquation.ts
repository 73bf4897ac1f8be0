import { type ConvolutionState, outputs, positionOf, terms } from "../convolution1d/state.js";
import { numeral } from "../shared/numeral.js";
import { element } from "./element.js";
import { productTerm } from "./productTerm.js";

/** The sum written out, in the colours of the picture. */
export function createEquation() {
  const node = element("p", { class: "cw-equation" });
  const show = (state: ConvolutionState) => {
    const parts = terms(state).map((term, i) => productTerm(term, i > 0 ? "+ " : ""));
    const n = numeral(positionOf(state, state.at));
    const sum = element("b", { class: "cw-of-output" }, numeral(outputs(state)[state.at]));
    node.replaceChildren(
      element("span", { class: "cw-unbroken" }, `output at n = ${n}:  `),
      ...parts,
      element("span", { class: "cw-unbroken" }, "= ", sum),
    );
  };
  return { node, show };
}
