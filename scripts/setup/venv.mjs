import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { onPath } from "../jupyterEnv.mjs";
import { run } from "./children.mjs";
import { findPython } from "./python.mjs";
import { StepError } from "./steps.mjs";

const QUIET = ["--disable-pip-version-check", "--no-input", "--progress-bar", "off"];

/**
 * A Python environment with pinned packages. Its stamp is written when it is whole, and holds the hash of what was
 * installed.
 *
 * @param {{ folder: string, requirements: string[], lost: string, name: string, forEverybody?: boolean }} options
 *   `requirements` are files; `name` is what the environment is for, `lost` what still works without it; with
 *   `forEverybody` every user of the machine can run it
 */
export function venvAt({ folder, requirements, name, lost, forEverybody }) {
  const python = path.join(folder, "bin", "python");
  const stamp = path.join(folder, "cnn-workbook.stamp");
  const wanted = requirements.flatMap((file) => ["-r", file]);
  const whole = () => existsSync(python) && existsSync(stamp);
  const seal = () => writeFileSync(stamp, hashOf(requirements));
  const pipInstall = (log) => run(python, ["-m", "pip", "install", ...QUIET, ...wanted], { log });
  const withUv = async (base, log) => {
    await run("uv", ["venv", "--clear", "--seed", "--python", base, folder], { log });
    await run("uv", ["pip", "install", "--python", python, ...wanted], { log });
  };
  const withPip = async (base, log) => {
    await run(base, ["-m", "venv", "--clear", folder], { log });
    await pipInstall(log);
  };
  return {
    python,
    /** Whether it was installed to its end, be it for requirements of before. */
    whole,
    /** Whether it holds what the requirements ask for. */
    ready: () => whole() && readFileSync(stamp, "utf8") === hashOf(requirements),
    /** Makes it, with uv where that is installed. @returns {Promise<StepError | undefined>} what went wrong */
    async make(log) {
      const found = findPython({ forEverybody });
      const ways = [];
      if (onPath("uv")) ways.push(() => withUv(found.python ?? found.withoutVenv ?? "3.12", log));
      if (found.python) ways.push(() => withPip(found.python, log));
      const { done, failure } = await firstThatWorks(ways);
      if (done) return seal();
      rmSync(folder, { recursive: true, force: true });
      return problemOf(found, failure, { name, lost });
    },
    /** Brings it up to date where it stands. @throws what pip said; the stamp then stays that of before */
    async update(log) {
      await pipInstall(log);
      seal();
    },
  };
}

async function firstThatWorks(ways) {
  let failure;
  for (const way of ways) {
    try {
      await way();
      return { done: true };
    } catch (error) {
      failure = error;
    }
  }
  return { done: false, failure };
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex");
}

function problemOf({ problem, fix }, cause, { name, lost }) {
  if (problem) return new StepError(problem, { works: lost, fix, cause });
  const offline = /resolv|connection|timed out|network|dns error/i.test(cause?.output ?? "");
  return new StepError(`${name} could not be installed${offline ? ": the package index did not answer" : ""}`, {
    works: lost,
    fix: "check the network and the space on the disk, then run the same command again",
    cause,
  });
}
