import { onPath, venvPython } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { run } from "./children.mjs";
import { venvAt } from "./venv.mjs";

const venv = venvAt({
  name: "JupyterLab",
  folder: inRoot(".venv"),
  requirements: [inRoot("requirements.txt")],
  lost: "the library, its tests (npm run check) and reading the lessons in notebooks/; JupyterLab cannot be opened",
});

/** Whether .venv holds what requirements.txt asks for. */
export const venvReady = venv.ready;

/** Makes .venv with the pinned JupyterLab, or settles for a JupyterLab that is on PATH. */
export async function installJupyter(log) {
  if (venv.ready()) return "already there";
  if (venv.whole()) return updateVenv(log);
  const problem = await venv.make(log);
  if (!problem) return "installed";
  const version = await labOnPath(log);
  if (version) return `${problem.message}: JupyterLab ${version} found on PATH serves instead`;
  throw problem;
}

/** Brings .venv up to date where it stands. What works is kept when that fails, as it does without a network. */
async function updateVenv(log) {
  try {
    await venv.update(log);
    return "updated";
  } catch {
    return "kept as it was: the newer versions could not be installed; they will be tried again next time";
  }
}

/** Command line that starts JupyterLab, without its arguments. */
export function labCommand() {
  return venv.whole() ? [venvPython, "-m", "jupyterlab"] : ["jupyter", "lab"];
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
