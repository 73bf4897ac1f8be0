import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../paths.mjs";

const EVERY_LESSON = [
  ["lib", "dist", "lib"],
  ["kernel", "dist"],
  ["data"],
  ["scripts", "notebooks", "run_notebook.py"],
].map((parts) => inRoot(...parts));

/**
 * What a notebook's outputs depend on besides the notebook: the built library and kernel, and the pictures that ship.
 *
 * @returns {(lesson: string) => string} the hash for a lesson, its own compiled modules included
 */
export function libraryHash() {
  const shared = hashOf(EVERY_LESSON);
  return (lesson) => hashOf([inRoot("lib", "dist", "lessons", lesson)], shared);
}

function hashOf(places, start = "") {
  const hash = createHash("sha256").update(start);
  for (const file of places.flatMap(files))
    hash.update(`${path.relative(inRoot(), file)}\0`).update(readFileSync(file));
  return hash.digest("hex");
}

/** Files in a folder, sorted; source maps and declarations are never run. */
function files(place) {
  if (path.extname(place) === ".py") return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(c?js|wasm|png|json)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
