import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/** The folder of the lessons as they were written, some folders above the compiled package; it need not exist. */
export function lessonSources(from = __dirname): string {
  const compiled = from.includes(join("lib", "dist"));
  if ((existsSync(join(from, "lessons")) && !compiled) || dirname(from) === from) return join(from, "lessons");
  return lessonSources(dirname(from));
}
