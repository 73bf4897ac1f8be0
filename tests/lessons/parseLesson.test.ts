import { describe, expect, it } from "vitest";
import { parseLesson } from "../../scripts/notebooks/parseLesson.mjs";

const faults = (text: string) => {
  try {
    parseLesson(text, "lesson.ts");
    return [];
  } catch (error) {
    return (error as Error).message.split("\n");
  }
};

describe("parseLesson(text, file)", () => {
  it("splits a lesson into markdown, code and exercise cells, with the line on which each begins", () => {
    const text = `// About this file.

// %% [markdown]
/*
  # Title

    indented
  end
*/

// %%

const a = 1;

// %% exercise q1
function f() { return todo(); }
q1.check(f);
`;
    expect(parseLesson(text, "lesson.ts")).toEqual([
      { kind: "markdown", source: "# Title\n\n  indented\nend", line: 5 },
      { kind: "code", source: "const a = 1;", line: 13 },
      { kind: "exercise", exercise: "q1", source: "function f() { return todo(); }\nq1.check(f);", line: 16 },
    ]);
  });

  it("reads comments on one line, with a second star, and files with Windows' line ends", () => {
    expect(parseLesson("// %% [markdown]\r\n/** # One */\r\n", "lesson.ts")).toEqual([
      { kind: "markdown", source: " # One".trim(), line: 2 },
    ]);
  });

  it.each([
    ["const a = 1;\n// %%\na;", "lesson.ts:1  text before the first cell: put // %% or // %% [markdown] above it"],
    ["", "lesson.ts:1  no cell: a lesson is made of cells that begin with // %%"],
    ["// %%\n\n// %%\na;", "lesson.ts:1  this cell is empty"],
    ["// %% [md]\n/* a */", 'lesson.ts:1  unknown cell "// %% [md]": use // %%, // %% [markdown] or // %% exercise q1'],
    ["//%%\na;", 'lesson.ts:1  unknown cell "//%%": use // %%, // %% [markdown] or // %% exercise q1'],
    [
      "// %% exercise\na;",
      'lesson.ts:1  unknown cell "// %% exercise": use // %%, // %% [markdown] or // %% exercise q1',
    ],
    [
      "// %% [markdown]\n/*\ntext\n// %%\na;",
      "lesson.ts:2  this comment is not closed: */ is missing before the next cell",
    ],
    ["// %% [markdown]\n# Title", "lesson.ts:2  a markdown cell holds its text in one block comment: /* … */"],
    [
      "// %% [markdown]\n/*\na\n*/\nconst b = 1;",
      "lesson.ts:4  text after the comment of a markdown cell: begin a new cell with // %%",
    ],
    ["// %% [markdown]\n/*\n\n*/", "lesson.ts:2  this markdown cell is empty"],
  ])("names the fault in %j", (text, fault) => expect(faults(text)).toEqual([fault]));

  it("names all faults at once, in order", () => {
    expect(faults("// %%\n// %% nothing\n// %% [markdown]\ntext").map((fault) => fault.slice(0, 11))).toEqual([
      "lesson.ts:1",
      "lesson.ts:2",
      "lesson.ts:4",
    ]);
  });
});
