import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { compileAddon, findCompiler, linkAddon } from "./native/addon.mjs";
import {
  buildName,
  closeBuild,
  completeVersion,
  hasForeignAddon,
  isLinked,
  layoutOf,
  linkBuild,
  loadAddon,
  openBuild,
  packageVersion,
} from "./native/layout.mjs";
import { isRecent, recall, remember, sameMachine } from "./native/memory.mjs";
import { fetchPrebuilt, PREBUILT_TENSORFLOW } from "./native/prebuilt.mjs";
import { downloadWheel, extractWheel, TENSORFLOW } from "./native/wheel.mjs";

const COMPILER_HINT =
  process.platform === "darwin" ? "xcode-select --install" : "on Debian and Ubuntu: apt install g++";

/**
 * Gives `@tensorflow/tfjs-node` a TensorFlow to run on. Tries, in this order: what is there already; TensorFlow from
 * PyPI with the addon compiled here; the older ready-made one that tfjs-node's publisher offers; and settles for
 * WebAssembly, which needs nothing. Quick when there is nothing to do. Never throws because of what a machine lacks.
 *
 * @param {object} [options]
 * @param {string} [options.root] the repository
 * @param {(line: string) => void} [options.log] told what is going on, a sentence at a time
 * @param {boolean} [options.retry] try again at once what failed within the last hour
 * @param {boolean} [options.verify] load what is there, instead of trusting the sizes of its files
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.patience] milliseconds that a download host has to answer
 * @returns {Promise<{ kind: "native-new" | "native-stock" | "wasm", message: string, reasons: string[] }>} `message` is
 *   one sentence with the cost, `reasons` says why better kinds could not be had
 */
export async function ensureNative(options = {}) {
  const root = options.root ?? fileURLToPath(new URL("..", import.meta.url));
  const settings = { log: () => {}, env: process.env, ...options };
  const layout = layoutOf(root);
  if (!packageVersion(layout)) return wasm(["@tensorflow/tfjs-node is not installed"]);
  const there = (await whatIsThere(layout, settings)) ?? (await foreign(layout));
  if (there) return there;
  const reasons = [];
  for (const step of [buildNew, fetchStock]) {
    const result = await attempt(step, layout, settings);
    if (result.kind) return remember(layout, settings.env, withReasons(result, reasons));
    reasons.push(result.reason);
  }
  return remember(layout, settings.env, wasm(reasons));
}

/** A finished build, linked again if need be; or a recent failure that nothing has changed about. */
async function whatIsThere(layout, { retry, verify, env }) {
  const name = newName(layout);
  if (await usable(name, layout, verify)) return nativeNew(TENSORFLOW);
  const last = recall(layout);
  if (!last || retry || !sameMachine(last, env)) return undefined;
  if (last.kind === "native-stock" && (await usable(stockName(layout), layout, verify))) return told(last);
  return last.kind === "wasm" && isRecent(last) ? told(last) : undefined;
}

async function usable(name, layout, verify) {
  const folder = join(layout.store, name);
  if (!completeVersion(folder)) return false;
  try {
    if (!isLinked(name, layout)) linkBuild(name, layout);
  } catch {
    return false;
  }
  return !verify || (await loadAddon(layout.addon)).version !== undefined;
}

/** An addon that the user installed by hand: kept if it loads. */
async function foreign(layout) {
  if (!hasForeignAddon(layout)) return undefined;
  const { version } = await loadAddon(layout.addon);
  if (!version) return undefined;
  return Number(version.split(".")[1]) >= 16 ? nativeNew(version) : nativeStock(version);
}

async function attempt(step, layout, settings) {
  let folder;
  try {
    folder = openBuild(layout);
    return await step(folder, layout, settings);
  } catch (error) {
    return { reason: error.message };
  } finally {
    if (folder) rmSync(folder, { recursive: true, force: true });
  }
}

/** TensorFlow from PyPI's wheel, and the addon compiled against it while the libraries are unpacked. */
async function buildNew(folder, layout, settings) {
  const compiler = findCompiler(settings.env);
  if (!compiler) return { reason: `no C++ compiler was found (${COMPILER_HINT})` };
  const wheel = await downloadWheel(folder, settings);
  if (wheel.reason) return wheel;
  settings.log("Compiling the addon that joins Node and TensorFlow");
  await extractWheel(wheel, join(folder, "deps"), "headers");
  const [objects] = await Promise.all([
    compileAddon(compiler, folder, layout),
    extractWheel(wheel, join(folder, "deps"), "libraries"),
  ]);
  await linkAddon(compiler, objects, folder, layout);
  for (const file of [...objects, join(folder, "wheel"), join(folder, "pip")])
    rmSync(file, { recursive: true, force: true });
  return finish(folder, newName(layout), layout, nativeNew);
}

async function fetchStock(folder, layout, settings) {
  const fetched = await fetchPrebuilt(folder, layout, settings);
  if (fetched.reason) return fetched;
  return finish(folder, stockName(layout), layout, nativeStock);
}

async function finish(folder, name, layout, describe) {
  const loaded = await closeBuild(folder, name, layout);
  if (loaded.reason) return loaded;
  linkBuild(name, layout);
  return describe(loaded.version);
}

const newName = (layout) => buildName(TENSORFLOW, layout);
const stockName = (layout) => buildName(PREBUILT_TENSORFLOW, layout);

function nativeNew(version) {
  return { kind: "native-new", message: `Native TensorFlow ${version} is ready.`, reasons: [] };
}

function nativeStock(version) {
  const message = `Native TensorFlow ${version} is ready, an older one: training runs somewhat slower than it could.`;
  return { kind: "native-stock", message, reasons: [] };
}

function withReasons(result, reasons) {
  if (reasons.length === 0) return result;
  return { ...result, reasons, message: result.message.replace(/\.$/, `; ${reasons.join("; ")}.`) };
}

function wasm(reasons) {
  const why = reasons.length > 0 ? ` (${reasons.join("; ")})` : "";
  const message = `No native TensorFlow could be had${why}: training uses WebAssembly and runs 5 to 10 times slower.`;
  return { kind: "wasm", message, reasons };
}

function told({ kind, message, reasons }) {
  return { kind, message, reasons };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { message } = await ensureNative({ log: console.log, retry: true });
  console.log(message);
}
