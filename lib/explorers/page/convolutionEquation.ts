import { type ConvolutionState, outputs, positionOf, terms } from "../convolution1d/state.js";
import { factor, numeral } from "../convolution1d/words.js";
import { element } from "./element.js";

/** The sum written out, in the colours of the picture. */
export function createEquation() {
  const node = element("p", { class: "cw-equation" });
  const show = (state: ConvolutionState) => {
    const parts = terms(state).map(({ sample, weight, inside }, i) => {
      const product = element(
        "span",
        { class: inside ? "cw-term" : "cw-term cw-beside" },
        element("b", { class: "cw-of-signal" }, factor(sample)),
        "×",
        element("b", { class: "cw-of-kernel" }, factor(weight)),
      );
      return element("span", { class: "cw-unbroken" }, ...(i > 0 ? ["+ "] : []), product, " ");
    });
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
