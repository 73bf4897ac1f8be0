import { libraryHash } from "./libraryHash.mjs";
import { runLesson } from "./runLesson.mjs";

/** Notebooks that run at the same time. Kernels wait much of the time, and trainings take every core. */
const AT_ONCE = 2;

/**
 * Runs every lesson, one step each. After a failure no other is begun.
 *
 * @returns {Promise<Map<string, { student: object, solved: object }> | undefined>} undefined when a cell failed
 */
export async function runLessons(lessons, { log, steps }) {
  const library = libraryHash();
  const runs = new Map();
  const waiting = [...lessons];
  let failed = false;
  const work = async () => {
    for (let lesson = waiting.shift(); lesson && !failed; lesson = waiting.shift()) {
      const { name } = lesson;
      const { ok } = await steps.run(name, async (report) => {
        const { outcome, ...run } = await runLesson(lesson, { library, log, report });
        runs.set(name, run);
        return outcome;
      });
      failed ||= !ok;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed ? undefined : runs;
}
