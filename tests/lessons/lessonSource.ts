import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AnyFunction, Exercise, Prediction } from "cnn-workbook/exercises";
import ts from "typescript";
import { Faults } from "../../scripts/notebooks/lessonError.mjs";
import { parseLesson } from "../../scripts/notebooks/parseLesson.mjs";
import { readExercises } from "../../scripts/notebooks/readExercises.mjs";
import { findStarter } from "../../scripts/notebooks/solveCell.mjs";
import { trySolutions } from "./trySolutions.js";

const folder = fileURLToPath(new URL("../../lessons", import.meta.url));

/** What a lesson's exercises.ts exports. */
export type LessonExports = Record<string, Exercise | Prediction | unknown>;

/** The folders of all lessons that have exercises. */
export function lessonNames(): string[] {
  const names = readdirSync(folder).filter((name) => /^\d\d-/.test(name));
  return names.filter((name) => existsSync(`${folder}/${name}/exercises.ts`)).sort();
}

/** A lesson as its author wrote it: the text of its files, and its modules. */
export async function openLesson(lesson: string) {
  const text = readFileSync(`${folder}/${lesson}/exercises.ts`, "utf8");
  const exported: LessonExports = await import(`${folder}/${lesson}/exercises.ts`);
  const modules = await importAll(text, lesson);
  const solutions = readExercises(text, lesson).solutions as Map<string, ts.Node>;
  return {
    exported,
    /** The syntax trees of the solutions, by the exercise's name. */
    solutions,
    /** The exercise of that name as it would be with another text of its solution. */
    withSolution(name: string) {
      const put = trySolutions(text, solutions.get(name)!, modules);
      return (changed: string) => put(changed, name) as Exercise;
    },
    starter: (name: string) => starterOf(lesson, name, modules),
  };
}

/** What was imported, by the name that it was imported by. */
export type Modules = Record<string, unknown>;

async function importAll(text: string, lesson: string): Promise<Modules> {
  const names = ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName);
  const entries = names.map(async (name) => [name, await importOne(name, lesson)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

function importOne(name: string, lesson: string): Promise<unknown> {
  if (name.startsWith("./")) return import(`${folder}/${lesson}/${name.slice(2).replace(/\.js$/, ".ts")}`);
  const path = name
    .replace(/^cnn-workbook$/, "cnn-workbook/index")
    .replace(/^cnn-workbook\/(?!index)(.*)$/, "$1/index");
  return import(fileURLToPath(new URL(`../../lib/${path.replace(/^cnn-workbook\//, "")}.ts`, import.meta.url)));
}

function evaluate(text: string, modules: Modules, known: Modules = {}): LessonExports {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const code = ts.transpileModule(text, { compilerOptions: options }).outputText;
  const exports: LessonExports = {};
  const call = new Function("exports", "require", ...Object.keys(known), code);
  call(exports, (name: string) => modules[name], ...Object.values(known));
  return exports;
}

/** The function that the student finds in the exercise's cell; it may call what the library exports. */
function starterOf(lesson: string, exercise: string, modules: Modules): AnyFunction | undefined {
  const file = `${folder}/${lesson}/lesson.ts`;
  if (!existsSync(file)) return undefined;
  const cells = parseLesson(readFileSync(file, "utf8"), `lessons/${lesson}/lesson.ts`);
  const cell = cells.find((entry) => entry.exercise === exercise);
  const found = cell && findStarter(cell, new Faults(file));
  if (!found) return undefined;
  const head = `import { todo } from "cnn-workbook/exercises";\n`;
  const text = `${head}${cell.source.replace(new RegExp(`\\b${exercise}\\.check\\(`), "exports.answer = (")}`;
  return evaluate(text, modules, modules["cnn-workbook"] as Modules).answer as AnyFunction;
}
