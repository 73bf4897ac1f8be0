import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commentsIn } from "../../scripts/pages/docstrings.mjs";
import { plain, readingOf, sectionsOf } from "../../scripts/pages/lessonText.mjs";
import { familyOf, isRead, namedIn, type Source } from "../../scripts/pages/sourceNames.mjs";
import { codeSources, lessonSources, sourcesPage } from "../../scripts/pages/sources.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { lessons, markdownNotebook, notebooks } from "./course.js";

const sources: Source[] = JSON.parse(readFileSync(inRoot("lessons", "sources.json"), "utf8"));
const comments = [...commentsIn(inRoot("lib")), ...commentsIn(inRoot("lessons"))];

describe("lessons/sources.json", () => {
  it.each(lessons)("has every entry that lesson %s gives as further reading, once", (lesson) => {
    const reading = readingOf(notebooks.get(lesson)!);
    expect(reading.length).toBeGreaterThan(0);
    for (const entry of reading)
      expect(
        sources.filter((source) => isRead(source, entry)),
        entry.text,
      ).toHaveLength(1);
  });

  it.each(lessons)("has everybody whom lesson %s names with a year", (lesson) => {
    const text = sectionsOf(notebooks.get(lesson)!)
      .map((section) => plain(section.text))
      .join(" ")
      .replaceAll("et al.", "et al");
    const others = "(?: and others| and \\p{Lu}\\p{Ll}+| et al)";
    const form = new RegExp(`\\p{Lu}[\\p{L}-]+(?:${others},? \\(?|,? \\()(?:18|19|20)\\d\\d(?!\\d)`, "gu");
    const things = /^(?:MNIST|ResNet|GoogLeNet|VOC|AlexNet)/;
    const mentions = [...text.matchAll(form)].map(([words]) => words).filter((words) => !things.test(words));
    expect(mentions.filter((words) => namedIn(words, sources, 50).length === 0)).toEqual([]);
  });

  it("has every source that a docstring refers to", () => {
    const references = comments.flatMap(({ file, text }) =>
      [...text.matchAll(/@see ([^@]+)/g)]
        .flatMap(([, list]) => list.split(/; (?=\p{Lu})/u))
        .filter((one) => /\((?:18|19|20)\d\d\)/.test(one))
        .map((one) => ({ file, one })),
    );
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter(({ one }) => namedIn(one, sources, 220).length === 0)).toEqual([]);
  });

  it("has nothing that nobody uses", () => {
    const used = new Set([...notebooks.values()].flatMap((notebook) => [...lessonSources(notebook, sources).keys()]));
    const inCode = codeSources(comments, sources);
    expect(sources.filter((source) => !used.has(source) && !inCode.has(source))).toEqual([]);
  });

  it("is sorted by author and year", () => {
    const order = new Intl.Collator("en");
    const keys = sources.map((source) => `${familyOf(source)} ${source.preprint ?? source.year}`);
    expect(keys).toEqual([...keys].sort(order.compare));
  });
});

const source = (authors: string, year: number, title: string, preprint?: number): Source => ({
  ...{ authors, year, title, where: "Journal", good: "it helps" },
  ...(preprint && { preprint }),
});
const lewis = source("J. P. Lewis", 1995, "Fast Matching");
const he1 = source("K. He and J. Sun", 2015, "Delving Deep into Rectifiers");
const he2 = source("K. He and others", 2016, "Deep Residual Learning", 2015);

describe("namedIn", () => {
  it.each([
    ["Lewis (1995) shows it", [lewis]],
    ["as in Lewis, Fast matching (1995), §2", [lewis]],
    ["Lewis (1996)", []],
    ["McLewis (1995)", []],
    ["Smith & Lewis (1995)", []],
    ["Lewis; and much later 1995", []],
    ["He (2015)", [he1]],
    ["He, Deep residual learning (2015)", [he2]],
    ["He et al, 2016", [he2]],
  ])("%s", (text, named) => {
    expect(namedIn(text, [lewis, he1, he2], 50)).toEqual(named);
  });
});

describe("sourcesPage", () => {
  const notebook = markdownNotebook(
    "# 05 · Five\nHe (2015) had it.\n## Further reading\n\n- J. P. Lewis, *Fast\n  Matching* (talk, 1995): quick.\n\nThe end.",
  );
  const page = sourcesPage([lewis, he1], new Map([["05-five", notebook]]), [
    { file: "filters/match.ts", text: "@see Lewis (1995)" },
  ]);

  it("gives each source with the lessons and the code that name it, by author", () => {
    expect(page.split("\n").filter((line) => line.startsWith("- "))).toEqual([
      "- **K. He and J. Sun**, *Delving Deep into Rectifiers*, Journal (2015): it helps. Lesson [05](05-five.ipynb).",
      "- **J. P. Lewis**, *Fast Matching*, Journal (1995): it helps. Lesson [05](05-five.ipynb#Further-reading); code: `match`.",
    ]);
  });

  it("reads an entry that runs over lines, with what stands before the year", () => {
    expect(readingOf(notebook)).toEqual([
      { text: "J. P. Lewis, *Fast Matching* (talk, 1995): quick.", title: "Fast Matching", year: 1995 },
    ]);
  });
});
