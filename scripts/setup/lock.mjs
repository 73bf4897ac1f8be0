import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "../paths.mjs";

const file = inRoot("cache", "setup.lock");

/**
 * Lets one preparation at a time work on the folder. Waits for another that is under way, tells so once, and takes over
 * from one that died.
 *
 * @param {(sentence: string) => void} say
 * @returns {Promise<() => void>} lets the next one in
 */
export async function takeTurn(say) {
  mkdirSync(inRoot("cache"), { recursive: true });
  let told = false;
  while (!taken()) {
    const other = holder();
    if (other && !told) say(`Another command (process ${other}) is preparing this folder: waiting for it.`);
    told ||= Boolean(other);
    if (other) await sleep(200);
    else rmSync(file, { force: true });
  }
  const release = () => holder() === process.pid && rmSync(file, { force: true });
  process.on("exit", release);
  return release;
}

function taken() {
  try {
    writeFileSync(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/** Process that holds the turn, undefined when it is dead or unreadable. */
function holder() {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return error.code === "EPERM" ? -1 : undefined;
  }
}
