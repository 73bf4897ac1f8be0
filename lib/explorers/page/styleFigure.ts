import { COLOURS } from "../../plots/theme.js";
import { fitTitle } from "./fitTitle.js";

/** Colours for a figure's background, text and lines. */
export interface FigureColours {
  dark: boolean;
  text: string;
  faint: string;
  line: string;
  surface: string;
  font: string;
}

type Part = Record<string, unknown>;

const WIDEST = 900;
const NARROWEST = 240;
const SMALLEST_LETTER = 9;
/** The theme's line colours one by one, brighter, for a dark page. */
const DARK_COLOURS = ["#56b4e9", "#ff9153", "#2fc79b", "#e59cc7", "#f0c23c", "#8fb4ff"];

/** A layout for a page: see-through, in the page's colours, no wider than there is room. Changes nothing it is given. */
export function styleFigure(layout: Part, colours: FigureColours, room: number): Part {
  const width = Math.max(room, NARROWEST);
  const fitted = fitTitle({ ...layout, ...fit(layout, width) }, Math.min(width, WIDEST));
  const styled: Part = {
    ...fitted,
    paper_bgcolor: "rgba(0,0,0,0)",
    plot_bgcolor: "rgba(0,0,0,0)",
    font: { ...(layout.font as Part), color: colours.text, family: colours.font },
    hoverlabel: { align: "left", bgcolor: colours.surface, bordercolor: colours.line, font: { color: colours.text } },
    modebar: { bgcolor: "rgba(0,0,0,0)", color: colours.line, activecolor: colours.text },
  };
  if (colours.dark) styled.template = darkTemplate(layout.template as Part | undefined);
  for (const [name, axis] of Object.entries(layout)) {
    if (!/^[xy]axis\d*$/.test(name)) continue;
    styled[name] = { ...(axis as Part), gridcolor: colours.faint, zerolinecolor: colours.line };
  }
  return styled;
}

/**
 * Traces for a page. A trace that names one of the theme's colours, as those do that share a colour, takes its brighter
 * form on a dark page; other colours are its author's and stay. Changes nothing it is given.
 */
export function styleData(data: readonly Part[], { dark }: Pick<FigureColours, "dark">): Part[] {
  return data.map((trace) => {
    const styled = { ...trace };
    for (const name of ["line", "marker"]) {
      const part = trace[name] as Part | undefined;
      const place = COLOURS.indexOf(part?.color as string);
      if (dark && place >= 0) styled[name] = { ...part, color: DARK_COLOURS[place] };
    }
    return styled;
  });
}

function darkTemplate(template: Part = {}): Part {
  return { ...template, layout: { ...(template.layout as Part), colorway: DARK_COLOURS } };
}

/** Figures without a width take the page's, up to a limit; figures of pixels shrink as a whole to keep their shape. */
function fit(layout: Part, room: number): Part {
  if (typeof layout.width !== "number") return { width: Math.min(room, WIDEST), height: layout.height ?? 320 };
  if (layout.width <= room) return {};
  const { l, r, t, b } = { l: 80, r: 80, t: 100, b: 80, ...(layout.margin as Record<string, number>) };
  const scale = (room - l - r) / (layout.width - l - r);
  const height = Math.round(t + b + ((layout.height as number) - t - b) * scale);
  const annotations = (layout.annotations ?? []) as Part[];
  const size = Math.max(SMALLEST_LETTER, Math.round(13 * scale));
  const smaller = annotations.map((one) => ({ ...one, font: { ...(one.font as Part), size }, yshift: 1 }));
  return { width: room, height, annotations: smaller };
}
