import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { copyWhole, moveAside } from "./files.mjs";

/**
 * Brings the student's copy of a page up to date. A copy that the student wrote into is kept under another name.
 *
 * @param {{ name: string, file: string }} page as it ships now
 * @param {string} copy the student's file
 * @param {{ given?: string }} version hash of the version that the student was given
 */
export function syncPage({ name, file }, copy, version) {
  const given = hashOf(file);
  const has = existsSync(copy) ? hashOf(copy) : undefined;
  if (has === given) return { version: { given } };
  const fresh = { version: { given }, wrote: true };
  if (has === undefined || has === version.given) {
    copyWhole(file, copy);
    return fresh;
  }
  if (version.given === given) return { version };
  const kept = moveAside(copy, "yours");
  copyWhole(file, copy);
  return {
    ...fresh,
    message: `  ${name} has a new version. Yours has your changes and was kept as work/${path.basename(kept)}`,
  };
}

function hashOf(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}
