import { currentCell } from "./cell.js";

/**
 * Lets libraries notice an interrupt without knowing this kernel: `globalThis[Symbol.for("cnn-workbook.signal")]?.()`
 * is the AbortSignal of the cell that the calling code belongs to, and undefined under other kernels.
 */
export function offerSignal(): void {
  Object.assign(globalThis, { [Symbol.for("cnn-workbook.signal")]: () => currentCell()?.signal });
}
