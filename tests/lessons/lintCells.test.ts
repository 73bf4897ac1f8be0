import { describe, expect, it } from "vitest";
import { Faults } from "../../scripts/notebooks/lessonError.mjs";
import { lintCells } from "../../scripts/notebooks/lintCells.mjs";
import { parseLesson } from "../../scripts/notebooks/parseLesson.mjs";

const faults = (text: string) => {
  const found = new Faults("lesson.ts");
  lintCells(parseLesson(text, "lesson.ts"), found);
  try {
    found.throwIfAny();
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

describe("what the kernel cannot run", () => {
  it.each([
    ["const a = 1;\nexport const b = 2;", /^lesson.ts:3 .*cannot export/],
    ["const a = 1;\nexport { a };", /^lesson.ts:3 .*cannot export/],
    ["export default 1;", /^lesson.ts:2 .*cannot export/],
    ['import { a } from "./exercises.js";', /^lesson.ts:2 .*cannot import a file/],
    ['import { a } from "../x";', /cannot import a file/],
    ["// wait\nawait (async () => 1)();", /^lesson.ts:3 .*cannot begin with `await \(`/],
    ["const __hidden = 1;", /^lesson.ts:2 .*the kernel hides `__hidden`/],
    ["console.log(this.__x);", /hides `__x`/],
    ["for await (const x of [1]) console.log(x);", /^lesson.ts:2 .*misses a `for await`/],
    ["const a = {", /^lesson.ts:2 .*must be complete by itself/],
  ])("%j", (code, fault) => {
    const found = faults(`// %%\n${code}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(fault);
  });

  it.each([
    'import { a } from "cnn-workbook";\nimport { q1 } from "cnn-workbook/lessons/01-a";',
    "const a = 1;\nawait (async () => 1)();",
    "const a = await later();\nfor await (const x of a) console.log(x);",
    "async function f() { for await (const x of [1]) console.log(x); }",
    'const text = "export __ await (";',
  ])("%j is fine", (code) => expect(faults(`// %%\n${code}`)).toEqual([]));
});

describe("a student's own function", () => {
  const starter = "// %% exercise q1\nfunction slide(a: number[]) { return todo(); }\nq1.check(slide);\n";

  it("must not be needed later", () => {
    expect(faults(`${starter}// %%\nconst b = 1;\nconsole.log(slide([b]));`)).toEqual([
      "lesson.ts:6  `slide` is the student's own in q1: later cells must not need it",
    ]);
  });

  it("may have a name that others use too", () => {
    expect(faults(`${starter}// %%\nconst slide = 1;\n// %%\nconsole.log(slide);`)).toEqual([]);
    expect(faults(`${starter}// %%\nconst f = (slide: number) => ({ slide: 1 }).slide;`)).toEqual([]);
    expect(faults(`${starter}${starter.replaceAll("q1", "q2")}`)).toEqual([]);
  });
});
