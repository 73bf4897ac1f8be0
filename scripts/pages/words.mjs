import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {object} Word
 * @property {string} term - as the lessons write it
 * @property {string} id - its anchor on the glossary's page
 * @property {string} lesson - the lesson that introduces it: "01-convolution-1d"
 * @property {string} ru - in Russian
 * @property {string} zh - in simplified Chinese
 * @property {string} says - what it means, in a sentence or two
 * @property {string[]} also - other names and abbreviations
 * @property {string[]} see - related terms
 */

/**
 * The words that a lesson introduces, from its words.json; none where that is missing.
 *
 * @param {string} lessons - the folder of all lessons
 * @param {string} lesson - its folder in it
 * @returns {Word[]}
 */
export function readWords(lessons, lesson) {
  const file = join(lessons, lesson, "words.json");
  if (!existsSync(file)) return [];
  return JSON.parse(readFileSync(file, "utf8")).map((word) => ({
    also: [],
    see: [],
    ...word,
    lesson,
    id: anchorOf(word.term),
  }));
}

/** "1 × 1 convolution" has the anchor "1-x-1-convolution": the same in every viewer, whatever it makes of headings. */
export function anchorOf(term) {
  const plain = term.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("×", "x").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}

/** Sorted as in a dictionary. */
export function sorted(words, text = (word) => word.term, language = "en") {
  const order = new Intl.Collator(language);
  return [...words].sort((a, b) => order.compare(text(a), text(b)));
}
