import { execFileSync } from "node:child_process";
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
 * @returns {{ python: string } | { problem: string, fix: string, withoutVenv?: string }} path of the first Python 3.10 or newer with venv on
 *   PATH, or why there is none
 */
export function findPython() {
  const found = NAMES.filter((name) => onPath(name))
    .map(probe)
    .filter(Boolean);
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

function probe(name) {
  try {
    const program = path.join(onPath(name), name);
    const text = execFileSync(program, ["-c", PROBE], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    const [major, minor, venv, ...file] = text.trim().split(" ");
    return { version: [Number(major), Number(minor)], venv: venv === "True", file: file.join(" ") };
  } catch {
    return undefined;
  }
}
