import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inRoot } from "../paths.mjs";

const file = inRoot("cache", "setup.lock");
const LOOK = 200;
const RENEW = 2_000;
/** A turn that nobody has renewed for so long was left behind, whatever program has its process number today. */
const LEFT_BEHIND = 20_000;

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
  let waited = 0;
  let renewed;
  while (!taken()) {
    const other = holder();
    if (!other || waited >= LEFT_BEHIND) {
      rmSync(file, { force: true });
      continue;
    }
    if (!told) say(`Another command${other.name} is preparing this folder: waiting for it.`);
    told = true;
    waited = other.renewed === renewed ? waited + LOOK : 0;
    renewed = other.renewed;
    await sleep(LOOK);
  }
  const renewal = setInterval(renew, RENEW).unref();
  const release = () => {
    clearInterval(renewal);
    if (written() === String(process.pid)) rmSync(file, { force: true });
  };
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

function renew() {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Somebody cleared the cache: there is nothing to hold any more.
  }
}

/** Who has the turn, and when it was last renewed; undefined when that process is dead. */
function holder() {
  const text = written();
  const pid = Number(text);
  // In a container, the process that died in an earlier run often had the number that this one has now.
  if (text === undefined || pid === process.pid || (text !== "" && !isAlive(pid))) return undefined;
  // Between its making and its writing the file is empty.
  const name = text === "" ? "" : ` (process ${pid})`;
  return { name, renewed: statSync(file, { throwIfNoEntry: false })?.mtimeMs };
}

function written() {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}
