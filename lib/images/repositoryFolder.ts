import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The folder that holds `data/`: the repository's, found from where this file lies, compiled or not, and not from
 * the folder in which the program was started.
 *
 * @throws {Error} no folder above this file has `data/README.md`
 */
export function repositoryFolder(): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, "data", "README.md"))) return folder;
  }
  throw new Error(`No folder above ${__dirname} has data/README.md, where the pictures that ship are kept`);
}
