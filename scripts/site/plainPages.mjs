import { existsSync, readdirSync } from "node:fs";
import { inRoot } from "../paths.mjs";

/** Pages besides the lessons: the glossary and the sources, as `{ name, markdown }`. */
export function plainPages(folder = inRoot("notebooks")) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => ({ name: file.slice(0, -".md".length), markdown: `${folder}/${file}` }));
}
