import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import { run } from "./process.mjs";

/** Major version of Node's addon interface that tfjs-node's addon is made for; it names the addon's folder. */
export const NAPI = 8;
const ADDON = join("lib", `napi-v${NAPI}`, "tfjs_binding.node");
const MARKER = "built.json";
/** Raise it when a build comes out differently from the same sources. */
const REVISION = 1;

/**
 * Where native TensorFlow lives. A build is one folder in `cache/native` with the two folders that tfjs-node wants,
 * `lib` (the addon) and `deps` (TensorFlow); node_modules only holds links to them, so a fresh `npm ci` costs nothing.
 */
export function layoutOf(root) {
  const packageFolder = join(root, "node_modules", "@tensorflow", "tfjs-node");
  return { root, packageFolder, store: join(root, "cache", "native"), addon: join(packageFolder, ADDON) };
}

/** Name of a build's folder: whatever changes the bytes is part of it. */
export function buildName(tensorflow, layout) {
  return `tensorflow-${tensorflow}-tfjs-node-${packageVersion(layout)}-${process.platform}-${process.arch}-${REVISION}`;
}

/** Version of the tfjs-node that is installed; undefined when it is not. */
export function packageVersion({ packageFolder }) {
  try {
    return JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")).version;
  } catch {
    return undefined;
  }
}

/** An empty folder to build in, beside the finished ones. Leftovers of builds that were broken off are cleared. */
export function openBuild({ store }) {
  mkdirSync(store, { recursive: true });
  for (const name of readdirSync(store).filter((name) => name.startsWith(".building-"))) {
    const folder = join(store, name);
    if (Date.now() - statSync(folder).mtimeMs > 3_600_000) rmSync(folder, { recursive: true, force: true });
  }
  const folder = join(store, `.building-${process.pid}-${Date.now()}`);
  mkdirSync(join(folder, "deps", "lib"), { recursive: true });
  mkdirSync(dirname(join(folder, ADDON)), { recursive: true });
  return folder;
}

/**
 * Loads a build's addon in a process of its own, and on success moves the build to its final name, whole or not at all.
 *
 * @returns {Promise<{ version: string } | { reason: string }>} TensorFlow's version, or why the addon does not load
 */
export async function closeBuild(folder, name, { store }) {
  const loaded = await loadAddon(join(folder, ADDON));
  if (loaded.version === undefined) return loaded;
  writeFileSync(
    join(folder, MARKER),
    `${JSON.stringify({ version: loaded.version, files: fileSizes(folder) }, null, 2)}\n`,
  );
  const target = join(store, name);
  if (!isComplete(target)) {
    rmSync(target, { recursive: true, force: true });
    renameSync(folder, target);
  }
  return loaded;
}

/** TensorFlow's version of a finished build, checked by the sizes of its files; undefined when it is not whole. */
export function completeVersion(folder) {
  try {
    const { version, files } = JSON.parse(readFileSync(join(folder, MARKER), "utf8"));
    const whole = Object.entries(files).every(([file, size]) => statSync(join(folder, file)).size === size);
    return whole ? version : undefined;
  } catch {
    return undefined;
  }
}

function isComplete(folder) {
  return completeVersion(folder) !== undefined;
}

/** Points tfjs-node's `lib` and `deps` at a build. The links are relative: the repository can be moved. */
export function linkBuild(name, { store, packageFolder }) {
  for (const part of ["lib", "deps"]) {
    const link = join(packageFolder, part);
    const target = relative(packageFolder, join(store, name, part));
    rmSync(link, { recursive: true, force: true });
    symlinkSync(target, link);
  }
}

/** Whether tfjs-node's links point at that build. */
export function isLinked(name, { store, packageFolder }) {
  return ["lib", "deps"].every((part) => {
    try {
      const link = join(packageFolder, part);
      const [here, there] = [statSync(link), statSync(join(store, name, part))];
      return here.ino === there.ino && here.dev === there.dev;
    } catch {
      return false;
    }
  });
}

/** Whether an addon stands in tfjs-node's folder that no build of ours put there. */
export function hasForeignAddon({ addon, packageFolder }) {
  return existsSync(addon) && !lstatSync(join(packageFolder, "lib")).isSymbolicLink();
}

/** Loads an addon in a process of its own: a library that is missing or broken can end the process. */
export async function loadAddon(addon) {
  const script = "process.stdout.write(require(process.argv[1]).TF_Version)";
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "3" };
  const { ok, output, text } = await run(process.execPath, ["-e", script, addon], { env });
  return ok ? { version: output.trim() } : { reason: loadError(text) };
}

function loadError(text) {
  const line = text.split("\n").find((line) => /^(Error|\w*Error):/.test(line));
  return `the addon does not load: ${line ?? text.trim().split("\n")[0] ?? "no message"}`;
}

function fileSizes(folder) {
  const files = [dirname(ADDON), join("deps", "lib")].flatMap((part) =>
    readdirSync(join(folder, part)).map((file) => join(part, file)),
  );
  return Object.fromEntries(files.map((file) => [file, statSync(join(folder, file)).size]));
}
