import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { repositoryFolder } from "../images/repositoryFolder.js";

/**
 * Reads a file of a data set, plain or gzipped, from `CNN_WORKBOOK_DATA/<set>` or from the `cache/<set>` of the
 * repository.
 *
 * @param set - the data set's folder, such as "mnist"
 * @param file - the file's name without .gz
 * @param instead - what a user without the file can do
 * @throws {Error} the file is in none of the folders; the message lists them and says `instead`
 */
export function datasetFile(set: string, file: string, instead: string): Buffer {
  const folders = [process.env.CNN_WORKBOOK_DATA, join(repositoryFolder(), "cache")]
    .filter((folder) => folder !== undefined && folder !== "")
    .map((folder) => resolve(folder as string, set));
  for (const folder of folders) {
    for (const path of [join(folder, `${file}.gz`), join(folder, file)]) {
      if (existsSync(path)) return readFileSync(path);
    }
  }
  throw new Error(
    `${file}.gz was not found in ${folders.join(" or ")}. Put it there, or set CNN_WORKBOOK_DATA to a folder that has ${set}/${file}.gz. ${instead}`,
  );
}
