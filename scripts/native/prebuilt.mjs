import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { download } from "./download.mjs";
import { NAPI, packageVersion } from "./layout.mjs";
import { lastLine, run } from "./process.mjs";

/** The TensorFlow that tfjs-node's publisher offers ready-made, with an addon to match. */
export const PREBUILT_TENSORFLOW = "2.9.1";

/**
 * Downloads what tfjs-node's own install script would, from where it would (the same variables set the hosts), but
 * with a time limit and into a folder of its own.
 *
 * @param {string} folder build folder
 * @returns {Promise<{ reason?: string }>} `reason` says why it could not be had
 */
export async function fetchPrebuilt(folder, layout, { log, env = process.env, patience = 15_000 }) {
  const urls = prebuiltUrls(packageVersion(layout), env);
  if (!urls) return { reason: `no ready-made TensorFlow is offered for ${process.platform} on ${process.arch}` };
  log(`Downloading TensorFlow ${PREBUILT_TENSORFLOW}, the ready-made one`);
  try {
    // The addon is the small one: a host that is blocked shows there.
    await unpack(urls.addon, join(folder, "unpacked"), { env, patience });
    await unpack(urls.tensorflow, join(folder, "deps"), { env, patience });
    return placeAddon(folder);
  } catch (error) {
    return { reason: error.message };
  }
}

/** Addresses of both archives, or undefined where the publisher has none. */
function prebuiltUrls(version, env) {
  const system = { "linux-x64": "linux-x86_64", "darwin-x64": "darwin-x86_64" }[`${process.platform}-${process.arch}`];
  if (!system) return undefined;
  const host =
    env.TFJS_NODE_CDN_STORAGE ||
    env.npm_config_TFJS_NODE_CDN_STORAGE ||
    env.CDN_STORAGE ||
    "https://storage.googleapis.com/";
  const base =
    env.TFJS_NODE_BASE_URI ||
    env.npm_config_TFJS_NODE_BASE_URI ||
    `${slashed(host)}tensorflow/libtensorflow/libtensorflow-`;
  const addons = env.npm_config_tfjs_binding_binary_host_mirror || `${slashed(host)}tf-builds/pre-built-binary`;
  const platform = system.split("-")[0];
  return {
    tensorflow: `${base}cpu-${system}-${PREBUILT_TENSORFLOW}.tar.gz`,
    addon: `${slashed(addons)}napi-v${NAPI}/${version}/CPU-${platform}-${version}.tar.gz`,
  };
}

const slashed = (address) => (address.endsWith("/") ? address : `${address}/`);

async function unpack(url, into, options) {
  mkdirSync(into, { recursive: true });
  const archive = join(into, "archive.tar.gz");
  await download(url, archive, options);
  const result = await run("tar", ["-xzf", archive, "-C", into], { timeout: 300_000 });
  if (!result.ok) throw new Error(`unpacking ${url} failed: ${lastLine(result.text)}`);
  rmSync(archive);
}

/** Puts the addon in its place, wherever in its archive it lay. */
function placeAddon(folder) {
  const unpacked = join(folder, "unpacked");
  const found = readdirSync(unpacked, { recursive: true }).find((path) => basename(path) === "tfjs_binding.node");
  if (!found) return { reason: "the archive of the ready-made addon does not hold it" };
  renameSync(join(unpacked, found), join(folder, "lib", `napi-v${NAPI}`, "tfjs_binding.node"));
  rmSync(unpacked, { recursive: true });
  return {};
}
