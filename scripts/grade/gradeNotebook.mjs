import { chooseCells } from "./chooseCells.mjs";
import { exercisesOf } from "./course.mjs";
import { limits } from "./limits.mjs";
import { Results } from "./results.mjs";
import { runCells } from "./runCells.mjs";

/**
 * Runs a notebook in a sandbox and checks its answers from outside. When a cell ends the sandbox, or has to be ended, what is
 * left gets a fresh one, without that cell.
 *
 * @param {string} lesson whose exercises count: "01-convolution-1d"
 * @param {string[]} cells the code of every code cell
 * @param {string[]} shipped the course's own cells
 * @param {{ instead?: Record<string, string>, seen?: (id: string, result: object) => void }} [options] files in the place of
 * the course's own; told of every check
 * @returns {Promise<{ results: Record<string, object>, runs: number }>} how each exercise ended, by its id; sandboxes started
 */
export async function gradeNotebook(lesson, cells, shipped, { instead, seen } = {}) {
  const results = new Results(exercisesOf(lesson), seen);
  const own = new Set(shipped);
  const without = new Set();
  const end = Date.now() + limits.time.notebook;
  let runs = 0;
  for (let failed; ; without.add(failed)) {
    const chosen = chooseCells(cells, own, without);
    if (chosen.length === 0) break;
    if (Date.now() > end) {
      for (const at of chosen) results.cellFailed(cells[at], "The notebook's time was over before its cell ran.");
      break;
    }
    runs++;
    failed = await runCells({ cells, chosen, results, end, instead });
    if (failed === undefined) break;
  }
  return { results: results.all(cells, own), runs };
}
