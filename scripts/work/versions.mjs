import { readFileSync } from "node:fs";
import path from "node:path";
import { writeWhole } from "./files.mjs";

const fileIn = (folder) => path.join(folder, ".versions.json");

/** Which version of each lesson the student was given. A file that is missing or damaged counts as knowing nothing. */
export function readVersions(folder) {
  try {
    const versions = JSON.parse(readFileSync(fileIn(folder), "utf8"));
    return Object.fromEntries(Object.entries(versions).filter(([, version]) => version && typeof version === "object"));
  } catch {
    return {};
  }
}

export function writeVersions(folder, versions) {
  const text = `${JSON.stringify(versions, null, 2)}\n`;
  if (text !== stored(folder)) writeWhole(fileIn(folder), text);
}

function stored(folder) {
  try {
    return readFileSync(fileIn(folder), "utf8");
  } catch {
    return undefined;
  }
}
