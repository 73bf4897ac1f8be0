import { readFileSync, writeSync } from "node:fs";
import { inRoot } from "../paths.mjs";
import { gradeNotebook } from "./gradeNotebook.mjs";
import { readNotebook, Unreadable } from "./readNotebook.mjs";

/*
 * Grades one notebook and prints what came of it as JSON. It is a process of its own, so that a notebook that is too much even
 * to read ends nothing but this. It waits without letting other work go on, which is why notebooks side by side need one each.
 */

const { file, lesson, instead } = JSON.parse(readFileSync(0, "utf8"));

async function grade() {
  try {
    return await gradeNotebook(lesson, readNotebook(file), readNotebook(inRoot("notebooks", `${lesson}.ipynb`)), {
      instead,
    });
  } catch (error) {
    if (error instanceof Unreadable) return { problem: error.message };
    throw error;
  }
}

const bytes = Buffer.from(JSON.stringify(await grade()));
for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
process.exit();
