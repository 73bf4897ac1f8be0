import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { NAPI } from "./layout.mjs";
import { findProgram, run } from "./process.mjs";

/** The C++ compiler of this machine; undefined when there is none. */
export function findCompiler(env = process.env) {
  return findProgram([...(env.CXX ? [env.CXX] : []), "g++", "c++", "clang++"], env);
}

const QUIET = fileURLToPath(new URL("./quiet.cc", import.meta.url));
const MAC = process.platform === "darwin";
const SHARED = MAC ? ["-bundle", "-undefined", "dynamic_lookup"] : ["-shared"];

/**
 * Compiles tfjs-node's addon from its own sources. The two sources are independent: each gets a core.
 *
 * @param {string} folder build folder, with headers in deps/include
 * @returns {Promise<string[]>} the object files, for `linkAddon`
 */
export function compileAddon(compiler, folder, layout) {
  const include = [layout.packageFolder, join(folder, "deps", "include"), nodeHeaders(layout)];
  const flags = [
    "-O2",
    "-std=c++17",
    "-fPIC",
    "-w",
    `-DNAPI_VERSION=${NAPI}`,
    ...include.flatMap((path) => ["-I", path]),
  ];
  return Promise.all(
    ["tfjs_backend", "tfjs_binding"].map(async (name) => {
      const object = join(folder, `${name}.o`);
      await must(compiler, [...flags, "-c", join(layout.packageFolder, "binding", `${name}.cc`), "-o", object]);
      return object;
    }),
  );
}

/** Links the objects with the libraries in deps/lib, and puts the door before them that keeps TensorFlow quiet. */
export async function linkAddon(compiler, objects, folder, layout) {
  const into = join(folder, "lib", `napi-v${NAPI}`);
  const libraries = readdirSync(join(folder, "deps", "lib")).map((file) => join(folder, "deps", "lib", file));
  const origin = `-Wl,-rpath,${MAC ? "@loader_path" : "$ORIGIN"}/../../deps/lib`;
  await must(compiler, [...SHARED, ...objects, ...libraries, origin, "-o", join(into, "libtfjs_tensorflow.node")]);
  const flags = ["-O2", "-std=c++17", "-fPIC", `-DNAPI_VERSION=${NAPI}`, "-I", nodeHeaders(layout)];
  const load = MAC ? [] : ["-ldl"];
  await must(compiler, [...SHARED, ...flags, QUIET, ...load, "-o", join(into, "tfjs_binding.node")]);
}

const nodeHeaders = ({ root }) => join(root, "node_modules", "node-api-headers", "include");

async function must(compiler, args) {
  const result = await run(compiler, args, { timeout: 10 * 60_000 });
  if (result.ok) return;
  const line = result.text.split("\n").find((text) => /error/i.test(text)) ?? result.text.trim().split("\n")[0];
  throw new Error(`compiling tfjs-node's addon failed: ${line}`);
}
