import { execFileSync, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NotebookRun, runNotebook, shownText, studentFolder } from "./runNotebook.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const script = join(root, "scripts", "notebooks.mjs");
const names = readdirSync(join(root, "notebooks")).filter((name) => name.endsWith(".ipynb"));
const solutions = studentFolder();

beforeAll(() => {
  execFileSync(process.execPath, [script, "--no-build", "--solutions", solutions.path]);
});
afterAll(() => solutions.remove());

const exerciseCells = ({ cells }: NotebookRun) => cells.filter(({ tags }) => tags.includes("exercise"));

it("notebooks are those that the lessons give", () => {
  const { status, stderr } = spawnSync(process.execPath, [script, "--no-build", "--check"], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
});

describe.each(names)("%s", (name) => {
  const student = studentFolder();
  afterAll(() => student.remove());

  it("has a number for every expression", () => {
    expect(readFileSync(join(root, "notebooks", name), "utf8")).not.toMatch(/\{\{|\}\}|undefined|NaN/);
  });

  it("reaches its end as a student opens it, with every exercise unwritten", async () => {
    const run = await runNotebook(join(root, "notebooks", name), student.path);
    expect(run.error).toBeNull();
    expect(exerciseCells(run).length).toBeGreaterThan(0);
    for (const { source, outputs } of exerciseCells(run))
      expect(shownText(outputs), source).toContain("○ Not written yet");
  });

  it("reaches its end solved, with every exercise passed and stored", async () => {
    const run = await runNotebook(join(solutions.path, name), student.path);
    expect(run.error).toBeNull();
    for (const { source, outputs } of exerciseCells(run)) expect(shownText(outputs), source).toContain("✓ Passed");
    const { exercises } = JSON.parse(readFileSync(student.progress, "utf8"));
    expect(Object.values(exercises).filter((known) => !(known as { passed?: string }).passed)).toEqual([]);
    expect(Object.keys(exercises).length).toBe(exerciseCells(run).length);
  });
});
