import { readdirSync } from "node:fs";
import { join } from "node:path";
import { NAPI } from "./layout.mjs";
import { findProgram, run } from "./process.mjs";

/** The C++ compiler of this machine; undefined when there is none. */
export function findCompiler(env = process.env) {
  return findProgram([...(env.CXX ? [env.CXX] : []), "g++", "c++", "clang++"], env);
}

/**
 * Compiles tfjs-node's addon from its own sources. The two sources are independent: each gets a core.
 *
 * @param {string} folder build folder, with headers in deps/include
 * @returns {Promise<string[]>} the object files, for `linkAddon`
 */
export function compileAddon(compiler, folder, { root, packageFolder }) {
  const include = [
    packageFolder,
    join(folder, "deps", "include"),
    join(root, "node_modules", "node-api-headers", "include"),
  ];
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
      await must(compiler, [...flags, "-c", join(packageFolder, "binding", `${name}.cc`), "-o", object]);
      return object;
    }),
  );
}

/** Links the objects with the libraries in deps/lib, which the addon will look for from where it stands. */
export async function linkAddon(compiler, objects, folder) {
  const libraries = readdirSync(join(folder, "deps", "lib")).map((file) => join(folder, "deps", "lib", file));
  const here = process.platform === "darwin" ? "@loader_path" : "$ORIGIN";
  const shared = process.platform === "darwin" ? ["-bundle", "-undefined", "dynamic_lookup"] : ["-shared"];
  const out = join(folder, "lib", `napi-v${NAPI}`, "tfjs_binding.node");
  await must(compiler, [...shared, ...objects, ...libraries, `-Wl,-rpath,${here}/../../deps/lib`, "-o", out]);
}

async function must(compiler, args) {
  const result = await run(compiler, args, { timeout: 10 * 60_000 });
  if (result.ok) return;
  const line = result.text.split("\n").find((text) => /error/i.test(text)) ?? result.text.trim().split("\n")[0];
  throw new Error(`compiling tfjs-node's addon failed: ${line}`);
}
