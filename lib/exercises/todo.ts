/** What a function that is still to be written throws. */
export class NotWrittenYet extends Error {
  override name = "NotWrittenYet";
  constructor() {
    super("this is still to be written: replace todo() by your own code");
  }
}

/**
 * Marks code that you will write. Replace it by your own.
 *
 * @throws {NotWrittenYet} always
 * @example function double(n: number): number { return todo(); }
 */
export function todo(): never {
  throw new NotWrittenYet();
}

/** Whether `error` comes from `todo()`, of this or another copy of the package. */
export function isNotWrittenYet(error: unknown): boolean {
  return error instanceof Error && error.name === "NotWrittenYet";
}
