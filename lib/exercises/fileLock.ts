import { closeSync, openSync, rmSync, statSync } from "node:fs";

const STALE = 5_000;
const PATIENCE = 2_000;
const PAUSE = 20;

/**
 * Runs `work` while no other process does so for the same file. A lock left behind by a process that died is taken over
 * after 5 s; a lock that is held too long is passed by, since waiting for ever would be worse.
 *
 * @param file - the file that the lock protects; the lock lies beside it
 * @param work - what to do
 * @throws what `work` throws, or the file system's error where the folder cannot be written
 */
export function withLock<T>(file: string, work: () => T): T {
  const lock = `${file}.lock`;
  const mine = acquire(lock);
  try {
    return work();
  } finally {
    if (mine) rmSync(lock, { force: true });
  }
}

function acquire(lock: string): boolean {
  for (const start = Date.now(); Date.now() - start < PATIENCE; pause()) {
    try {
      closeSync(openSync(lock, "wx"));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      if (age > STALE) rmSync(lock, { force: true });
    }
  }
  return false;
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}
