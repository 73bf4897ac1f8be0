import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Exercise, Prediction, run } from "cnn-workbook/exercises";
import { describe, expect, it } from "vitest";
import type { ExerciseCases, LessonCases } from "./lessonCases.js";
import { lessonNames, openLesson } from "./lessonSource.js";
import { mutantsOf } from "./mutants.js";

for (const lesson of lessonNames()) {
  const opened = await openLesson(lesson);
  const cases = await casesOf(lesson);
  const number = lesson.slice(0, 2);

  describe(lesson, () => {
    for (const [name, value] of Object.entries(opened.exported)) {
      if (value instanceof Exercise) describe(`${name}: ${value.title}`, () => contract(name, value));
      if (value instanceof Prediction) {
        it(`${name} is named after its id`, () => expect(value.id).toBe(`${number}.${name}`));
      }
    }
  });

  function contract(name: string, exercise: Exercise) {
    const { variants, equivalent = [] }: ExerciseCases = cases[name] ?? { variants: [] };
    const { solution } = exercise.definition;

    it("is named after its id", () => expect(`q${exercise.id.replace(`${number}.`, "")}`).toBe(name));
    it("has a hint", () => expect(exercise.hints.length).toBeGreaterThan(0));
    it("calls its starter not written yet", () => {
      const starter = opened.starter(name);
      expect(starter, `lesson.ts has no starter for ${name}`).toBeDefined();
      expect(run(exercise, starter!)).toMatchObject({ status: "unwritten" });
    });
    it("passes its solution", () => expect(run(exercise, solution)).toMatchObject({ status: "passed" }));
    for (const mistake of exercise.mistakes) {
      it(`rejects “${mistake.name}” in its own words`, () => {
        const result = run(exercise, mistake.answer);
        expect(result).toMatchObject({ status: "wrong", mistake: mistake.name });
        if (typeof mistake.says === "string") expect(result.message).toBe(mistake.says);
      });
    }
    it("has three variants that pass", () => {
      expect(variants.length, `add them to tests/lessons/${lesson}.cases.ts`).toBeGreaterThanOrEqual(3);
      for (const variant of variants)
        expect(run(exercise, variant), String(variant)).toMatchObject({ status: "passed" });
    });
    it("rejects every mutant of its solution", () => {
      const { survivors, unknown } = tryMutants(name, exercise, equivalent);
      expect(survivors, explainSurvivors(lesson)).toEqual([]);
      expect(unknown, "listed as equivalent, but rejected or no mutant").toEqual([]);
    });
  }

  function tryMutants(name: string, exercise: Exercise, equivalent: NonNullable<ExerciseCases["equivalent"]>) {
    const known = new Set(equivalent.map(({ mutant }) => mutant));
    const survivors: string[] = [];
    const solution = opened.solutions.get(name)!;
    const withSolution = opened.withSolution(name);
    const passes = (text: string) => run(exercise, withSolution(text).definition.solution).status === "passed";
    expect(passes(solution.getText()), "the solution, compiled by itself").toBe(true);
    for (const mutant of mutantsOf(solution)) {
      if (!passes(mutant.text)) continue;
      if (!known.delete(withoutLine(mutant.name))) survivors.push(mutant.name);
    }
    return { survivors, unknown: [...known] };
  }
}

async function casesOf(lesson: string): Promise<LessonCases> {
  const file = fileURLToPath(new URL(`./${lesson}.cases.ts`, import.meta.url));
  return existsSync(file) ? (await import(file)).cases : {};
}

function withoutLine(name: string): string {
  return name.slice(name.indexOf(": ") + 2);
}

function explainSurvivors(lesson: string): string {
  return `these wrong solutions pass the check: add a case that tells them apart, or list them as equivalent, with the reason, in tests/lessons/${lesson}.cases.ts`;
}
