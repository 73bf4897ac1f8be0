/** What is wrong with a lesson, with the file and line of each fault, for the person who writes it. */
export class LessonError extends Error {
  name = "LessonError";

  /** @param {{ file: string, line: number, message: string }[]} faults */
  constructor(faults) {
    super(faults.map(({ file, line, message }) => `${file}:${line}  ${message}`).join("\n"));
    this.faults = faults;
  }
}

/** Collects the faults of one file, so that all of them are told at once. */
export class Faults {
  #found = [];

  /** @param {string} file - as the messages name it */
  constructor(file) {
    this.file = file;
  }

  add(line, message) {
    this.#found.push({ file: this.file, line, message });
  }

  /** @throws {LessonError} if there are any */
  throwIfAny() {
    if (this.#found.length > 0) throw new LessonError(this.#found.sort((a, b) => a.line - b.line));
  }
}
