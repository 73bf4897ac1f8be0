import { Gone } from "./channel.mjs";
import { examine } from "./examine.mjs";
import { limits } from "./limits.mjs";
import { startSandbox } from "./sandbox.mjs";

/**
 * Runs cells one after another in one sandbox, and checks what they hand over.
 *
 * @param {{ cells: string[], chosen: number[], results: import("./results.mjs").Results, end: number,
 *   instead?: Record<string, string> }} work `chosen` are the cells to run, `end` is when the notebook's time is over
 * @returns {Promise<number | undefined>} the cell that the sandbox did not survive
 */
export async function runCells({ cells, chosen, results, end, instead }) {
  const sandbox = startSandbox(instead);
  const before = Date.now() + limits.time.start;
  let gone;
  let at;
  try {
    for (at of chosen) {
      const deadline = Math.min(end, Math.max(before, Date.now()) + limits.time.cell);
      const error = runCell(sandbox, { number: at, source: cells[at], deadline, results });
      if (error) results.cellFailed(cells[at], describe(error));
    }
  } catch (error) {
    if (!(error instanceof Gone)) throw error;
    gone = error;
  }
  const { code } = await sandbox.end();
  if (!gone) return undefined;
  results.cellFailed(cells[at], sentence(gone, code));
  return at;
}

/** Runs a cell to its end. Time in which answers are checked is not its own. */
function runCell(student, { number, source, deadline, results }) {
  student.write({ cell: source, number }, deadline);
  for (let until = deadline; ; ) {
    const message = student.read(until);
    if (message.ran === number) return message.error;
    if (typeof message.check !== "string") throw new Gone("nonsense", "it sent what is no answer");
    const start = Date.now();
    check(student, message, results);
    until += Date.now() - start;
  }
}

function check(student, { check: id, answer }, results) {
  const exercise = results.wanted(id);
  if (exercise) {
    const { result, gone } = examine(student, exercise, answer);
    results.checked(id, result);
    if (gone) throw gone;
  }
  student.write({ done: true }, Date.now() + limits.time.call);
}

const describe = ({ name, message }) => `Its cell failed before the check. ${name}: ${message}`;

/** Codes of a process that ran out of memory: Node aborts itself, or the system kills it. */
const outOfMemory = new Set([133, 134, 137]);

function sentence({ reason, message }, code) {
  if (reason === "time") return "Its cell did not finish in time.";
  if (reason === "ended" && outOfMemory.has(code)) return "Its cell was ended: it used too much memory.";
  return `Its cell was ended: ${message}.`;
}
