import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StepError } from "../setup/steps.mjs";
import { convert } from "./convert.mjs";
import { lighten } from "./lighten.mjs";
import { indexPage, lessonPage, plainPage, solutionsPage } from "./pages.mjs";
import { plainPages } from "./plainPages.mjs";
import { searchIndex } from "./searchIndex.mjs";

/**
 * Writes every page and the search's index into `folder`.
 *
 * @param {{ name: string, file: string }[]} lessons
 * @param {Map<string, { student: object, solved: object }>} runs
 * @returns {Promise<string>} a word on what was done
 */
export async function writePages(lessons, runs, folder, log) {
  const plain = plainPages().map((page) => ({ ...page, root: "" }));
  const jobs = [
    ...(await Promise.all(lessons.map(({ name, file }) => lessonJob(name, file, runs.get(name).student)))),
    ...(await Promise.all(lessons.map(({ name }) => solutionsJob(name, runs.get(name).solved)))),
    ...plain,
  ];
  const pages = await convert(jobs, folder, log);
  const shown = pages.slice(0, lessons.length);
  const solved = pages.slice(lessons.length, 2 * lessons.length);
  const others = pages.slice(2 * lessons.length);
  checkAims(shown);
  for (const sub of ["solutions", "assets"]) mkdirSync(path.join(folder, sub));
  const write = (name, text) => writeFileSync(path.join(folder, name), text);
  write("index.html", indexPage(shown, others));
  for (const page of others) write(`${page.name}.html`, plainPage(page));
  for (const [i, page] of shown.entries()) {
    write(`${page.name}.html`, lessonPage(page, shown[i - 1], shown[i + 1]));
    write(path.join("solutions", `${page.name}.html`), solutionsPage(solved[i], page));
  }
  write(path.join("assets", "search-index.js"), searchIndex([...shown, ...others]));
  return `${shown.length} lessons, with their solutions`;
}

async function lessonJob(name, notebook, run) {
  return { name, notebook, run: await lighten(run), root: "", solutions: "solutions" };
}

async function solutionsJob(name, run) {
  return { name, notebook: run.notebook, run: await lighten(run), root: "../", solutions: null };
}

/** The first page says what each lesson teaches, in the lesson's own words. */
function checkAims(pages) {
  const silent = pages.find(({ title, aims }) => !title || aims.length === 0);
  if (!silent) return;
  throw new StepError(
    `lessons/${silent.name} does not say what it teaches: a # title, and a list after "At the end you can"`,
    {
      works: "the site as it was built last",
      fix: "add it, run npm run notebooks, then the same command again",
    },
  );
}
