import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

/**
 * The comments of all TypeScript files of a folder.
 *
 * @returns {{ file: string, text: string }[]} by file, each comment on one line
 */
export function commentsIn(folder) {
  return sourceFiles(folder).flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\/\*\*[\s\S]*?\*\//g)].map(([comment]) => ({
      file: relative(folder, file),
      text: comment
        .slice(3, -2)
        .replace(/\n\s*\*/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    })),
  );
}

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => name !== "dist" && name !== "node_modules")
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return sourceFiles(join(folder, entry.name));
      return entry.name.endsWith(".ts") && entry.name !== "lesson.ts" ? [join(folder, entry.name)] : [];
    });
}
