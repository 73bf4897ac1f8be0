import { plain } from "./lessonText.mjs";

/**
 * Where a lesson introduces a term: the first section that sets it in bold, else in italics, else that has it at all.
 *
 * @param {string} term
 * @param {ReturnType<typeof import("./lessonText.mjs").sectionsOf>} sections
 * @returns {{ heading: string, level: number } | undefined} undefined when the lesson does not have it
 */
export function placeOf(term, sections) {
  const marked = [2, 1].map(
    (stars) =>
      ({ text }) =>
        emphasised(text, stars).some((words) => same(words, term)),
  );
  const ways = [...marked, ({ text }) => has(text, term), ({ heading }) => has(heading, term)];
  for (const way of ways) {
    const found = sections.find(way);
    if (found) return found;
  }
  return undefined;
}

/** Whether a lesson sets a term in bold. */
export function isBold(term, sections) {
  return sections.some(({ text }) => emphasised(text, 2).some((words) => same(words, term)));
}

/** Link to a section of a notebook, in the way of JupyterLab and of nbconvert: spaces become hyphens. */
export function linkTo(lesson, place) {
  const fragment = place.level === 1 ? "" : `#${encoded(place.heading.replace(/[*`]/g, "").replaceAll(" ", "-"))}`;
  return `${lesson}.ipynb${fragment}`;
}

function encoded(text) {
  return encodeURIComponent(text).replace(/[()!'*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The phrases between so many asterisks. */
export function emphasised(text, stars) {
  const mark = `\\*{${stars}}`;
  return [...text.matchAll(new RegExp(`(?<!\\*)${mark}(?![\\s*])([^*]+?)(?<!\\s)${mark}(?!\\*)`, "g"))].map(
    ([, words]) => words.replace(/\s+/g, " "),
  );
}

function same(words, term) {
  return words.toLowerCase() === term.toLowerCase();
}

function has(text, term) {
  const letters = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\d])${letters}`, "iu").test(plain(text));
}
