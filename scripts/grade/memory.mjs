import { readdirSync, readFileSync } from "node:fs";
import { Gone } from "./channel.mjs";
import { limits } from "./limits.mjs";

const PAGE = 4096;
const everyMs = 50;

/**
 * Watches a process and all that come from it: what they hold in memory, and how many they are.
 *
 * @param {number} pid
 * @returns {() => void} to be called often; throws `Gone` when it is too much
 */
export function watchMemory(pid) {
  let due = 0;
  return () => {
    if (Date.now() < due) return;
    due = Date.now() + everyMs;
    const all = family(pid);
    if (all.length > limits.processes.many) throw new Gone("processes", "it started too many processes");
    const bytes = all.reduce((sum, one) => sum + residentBytes(one), 0);
    if (bytes > limits.memory.all) throw new Gone("memory", "it used too much memory");
  };
}

/** A process and its descendants, as far as they can be seen just now. */
function family(pid) {
  const found = [pid];
  for (let i = 0; i < found.length && found.length < 1000; i++) found.push(...children(found[i]));
  return found;
}

function children(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

function residentBytes(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]) * PAGE;
  } catch {
    return 0;
  }
}
