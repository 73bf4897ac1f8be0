import { sorted } from "./words.mjs";

const READING = /^## Further reading$/m;
export const LINE_BEGINS = "**Words of this lesson:** ";

/**
 * Puts a line with the words of a lesson, each linked to the glossary, above "Further reading", and a link to the list of
 * sources below it. Cells without that heading, and lessons without words, stay as they are.
 *
 * @param {{ kind: string, source: string }[]} cells
 * @param {import("./words.mjs").Word[]} words - those of this lesson
 */
export function addWords(cells, words) {
  if (words.length === 0) return cells;
  const links = sorted(words).map(({ term, id }) => `[${term}](glossary.md#${id})`);
  const line =
    `${LINE_BEGINS}${links.join(", ")}. The [glossary](glossary.md) has all words of the course, with the Russian and the ` +
    "Chinese ones, and the [sources](sources.md) stand in a list of their own.";
  return cells.map((cell) =>
    cell.kind === "markdown"
      ? { ...cell, source: cell.source.replace(READING, (heading) => `${line}\n\n${heading}`) }
      : cell,
  );
}
