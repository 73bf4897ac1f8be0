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
/** Mean width of a letter of a title, and height of a line, in pixels. */
const TITLE_LETTER = 8.2;
const TITLE_LINE = 20;
const SMALLEST_LETTER = 9;
/** The line colours of lib/plots/theme.ts, brighter, for a dark page. */
const DARK_COLOURS = ["#56b4e9", "#ff9153", "#2fc79b", "#e59cc7", "#f0c23c", "#8fb4ff"];

/** A layout for a page: see-through, in the page's colours, no wider than there is room. Changes nothing it is given. */
export function styleFigure(layout: Part, colours: FigureColours, room: number): Part {
  const fitted = wrapTitle({ ...layout, ...fit(layout, Math.max(room, NARROWEST)) });
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
  const font = { size: Math.max(SMALLEST_LETTER, Math.round(13 * scale)) };
  return { width: room, height, annotations: annotations.map((one) => ({ ...one, font, yshift: 1 })) };
}

/** Plotly cuts a long title off; here it goes on in the next line, and the figure grows by that line. */
function wrapTitle(layout: Part): Part {
  const title = layout.title as { text?: string } | undefined;
  const { l = 0, t = 0 } = (layout.margin ?? {}) as Record<string, number>;
  if (!title?.text) return layout;
  const lines = wrap(title.text, Math.max(12, Math.floor(((layout.width as number) - l) / TITLE_LETTER)));
  const extra = (lines.length - 1) * TITLE_LINE;
  return {
    ...layout,
    title: { ...title, text: lines.join("<br>") },
    margin: { ...(layout.margin as Part), t: t + extra },
    height: (layout.height as number) + extra,
  };
}

function wrap(text: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= letters) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
