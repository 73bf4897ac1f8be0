import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { jupyterEnv, venvPython } from "../jupyterEnv.mjs";
import { generateLesson } from "../notebooks/generateLesson.mjs";
import { inRoot } from "../paths.mjs";
import { run } from "../setup/children.mjs";
import { failedCell } from "./failedCell.mjs";

const program = inRoot("scripts", "notebooks", "run_notebook.py");
const cache = inRoot("cache", "site");

/**
 * A lesson's notebook as a student opens it, and with every exercise solved, both run from top to bottom. A run is kept in
 * cache/site and taken from there while the notebook's code and the library stay the same.
 *
 * @param {{ name: string, file: string }} lesson
 * @param {{ library: (lesson: string) => string, log: object, report: (detail: string) => void }} tools
 * @returns {Promise<{ student: object, solved: object, outcome: string }>} what run_notebook.py printed of each
 * @throws {StepError} a cell failed
 */
export async function runLesson({ name, file }, { library, log, report }) {
  const at = library(name);
  const solvedText = await generateLesson({
    lessons: inRoot("lessons"),
    lesson: name,
    built: inRoot("lib", "dist", "lessons"),
    solved: true,
  });
  const student = await runOnce({ name, variant: "student", text: readFileSync(file, "utf8"), at, log, report });
  const solved = await runOnce({ name, variant: "solved", text: solvedText, at, log, report });
  const outcome = student.fresh || solved.fresh ? "ran" : "ran before";
  return { student, solved, outcome };
}

async function runOnce({ name, variant, text, at, log, report }) {
  const key = createHash("sha256").update(codeOf(text)).update(at).digest("hex").slice(0, 16);
  const kept = path.join(cache, `${name}-${variant}-${key}`);
  const files = { notebook: `${kept}.ipynb`, run: `${kept}.json` };
  const fresh = !existsSync(files.run);
  mkdirSync(cache, { recursive: true });
  writeFileSync(files.notebook, text);
  if (fresh) {
    report(variant === "solved" ? "with its exercises solved" : "as a student opens it");
    const result = await runIn(files.notebook, log);
    if (result.error !== null) throw failedCell(name, variant, text, result);
    forget(`${name}-${variant}-`, key);
    writeFileSync(`${files.run}.part`, JSON.stringify(result));
    renameSync(`${files.run}.part`, files.run);
  }
  return { ...JSON.parse(readFileSync(files.run, "utf8")), notebook: files.notebook, fresh };
}

/** What runs. Prose may change without it. */
function codeOf(text) {
  const cells = JSON.parse(text).cells.filter(({ cell_type }) => cell_type === "code");
  return JSON.stringify(cells.map(({ id, source }) => [id, source]));
}

/** Runs a notebook in an empty folder like a student's `work`, with the pictures that ship beside it. */
async function runIn(notebook, log) {
  const base = mkdtempSync(path.join(tmpdir(), "cnn-workbook-site-"));
  const work = path.join(base, "work");
  try {
    mkdirSync(work);
    symlinkSync(inRoot("data"), path.join(base, "data"));
    const env = jupyterEnv({ ...process.env, CNN_WORKBOOK_PROGRESS: path.join(work, ".progress.json") });
    const result = path.join(base, "run.json");
    await run(venvPython, [program, notebook, work, result], { env, log });
    return JSON.parse(readFileSync(result, "utf8"));
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
}

function forget(start, key) {
  for (const name of readdirSync(cache))
    if (name.startsWith(start) && !name.includes(key)) rmSync(path.join(cache, name));
}
