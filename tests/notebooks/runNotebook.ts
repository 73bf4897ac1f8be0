import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { jupyterEnv, venvPython } from "../../scripts/jupyterEnv.mjs";
import { inRoot } from "../../scripts/paths.mjs";

/** What a notebook's cell showed. */
export interface Output {
  output_type: string;
  name?: string;
  text?: string;
  data?: Record<string, unknown>;
}

/** What came of running a notebook. */
export interface NotebookRun {
  /** The first cell that failed, with its error; `null` if none did. */
  error: string | null;
  seconds: number;
  cells: { id: string; tags: string[]; source: string; outputs: Output[] }[];
}

const program = inRoot("scripts", "notebooks", "run_notebook.py");

/** A student's empty `work` folder outside the repository, with the pictures that ship beside it. */
export function studentFolder() {
  const base = mkdtempSync(join(tmpdir(), "cnn-workbook-"));
  const path = join(base, "work");
  mkdirSync(path);
  symlinkSync(inRoot("data"), join(base, "data"));
  return { path, progress: join(path, ".progress.json"), remove: () => rmSync(base, { recursive: true, force: true }) };
}

/**
 * Runs a notebook under the project's kernel through nbclient.
 *
 * @param notebook - its path; not changed
 * @param folder - where the kernel works, and where progress is kept
 */
export async function runNotebook(notebook: string, folder: string): Promise<NotebookRun> {
  const env = jupyterEnv({ ...process.env, CNN_WORKBOOK_PROGRESS: join(folder, ".progress.json") });
  const options = { env, maxBuffer: 2 ** 28, timeout: 280_000 };
  const { stdout } = await promisify(execFile)(venvPython, [program, notebook, folder], options);
  return JSON.parse(stdout);
}

/** The text that a cell showed, with figures as their alt texts. */
export function shownText(outputs: Output[]): string {
  return outputs.map(({ text, data }) => text ?? data?.["text/plain"] ?? "").join("\n");
}
