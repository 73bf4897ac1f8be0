import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { StepError } from "../setup/steps.mjs";
import { copyAssets } from "./assets.mjs";
import { runLessons } from "./runLessons.mjs";
import { writePages } from "./writePages.mjs";

/**
 * Writes the site of `lessons` into `out`. What was there stays until the new one is whole.
 *
 * @param {{ lessons: { name: string, file: string }[], out: string, log: object, steps: object }} from
 * @returns {Promise<boolean>} whether it was written; what failed has been shown
 * @throws {StepError} `out` holds something else
 */
export async function buildSite({ lessons, out, log, steps }) {
  checkFolder(out);
  const runs = await runLessons(lessons, { log, steps });
  if (!runs) return false;
  mkdirSync(path.dirname(out), { recursive: true });
  const fresh = mkdtempSync(path.join(path.dirname(out), ".site-"));
  try {
    const pages = await steps.run("pages", () => writePages(lessons, runs, fresh, log));
    if (!pages.ok) return false;
    const assets = await steps.run("scripts and styles", () => copyAssets(fresh));
    if (!assets.ok) return false;
    // A temporary folder is for its owner only.
    chmodSync(fresh, 0o755);
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
    return true;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Only an earlier site is replaced. */
function checkFolder(out) {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  if (existsSync(path.join(out, "assets", "search-index.js"))) return;
  throw new StepError(`${out} holds other files, which a site would replace. Give --out another folder.`, {});
}
