import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { addWords } from "../pages/addWords.mjs";
import { readWords } from "../pages/words.mjs";
import { fillExpressions } from "./fillExpressions.mjs";
import { Faults } from "./lessonError.mjs";
import { declaredNames, lintCells, parseCode } from "./lintCells.mjs";
import { parseLesson } from "./parseLesson.mjs";
import { readExercises } from "./readExercises.mjs";
import { findStarter, solveCell } from "./solveCell.mjs";
import { toNotebook } from "./toNotebook.mjs";

const load = createRequire(import.meta.url);

/**
 * The notebook of a lesson, for students or with all exercises solved.
 *
 * @param {object} from
 * @param {string} from.lessons - the folder of all lessons
 * @param {string} from.lesson - the lesson's folder in it: "01-convolution-1d"
 * @param {string} from.built - where the compiled lessons are
 * @param {boolean} [from.solved] - whether starters are replaced by solutions
 * @returns {Promise<string>} the notebook file's text
 * @throws {import("./lessonError.mjs").LessonError} naming file and line of all that is wrong
 */
export async function generateLesson({ lessons, lesson, built, solved = false }) {
  const file = join(lessons, lesson, "lesson.ts");
  const faults = {
    lesson: new Faults(`lessons/${lesson}/lesson.ts`),
    exercises: new Faults(`lessons/${lesson}/exercises.ts`),
  };
  const cells = parseLesson(readFileSync(file, "utf8"), faults.lesson.file);
  const exercises = readExercises(readIfThere(join(lessons, lesson, "exercises.ts")), lesson);
  lintCells(cells, faults.lesson);
  lintExercises(cells, exercises, faults.lesson);
  faults.lesson.throwIfAny();
  const solvedCells = solveAll(cells, exercises, faults);
  const written = await fillAll(solved ? solvedCells : cells, scopeOf(join(built, lesson)), faults.lesson);
  faults.lesson.throwIfAny();
  faults.exercises.throwIfAny();
  return toNotebook(addWords(written, readWords(lessons, lesson)), lesson);
}

function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** Each exercise has one cell and each prediction is asked. */
function lintExercises(cells, { solutions, predictions }, faults) {
  const met = new Set();
  for (const cell of cells.filter(({ kind }) => kind === "exercise")) {
    if (!solutions.has(cell.exercise)) faults.add(cell.line, `exercises.ts exports no exercise ${cell.exercise}`);
    if (met.has(cell.exercise)) faults.add(cell.line, `exercise ${cell.exercise} has a cell already`);
    met.add(cell.exercise);
    findStarter(cell, faults);
  }
  const end = cells.at(-1).line;
  for (const name of solutions.keys()) {
    if (!met.has(name)) faults.add(end, `exercise ${name} of exercises.ts has no cell: // %% exercise ${name}`);
  }
  const code = cells
    .filter(({ kind }) => kind === "code")
    .map(({ source }) => source)
    .join("\n");
  for (const name of predictions) {
    if (!code.includes(`${name}.guess(`))
      faults.add(end, `prediction ${name} of exercises.ts is never asked: ${name}.guess()`);
  }
}

function solveAll(cells, exercises, faults) {
  const known = new Set();
  return cells.map((cell) => {
    const source = cell.kind === "exercise" ? solveCell(cell, exercises, known, faults) : cell.source;
    if (cell.kind !== "markdown")
      for (const name of parseCode(source).statements.flatMap(declaredNames)) known.add(name);
    return { ...cell, source, key: cell.source };
  });
}

async function fillAll(cells, scope, faults) {
  const filled = [];
  for (const cell of cells) {
    const fault = (line, message) => faults.add(cell.line + line, message);
    const source = cell.kind === "markdown" ? await fillExpressions(cell.source, scope, fault) : cell.source;
    filled.push({ ...cell, source, key: cell.key ?? cell.source });
  }
  return filled;
}

/** What expressions may use: all that `cnn-workbook` exports, and the lesson's own numbers.ts. */
function scopeOf(folder) {
  const numbers = join(folder, "numbers.js");
  return { ...load("cnn-workbook"), ...(existsSync(numbers) ? load(numbers) : {}) };
}
