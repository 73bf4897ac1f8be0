import { currentCell } from "./cell.js";
import { originalTimers } from "./timers.js";

const longestRunMs = 50;
let lastPause = performance.now();

/** Shared with the watchdog: not 0 from an interrupt until this thread has handled it. */
export const interruptFlag = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));

/**
 * Comes before an `await` in a cell: passes the value on, and now and then lets Node handle other events first,
 * so that an interrupt also reaches a loop that never waits for anything real.
 */
export function pause(work: unknown): unknown {
  const now = performance.now();
  if (now - lastPause < longestRunMs) return work;
  lastPause = now;
  const value = Promise.resolve(work);
  value.catch(() => {});
  return new Promise((resolve) => originalTimers.setImmediate(() => resolve(value)));
}

/**
 * Comes after an `await` in a cell: passes the value on.
 *
 * @throws {Interrupted} the student stopped the cell meanwhile
 */
export function resume<T>(value: T): T {
  currentCell()?.signal.throwIfAborted();
  return value;
}

/**
 * Comes first in each turn of a loop that may never end, when Node can handle no event.
 *
 * @throws {Interrupted} the student stopped the cell meanwhile
 */
export function turn(): void {
  if (interruptFlag[0] === 0) return;
  currentCell()?.stop();
  resume(undefined);
}
