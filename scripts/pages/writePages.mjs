import { readFileSync } from "node:fs";
import { join } from "node:path";
import { commentsIn } from "./docstrings.mjs";
import { glossaryPage } from "./glossary.mjs";
import { sourcesPage } from "./sources.mjs";
import { readWords } from "./words.mjs";

/**
 * The pages that stand beside the lessons.
 *
 * @param {string} root - the repository
 * @param {Map<string, string>} notebooks - the text of each lesson's notebook, by the lesson's name
 * @returns {Map<string, string>} the text of each page, by its file's name
 */
export function writePages(root, notebooks) {
  const lessons = join(root, "lessons");
  const words = [...notebooks.keys()].flatMap((lesson) => readWords(lessons, lesson));
  const sources = JSON.parse(readFileSync(join(lessons, "sources.json"), "utf8"));
  const comments = [...commentsIn(join(root, "lib")), ...commentsIn(lessons)];
  return new Map([
    ["glossary.md", glossaryPage(words, notebooks)],
    ["sources.md", sourcesPage(sources, notebooks, comments)],
  ]);
}
