import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { limits } from "./limits.mjs";

/** A notebook that cannot be graded; the message is for the table. */
export class Unreadable extends Error {}

/**
 * The code of a notebook's cells.
 *
 * @param {string} file a link is not followed
 * @returns {string[]}
 * @throws {Unreadable} it is no notebook, or too large
 */
export function readNotebook(file) {
  const notebook = parse(readBounded(file));
  if (!Array.isArray(notebook?.cells)) throw new Unreadable("The file is not a notebook: it has no cells.");
  const cells = notebook.cells.filter((cell) => cell?.cell_type === "code").map(sourceOf);
  if (cells.length > limits.notebook.cells) throw new Unreadable(`The notebook has ${cells.length} code cells.`);
  if (cells.some(({ length }) => length > limits.notebook.characters))
    throw new Unreadable(`A cell of the notebook is longer than ${limits.notebook.characters} characters.`);
  return cells;
}

function readBounded(file) {
  const descriptor = openSync(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) throw new Unreadable("It is not a file.");
    if (stat.size > limits.notebook.bytes)
      throw new Unreadable(
        `The notebook has ${Math.round(stat.size / 1e6)} MB; ${limits.notebook.bytes / 1e6} are allowed.`,
      );
    return readFileSync(descriptor, "utf8");
  } finally {
    closeSync(descriptor);
  }
}

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable("The notebook cannot be read: it is no JSON. Was it cut off on its way?");
  }
}

function sourceOf({ source }) {
  const text = Array.isArray(source) ? source.join("") : source;
  if (typeof text !== "string") throw new Unreadable("A cell of the notebook has no text.");
  return text;
}
