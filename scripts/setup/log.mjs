import { appendFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { inRoot, root } from "../paths.mjs";

const KEPT = 20;

/**
 * Opens a log of this run in cache/logs: whole output of every program, so that the terminal can stay short.
 *
 * @param {string} name what runs, such as "setup"
 * @returns {{ file: string, shown: string, write(text: string): void }} `shown` is the path to print
 */
export function openLog(name) {
  const folder = inRoot("cache", "logs");
  mkdirSync(folder, { recursive: true });
  dropOld(folder);
  const time = new Date().toISOString().replace(/[:.]/g, "-");
  const file = path.join(folder, `${time}-${name}.log`);
  return { file, shown: path.relative(root, file), write: (text) => appendFileSync(file, text) };
}

function dropOld(folder) {
  const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
  for (const name of logs.sort().slice(0, -KEPT)) rmSync(path.join(folder, name), { force: true });
}
