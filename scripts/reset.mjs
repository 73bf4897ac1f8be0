import "./checkNode.mjs";
import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { isMain, main } from "./main.mjs";
import { lessonsFolder, workFolder } from "./syncWork.mjs";
import { copyWhole, moveAside } from "./work/files.mjs";
import { findLesson, shippedLessons } from "./work/lessons.mjs";
import { readVersions, writeVersions } from "./work/versions.mjs";

/**
 * Starts a lesson afresh. What the student had moves to work/backups, with the date in its name.
 *
 * @param {string} wanted `3`, `03` or the lesson's full name
 * @returns {string} a sentence on what was done
 * @throws {Error} there is no such lesson
 */
export function resetLesson(wanted, { from = lessonsFolder, to = workFolder } = {}) {
  const lessons = shippedLessons(from);
  const lesson = wanted === undefined ? undefined : findLesson(lessons, wanted);
  if (!lesson)
    throw new Error(`${unknown(wanted)} Lessons: ${lessons.map(({ name }) => name).join(", ") || "none yet"}.`);
  const copy = path.join(to, `${lesson.name}.ipynb`);
  const backup = existsSync(copy) ? keep(copy, path.join(to, "backups")) : undefined;
  mkdirSync(to, { recursive: true });
  copyWhole(lesson.file, copy);
  writeVersions(to, { ...readVersions(to), [lesson.name]: { given: lesson.hash } });
  const kept = backup ? ` Yours was kept as ${path.join(path.basename(to), "backups", path.basename(backup))}.` : "";
  return `${lesson.name} starts afresh.${kept} Reload it if it is open in JupyterLab.`;
}

function keep(copy, folder) {
  mkdirSync(folder, { recursive: true });
  return moveAside(copy, "", folder);
}

function unknown(wanted) {
  return wanted === undefined ? "Say which lesson: npm run reset -- 03." : `There is no lesson "${wanted}".`;
}

if (isMain(import.meta)) {
  await main("reset", async () => {
    console.log(resetLesson(process.argv[2]));
    return true;
  });
}
