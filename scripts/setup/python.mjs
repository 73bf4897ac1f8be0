import { execFileSync } from "node:child_process";
import { realpathSync, statSync } from "node:fs";
import path from "node:path";
import { onPath } from "../jupyterEnv.mjs";

const NAMES = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"];
const PROBE = [
  "import sys, importlib.util as u",
  "print(sys.version_info[0], sys.version_info[1], all(u.find_spec(m) for m in ('venv', 'ensurepip')), sys.executable)",
].join("\n");

/**
 * Looks for a Python that can make a virtual environment.
 *
 * @param {{ forEverybody?: boolean }} [options] `forEverybody`: only one that every user of this machine may run
 * @returns {{ python: string } | { problem: string, fix: string, withoutVenv?: string }} path of the first Python 3.10 or newer with venv on
 *   PATH, or why there is none
 */
export function findPython({ forEverybody = false } = {}) {
  const searched = (process.env.PATH ?? "").split(path.delimiter);
  const found = NAMES.flatMap((name) =>
    searched.filter((folder) => onPath(name, folder)).map((folder) => path.join(folder, name)),
  )
    .map(probe)
    .filter((python) => python && (!forEverybody || isOpen(realpathSync(python.file))));
  const fit = found.find(({ version, venv }) => isNew(version) && venv);
  if (fit) return { python: fit.file };
  const bare = found.find(({ version }) => isNew(version));
  if (bare)
    return {
      problem: `Python ${bare.version.join(".")} was found, but its module venv is missing`,
      fix: "install it (Debian, Ubuntu: sudo apt install python3-venv), then run the same command again",
      withoutVenv: bare.file,
    };
  const old = found[0];
  return {
    problem: old
      ? `Python ${old.version.join(".")} is too old: 3.10 or newer is needed`
      : "no Python was found on PATH",
    fix: "install Python 3.10 or newer (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python), then run the same command again",
  };
}

function isNew([major, minor]) {
  return major === 3 && minor >= 10;
}

/** Whether every user may pass through all folders above a file. */
function isOpen(file) {
  const folder = path.dirname(file);
  return folder === file || ((statSync(folder).mode & 0o001) !== 0 && isOpen(folder));
}

function probe(program) {
  try {
    const text = execFileSync(program, ["-c", PROBE], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [major, minor, venv, ...file] = text.trim().split(" ");
    return { version: [Number(major), Number(minor)], venv: venv === "True", file: file.join(" ") };
  } catch {
    return undefined;
  }
}
