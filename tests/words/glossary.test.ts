import { describe, expect, it } from "vitest";
import { addWords, LINE_BEGINS } from "../../scripts/pages/addWords.mjs";
import { glossaryPage } from "../../scripts/pages/glossary.mjs";
import { anchorOf, type Word } from "../../scripts/pages/words.mjs";
import { markdownNotebook } from "./course.js";

const notebooks = new Map([
  ["01-first", markdownNotebook("# 01 · First\nA kernel is no bias.", "## The bias (b)\nAdd *a* **bias**.")],
  ["02-next", markdownNotebook("# 02\nThe **Bias** again.\n## ReLU\nIt is called *ReLU*.")],
]);
const bias = word("bias", "01-first", { ru: "смещение", zh: "偏置", also: ["offset"], see: ["ReLU"] });
const relu = word("ReLU", "02-next", { ru: "выпрямитель", zh: "整流" });
const kernel = word("kernel", "01-first", { ru: "ядро", zh: "核" });

function word(term: string, lesson: string, more: Partial<Word>): Word {
  return { term, lesson, id: anchorOf(term), ru: "", zh: "", says: `What ${term} means.`, also: [], see: [], ...more };
}

describe("glossaryPage", () => {
  const page = glossaryPage([relu, kernel, bias], notebooks);

  it("says each word in three languages, with its section, its other names and its kin", () => {
    expect(page).toContain(
      `<a id="bias"></a>**bias** · <span lang="ru">смещение</span> · <span lang="zh">偏置</span><br>
What bias means.<br>
Lessons [01](01-first.ipynb#The-bias-%28b%29), [02](02-next.ipynb); also offset; see [ReLU](#relu).`,
    );
  });

  it("takes plain text where a lesson sets a word in no other letters", () => {
    expect(page).toContain("What kernel means.<br>\nLesson [01](01-first.ipynb).");
  });

  it("is sorted, under letters that can be jumped to", () => {
    expect([...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      "B",
      "K",
      "R",
      "По-русски",
      "中文",
    ]);
    expect(page).toContain("[B](#letter-b) [K](#letter-k) [R](#letter-r)");
    expect([...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)).toEqual([
      ...["letter-b", "bias", "letter-k", "kernel", "letter-r", "relu", "russian", "chinese"],
    ]);
  });

  it("ends with lists in Russian and Chinese, in their own order", () => {
    expect(page).toMatch(/выпрямитель<\/span>: \[ReLU\]\(#relu\)\n.*смещение.*\n.*ядро/);
    // Pinyin: hé, piānzhì, zhěngliú.
    expect(page).toMatch(/核<\/span>: \[kernel\].*\n.*偏置.*\n.*整流/);
  });

  it("refuses a word that its lesson lacks, and a pointer to none", () => {
    const wrong = [word("stride", "01-first", { see: ["jump"] })];
    expect(() => glossaryPage(wrong, notebooks)).toThrow(
      "lessons/01-first/words.json: the lesson has no “stride”\n" +
        "lessons/01-first/words.json: “stride” points to “jump”, which is no word of the course",
    );
  });

  it("does not take a part of another word for a word", () => {
    expect(() => glossaryPage([word("ernel", "01-first", {})], notebooks)).toThrow("no “ernel”");
  });

  it("does not find a word only in the line that was put there for it", () => {
    const lines = new Map([["01-first", markdownNotebook(`# 01\nText.\n\n${LINE_BEGINS}[bias](glossary.md#bias).`)]]);
    expect(() => glossaryPage([word("bias", "01-first", {})], lines)).toThrow("no “bias”");
  });
});

describe("addWords", () => {
  const cells = [
    { kind: "code", source: "## Further reading" },
    { kind: "markdown", source: "## In five lines\n\n1. One.\n\n## Further reading\n\n- A book." },
  ];

  it("puts the words above the further reading, sorted, each with its link", () => {
    const [code, text] = addWords(cells, [kernel, bias]);
    expect(code).toEqual(cells[0]);
    expect(text.source).toMatch(
      /1\. One\.\n\n\*\*Words of this lesson:\*\* \[bias\]\(glossary\.md#bias\), \[kernel\]\(glossary\.md#kernel\)\. .*\n\n## Further reading\n\n- A book\.$/,
    );
  });

  it("leaves a lesson without words as it is", () => {
    expect(addWords(cells, [])).toEqual(cells);
  });
});
