import { namesOf } from "./names.mjs";

/**
 * Which cells of a notebook have to run: those of the student's that may check an answer, all others of the student's before
 * them, and of the course's own cells those that give names to these. What only shows or trains something is left out.
 *
 * @param {string[]} cells the code of every code cell
 * @param {ReadonlySet<string>} shipped the course's own cells, word for word
 * @param {ReadonlySet<number>} [without] cells that must not run again
 * @returns {number[]} in order
 */
export function chooseCells(cells, shipped, without = new Set()) {
  const chosen = [];
  const needed = new Set();
  for (let i = cells.length - 1; i >= 0; i--) {
    if (without.has(i)) continue;
    const own = !shipped.has(cells[i]);
    if (chosen.length === 0 && !(own && mayCheck(cells[i]))) continue;
    const { given, used } = namesOf(cells[i]);
    if (!own && ![...given].some((name) => needed.has(name))) continue;
    chosen.unshift(i);
    for (const name of used) needed.add(name);
  }
  return chosen;
}

const mayCheck = (source) => source.includes("check");
