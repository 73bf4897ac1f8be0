import { currentCell, stopAll } from "./cell.js";
import { interruptFlag } from "./stoppable.js";

/** Stops everything that cells have started; a request to interrupt and the signal SIGINT both come here. */
export function interrupt(): void {
  stopAll();
  Atomics.store(interruptFlag, 0, 0);
}

/**
 * Lets libraries notice an interrupt without knowing this kernel: `globalThis[Symbol.for("cnn-workbook.signal")]?.()`
 * is the AbortSignal of the cell that the calling code belongs to, and undefined under other kernels.
 */
export function offerSignal(): void {
  Object.assign(globalThis, { [Symbol.for("cnn-workbook.signal")]: () => currentCell()?.signal });
}
