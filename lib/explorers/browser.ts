import { EXPLORER_TYPE, FIGURE_TYPE } from "../plots/mimeTypes.js";
import type { Drawn, Forms } from "./page/drawn.js";
import { drawExplorer } from "./page/explorer.js";
import { drawFigure } from "./page/figure.js";

/** The folder of this script, where plotly.js lies too. */
const folder = ((document.currentScript as HTMLScriptElement | null)?.src ?? "").replace(/[^/]*$/, "");

/**
 * Draws an output of the workbook in a page: a figure or an explorer.
 *
 * @param node - an empty element; it takes the width it finds
 * @param type - MIME type of the form to draw
 * @param forms - the output in all its forms
 * @throws {Error} what could not be loaded, or a type that is not known
 */
function draw(node: HTMLElement, type: string, forms: Forms): Promise<Drawn> {
  if (type === FIGURE_TYPE) return drawFigure(node, type, forms, folder);
  if (type === EXPLORER_TYPE) return drawExplorer(node, type, forms);
  return Promise.reject(new Error(`${type} is not known`));
}

(window as unknown as { cnnWorkbook: unknown }).cnnWorkbook = { draw };
