import { basename } from "node:path";
import { plain, readingOf, sectionsOf } from "./lessonText.mjs";
import { familyOf, isRead, namedIn } from "./sourceNames.mjs";
import { sorted } from "./words.mjs";

/**
 * The page of all sources, by author, each with the lessons and the library's files that name it.
 *
 * @param {import("./sourceNames.mjs").Source[]} sources
 * @param {Map<string, string>} notebooks - the text of each lesson's notebook, by the lesson's name
 * @param {{ file: string, text: string }[]} comments - of the library's code
 * @returns {string} Markdown
 */
export function sourcesPage(sources, notebooks, comments) {
  const lessons = new Map([...notebooks].map(([lesson, notebook]) => [lesson, lessonSources(notebook, sources)]));
  const files = codeSources(comments, sources);
  const entries = sorted(sources, (source) => `${familyOf(source)} ${source.preprint ?? source.year} ${source.title}`);
  return [
    "<!-- Written by npm run notebooks from lessons/sources.json; do not edit. -->",
    "# Sources of the course",
    `${sources.length} papers, books and pages, by author: what each is good for, the lessons that name it, and the parts of the library that follow it. For the words of the course there is a [glossary](glossary.md).`,
    entries.map((source) => `- ${entry(source, lessons, files.get(source) ?? [])}`).join("\n"),
    "",
  ].join("\n\n");
}

/**
 * The sources that a lesson gives as further reading or names in its text.
 *
 * @returns {Map<object, string>} for each the fragment of a link: "#Further-reading", or "" where it stands in the text only
 */
export function lessonSources(notebook, sources) {
  const reading = readingOf(notebook);
  const text = sectionsOf(notebook)
    .map((section) => plain(section.text))
    .join(" ");
  const named = namedIn(text.replaceAll("et al.", "et al"), sources, 50).map((source) => [source, ""]);
  const read = sources.filter((source) => reading.some((one) => isRead(source, one)));
  return new Map([...named, ...read.map((source) => [source, "#Further-reading"])]);
}

/** @returns {Map<object, string[]>} the names of the files whose comments name a source */
export function codeSources(comments, sources) {
  const files = new Map();
  for (const { file, text } of comments) {
    for (const source of namedIn(text, sources, 220)) {
      const names = files.get(source) ?? [];
      files.set(source, [...new Set([...names, basename(file, ".ts")])]);
    }
  }
  return files;
}

function entry(source, lessons, files) {
  const { authors, year, preprint, title, where, good } = source;
  const used = [...lessons].filter(([, named]) => named.has(source));
  const links = used.map(([lesson, named]) => `[${lesson.slice(0, 2)}](${lesson}.ipynb${named.get(source)})`);
  const uses = [
    links.length > 0 && `${links.length > 1 ? "lessons" : "lesson"} ${links.join(", ")}`,
    files.length > 0 && `code: ${files.map((name) => `\`${name}\``).join(", ")}`,
  ].filter(Boolean);
  const date = preprint === undefined ? year : `${year}, preprint ${preprint}`;
  return `**${authors}**, *${title}*, ${where} (${date}): ${good}. ${capital(uses.join("; "))}.`;
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
