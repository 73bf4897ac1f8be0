import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "../../scripts/paths.mjs";
import type { Cell, Notebook } from "../browser/notebook.js";

/** The names of all lessons: "01-convolution-1d". */
export const lessons = readdirSync(inRoot("notebooks"))
  .filter((name) => name.endsWith(".ipynb"))
  .map((name) => name.slice(0, -".ipynb".length));

/** The text of each lesson's notebook, by the lesson's name. */
export const notebooks = new Map(lessons.map((lesson) => [lesson, readPage(`${lesson}.ipynb`)]));

/** A file beside the lessons. */
export function readPage(name: string): string {
  return readFileSync(join(inRoot("notebooks"), name), "utf8");
}

/** A notebook file's text, of markdown cells. */
export function markdownNotebook(...texts: string[]): string {
  const cells = texts.map((source) => ({ cell_type: "markdown", source })) as unknown as Cell[];
  return JSON.stringify({ cells } as Notebook);
}
