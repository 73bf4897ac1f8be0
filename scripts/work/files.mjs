import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Reads a notebook's cell sources.
 *
 * @param {string} file
 * @returns {{ hash: string, damaged: false } | { hash: undefined, damaged: true }} `hash` stands for types and sources
 *   of the cells; outputs, metadata and empty cells (Shift-Enter on the last cell makes one) leave it alone
 */
export function readNotebook(file) {
  try {
    const cells = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")).cells;
    const sources = cells.map(({ cell_type, source }) => [
      cell_type,
      [source].flat().join("").replaceAll("\r\n", "\n"),
    ]);
    const filled = sources.filter(([, source]) => source.trim() !== "");
    return { hash: createHash("sha256").update(JSON.stringify(filled)).digest("hex"), damaged: false };
  } catch {
    return { hash: undefined, damaged: true };
  }
}

/** Copies a file so that its target is at every moment either the old one or the new one, whole. */
export function copyWhole(from, to) {
  writeWhole(to, readFileSync(from));
}

/** Writes a file in the same way. */
export function writeWhole(to, content) {
  const part = path.join(path.dirname(to), `.${path.basename(to)}.${process.pid}.part`);
  try {
    writeFileSync(part, content);
    renameSync(part, to);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/**
 * Renames a file so that nothing is lost: `name (label 2026-01-31 14-05-09).ipynb`.
 *
 * @param {string} [folder] where to; default: where it is
 * @returns {string} the new path
 */
export function moveAside(file, label, folder = path.dirname(file)) {
  const { name, ext } = path.parse(file);
  const now = new Date();
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join("-");
  for (let number = 1; ; number++) {
    const more = number === 1 ? "" : ` ${number}`;
    const target = path.join(folder, `${name} (${[label, day, time].filter(Boolean).join(" ")}${more})${ext}`);
    if (existsSync(target)) continue;
    renameSync(file, target);
    return target;
  }
}

function two(number) {
  return String(number).padStart(2, "0");
}
