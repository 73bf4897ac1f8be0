import timersPromises from "node:timers/promises";
import { promisify } from "node:util";
import { currentCell } from "./cell.js";
import { calledByCell } from "./cellName.js";
import { resume } from "./stoppable.js";
import { originalTimers } from "./timers.js";

type Callback = (...values: unknown[]) => void;
type StartTimer = (callback: Callback, ...rest: unknown[]) => NodeJS.Timeout | NodeJS.Immediate;
type Wait = (...values: unknown[]) => Promise<unknown>;

/**
 * Makes the timers of a cell stop with the cell: when they fire after an interrupt they do nothing.
 * Only timers that the student's own code starts; those of libraries run on.
 */
export function guardTimers(): void {
  const { setTimeout, setInterval, setImmediate, clearInterval } = originalTimers;
  const names = { setTimeout, setInterval, setImmediate } as unknown as Record<string, StartTimer>;
  for (const [name, start] of Object.entries(names)) {
    const guarded: StartTimer = (callback, ...rest) => {
      if (typeof callback !== "function" || !calledByCell(guarded)) return start(callback, ...rest);
      const signal = currentCell()?.signal;
      const timer = start(
        (...values) => {
          if (!signal?.aborted) callback(...values);
          else if (name === "setInterval") clearInterval(timer as NodeJS.Timeout);
        },
        ...rest,
      );
      return timer;
    };
    const wait = (start as unknown as Record<symbol, Wait | undefined>)[promisify.custom];
    Object.assign(globalThis, { [name]: Object.assign(guarded, wait && { [promisify.custom]: guardWait(wait) }) });
  }
  Object.assign(timersPromises, {
    setTimeout: guardWait(timersPromises.setTimeout as Wait),
    setImmediate: guardWait(timersPromises.setImmediate as Wait),
  });
}

/** The same wait, which in a cell that was stopped ends with `Interrupted`. */
function guardWait(wait: Wait): Wait {
  const guarded: Wait = (...values) => (calledByCell(guarded) ? wait(...values).then(resume) : wait(...values));
  return guarded;
}
