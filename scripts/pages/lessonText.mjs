import { LINE_BEGINS } from "./addWords.mjs";

/**
 * The prose of a lesson's notebook, by sections.
 *
 * @param {string} notebook - the notebook file's text
 * @returns {{ heading: string, level: number, text: string }[]} in order; "Further reading" is left out, and so is the line
 *   of words, which was put there from the glossary
 */
export function sectionsOf(notebook) {
  const sections = [];
  for (const line of markdownOf(notebook).split("\n")) {
    const [, marks, heading] = /^(#{1,3}) (.+)$/.exec(line) ?? [];
    if (heading) sections.push({ heading, level: marks.length, text: "" });
    else if (sections.length > 0 && !line.startsWith(LINE_BEGINS)) sections.at(-1).text += `${line}\n`;
  }
  return sections.filter(({ heading }) => heading !== "Further reading");
}

/**
 * The sources under "Further reading".
 *
 * @returns {{ text: string, title: string, year: number }[]} one for each title; `text` is the whole entry
 */
export function readingOf(notebook) {
  const [, list = ""] = /^## Further reading$([\s\S]*?)(?=^#|$(?![\s\S]))/m.exec(markdownOf(notebook)) ?? [];
  const entries = list.split(/^- /m).slice(1);
  return entries
    .map((entry) => entry.split("\n\n")[0].replace(/\s+/g, " ").trim())
    .flatMap((text) =>
      [...text.matchAll(/\*([^*]+)\* \((?:[^()]*, )?(\d{4})\)/g)].map(([, title, year]) => ({
        text,
        title,
        year: Number(year),
      })),
    );
}

/** Without marks of emphasis and code, and on one line. */
export function plain(markdown) {
  return markdown.replace(/[*`]/g, "").replace(/\s+/g, " ");
}

function markdownOf(notebook) {
  const cells = JSON.parse(notebook).cells.filter(({ cell_type }) => cell_type === "markdown");
  return cells.map(({ source }) => [source].flat().join("")).join("\n\n");
}
