/** Under this name the workbook's kernel offers the signal of the running cell. */
const OFFER = Symbol.for("cnn-workbook.signal");

/** A signal that is aborted when the student stops the cell; undefined outside the workbook's kernel. */
export function interruptSignal(): AbortSignal | undefined {
  const offer = (globalThis as { [OFFER]?: () => AbortSignal | undefined })[OFFER];
  return typeof offer === "function" ? offer() : undefined;
}
