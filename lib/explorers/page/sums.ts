import { numeral } from "../shared/numeral.js";
import { element } from "./element.js";
import { productTerm, type Term } from "./productTerm.js";

/** A sum of products written out, a line for each row of the kernel, in the colours of the picture. */
export function createSums() {
  const node = element("p", { class: "cw-equation" });
  const show = (first: string, rows: readonly (readonly Term[])[], total: number) => {
    const sums = element("span", {
      class: "cw-sums",
      style: `grid-template-columns:repeat(${rows[0].length + 1},auto)`,
    });
    sums.append(element("span", { class: "cw-first" }, first));
    rows.forEach((row, i) => {
      sums.append(...row.map((term, j) => productTerm(term, i + j > 0 ? "+ " : "")));
      if (i < rows.length - 1) sums.append(element("span", {}));
    });
    const sum = element("b", { class: "cw-of-output" }, numeral(total));
    sums.append(element("span", { class: "cw-unbroken" }, "= ", sum));
    node.replaceChildren(sums);
    // What is scrolled must be reached by keys.
    if (node.scrollWidth > node.clientWidth) node.tabIndex = 0;
    else node.removeAttribute("tabindex");
  };
  return { node, show };
}
