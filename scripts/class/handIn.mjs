/** Prints a student's notebooks as JSON, `[{ name, text }]`. Started by collect.mjs with the student's rights. Links are not followed. */
import { closeSync, constants, lstatSync, openSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const work = path.join(process.argv[2], "work");
if (!lstatSync(work).isDirectory()) throw new Error("work is no folder");

const names = readdirSync(work).filter((name) => /^\d.*\.ipynb$/.test(name));
const files = names
  .filter((name) => lstatSync(path.join(work, name)).isFile())
  .map((name) => ({ name, text: read(name) }));
process.stdout.write(JSON.stringify(files));

function read(name) {
  const file = openSync(path.join(work, name), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    return readFileSync(file, "utf8");
  } finally {
    closeSync(file);
  }
}
