import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { syncWork } from "../../scripts/syncWork.mjs";

/** A folder of shipped lessons and a student's folder, both empty, with what tests do to them. */
export function notebookFolders() {
  const base = mkdtempSync(path.join(tmpdir(), "cnn-workbook-"));
  const from = path.join(base, "notebooks");
  const to = path.join(base, "work");
  mkdirSync(from);
  return {
    from,
    to,
    sync: () => syncWork({ from, to }),
    ship: (name: string, sources: string[]) => writeNotebook(path.join(from, name), sources),
    write: (name: string, sources: string[], outputs?: object[]) =>
      writeNotebook(path.join(to, name), sources, outputs),
    read: (name: string) => readSources(path.join(to, name)),
    files: () =>
      readdirSync(to)
        .filter((name) => !name.startsWith("."))
        .sort(),
    file: (name: string) => path.join(to, name),
    remove: () => rmSync(base, { recursive: true }),
  };
}

function writeNotebook(file: string, sources: string[], outputs: object[] = []) {
  const cells = sources.map((source) => ({
    cell_type: "code",
    source: source.split(/(?<=\n)/),
    outputs,
    metadata: {},
  }));
  writeFileSync(file, JSON.stringify({ cells, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
}

function readSources(file: string): string[] {
  const { cells } = JSON.parse(readFileSync(file, "utf8")) as { cells: { source: string[] }[] };
  return cells.map(({ source }) => source.join(""));
}
