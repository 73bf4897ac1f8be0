import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { inRoot } from "./paths.mjs";
import { copyWhole, moveAside, readNotebook } from "./work/files.mjs";
import { shippedLessons, shippedPages } from "./work/lessons.mjs";
import { syncPage } from "./work/pages.mjs";
import { readVersions, writeVersions } from "./work/versions.mjs";

/** The folder that JupyterLab shows. */
export const workFolder = inRoot("work");
export const lessonsFolder = inRoot("notebooks");

/**
 * Brings the student's copies up to date. A lesson whose cells the student changed is never written over: a new version
 * lands beside it, and that is told once. Outputs and empty cells do not count as changes.
 *
 * @param {{ from?: string, to?: string }} [options] folder of the lessons, folder of the copies
 * @returns {{ summary: string, messages: string[] }} a word on what was done, and what the student has to know
 */
export function syncWork({ from = lessonsFolder, to = workFolder } = {}) {
  mkdirSync(to, { recursive: true });
  const versions = readVersions(to);
  const bring = (sync, { name, ...rest }, file) => {
    const result = sync({ name, ...rest }, path.join(to, file), versions[name] ?? {});
    versions[name] = result.version;
    return result;
  };
  const results = [
    ...shippedLessons(from).map((lesson) => bring(syncLesson, lesson, `${lesson.name}.ipynb`)),
    ...shippedPages(from).map((page) => bring(syncPage, page, page.name)),
  ];
  writeVersions(to, versions);
  const changed = results.filter(({ wrote }) => wrote).length;
  return {
    summary: changed === 0 ? "up to date" : `${changed} new or updated`,
    messages: results.flatMap(({ message }) => message ?? []),
  };
}

/**
 * @param {{ name: string, file: string, hash: string }} lesson as it ships now
 * @param {string} copy the student's file
 * @param {{ given?: string, offered?: string }} version hashes of the version that the student's copy began as, and of
 *   the one that was last laid beside it
 */
function syncLesson(lesson, copy, version) {
  const fresh = { version: { given: lesson.hash }, wrote: true };
  if (!existsSync(copy)) {
    copyWhole(lesson.file, copy);
    return fresh;
  }
  const { hash, damaged } = readNotebook(copy);
  if (damaged) return replaceDamaged(lesson, copy, fresh);
  if (hash === lesson.hash) return { version: { given: lesson.hash } };
  if (hash === version.given || hash === version.offered) {
    copyWhole(lesson.file, copy);
    return fresh;
  }
  if (lesson.hash === version.given || lesson.hash === version.offered) return { version };
  return layBeside(lesson, copy, version);
}

function layBeside(lesson, copy, version) {
  const beside = freeName(copy, version.offered);
  copyWhole(lesson.file, beside);
  const message =
    `  ${lesson.name} has a new version. Yours has your changes and stays as it is; the new one lies beside it: ` +
    `work/${path.basename(beside)}`;
  return { version: { ...version, offered: lesson.hash }, wrote: true, message };
}

/** A name beside the student's file that is free, or that holds an earlier offer nobody has touched. */
function freeName(copy, offered) {
  for (let number = 1; ; number++) {
    const name = copy.replace(/\.ipynb$/, number === 1 ? " (new).ipynb" : ` (new ${number}).ipynb`);
    if (!existsSync(name) || (offered && readNotebook(name).hash === offered)) return name;
  }
}

function replaceDamaged(lesson, copy, fresh) {
  const kept = moveAside(copy, "damaged");
  copyWhole(lesson.file, copy);
  const message =
    `  ${lesson.name} could not be read as a notebook. The file was kept as work/${path.basename(kept)}, and the lesson ` +
    "copied in afresh.";
  return { ...fresh, message };
}
