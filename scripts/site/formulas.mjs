import katex from "katex";
import { StepError } from "../setup/steps.mjs";

const FORMULA = /<span class="formula( display)?">([^<]*)<\/span>/g;
const LETTERS = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&amp;": "&" };

/**
 * Sets the formulas of a page as MathML, which browsers draw and screen readers read without any script.
 *
 * @param {string} html with `<span class="formula">` round each formula's TeX
 * @throws {StepError} naming a formula that KaTeX does not understand
 */
export function setFormulas(html) {
  return html.replace(FORMULA, (_, display, escaped) => {
    const tex = escaped.replace(/&(lt|gt|quot|#x27|amp);/g, (entity) => LETTERS[entity]);
    try {
      return katex.renderToString(tex, { output: "mathml", displayMode: Boolean(display), strict: "error" });
    } catch (error) {
      throw new StepError(`The formula ${tex.trim()} is not understood: ${error.message}`, {
        works: "the site as it was built last",
        fix: "mend it in its lesson, run npm run notebooks, then the same command again",
        cause: error,
      });
    }
  });
}
