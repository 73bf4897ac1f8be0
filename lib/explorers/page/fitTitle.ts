type Part = Record<string, unknown>;

interface Title {
  text?: string;
  pad?: { t?: number };
}

/** Mean width of a letter of a title, height of a line, and how far Plotly raises the first of several, in pixels. */
const LETTER = 8.2;
const LINE = 21;
const RAISED = 11;
const FEWEST_LETTERS = 12;

/**
 * Plotly cuts a long title off. Here the figure grows as far as there is room, and then the title goes on in another line.
 *
 * @param layout - with width, height, margin and title; not modified
 * @param room - how wide the figure may become
 */
export function fitTitle(layout: Part, room: number): Part {
  const title = layout.title as Title | undefined;
  if (!title?.text) return layout;
  const margin = { l: 0, r: 0, t: 0, ...(layout.margin as Record<string, number>) };
  const given = title.text.split("<br>");
  const needed = Math.ceil(margin.l + Math.max(...given.map(letters)) * LETTER);
  const width = Math.max(layout.width as number, Math.min(room, needed));
  const most = Math.max(FEWEST_LETTERS, Math.floor((width - margin.l) / LETTER));
  const lines = given.flatMap((line) => wrap(line, most));
  const taller = (lines.length - given.length) * LINE;
  return {
    ...layout,
    title: { ...title, text: lines.join("<br>"), pad: { t: (title.pad?.t ?? 0) + (lines.length > 1 ? RAISED : 0) } },
    width,
    height: (layout.height as number) + taller,
    margin: { ...margin, r: margin.r + width - (layout.width as number), t: margin.t + taller },
  };
}

/** How many letters a line has without its tags. */
function letters(line: string): number {
  return line.replace(/<[^>]*>/g, "").length;
}

function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && letters(line) + 1 + letters(word) <= most) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
