import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { readNotebook } from "./files.mjs";

/** The lessons that ship, in order: `{ name: "01-convolution-1d", file, hash }`. A file that is no notebook is left out. */
export function shippedLessons(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d.*\.ipynb$/.test(file))
    .sort()
    .map((file) => ({ name: file.slice(0, -".ipynb".length), file: path.join(folder, file) }))
    .map((lesson) => ({ ...lesson, ...readNotebook(lesson.file) }))
    .filter(({ damaged }) => !damaged);
}

/** The pages that ship beside the lessons: `{ name: "glossary.md", file }`. */
export function shippedPages(folder) {
  return ["glossary.md", "sources.md"]
    .map((name) => ({ name, file: path.join(folder, name) }))
    .filter(({ file }) => existsSync(file));
}

/** The lesson that a student means by `3`, `03` or `03-filters`; undefined when there is none. */
export function findLesson(lessons, wanted) {
  const text = wanted.replace(/\.ipynb$/, "");
  return lessons.find(
    ({ name }) => name === text || (/^\d+$/.test(text) && Number.parseInt(name, 10) === Number(text)),
  );
}
