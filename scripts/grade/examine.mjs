import { randomInt } from "node:crypto";
import { Gone } from "./channel.mjs";
import { run } from "./course.mjs";
import { decode, NoValue } from "./inside/codec.mjs";
import { limits } from "./limits.mjs";
import { standInFor } from "./standIn.mjs";

/**
 * Checks an answer that lives in the student's process. What is right is known here only. An answer that passes has to pass
 * once more on inputs that nobody knew, so that a table of known answers is no use.
 *
 * @param {ReturnType<typeof import("./channel.mjs").openChannel>} student
 * @param {import("../../lib/dist/lib/exercises/index.js").Exercise} exercise
 * @param {unknown} told what the process says of the answer
 * @returns {{ result: object, gone?: Gone }} `gone` where the process must not be used any longer
 */
export function examine(student, exercise, told) {
  if (told?.$ !== "function") return { result: run(exercise, readOther(told)) };
  let outcome;
  for (const seed of [0, randomInt(1, 2 ** 31)]) {
    outcome = examineOnce(student, exercise, told, seed);
    if (outcome.result.status !== "passed") return outcome;
  }
  return outcome;
}

function examineOnce(student, exercise, told, seed) {
  const { answer, state } = standInFor(student, told);
  const result = run(exercise, answer, { limit: limits.time.check, seed });
  if (state.gone) return { result: { status: "error", message: goneMessage(answer, state.gone) }, gone: state.gone };
  if (state.unfinished) return { result: { status: "error", message: unfinishedMessage(answer) } };
  const cutOff = state.asking && new Gone("time", "it took too long");
  return { result, gone: cutOff || undefined };
}

/** An answer that is no function; the check says so. */
function readOther(told) {
  try {
    return decode(told);
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}

const goneMessage = ({ name }, { reason, message }) =>
  reason === "time" ? unfinishedMessage({ name }) : `${name || "The function"} could not be checked: ${message}.`;

const unfinishedMessage = ({ name }) =>
  `${name || "The function"} did not finish: it was still running after ${limits.time.call / 1000} seconds. Is there a loop that never ends?`;
