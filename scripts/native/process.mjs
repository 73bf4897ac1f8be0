import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";

/**
 * Runs a program to its end without showing what it prints.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ timeout?: number, env?: NodeJS.ProcessEnv, cwd?: string }} [options] timeout in milliseconds
 * @returns {Promise<{ ok: boolean, output: string, text: string }>} `output` is what it wrote to its standard output,
 *   `text` all that it wrote; a program that is missing or too slow is `ok: false` with a sentence in `text`
 */
export function run(program, args, { timeout = 60_000, env = process.env, cwd } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env, cwd, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    let text = "";
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, timeout);
    child.stdout.on("data", (data) => {
      output += data;
      text += data;
    });
    child.stderr.on("data", (data) => {
      text += data;
    });
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ ok: false, output, text: `${program} could not be started: ${error.message}` });
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (late) text += `\n${program} was stopped after ${Math.round(timeout / 1000)} s`;
      resolve({ ok: code === 0 && !late, output, text });
    });
  });
}

/** Path of the first of `names` that is a program on PATH (or itself a path to one); undefined when there is none. */
export function findProgram(names, env = process.env) {
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) =>
    name.includes("/") ? [name] : folders.map((folder) => join(folder, name)),
  );
  return candidates.find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The last line of a program's output that says something, for a message of one sentence. */
export function lastLine(text) {
  const lines = text.split("\n").map((line) => line.trim());
  return (
    lines.findLast((line) => line !== "" && !line.startsWith("[notice]") && !/^WARNING/.test(line)) ?? "no message"
  );
}
