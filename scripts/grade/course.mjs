import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { inRoot } from "../paths.mjs";

const load = createRequire(import.meta.url);
const built = (part) => load(inRoot("lib", "dist", part));

/** The lessons that have a notebook, in order: "01-convolution-1d". */
export function lessonNames() {
  return readdirSync(inRoot("notebooks"))
    .filter((file) => /^\d\d-.*\.ipynb$/.test(file))
    .map((file) => file.slice(0, -".ipynb".length))
    .sort();
}

/** The exercises of a lesson as the course declares them, in order. */
export function exercisesOf(lesson) {
  const { Exercise } = built("lib/exercises/index.js");
  const exported = Object.values(built(`lessons/${lesson}/exercises.js`));
  return exported.filter((value) => value instanceof Exercise).sort((a, b) => number(a) - number(b));
}

const number = ({ id }) => Number(id.split(".")[1]);

/** Checks an answer as a notebook does. */
export const run = (...given) => built("lib/exercises/index.js").run(...given);
