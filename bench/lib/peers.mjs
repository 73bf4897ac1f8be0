import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { inRoot } from "../../scripts/paths.mjs";

const folder = inRoot("cache", "bench-venv");

/**
 * The Python of a virtual environment that holds the libraries to compare with; makes it and installs what is missing.
 *
 * @param {string[]} packages - with their versions: "torch==2.13.0"
 * @returns {string} path of the Python
 * @throws {Error} it could not be made, with the last line of what pip said
 */
export function pythonWith(packages) {
  const python = `${folder}/bin/python`;
  if (!existsSync(python)) must("python3", ["-m", "venv", folder]);
  const missing = packages.filter((wanted) => !isInstalled(python, wanted));
  if (missing.length > 0) {
    console.log(`Installing ${missing.join(", ")} into cache/bench-venv`);
    must(python, ["-m", "pip", "install", "--quiet", ...missing]);
  }
  return python;
}

function isInstalled(python, wanted) {
  const [name, version] = wanted.split("==");
  const script = "import importlib.metadata as m, sys; print(m.version(sys.argv[1]).split('+')[0])";
  const { status, stdout } = spawnSync(python, ["-c", script, name], { encoding: "utf8" });
  return status === 0 && (version === undefined || stdout.trim() === version);
}

function must(program, args) {
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (status === 0) return;
  throw new Error(`${program} ${args.join(" ")} failed: ${error?.message ?? stderr.trim().split("\n").at(-1)}`);
}
