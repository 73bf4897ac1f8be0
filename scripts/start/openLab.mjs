import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { jupyterEnv } from "../jupyterEnv.mjs";
import { labCommand } from "../setup/jupyter.mjs";
import { workFolder } from "../syncWork.mjs";
import { labOutput } from "./labOutput.mjs";

const FIRST = "00-start-here.ipynb";
/** JupyterLab asks its kernels to end, and waits for them, before it ends itself. */
const PATIENCE = 15_000;

/**
 * Runs JupyterLab until it ends or this process is told to stop; leaves no process behind.
 *
 * @param {string[]} args the student's arguments; they win over ours
 * @param {{ log: object, say: (text: string) => void }} tools
 * @returns {Promise<number>} exit code
 */
export function openLab(args, { log, say }) {
  const [command, ...first] = labCommand();
  const all = [...first, ...ownArguments(), ...args];
  log.write(`\n$ ${[command, ...all].join(" ")}\n`);
  const lab = spawn(command, all, { cwd: workFolder, env: jupyterEnv(), stdio: ["ignore", "pipe", "pipe"] });
  const output = labOutput({ log, say, everything: args.some((arg) => /^--(debug|help|help-all|version)$/.test(arg)) });
  lab.stdout.on("data", output.hear);
  lab.stderr.on("data", output.hear);
  const stopping = stopOnSignals(lab, say);
  return new Promise((resolve) => {
    lab.on("error", (error) => {
      say(`JupyterLab could not be started: ${error.message}. Log: ${log.shown}`);
      resolve(1);
    });
    lab.on("close", (code) => {
      if (code !== 0 && !stopping()) say(output.lastWords(code));
      resolve(stopping() ? 0 : (code ?? 1));
    });
  });
}

function ownArguments() {
  const args = [`--ServerApp.root_dir=${workFolder}`];
  if (existsSync(path.join(workFolder, FIRST))) args.push(`--LabApp.default_url=/lab/tree/${FIRST}`);
  if (!hasScreen()) args.push("--no-browser");
  // In a container everything runs as root, and JupyterLab would refuse. It listens on this machine only, with a token.
  if (process.getuid() === 0) args.push("--allow-root");
  return args;
}

/** Without a screen, Python's webbrowser module would open a text browser in this terminal. */
function hasScreen() {
  const { DISPLAY, WAYLAND_DISPLAY, BROWSER } = process.env;
  return process.platform !== "linux" || Boolean(DISPLAY || WAYLAND_DISPLAY || BROWSER);
}

/** @returns {() => boolean} whether JupyterLab was told to stop */
function stopOnSignals(lab, say) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    say("\nJupyterLab and its kernels are ending.");
    lab.kill("SIGTERM");
    setTimeout(() => lab.kill("SIGKILL"), PATIENCE).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  process.on("exit", () => lab.kill("SIGTERM"));
  return () => stopping;
}
