import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CheckResult } from "cnn-workbook/exercises";
import { inRoot } from "../../../scripts/paths.mjs";

/** How one check ended. */
export interface Check {
  id: string;
  status: CheckResult["status"] | "missing";
  message: string;
  mistake?: string;
}

/** What came of a notebook. */
export interface Graded {
  results: Record<string, Check>;
  checks: Check[];
  /** How many sandboxes it took. */
  runs: number;
}

/** What is handed in, and how it is graded; see gradeCells.mjs. */
export interface HandedIn {
  lesson: string;
  cells: string[];
  shipped?: string[];
  cellTime?: number;
  whole?: boolean;
}

/** Grades cells through sandbox and pipe. */
export async function gradeCells(handedIn: HandedIn): Promise<Graded> {
  const program = fileURLToPath(new URL("gradeCells.mjs", import.meta.url));
  const { stdout, stderr } = await runProgram([program], JSON.stringify(handedIn));
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Runs a program of Node's to its end. */
export async function runProgram(args: string[], input = "") {
  const child = spawn(process.execPath, args, { cwd: inRoot() });
  const texts = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      texts[name] += text;
    });
  }
  child.stdin.end(input);
  const [code] = await once(child, "close");
  return { ...texts, code };
}

/** The code cells of a notebook that the course ships. */
export function shippedCells(lesson: string, folder = inRoot("notebooks")): string[] {
  const { cells } = JSON.parse(readFileSync(path.join(folder, `${lesson}.ipynb`), "utf8"));
  return cells
    .filter(({ cell_type }: { cell_type: string }) => cell_type === "code")
    .map(({ source }: { source: string[] }) => source.join(""));
}

/** Writes a notebook. */
export function writeNotebook(file: string, cells: string[]): void {
  const code = cells.map((source) => ({ cell_type: "code", source, metadata: {}, outputs: [], execution_count: null }));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ cells: code, metadata: {}, nbformat: 4, nbformat_minor: 5 }));
}
