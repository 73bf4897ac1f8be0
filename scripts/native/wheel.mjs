import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findProgram, lastLine, run } from "./process.mjs";

/** The TensorFlow that the project is tested with. */
export const TENSORFLOW = "2.21.0";
const EXTRACT = fileURLToPath(new URL("./extract.py", import.meta.url));
const MINUTES = 60_000;

/** TensorFlow's package for this machine on PyPI: the plain one carries no GPU code outside x86 Linux. */
function packageName() {
  return process.platform === "linux" && process.arch === "x64" ? "tensorflow-cpu" : "tensorflow";
}

/**
 * Downloads TensorFlow's wheel with pip, so that the user's mirror, proxy and certificates count.
 *
 * @param {string} folder an empty folder to work in
 * @returns {Promise<{ wheel: string, python: string } | { reason: string }>}
 */
export async function downloadWheel(folder, { log, env = process.env }) {
  const python = await findPip(join(folder, "pip"), env);
  if (!python) return { reason: "no Python with pip was found (install Python 3.10 or newer)" };
  log(`Downloading TensorFlow ${TENSORFLOW} (about 270 MB)`);
  const into = join(folder, "wheel");
  mkdirSync(into, { recursive: true });
  const base = ["-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--retries", "2", "--dest", into];
  const patience = env.PIP_DEFAULT_TIMEOUT ? [] : ["--timeout", "20"];
  const wanted = `${packageName()}==${TENSORFLOW}`;
  // The library inside does not depend on Python: where there is no wheel for this one, another's serves.
  for (const version of [[], ["--python-version", "3.12"]]) {
    const quiet = { ...env, PIP_DISABLE_PIP_VERSION_CHECK: "1", PIP_REQUIRE_VIRTUALENV: "0" };
    const result = await run(python, [...base, ...patience, ...version, wanted], { timeout: 40 * MINUTES, env: quiet });
    const file = readdirSync(into).find((name) => name.endsWith(".whl"));
    if (result.ok && file) return { wheel: join(into, file), python };
    if (!/No matching distribution/.test(result.text))
      return { reason: `the download failed: ${lastLine(result.text)}` };
    if (/onnection|resolve|timed out/.test(result.text)) return { reason: "the download host did not answer" };
  }
  return { reason: `there is no TensorFlow ${TENSORFLOW} for ${process.platform} on ${process.arch}` };
}

/** A Python that has pip: the system's, or else a virtual environment made for the purpose. */
async function findPip(folder, env) {
  const python = findProgram(["python3", "python"], env);
  if (python && (await run(python, ["-m", "pip", "--version"], { env })).ok) return python;
  rmSync(folder, { recursive: true, force: true });
  const made = join(folder, "bin", "python");
  if (python && (await run(python, ["-m", "venv", folder], { env })).ok) return made;
  const uv = findProgram(["uv"], env);
  if (uv && (await run(uv, ["venv", "--quiet", "--seed", folder], { env, timeout: 5 * MINUTES })).ok) return made;
  return undefined;
}

/**
 * Unpacks one part of the wheel into `folder`/include or `folder`/lib.
 *
 * @param {"headers" | "libraries"} part
 */
export async function extractWheel({ wheel, python }, folder, part) {
  const result = await run(python, [EXTRACT, wheel, folder, part], { timeout: 10 * MINUTES });
  if (!result.ok) throw new Error(`unpacking TensorFlow failed: ${lastLine(result.text)}`);
}
