import { execFileSync } from "node:child_process";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;

/**
 * Two pipes. The grader's ends never wait; the student's do. A name in a closed folder exists only while they are opened.
 *
 * @returns {{ from: number, to: number, theirs: { from: number, to: number } }} file descriptors: to read from, to write to
 */
export function openPipes() {
  const folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-grade-"));
  try {
    const [there, back] = ["there", "back"].map((name) => path.join(folder, name));
    execFileSync("mkfifo", ["-m", "600", there, back]);
    const from = openSync(back, O_RDONLY | O_NONBLOCK);
    const held = openSync(there, O_RDONLY | O_NONBLOCK);
    const theirs = { to: openSync(back, O_WRONLY) };
    const to = openSync(there, O_WRONLY | O_NONBLOCK);
    theirs.from = openSync(there, O_RDONLY);
    closeSync(held);
    return { from, to, theirs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
