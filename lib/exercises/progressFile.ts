import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

const NAME = ".progress.json";

/**
 * Where progress is kept: the file that `CNN_WORKBOOK_PROGRESS` names, else the nearest one at or above the notebook's
 * folder, else in the workbook's `work` folder, else beside the notebook.
 *
 * @param from - the folder to start from; default the notebook's
 */
export function progressFile(from = process.cwd()): string {
  const named = process.env.CNN_WORKBOOK_PROGRESS;
  if (named) return named;
  const folders = [...upwards(from)];
  const holder = folders.find((folder) => existsSync(join(folder, NAME)));
  if (holder) return join(holder, NAME);
  const root = folders.find(isWorkbook);
  const work = root && join(root, "work");
  return join(work && isFolder(work) ? work : from, NAME);
}

function* upwards(from: string): Generator<string> {
  yield from;
  if (dirname(from) !== from) yield* upwards(dirname(from));
}

function isWorkbook(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(join(folder, "lib", "package.json"), "utf8")).name === "cnn-workbook";
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
