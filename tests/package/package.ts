import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Builds the package, which these tests use as a notebook does. */
export function build(): void {
  execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, "-b", root], { stdio: "inherit" });
}

/** Every path that a notebook can import. */
export function importPaths(): string[] {
  const parts = readdirSync(`${root}lib`).filter((folder) => existsSync(`${root}lib/${folder}/index.ts`));
  const lessons = readdirSync(`${root}lessons`).filter((folder) => existsSync(`${root}lessons/${folder}/exercises.ts`));
  return [
    "cnn-workbook",
    ...parts.map((part) => `cnn-workbook/${part}`),
    ...lessons.map((lesson) => `cnn-workbook/lessons/${lesson}`),
  ];
}

/** What tslab's compiler finds in each cell, compiled in a folder. */
export function compileCells(cells: string[], folder = root): string[][] {
  const script = fileURLToPath(new URL("compileCells.cjs", import.meta.url));
  const input = JSON.stringify(cells);
  return JSON.parse(execFileSync(process.execPath, [script], { cwd: folder, input, encoding: "utf8" }));
}

/** The files that Node has loaded after an import, and the names that the module has. */
export function load(path: string): { files: string[]; names: string[] } {
  const script = `const names = Object.keys(require(${JSON.stringify(path)}));
    process.stdout.write(JSON.stringify({ names, files: Object.keys(require.cache) }), () => process.exit(0));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8" }));
}

/** Whether a lesson's exercises, by their own imports, need a network. */
export function needsNetworks(path: string): boolean {
  const folder = /^cnn-workbook\/lessons\/(.*)$/.exec(path)?.[1];
  const source = folder ? readFileSync(`${root}lessons/${folder}/exercises.ts`, "utf8") : `"${path}"`;
  return source.includes('"cnn-workbook/training"');
}
