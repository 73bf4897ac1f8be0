import "./checkNode.mjs";
import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { buildKernels, kernels } from "./buildKernels.mjs";
import { isMain, main } from "./main.mjs";
import { inRoot, root } from "./paths.mjs";
import { run } from "./setup/children.mjs";
import { StepError } from "./setup/steps.mjs";

const SOURCES = ["lib", "lessons", "kernel"];
const SETTINGS = [
  "tsconfig.json",
  "kernel/tsconfig.json",
  "lib/package.json",
  "package-lock.json",
  "scripts/build.mjs",
  "scripts/buildKernels.mjs",
];
/** Holds the hash of the sources of the last whole build. */
const stamp = inRoot("lib", "dist", ".built");

const browser = {
  entry: inRoot("lib", "explorers", "browser.ts"),
  folder: inRoot("share", "jupyter", "labextensions", "cnn-workbook", "static"),
};

/**
 * Compiles lib, lessons and kernel, and the filters' inner loops to WebAssembly, bundles the explorers for the browser, and puts Plotly into the JupyterLab
 * extension. Does nothing when no source has changed.
 *
 * @param {{ log?: { write(text: string): void }, force?: boolean }} [options]
 * @returns {Promise<string>} a word on what was done
 * @throws {StepError} the sources do not compile
 */
export async function build({ log, force = false } = {}) {
  const hash = sourceHash();
  if (!force && isBuilt(hash)) return "already there";
  rmSync(stamp, { force: true });
  const [fast] = await Promise.all([buildKernels(log), compile(log), bundleExplorers(log)]);
  copyPlotly();
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  return fast ? "built" : "built, with slower filters: their WebAssembly could not be made (the log says why)";
}

async function compile(log) {
  const compiler = inRoot("node_modules", "typescript", "bin", "tsc");
  try {
    await run(process.execPath, [compiler, "-b", ".", "kernel"], { log });
  } catch (error) {
    throw broken("The TypeScript sources do not compile", error);
  }
}

async function bundleExplorers(log) {
  if (!existsSync(browser.entry)) return;
  const { build: bundle } = await import("esbuild");
  const outfile = path.join(browser.folder, "explorers.js");
  const options = { bundle: true, minify: true, format: "iife", target: "es2022", legalComments: "none" };
  try {
    await bundle({ ...options, entryPoints: [browser.entry], outfile, absWorkingDir: root, logLevel: "silent" });
  } catch (error) {
    log?.write(`${error.message}\n`);
    throw broken("The explorers could not be bundled for the browser", { output: error.message });
  }
}

/** A copy, because JupyterLab's server refuses to follow a link out of the extension's folder. */
function copyPlotly() {
  const from = inRoot("node_modules", "plotly.js-dist", "plotly.js");
  if (!existsSync(path.dirname(browser.folder)) || !existsSync(from)) return;
  mkdirSync(browser.folder, { recursive: true });
  const target = path.join(browser.folder, "plotly.js");
  copyFileSync(from, `${target}.part`);
  renameSync(`${target}.part`, target);
}

function isBuilt(hash) {
  try {
    return readFileSync(stamp, "utf8") === hash && outputs().every((file) => existsSync(file));
  } catch {
    return false;
  }
}

function outputs() {
  const files = [inRoot("lib", "dist", "lib", "index.js"), inRoot("kernel", "dist"), kernels];
  const hasExtension = existsSync(path.dirname(browser.folder));
  if (hasExtension) files.push(path.join(browser.folder, "plotly.js"));
  if (existsSync(browser.entry)) files.push(path.join(browser.folder, "explorers.js"));
  return files;
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of [...SETTINGS, ...SOURCES.flatMap(typescriptFiles)]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(inRoot(file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** TypeScript sources in a folder of the repository, as sorted relative paths. */
function typescriptFiles(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === "dist" || entry.name === "node_modules" ? [] : typescriptFiles(file);
      return entry.name.endsWith(".ts") ? [file] : [];
    });
}

function broken(what, { output = "" }) {
  const first = output.split("\n").find((line) => /error/i.test(line));
  return new StepError(first ? `${what}: ${first.trim()}` : what, {
    works: "what was built before",
    fix: "mend the sources (npm run check shows every error), then run the same command again",
    cause: { output },
  });
}

if (isMain(import.meta))
  await main("build", async ({ log, steps }) => (await steps.run("TypeScript", () => build({ log, force: true }))).ok);
