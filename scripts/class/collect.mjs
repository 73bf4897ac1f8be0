import { spawn } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../paths.mjs";
import { lessonsFolder } from "../syncWork.mjs";
import { writeWhole } from "../work/files.mjs";
import { shippedLessons } from "../work/lessons.mjs";

const PROGRAM = inRoot("scripts", "class", "handIn.mjs");
const MOST_BYTES = 2 ** 28;

/**
 * Copies every student's notebooks to FOLDER/STUDENT/NN-name.ipynb, for grading. They are read with the student's own
 * rights, so a link in a student's folder gives nothing that the student could not have written into the notebook.
 *
 * @param {string} folder of the class
 * @param {string} to where to; what is there already is replaced
 * @returns {Promise<boolean>} whether every student's work could be read
 */
export async function collect(folder, to) {
  const students = path.join(folder, "students");
  mkdirSync(to, { recursive: true, mode: 0o700 });
  let whole = true;
  for (const name of readdirSync(students)) {
    try {
      const files = await handIn(path.join(students, name));
      write(path.join(to, name), files);
      console.log(`${name}: ${files.length} notebooks`);
    } catch (error) {
      whole = false;
      console.log(`${name}: not collected (${error.message})`);
    }
  }
  return whole;
}

/** Reads a student's notebooks in a process that has the student's rights. */
function handIn(home) {
  const { uid, gid } = lstatSync(home);
  const rights = process.getuid() === 0 ? { uid, gid } : {};
  const child = spawn(process.execPath, [PROGRAM, home], {
    ...rights,
    cwd: "/",
    env: {},
    stdio: ["ignore", "pipe", "pipe"],
  });
  return new Promise((resolve, reject) => {
    let said = "";
    let complaint = "";
    child.stdout.on("data", (data) => {
      said += data;
      if (said.length > MOST_BYTES) child.kill("SIGKILL");
    });
    child.stderr.on("data", (data) => {
      complaint = String(data).trim().split("\n").at(-1);
    });
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0 ? resolve(JSON.parse(said)) : reject(new Error(complaint || `ended with ${code}`)),
    );
  });
}

/** Only lessons' names are taken: the student's process could have been made to say others. */
function write(to, files) {
  mkdirSync(to, { recursive: true, mode: 0o700 });
  const lessons = new Set(shippedLessons(lessonsFolder).map(({ name }) => `${name}.ipynb`));
  for (const { name, text } of files.filter(({ name }) => lessons.has(name))) writeWhole(path.join(to, name), text);
}
