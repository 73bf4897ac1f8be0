/**
 * Line colours that colour-blind people tell apart, in the order in which series take them.
 *
 * @see Okabe & Ito, Color Universal Design (2008); the yellow is left out, being too pale for a line on white
 */
export const COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

/** Colour is never the only sign: series differ in their dashes and markers too. */
export const DASHES = ["solid", "dash", "dot", "dashdot", "longdash", "longdashdot"];
export const MARKERS = ["circle", "square", "diamond", "triangle-up", "cross", "x"];

/** Dark to bright grey, for pictures. */
export const GREYS = [
  [0, "#000000"],
  [1, "#ffffff"],
];

/**
 * Blue below zero, white at zero, red above.
 *
 * @see Brewer, ColorBrewer 2.0, RdBu
 */
export const DIVERGING = [
  [0, "#053061"],
  [0.125, "#2166ac"],
  [0.25, "#4393c3"],
  [0.375, "#92c5de"],
  [0.5, "#f7f7f7"],
  [0.625, "#f4a582"],
  [0.75, "#d6604d"],
  [0.875, "#b2182b"],
  [1, "#67001f"],
];

/** Height in pixels of figures that take the width of the page. */
export const HEIGHT = 320;

/**
 * The part of a layout that all figures share. JupyterLab's extension replaces the colours to suit its light and dark
 * themes; other viewers draw what stands here, on white.
 */
export function baseLayout(title: string) {
  return {
    title: {
      text: title,
      font: { size: 16 },
      x: 0,
      xref: "paper",
      xanchor: "left",
      y: 1,
      yref: "container",
      yanchor: "top",
      pad: { t: 12 },
    },
    template: { layout: { colorway: COLOURS, font: { size: 13, color: "#333333" }, hoverlabel: { align: "left" } } },
    margin: { l: 60, r: 20, t: 44, b: 48 },
  };
}

/** An axis with a label, a thin line and a faint grid. */
export function axis(label: string): Record<string, unknown> {
  return {
    title: { text: label, standoff: 8 },
    automargin: true,
    gridcolor: "#e6e6e6",
    zerolinecolor: "#b0b0b0",
    zerolinewidth: 1,
  };
}
