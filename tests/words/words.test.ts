import { describe, expect, it } from "vitest";
import { sectionsOf } from "../../scripts/pages/lessonText.mjs";
import { emphasised } from "../../scripts/pages/places.mjs";
import { anchorOf, readWords } from "../../scripts/pages/words.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { lessons, notebooks } from "./course.js";

const words = lessons.flatMap((lesson) => readWords(inRoot("lessons"), lesson));
const names = words.flatMap(({ term, also }) => [term, ...also]).map((name) => name.toLowerCase());
/** Bold in the middle of a sentence, for emphasis only. */
const EMPHASIS = ["corner", "down", "kept", "one", "right", "up"];

describe("the words of the course", () => {
  it.each(lessons)("lesson %s has some", (lesson) => {
    expect(readWords(inRoot("lessons"), lesson).length).toBeGreaterThan(3);
  });

  it.each(words)("$term is said in Russian and Chinese, and means something short", ({ ru, zh, says }) => {
    expect(ru).toMatch(/\p{Script=Cyrillic}/u);
    expect(ru).not.toMatch(/\p{Script=Han}/u);
    // A Latin c in a Cyrillic word looks right, and is not found by a search.
    expect(ru).not.toMatch(/\p{Script=Cyrillic}\p{Script=Latin}|\p{Script=Latin}\p{Script=Cyrillic}/u);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/\p{Script=Cyrillic}/u);
    expect(says).toMatch(/[.)]$/);
    expect(says.length).toBeLessThanOrEqual(160);
  });

  it("stand there once, be it as a word or as another name of one", () => {
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
    const anchors = words.map(({ id }) => id);
    expect(anchors.filter((id, i) => id === "" || anchors.indexOf(id) !== i)).toEqual([]);
  });

  it("point to other words", () => {
    const terms = new Set(words.map(({ term }) => term));
    const lost = words.flatMap(({ term, see }) => see.filter((other) => other === term || !terms.has(other)));
    expect(lost).toEqual([]);
  });

  it.each(lessons)("are all that lesson %s sets in bold within a sentence", (lesson) => {
    const known = new Set([...names, ...EMPHASIS]);
    const bold = sectionsOf(notebooks.get(lesson)!)
      .flatMap(({ text }) => text.split("\n"))
      // Tables, and what begins a list's item or a paragraph, are set in bold for other reasons.
      .filter((line) => !line.startsWith("|"))
      .flatMap((line) => emphasised(line.replace(/^\W*\*\*[^*]+\*\*/, ""), 2))
      .filter((phrase) => /^\p{L}[\p{L}-]+(?: \p{L}+)?$/u.test(phrase))
      .map((phrase) => phrase.toLowerCase());
    const missing = bold.filter((phrase) => !known.has(phrase) && !known.has(phrase.replace(/s$/, "")));
    expect(missing, "add it to the lesson's words.json, or to EMPHASIS in this test").toEqual([]);
  });
});

describe("anchorOf", () => {
  it.each([
    ["bias", "bias"],
    ["ReLU", "relu"],
    ["1 × 1 convolution", "1-x-1-convolution"],
    ["moiré", "moire"],
    ["cross-entropy", "cross-entropy"],
    ["(a) b!", "a-b"],
  ])("%s → %s", (term, anchor) => {
    expect(anchorOf(term)).toBe(anchor);
  });
});
