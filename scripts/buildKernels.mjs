import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./paths.mjs";
import { run } from "./setup/children.mjs";

const sources = inRoot("lib", "filters", "wasm", "assembly");
const compiler = inRoot("node_modules", "assemblyscript");
/** AS112 warns of vectors as arguments between modules of WebAssembly; here they stay inside of one. */
const OPTIONS = ["-O3", "--noAssert", "--runtime", "stub", "--enable", "simd", "--disableWarning", "112"];

/** What the library loads. It is empty where it could not be compiled. */
export const kernels = inRoot("lib", "dist", "lib", "filters", "wasm", "kernels.wasm");

/**
 * Compiles the filters' inner loops from AssemblyScript to WebAssembly, unless that was done with these sources before.
 * Never fails: without them the filters work in TypeScript.
 *
 * @param {{ write(text: string): void }} [log]
 * @returns {Promise<boolean>} whether they are there
 */
export async function buildKernels(log) {
  const hash = sourceHash();
  const known = `${kernels}.sources`;
  if (existsSync(kernels) && read(known) === hash) return true;
  mkdirSync(path.dirname(kernels), { recursive: true });
  const made = await compile(log);
  writeFileSync(known, made ? hash : "");
  return made;
}

async function compile(log) {
  const part = `${kernels}.part`;
  const args = [path.join(compiler, "bin", "asc.js"), path.join(sources, "index.ts"), "-o", part, ...OPTIONS];
  try {
    await run(process.execPath, args, { log });
    renameSync(part, kernels);
    return true;
  } catch (error) {
    log?.write(`The filters' inner loops were not compiled: ${error.message}\n`);
    writeFileSync(kernels, "");
    return false;
  }
}

function sourceHash() {
  const hash = createHash("sha256").update(OPTIONS.join(" "));
  hash.update(read(path.join(compiler, "package.json")) ?? "");
  for (const file of readdirSync(sources).sort())
    hash.update(`${file}\0`).update(readFileSync(path.join(sources, file)));
  return hash.digest("hex");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
