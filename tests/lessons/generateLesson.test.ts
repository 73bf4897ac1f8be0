import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { generateLesson } from "../../scripts/notebooks/generateLesson.mjs";

const exercises = `import { toList } from "cnn-workbook";
import { exercise, prediction } from "cnn-workbook/exercises";
import { twice } from "./twice.js";
export { twice } from "./twice.js";

const half = (x: number) => x / 2;
export const p1 = prediction({ id: "09.p1", question: "?", answer: 1, explain: "." });
export const q1 = exercise<(n: number, by?: number) => number>({
  id: "09.1",
  solution: (n, by = 1) => n + by,
});
export const q2 = exercise<(n: number) => number>({
  id: "09.2",
  solution: (n) => {
    // there and back
    return half(twice(n));
  },
});
`;

const lesson = `// %% [markdown]
/*
# Lesson {{answer}}
*/

// %%
import { p1, q1, q2 } from "cnn-workbook/lessons/09-test";
p1.guess();

// %% exercise q1
function add(n: number, by = 1): number {
  return todo();
}
console.log("trying");
q1.check(add);

// %% exercise q2
const same = (n: number): number => todo();
q2.check(same);
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cnn-workbook-"));
  mkdirSync(join(folder, "built", "09-test"), { recursive: true });
  mkdirSync(join(folder, "09-test"));
  writeFileSync(join(folder, "built", "09-test", "numbers.js"), "exports.answer = 42;");
  writeFileSync(join(folder, "09-test", "exercises.ts"), exercises);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function generate(text = lesson, solved = false) {
  writeFileSync(join(folder, "09-test", "lesson.ts"), text);
  return generateLesson({ lessons: folder, lesson: "09-test", built: join(folder, "built"), solved });
}

const cellsOf = (notebook: string) =>
  JSON.parse(notebook).cells.map((cell: { source: string[] }) => ({ ...cell, source: cell.source.join("") }));
const faults = async (text: string) => (await generate(text).catch((error) => error.message)).split("\n");

describe("the student's notebook", () => {
  it("has the lesson's cells, computed numbers and no outputs", async () => {
    const cells = cellsOf(await generate());
    expect(cells.map(({ cell_type, source }: never) => [cell_type, source])).toEqual([
      ["markdown", "# Lesson 42"],
      ["code", 'import { p1, q1, q2 } from "cnn-workbook/lessons/09-test";\np1.guess();'],
      [
        "code",
        'function add(n: number, by = 1): number {\n  return todo();\n}\nconsole.log("trying");\nq1.check(add);',
      ],
      ["code", "const same = (n: number): number => todo();\nq2.check(same);"],
    ]);
    expect(cells[2]).toMatchObject({ metadata: { tags: ["exercise", "q1"] }, outputs: [], execution_count: null });
  });

  it("names the kernel, the format and where it comes from", async () => {
    expect(JSON.parse(await generate())).toMatchObject({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {
        kernelspec: { name: "tslab", display_name: "TypeScript" },
        language_info: { name: "typescript" },
        "cnn-workbook": { generated: "from lessons/09-test/lesson.ts by npm run notebooks; do not edit" },
      },
    });
  });

  it("is the same each time", async () => expect(await generate()).toBe(await generate()));
});

describe("cell ids", () => {
  const ids = async (text: string) => cellsOf(await generate(text)).map(({ id }: { id: string }) => id);

  it("are valid and different from each other", async () => {
    const found = await ids(lesson.replace("// %% exercise q1", "// %%\nlet a;\n\n// %%\nlet a;\n\n// %% exercise q1"));
    expect(new Set(found).size).toBe(found.length);
    for (const id of found) expect(id).toMatch(/^[\w-]{1,64}$/);
    expect(found.slice(-2)).toEqual(["exercise-q1", "exercise-q2"]);
  });

  it("stay when a cell is put before them or the rest of the cell changes", async () => {
    const [title, code] = await ids(lesson);
    expect(await ids(`// %%\nlet first;\n\n${lesson}`)).toEqual([
      expect.any(String),
      title,
      code,
      "exercise-q1",
      "exercise-q2",
    ]);
    expect((await ids(lesson.replace("p1.guess();", "p1.guess(1);")))[1]).toBe(code);
    writeFileSync(join(folder, "built", "09-test", "numbers.js"), "exports.answer = 42;");
    expect((await ids(lesson))[0]).toBe(title);
  });
});

describe("the solution notebook", () => {
  it("has the solutions under the starters' names, with the imports and helpers they need", async () => {
    const cells = cellsOf(await generate(lesson, true));
    expect(cells[2].source).toBe(
      'function add(n: number, by = 1): number {\n  return n + by;\n}\nconsole.log("trying");\nq1.check(add);',
    );
    expect(cells[3].source).toBe(
      [
        'import { twice } from "cnn-workbook/lessons/09-test";',
        "const half = (x: number) => x / 2;",
        "const same = (n: number): number => {",
        "  // there and back",
        "  return half(twice(n));",
        "};",
        "q2.check(same);",
      ].join("\n"),
    );
  });

  it("has the same ids", async () => {
    const ids = (notebook: string) => cellsOf(notebook).map(({ id }: { id: string }) => id);
    expect(ids(await generate(lesson, true))).toEqual(ids(await generate()));
  });

  it("wants parameters named as the starter names them", async () => {
    expect(await faults(lesson.replace("add(n: number, by = 1)", "add(count: number, by = 1)"))).toEqual([
      "lessons/09-test/exercises.ts:10  the solution's parameters (n, by) must have the names that the starter `add` gives them: (count, by)",
    ]);
  });

  it("wants what a solution needs to be within reach", async () => {
    writeFileSync(
      join(folder, "09-test", "exercises.ts"),
      exercises.replace('export { twice } from "./twice.js";\n', ""),
    );
    expect(await faults(lesson)).toEqual([
      "lessons/09-test/exercises.ts:13  the solution of q2 needs `twice`, which exercises.ts must export so that a notebook can import it",
    ]);
  });
});

describe("faults of a lesson", () => {
  it.each([
    [lesson.replace("{{answer}}", "{{unknown}}"), "lesson.ts:3  {{unknown}}: unknown is not defined"],
    [lesson.replace("// %% exercise q2", "// %% exercise q7"), "lesson.ts:18  exercises.ts exports no exercise q7"],
    [
      lesson.replace("q1.check(add);\n", ""),
      "lesson.ts:11  in the cell of exercise q1 the line q1.check(yourFunction) is missing",
    ],
    [
      lesson.replace("q1.check(add);", "q1.check(add);\nq1.check(add);"),
      "lesson.ts:11  in the cell of exercise q1 the line q1.check(yourFunction) stands there more than once",
    ],
    [
      lesson.replace("q1.check(add)", "q1.check(sum)"),
      "lesson.ts:15  q1.check(sum): this cell declares no function of that name",
    ],
    [lesson.replace("  return todo();", "  return 1;"), "lesson.ts:15  the starter `add` of exercise q1 has no todo()"],
    [
      lesson.slice(0, lesson.indexOf("// %% exercise q2")),
      "lesson.ts:11  exercise q2 of exercises.ts has no cell: // %% exercise q2",
    ],
    [
      lesson.replace("p1.guess();\n", ""),
      "lesson.ts:18  prediction p1 of exercises.ts is never asked: p1.guess()".replace("18", "17"),
    ],
    [`${lesson}\n${lesson.slice(lesson.indexOf("// %% exercise q2"))}`, "lesson.ts:22  exercise q2 has a cell already"],
  ])("are named with file and line (%#)", async (text, fault) => {
    expect(await faults(text)).toContain(`lessons/09-test/${fault}`);
  });
});
