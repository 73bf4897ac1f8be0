import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toNotebook } from "../../scripts/notebooks/toNotebook.mjs";
import { type NotebookRun, runNotebook, shownText, studentFolder } from "./runNotebook.js";

const imports = `import { p1, q2 } from "cnn-workbook/lessons/01-convolution-1d";
import { showProgress, todo } from "cnn-workbook/exercises";`;

/** What a student may write, and what the kernel must show for it. */
const answers: [name: string, code: string, shown: RegExp][] = [
  [
    "is not written",
    "function slide(a: number[], b: number[]): number[] { return todo(); }",
    /^○ Not written yet: 01\.2/,
  ],
  [
    "loops for ever",
    "function slide(a: number[], b: number[]): number[] { for (;;) { try { for (;;); } catch {} } }",
    /did not finish: it was still running after 1 second/,
  ],
  [
    "collects for ever",
    "function slide(a: number[], b: number[]) { const out: number[] = []; while (true) out.push(1); return out; }",
    /did not finish/,
  ],
  [
    "throws",
    "function slide(a: number[], b: number[]): number[] { return (a as any)[99].map(Number); }",
    /stopped with an error\. TypeError/,
  ],
  ["gives NaN", "function slide(a: number[], b: number[]) { return [NaN, 7, 6]; }", /got NaN\. A sum becomes NaN/],
  [
    "gives the wrong shape",
    "function slide(a: number[], b: number[]) { return [1, 2]; }",
    /Expected 3 entries, got 2 entries/,
  ],
  ["returns nothing", "const slide: any = (a: number[], b: number[]) => { a.length; };", /Is a `return` missing\?/],
  ["is async", "const slide: any = async (a: number[], b: number[]) => [6, 7, 6];", /take away `async` and `await`/],
  [
    "changes its input",
    "const slide = (a: number[], b: number[]) => { const out = [0, 1, 2].slice(0, a.length - b.length + 1).map((n) => b.reduce((s, w, k) => s + w * a[n + k], 0)); a.fill(0); return out; };",
    /changed its input `a`/,
  ],
  ["is no function", "const slide: any = [6, 7, 6];", /The check needs your function itself/],
];

const student = studentFolder();
let run: NotebookRun;

beforeAll(async () => {
  const cells = [
    imports,
    ...answers.map(([, code]) => `${code}\nq2.check(slide);`),
    "q2.hint();",
    "q2.solution();",
    "p1.guess();",
    "p1.guess(2);",
    "showProgress();",
    'console.log("the kernel lives");',
  ];
  const file = join(student.path, "answers.ipynb");
  writeFileSync(
    file,
    toNotebook(
      cells.map((source) => ({ kind: "code", source, line: 1 })),
      "answers",
    ),
  );
  run = await runNotebook(file, student.path);
});
afterAll(() => student.remove());

const outputsOf = (start: string) => run.cells.find(({ source }) => source.startsWith(start))!.outputs;

describe("in the kernel, an answer that", () => {
  it.each(answers)("%s gets a clear message", (_, code, shown) => {
    expect(run.error).toBeNull();
    expect(shownText(outputsOf(code))).toMatch(shown);
  });
});

describe("in the kernel", () => {
  it("a check is one output, as HTML and as text", () => {
    const outputs = outputsOf(answers[1][1]);
    expect(outputs).toHaveLength(1);
    expect(Object.keys(outputs[0].data!).sort()).toEqual(["text/html", "text/plain"]);
  });

  it("hints, solutions in TypeScript, predictions and progress are shown", () => {
    expect(shownText(outputsOf("q2.hint"))).toContain("○ Hint 1 of");
    expect(shownText(outputsOf("q2.solution"))).toContain("const output: number[] = [];");
    expect(shownText(outputsOf("p1.guess();"))).toContain("○ Predict: 01.p1");
    expect(shownText(outputsOf("p1.guess(2)"))).toContain("Your guess: 2");
    expect(shownText(outputsOf("showProgress"))).toMatch(/01 .*○ … ○ ○ ○ +0 of 5/);
  });

  it("work goes on after all this", () => {
    expect(shownText(run.cells.at(-1)!.outputs)).toContain("the kernel lives");
  });
});
