import { existsSync, readdirSync, readFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { jupyterEnv, onPath, venvPython } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { run } from "../setup/children.mjs";
import { labCommand } from "../setup/jupyter.mjs";
import { packagesInstalled } from "../setup/packages.mjs";
import { findPython } from "../setup/python.mjs";
import { lessonsFolder, workFolder } from "../syncWork.mjs";
import { readNotebook } from "../work/files.mjs";
import { shippedLessons } from "../work/lessons.mjs";
import { readVersions } from "../work/versions.mjs";

const SETUP = "npm run setup";
const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * What the doctor looks at: a name, and a function that resolves to `{ found }`, or to `{ missing, fix }`; `{ found, fix }`
 * is a remark. Each looks for itself, so that one fault hides no other.
 *
 * @type {[string, (log: object) => Promise<{ found?: string, missing?: string, fix?: string }>][]}
 */
export const findings = [
  ["System", async () => ({ found: `${os.type()} ${os.release()}, ${os.arch()}, ${os.availableParallelism()} cores` })],
  ["Node", async () => ({ found: `${process.versions.node} (${process.execPath})` })],
  ["Python", python],
  ["npm packages", packages],
  ["JupyterLab", jupyterLab],
  ["Kernel", kernel],
  ["TensorFlow", tensorflow],
  ["Lessons", lessons],
];

async function python() {
  const { python: file, problem, fix } = findPython();
  if (file) return { found: `${(await run(file, ["-V"])).trim().replace("Python ", "")} (${file})` };
  return { missing: problem, fix };
}

async function packages() {
  if (!packagesInstalled())
    return { missing: "not installed, or other versions than package-lock.json asks for", fix: SETUP };
  const versions = ["tslab", "typescript", "@tensorflow/tfjs-node"].map((name) => `${name} ${versionOf(name)}`);
  return { found: versions.join(", ") };
}

function versionOf(name) {
  return JSON.parse(readFileSync(inRoot("node_modules", name, "package.json"), "utf8")).version;
}

async function jupyterLab(log) {
  const [command, ...args] = labCommand();
  if (command === "jupyter" && !onPath("jupyter")) return { missing: "not installed", fix: SETUP };
  const version = (await run(command, [...args, "--version"], { env: jupyterEnv(), log })).trim();
  return { found: `${version} (${command === venvPython ? ".venv" : "from PATH"})` };
}

async function kernel(log) {
  if (!existsSync(inRoot("kernel", "dist"))) return { missing: "not built", fix: SETUP };
  const command = existsSync(venvPython) ? venvPython : "python3";
  const { folder, answers, seconds } = lastJson(await run(command, [here("kernel.py")], { env: jupyterEnv(), log }));
  const own = path.resolve(folder) === inRoot("share", "jupyter", "kernels", "tslab");
  const found = `${path.relative(inRoot(), folder)}, first answer after ${seconds.toFixed(1)} s`;
  if (!answers) return { missing: `it does not answer (${found})`, fix: "npm run setup, and see the log" };
  return own
    ? { found }
    : { missing: `another kernel named tslab is in the way: ${folder}`, fix: "unset JUPYTER_PATH" };
}

async function tensorflow(log) {
  const program = here("trainingStep.cjs");
  const { backend, version, milliseconds, batch } = lastJson(await run(process.execPath, [program], { log }));
  const speed = `one training step ${milliseconds.toFixed(0)} ms (${Math.round((1000 * batch) / milliseconds)} images/s)`;
  const found = `${backend}${version ? ` ${version}` : ""}, ${speed}`;
  if (version) return { found };
  return {
    found,
    fix: "training is slow without native TensorFlow: node scripts/native.mjs tries again and says what is missing",
  };
}

async function lessons() {
  const versions = readVersions(workFolder);
  const shipped = shippedLessons(lessonsFolder);
  const copies = shipped.filter(({ name }) => existsSync(copyOf(name)));
  const changed = copies.filter(({ name }) => readNotebook(copyOf(name)).hash !== versions[name]?.given);
  const others = existsSync(workFolder) ? readdirSync(workFolder).filter((file) => / \((new|damaged)/.test(file)) : [];
  const found = `${copies.length} of ${shipped.length} in work/, ${changed.length} with your changes`;
  if (copies.length < shipped.length) return { missing: found, fix: SETUP };
  return { found: others.length > 0 ? `${found}; also there: ${others.join(", ")}` : found };
}

function copyOf(name) {
  return path.join(workFolder, `${name}.ipynb`);
}

function lastJson(output) {
  // Warnings of Node may stand around it.
  return JSON.parse(output.split("\n").findLast((line) => line.startsWith("{")));
}
