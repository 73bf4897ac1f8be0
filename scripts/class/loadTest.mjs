import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import path from "node:path";
import { inRoot } from "../paths.mjs";
import { startHub } from "./hub.mjs";
import { memoryOf } from "./memory.mjs";
import { Student } from "./student.mjs";
import { lost } from "./verify.mjs";
import { workThrough } from "./workThrough.mjs";

/**
 * Tries a class on this machine: students all at once log in, open a lesson, run it solved and save; then the hub is
 * restarted, and everybody's work must be there. Works in a folder of its own, which is removed.
 *
 * @param {{ students: number, lesson: string, port: number, memory: string }} options
 * @param {{ log: object, steps: object }} tools
 * @returns {Promise<boolean>} whether nothing failed and nothing was lost
 */
export async function loadTest({ students: count, lesson, port, memory }, { log, steps }) {
  const folder = mkdtempSync(path.join(tmpdir(), "class-"));
  const hubOptions = { folder, ip: "127.0.0.1", port, memory, signup: "open" };
  const solved = solvedLesson(lesson, path.join(folder, "solved"));
  let hub = await startHub(hubOptions, log);
  const clean = async () => {
    await hub.stopAll();
    rmSync(folder, { recursive: true, force: true });
  };
  cleanOnSignals(clean);
  try {
    const students = await signUpAll(hub.url, count);
    const started = Date.now();
    const results = await Promise.allSettled(students.map((student) => timed(workThrough(student, solved), started)));
    const mebibytes = students.map(({ name }) => memoryOf(path.join(folder, "students", name)));
    await hub.stop();
    hub = await startHub(hubOptions, log);
    const work = students.map((student, i) => ({ student, ...results[i], file: solved.file, folder }));
    const losses = (await Promise.all(work.map(lost))).flat();
    steps.say(report({ solved, results, mebibytes, losses }));
    return losses.length === 0 && results.every(({ value }) => value?.faults.length === 0);
  } finally {
    await clean();
  }
}

/** Students' servers live through the end of a hub, so they have to be told. */
function cleanOnSignals(clean) {
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.removeAllListeners(signal);
    process.once(signal, () => clean().finally(() => process.exit(1)));
  }
}

/** The first lesson whose name begins so, with every exercise solved. */
export function solvedLesson(start, folder) {
  mkdirSync(folder, { recursive: true });
  const program = inRoot("scripts", "notebooks.mjs");
  execFileSync(process.execPath, [program, "--no-build", "--solutions", folder, start], { stdio: "ignore" });
  const [file] = readdirSync(folder);
  if (!file) throw new Error(`There is no lesson "${start}"`);
  return { file, solved: JSON.parse(readFileSync(path.join(folder, file), "utf8")) };
}

/** @returns {Promise<Student[]>} students who have signed up and logged in */
export async function signUpAll(url, count) {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const students = numbers.map((number) => new Student(url, `student-${number}`, `a password of ${number}`));
  for (const student of students) {
    await student.signUp();
    if (!(await student.logIn())) throw new Error(`${student.name} could not log in`);
  }
  return students;
}

async function timed(work, started) {
  const result = await work;
  return { ...result, first: (result.firstOutput - started) / 1000, done: (Date.now() - started) / 1000 };
}

function report({ solved, results, mebibytes, losses }) {
  const done = results.filter(({ status }) => status === "fulfilled").map(({ value }) => value);
  const failed = results.flatMap(({ reason, value }) => reason?.message ?? value.faults);
  const seconds = (key) => `${span(done.map((one) => one[key]))} s`;
  return [
    "",
    `${results.length} students at once, ${solved.file}`,
    `  ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; load at the end ${loadavg()[0].toFixed(1)}`,
    `  first output after   ${seconds("first")}`,
    `  lesson done after    ${seconds("done")}`,
    `  memory a student     ${span(mebibytes)} MiB, ${Math.round(mebibytes.reduce((a, b) => a + b))} MiB in all`,
    `  failures             ${failed.length}${failed.length ? `: ${failed.join("; ")}` : ""}`,
    `  lost in a restart    ${losses.length}${losses.length ? `: ${losses.join("; ")}` : ""}`,
  ].join("\n");
}

function span(values) {
  return `${Math.min(...values).toFixed(0)} to ${Math.max(...values).toFixed(0)}`;
}
