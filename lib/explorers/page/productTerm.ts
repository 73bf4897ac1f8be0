import { factor } from "../shared/numeral.js";
import { element } from "./element.js";

/** One weight and the number under it. */
export interface Term {
  weight: number;
  sample: number;
  /** Whether the weight lies on the signal or image. */
  inside: boolean;
}

/** `3×2` in the colours of the picture, kept on one line with the sign before it. */
export function productTerm({ weight, sample, inside }: Term, sign: string): HTMLElement {
  const product = element(
    "span",
    { class: inside ? "cw-term" : "cw-term cw-beside" },
    element("b", { class: "cw-of-signal" }, factor(sample)),
    "×",
    element("b", { class: "cw-of-kernel" }, factor(weight)),
  );
  return element("span", { class: "cw-unbroken" }, sign, product, " ");
}
