import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findCompiler } from "./addon.mjs";
import { findProgram } from "./process.mjs";

const HOUR = 3_600_000;

/** What decides whether another try could go better; hashed, because addresses may hold passwords. */
function findings(env) {
  const programs = [findCompiler(env), findProgram(["python3", "python"], env), findProgram(["uv"], env)];
  const hosts = Object.keys(env).filter((key) =>
    /^(TFJS_NODE_|npm_config_tfjs|CDN_STORAGE|PIP_|https?_proxy)/i.test(key),
  );
  const all = JSON.stringify([programs, hosts.sort().map((key) => [key, env[key]])]);
  return createHash("sha256").update(all).digest("hex");
}

const memory = ({ store }) => join(store, "last.json");

/** Notes how it ended, and returns it. Where nothing can be written, the next start tries anew. */
export function remember(layout, env, result) {
  try {
    writeFileSync(memory(layout), JSON.stringify({ ...result, at: Date.now(), findings: findings(env) }, null, 2));
  } catch {}
  return result;
}

/** How it ended last time; undefined when that is not known. */
export function recall(layout) {
  try {
    return JSON.parse(readFileSync(memory(layout), "utf8"));
  } catch {
    return undefined;
  }
}

/** Whether nothing has changed since that could make another try go better. */
export function sameMachine(last, env) {
  return last.findings === findings(env);
}

/** Whether that was within the last hour. */
export function isRecent(last) {
  return Date.now() - last.at < HOUR;
}
