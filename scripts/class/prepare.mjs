import { inRoot } from "../paths.mjs";
import { installPackages } from "../setup/packages.mjs";
import { venvAt } from "../setup/venv.mjs";
import { setup } from "../setup.mjs";

const venv = venvAt({
  name: "JupyterHub",
  folder: inRoot("deploy", ".venv"),
  requirements: [inRoot("requirements.txt"), inRoot("deploy", "requirements.txt")],
  lost: "npm start, for one student",
  forEverybody: process.getuid() === 0,
});

/** The Python that has JupyterHub. */
export const hubPython = venv.python;

/**
 * Prepares the workbook as `npm start` does, then the hub.
 *
 * @param {{ log: object, steps: object }} tools of this command
 * @returns {Promise<boolean>} whether a class can be served
 */
export async function prepare(tools) {
  const { packages, built, native } = await setup(tools);
  const hub = await prepareHub(tools);
  await native;
  return packages && built && hub;
}

/** Installs JupyterHub and the proxy in front of it. */
export async function prepareHub({ log, steps }) {
  const parts = await Promise.all([
    steps.run("JupyterHub", () => installHub(log)),
    steps.run("proxy", () => installPackages(log, inRoot("deploy"))),
  ]);
  return parts.every(({ ok }) => ok);
}

async function installHub(log) {
  if (venv.ready()) return "already there";
  const problem = await venv.make(log);
  if (problem) throw problem;
  return "installed";
}
