import { spawnSync } from "node:child_process";
import { inRoot } from "../paths.mjs";
import { bytesOf } from "./memory.mjs";
import { hubPython } from "./prepare.mjs";

/** A number that no student gets. */
const NOBODY = 200_000;

/**
 * Finds out, by starting a process as a student's would be, what keeps students apart on this machine.
 *
 * @param {{ memory: string, trust: boolean }} options
 * @returns {string[]} sentences for the teacher
 * @throws {Error} students would not be kept apart and the teacher did not say that this is fine; or they could not read
 *   the workbook
 */
export function checkApart({ memory, trust }) {
  refuseStrangers(trust);
  const asRoot = process.getuid() === 0;
  const who = asRoot ? ["--uid", NOBODY, "--memory", bytesOf(memory)] : [];
  const args = ["-I", inRoot("deploy", "launch.py"), ...who, "--check"].map(String);
  const env = { ...process.env, CLASS_NODE: process.execPath };
  const { stdout, stderr } = spawnSync(hubPython, args, { encoding: "utf8", cwd: "/", env });
  const held = stdout ? JSON.parse(stdout) : { unreadable: hubPython, stderr };
  if (held.unreadable) throw new Error(unreadable(held));
  return asRoot ? [APART, MEMORY[held.memory](memory), PROCESSES[held.processes]] : [TRUSTED];
}

/** @throws {Error} without root, unless the teacher said that students trust one another */
export function refuseStrangers(trust) {
  if (process.getuid() !== 0 && !trust) throw new Error(NOT_ROOT);
}

const NOT_ROOT = `Only root can keep students apart, each under a user number of their own. Start it with sudo:
  sudo env "PATH=$PATH" npm run class
or, where every student may read and change every other's files and yours: npm run class -- --trust-students`;

const TRUSTED = `Students are NOT kept apart: each can read and change the others' files, the passwords' database and all that your
own user can. No limit of memory holds. Only for people who trust one another.`;

const APART = "Each student has a user number of their own: files, sockets and servers are closed to the others.";

const MEMORY = {
  student: (memory) => `Memory: at most ${memory} for all that a student runs, held by control groups.`,
  process: (memory) =>
    `Memory: at most ${memory} for each process of a student. This machine has no control groups to limit a student as a whole.`,
};

const PROCESSES = {
  hidden: "Processes of others are hidden.",
  seen: "Processes of others are listed by ps, their environment and files are not open (this machine does not let /proc be hidden).",
};

function unreadable({ unreadable: path, stderr }) {
  return `Students could not read ${path}, which they need. Put the workbook where everybody may read, such as /srv or
/opt, with a Node.js that is installed for the whole machine, and with umask 022.${stderr ? `\n${stderr}` : ""}`;
}
