import { describe } from "../arrays/index.js";
import { display, type MimeBundle } from "./display.js";
import type { Figure } from "./figure.js";
import { EXPLORER_TYPE, FIGURE_TYPE } from "./mimeTypes.js";

/** Something to drag and step: the name of a program in the page, and what it starts from. */
export interface Explorer {
  /** Which explorer the page runs. */
  explorer: string;
  /** What it starts from; plain data. */
  settings: Record<string, unknown>;
  /** What there is to see and find, in a sentence. */
  alt: string;
  /** A picture and a sentence for viewers that cannot run it. */
  html?: string;
}

/**
 * Shows a figure or an explorer below the cell. Outside a notebook its alt text is printed.
 *
 * @throws {TypeError} anything else
 * @example show(linePlot({ y: [1, 4, 9] }, { title: "Squares", xLabel: "n", yLabel: "n²", alt: "The steps grow." }))
 */
export function show(what: Figure | Explorer): void {
  display(toBundle(what));
}

/** The forms in which a figure or an explorer is sent. */
export function toBundle(what: Figure | Explorer): MimeBundle {
  if (what && typeof what === "object" && "explorer" in what) return explorerBundle(what);
  if (what && typeof what === "object" && Array.isArray(what.data) && what.layout) return figureBundle(what);
  throw new TypeError(`\`show\` needs a figure, such as linePlot(...) or imagePlot(...) gives, got ${describe(what)}`);
}

/** A live figure. */
export interface LiveFigure {
  /** Draws `figure` in the place of the one before. */
  update(figure: Figure): void;
}

/**
 * Shows a figure that is drawn anew in the same place, for work that takes long.
 *
 * @example const live = liveFigure(curve([])); live.update(curve(losses));
 */
export function liveFigure(figure: Figure): LiveFigure {
  const replace = display(toBundle(figure));
  return { update: (next) => replace(toBundle(next)) };
}

function figureBundle({ data, layout, alt, picture }: Figure): MimeBundle {
  const figure = { data, layout: { ...layout, meta: { alt } } };
  const image = picture ? { "image/png": Buffer.from(picture).toString("base64") } : {};
  return { [FIGURE_TYPE]: figure, ...image, "text/plain": alt };
}

function explorerBundle({ explorer, settings, alt, html }: Explorer): MimeBundle {
  return { [EXPLORER_TYPE]: { explorer, settings, alt }, ...(html ? { "text/html": html } : {}), "text/plain": alt };
}
