import { exercisesOf } from "./course.mjs";

/** @typedef {{ status: string, message: string, mistake?: string, evidence?: Record<string, string> }} Result */

const missing = { status: "missing", message: "Not handed in: no notebook of this lesson." };

/**
 * All that the pages and tables show, as plain data.
 *
 * @param {{ student: string, lesson: string, results: Record<string, Result> }[]} graded
 * @param {string[]} students those who handed in nothing too
 * @returns lessons with their exercises and what the class did in each; students with their results and sums
 */
export function makeReport(graded, students) {
  const names = [...new Set(graded.map(({ lesson }) => lesson))].sort();
  const rows = students.map((name) => rowOf(name, graded, names));
  const lessons = names.map((name) => ({
    name,
    exercises: exercisesOf(name).map(({ id, title }) => ({ id, title, ...summary(id, rows) })),
  }));
  return { lessons, students: rows };
}

function rowOf(name, graded, lessons) {
  const results = {};
  for (const lesson of lessons) {
    const notebook = graded.find((one) => one.student === name && one.lesson === lesson);
    for (const { id } of exercisesOf(lesson)) results[id] = notebook?.results[id] ?? missing;
  }
  return { name, results, passed: Object.values(results).filter(({ status }) => status === "passed").length };
}

/** How often an exercise ended in which way, and the planted mistakes that were made, the commonest first. */
function summary(id, rows) {
  const counts = { passed: 0, wrong: 0, error: 0, unwritten: 0, missing: 0 };
  const mistakes = new Map();
  for (const { results } of rows) {
    const { status, mistake, message } = results[id];
    counts[status]++;
    if (!mistake) continue;
    if (!mistakes.has(mistake)) mistakes.set(mistake, { name: mistake, says: message, count: 0 });
    mistakes.get(mistake).count++;
  }
  return { counts, mistakes: [...mistakes.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)) };
}
