import { spawn } from "node:child_process";
import { root } from "../paths.mjs";

const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGTERM");
});

/** A program that ended badly. `output` is the end of what it said. */
export class ProgramError extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}`);
    this.output = output;
  }
}

/**
 * Runs a program to its end. What it prints goes to the log; it ends when this process does.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: { write(text: string): void }, onText?: (text: string) => void }} [options]
 * @returns {Promise<string>} all it printed
 * @throws {ProgramError} it cannot be started, or ends with a code other than 0
 */
export function run(command, args, { cwd = root, env = process.env, log, onText } = {}) {
  log?.write(`\n$ ${[command, ...args].join(" ")}\n`);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    running.add(child);
    let output = "";
    const hear = (data) => {
      output += data;
      log?.write(data);
      onText?.(String(data));
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", (error) => reject(new ProgramError(command, error.code, error.message)));
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) resolve(output);
      else reject(new ProgramError(command, code ?? signal, output.slice(-20_000)));
    });
  });
}
