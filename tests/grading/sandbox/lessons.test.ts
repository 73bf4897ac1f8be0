import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Exercise } from "cnn-workbook/exercises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "../../../scripts/paths.mjs";
import { type Graded, gradeCells, runProgram, shippedCells, writeNotebook } from "./grading.js";

const lessons = readdirSync(inRoot("notebooks"))
  .filter((name) => /^\d\d-.*\.ipynb$/.test(name))
  .map((name) => name.slice(0, -".ipynb".length));

/** Milliseconds that grading all lessons may take on a machine that is busy with other things. */
const longer = 1_200_000;

async function exercisesOf(lesson: string): Promise<Exercise[]> {
  const exported = await import(inRoot("lessons", lesson, "exercises.ts"));
  const exercises = Object.values(exported).filter((value) => value instanceof Exercise);
  return exercises.sort((a, b) => Number(a.id.split(".")[1]) - Number(b.id.split(".")[1]));
}

/** A notebook in which the starters are checked, then every planted mistake of every exercise. */
async function gradeMistakes(lesson: string): Promise<Graded> {
  const shipped = shippedCells(lesson);
  const starters = shipped.map((source) => (/\bq\d+\.check/.test(source) ? `${source}\n// changed` : source));
  const mistakes = (await exercisesOf(lesson)).map(({ id }) => {
    const [name, alias] = [`q${id.split(".")[1]}`, `exercise${id.replace(".", "_")}`];
    return `import { ${name} as ${alias} } from "cnn-workbook/lessons/${lesson}";
for (const { answer } of ${alias}.mistakes) ${alias}.check(answer as any);`;
  });
  return gradeCells({ lesson, cells: [...starters, ...mistakes], shipped, whole: true });
}

describe("every lesson", () => {
  const graded = new Map<string, Graded>();
  beforeAll(async () => {
    const waiting = [...lessons];
    const work = async () => {
      for (let lesson = waiting.shift(); lesson; lesson = waiting.shift())
        graded.set(lesson, await gradeMistakes(lesson));
    };
    await Promise.all([work(), work()]);
  }, longer);

  it.each(lessons)("%s: a starter is not written yet, and a planted mistake is that mistake", async (lesson) => {
    const exercises = await exercisesOf(lesson);
    const expected = [
      ...exercises.map(({ id }) => ({ id, status: "unwritten" })),
      ...exercises.flatMap(({ id, mistakes }) => mistakes.map(({ name }) => ({ id, status: "wrong", mistake: name }))),
    ];
    const { checks, runs } = graded.get(lesson)!;
    expect(runs).toBe(1);
    expect(checks.map(({ id, status, mistake }) => ({ id, status, ...(mistake && { mistake }) }))).toEqual(expected);
  });
});

describe("npm run grade -- FOLDER", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-"));
  const handedIn = path.join(folder, "class");
  let printed: { stdout: string; stderr: string; code: number };
  let report: { lessons: { exercises: { id: string }[] }[]; students: Row[] };
  interface Row {
    name: string;
    passed: number;
    results: Record<string, { status: string }>;
  }

  beforeAll(async () => {
    const notebooks = inRoot("scripts", "notebooks.mjs");
    execFileSync(process.execPath, [notebooks, "--no-build", "--solutions", path.join(handedIn, "solved")]);
    for (const lesson of lessons)
      writeNotebook(path.join(handedIn, "untouched", `${lesson}.ipynb`), shippedCells(lesson));
    printed = (await runProgram([inRoot("scripts", "grade.mjs"), handedIn])) as typeof printed;
    report = JSON.parse(readFileSync(`${handedIn}-results/grades.json`, "utf8"));
  }, longer);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const row = (name: string) => report.students.find((student) => student.name === name)!;

  it("has every exercise of every lesson", () => {
    expect(printed).toMatchObject({ code: 0, stderr: "" });
    expect(report.lessons.flatMap(({ exercises }) => exercises).length).toBeGreaterThan(80);
    expect(report.lessons).toHaveLength(lessons.length);
  });

  it("marks every solution full", () => {
    const { results, passed } = row("solved");
    expect(Object.entries(results).filter(([, { status }]) => status !== "passed")).toEqual([]);
    expect(passed).toBe(Object.keys(results).length);
  });

  it("marks every untouched notebook zero", () => {
    const { results, passed } = row("untouched");
    expect(passed).toBe(0);
    expect(Object.entries(results).filter(([, { status }]) => status !== "unwritten")).toEqual([]);
  });

  it("writes a table and a page", () => {
    const lines = readFileSync(`${handedIn}-results/grades.csv`, "utf8").trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^solved,1,passed,/);
    expect(readFileSync(`${handedIn}-results/grades.html`, "utf8")).toContain("✓</span> passed");
  });
});
