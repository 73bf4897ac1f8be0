import { liveRows } from "./liveRows.mjs";

const UNFORESEEN = {
  works: "what the other steps prepared",
  fix: "run the same command again; if it fails again, report it with the log",
};

/** A step that failed in a way the student can do something about. */
export class StepError extends Error {
  /**
   * @param {string} what what failed, and why
   * @param {{ works?: string, fix?: string, cause?: unknown }} rest what still works, and what to do
   */
  constructor(what, { works, fix, cause }) {
    super(what, { cause });
    this.works = works;
    this.fix = fix;
  }
}

/**
 * Runs steps, at the same time if wanted, and shows each with its name and time: one line a step, live on a terminal.
 *
 * @param {{ log: { write(text: string): void, shown: string }, stream?: NodeJS.WriteStream }} options
 */
export function openSteps({ log, stream = process.stdout }) {
  const rows = liveRows(stream);
  return {
    /** A line that belongs to no step. */
    say: rows.say,
    /** Stops the animation: what is still running is shown when it is done. */
    calm: rows.calm,
    /**
     * @param {string} name
     * @param {(report: (detail: string) => void) => Promise<string | void>} work resolves to a word on the outcome
     * @returns {Promise<{ ok: true } | { ok: false, error: Error }>} never rejects
     */
    async run(name, work) {
      const row = rows.open(name);
      try {
        row.done(await work(row.report));
        return { ok: true };
      } catch (error) {
        log.write(`\n${name}: ${error.stack}\n${error.cause?.output ?? error.cause?.stack ?? ""}\n`);
        row.failed(explain(error, log));
        return { ok: false, error };
      }
    },
  };
}

function explain(error, log) {
  const { works, fix } = error instanceof StepError ? error : UNFORESEEN;
  const lines = [works && `Still works: ${works}.`, fix && `What to do: ${fix}.`, `Log: ${log.shown}`];
  return [error.message, ...lines.filter(Boolean)];
}
