import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./paths.mjs";

/** The Python of the repository's own environment. It need not exist. */
export const venvPython = inRoot(".venv", "bin", "python");

/**
 * Environment in which Jupyter finds the TypeScript kernel, the figure extension and the settings of this repository
 * before any other. Start every Jupyter program with it: `spawn(venvPython, ["-m", "jupyterlab"], { env: jupyterEnv() })`.
 *
 * @param base - environment to build on; not modified
 * @returns a new environment
 */
export function jupyterEnv(base = process.env) {
  const env = {
    ...base,
    JUPYTER_PATH: joined(inRoot("share", "jupyter"), base.JUPYTER_PATH),
    JUPYTER_CONFIG_PATH: joined(inRoot("share", "jupyter", "config"), base.JUPYTER_CONFIG_PATH),
    JUPYTER_PREFER_ENV_PATH: base.JUPYTER_PREFER_ENV_PATH ?? "1",
    // The home folder's workspace would reopen the tabs of other projects.
    JUPYTERLAB_WORKSPACES_DIR: base.JUPYTERLAB_WORKSPACES_DIR ?? inRoot("cache", "jupyter", "workspaces"),
    PATH: pathWithThisNode(base.PATH ?? ""),
  };
  if (existsSync(venvPython)) {
    // Packages of another Python would be imported in place of the pinned ones.
    delete env.PYTHONPATH;
    delete env.PYTHONHOME;
  }
  return env;
}

/** The first folder of PATH that has this program, or undefined. */
export function onPath(program, searched = process.env.PATH ?? "") {
  return searched.split(path.delimiter).find((folder) => folder && isExecutable(path.join(folder, program)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function joined(own, others) {
  return others ? `${own}${path.delimiter}${others}` : own;
}

/** The kernel is started as `node`: that must be the Node that runs now, not an older one found on PATH. */
function pathWithThisNode(searched) {
  const folder = path.dirname(process.execPath);
  return onPath("node", searched) === folder ? searched : joined(folder, searched);
}
