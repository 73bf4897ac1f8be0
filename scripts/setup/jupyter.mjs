import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onPath, venvPython } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { run } from "./children.mjs";
import { findPython } from "./python.mjs";
import { StepError } from "./steps.mjs";

const venv = inRoot(".venv");
const requirements = inRoot("requirements.txt");
/** Written when the environment is whole; holds the hash of what was installed. */
const stamp = path.join(venv, "cnn-workbook.stamp");

/** Makes .venv with the pinned JupyterLab, or settles for a JupyterLab that is on PATH. */
export async function installJupyter(log) {
  if (venvReady()) return "already there";
  if (venvWhole()) return updateVenv(log);
  const problem = await makeVenv(log);
  if (!problem) {
    writeFileSync(stamp, requirementsHash());
    return "installed";
  }
  rmSync(venv, { recursive: true, force: true });
  const version = await labOnPath(log);
  if (version) return `${problem.message}: JupyterLab ${version} found on PATH serves instead`;
  throw problem;
}

/** Whether .venv holds what requirements.txt asks for. */
export function venvReady() {
  try {
    return existsSync(venvPython) && readFileSync(stamp, "utf8") === requirementsHash();
  } catch {
    return false;
  }
}

/** Whether .venv was installed to its end, be it for requirements of before. */
function venvWhole() {
  return existsSync(venvPython) && existsSync(stamp);
}

/** Brings .venv up to date where it stands. What works is kept when that fails, as it does without a network. */
async function updateVenv(log) {
  try {
    await pipInstall(log);
  } catch {
    return "kept as it was: the newer versions could not be installed; they will be tried again next time";
  }
  writeFileSync(stamp, requirementsHash());
  return "updated";
}

/** Command line that starts JupyterLab, without its arguments. */
export function labCommand() {
  return venvWhole() ? [venvPython, "-m", "jupyterlab"] : ["jupyter", "lab"];
}

function requirementsHash() {
  return createHash("sha256").update(readFileSync(requirements)).digest("hex");
}

/** @returns {Promise<StepError | undefined>} what went wrong */
async function makeVenv(log) {
  const found = findPython();
  const ways = [];
  if (onPath("uv")) ways.push(() => withUv(found.python ?? found.withoutVenv ?? "3.12", log));
  if (found.python) ways.push(() => withPip(found.python, log));
  let failure;
  for (const way of ways) {
    try {
      await way();
      return undefined;
    } catch (error) {
      failure = error;
    }
  }
  return problemOf(found, failure);
}

async function withUv(python, log) {
  await run("uv", ["venv", "--clear", "--seed", "--python", python, venv], { log });
  await run("uv", ["pip", "install", "--python", venvPython, "-r", requirements], { log });
}

async function withPip(python, log) {
  await run(python, ["-m", "venv", "--clear", venv], { log });
  await pipInstall(log);
}

async function pipInstall(log) {
  const quiet = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"];
  await run(venvPython, ["-m", "pip", "install", ...quiet, "-r", requirements], { log });
}

function problemOf({ problem, fix }, cause) {
  const works =
    "the library, its tests (npm run check) and reading the lessons in notebooks/; JupyterLab cannot be opened";
  if (problem) return new StepError(problem, { works, fix, cause });
  const offline = /resolv|connection|timed out|network|dns error/i.test(cause?.output ?? "");
  return new StepError(`JupyterLab could not be installed${offline ? ": the package index did not answer" : ""}`, {
    works,
    fix: "check the network and the space on the disk, then run the same command again",
    cause,
  });
}

/** Version of the JupyterLab on PATH if it is 4 or newer. */
async function labOnPath(log) {
  if (!onPath("jupyter")) return undefined;
  try {
    const version = (await run("jupyter", ["lab", "--version"], { log })).trim();
    return Number.parseInt(version, 10) >= 4 ? version : undefined;
  } catch {
    return undefined;
  }
}
