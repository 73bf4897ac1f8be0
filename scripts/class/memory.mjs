import { readdirSync, readFileSync, readlinkSync } from "node:fs";

const UNITS = { M: 2 ** 20, G: 2 ** 30 };

/**
 * @param {string} text such as `"1500M"` or `"2G"`
 * @throws {Error} it is no such text
 */
export function bytesOf(text) {
  const [, number, unit] = /^(\d+)([MG])$/.exec(text) ?? [];
  if (!unit) throw new Error(`--memory must be a number with M or G, such as 2G, got ${text}`);
  return Number(number) * UNITS[unit];
}

/** MiB of all processes that work in a folder or below, with shared pages counted in shares (PSS). */
export function memoryOf(folder) {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.reduce((sum, pid) => sum + (worksIn(pid, folder) ? share(pid) : 0), 0);
}

function worksIn(pid, folder) {
  try {
    return `${readlinkSync(`/proc/${pid}/cwd`)}/`.startsWith(`${folder}/`);
  } catch {
    return false;
  }
}

function share(pid) {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))[1]) / 1024;
  } catch {
    return 0;
  }
}
