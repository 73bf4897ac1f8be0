import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { inRoot } from "../paths.mjs";
import { exercisesOf } from "./course.mjs";
import { limits } from "./limits.mjs";
import { withoutSolutions } from "./withoutSolutions.mjs";

/**
 * Grades notebooks, as many side by side as there are cores.
 *
 * @param {{ student: string, lesson: string, file: string }[]} submissions
 * @param {(done: number, graded: object) => void} [report] told after each notebook
 * @returns {Promise<{ student: string, lesson: string, problem?: string, results: Record<string, object> }[]>} in their order
 */
export async function gradeAll(submissions, report = () => {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-grade-"));
  chmodSync(folder, 0o755); // the sandbox belongs to another user when root grades
  const lessons = new Set(submissions.map(({ lesson }) => lesson));
  const instead = new Map([...lessons].map((lesson) => [lesson, withoutSolutions(lesson, folder)]));
  const graded = [];
  let next = 0;
  let done = 0;
  const work = async () => {
    while (next < submissions.length) {
      const at = next++;
      graded[at] = await gradeOne(submissions[at], instead.get(submissions[at].lesson));
      report(++done, graded[at]);
    }
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, work));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return graded;
}

async function gradeOne({ student, lesson, file }, instead) {
  const { problem, results } = await judge({ file, lesson, instead });
  const status = problem && { status: "error", message: problem };
  const ids = exercisesOf(lesson).map(({ id }) => id);
  return { student, lesson, problem, results: status ? Object.fromEntries(ids.map((id) => [id, status])) : results };
}

/** Asks a process of its own. Whatever becomes of it, there is an answer. */
function judge(job) {
  const program = ["--max-old-space-size=2000", inRoot("scripts", "grade", "judge.mjs")];
  const child = spawn(process.execPath, program, { stdio: ["pipe", "pipe", "pipe"] });
  const printed = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"]) {
    child[name].setEncoding("utf8").on("data", (text) => {
      if (printed[name].length < limits.memory.message) printed[name] += text;
    });
  }
  child.stdin.on("error", () => {}).end(JSON.stringify(job));
  const late = setTimeout(() => child.kill("SIGKILL"), 2 * limits.time.notebook);
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ problem: `The grader could not start: ${error.message}.` }));
    child.once("close", () => {
      clearTimeout(late);
      resolve(parse(printed));
    });
  });
}

function parse({ stdout, stderr }) {
  try {
    return JSON.parse(stdout);
  } catch {
    const last = stderr.split("\n").find((line) => /Error|FATAL/.test(line));
    return { problem: `The notebook could not be graded${last ? `: ${last.slice(0, 200)}` : "."}` };
  }
}
