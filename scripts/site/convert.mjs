import { spawn } from "node:child_process";
import { jupyterEnv, venvPython } from "../jupyterEnv.mjs";
import { inRoot } from "../paths.mjs";
import { StepError } from "../setup/steps.mjs";
import { setFormulas } from "./formulas.mjs";

/**
 * The middle parts of pages, by nbconvert, with their formulas set. Pictures are written into `folder`.
 *
 * @param {object[]} jobs as convert.py reads them
 * @param {string} folder the site
 * @param {{ write(text: string): void }} log
 * @returns {Promise<{ name: string, title: string, html: string, sections: object[], aims: string[], exercises: number }[]>}
 */
export async function convert(jobs, folder, log) {
  const names = jobs.filter(({ root }) => root === "").map(({ name }) => name);
  const pages = JSON.parse(await nbconvert(JSON.stringify({ pages: names, jobs }), folder, log));
  return pages.map((page) => ({ ...page, html: setFormulas(page.html) }));
}

function nbconvert(input, folder, log) {
  const child = spawn(venvPython, [inRoot("scripts", "site", "convert.py"), folder], { env: jupyterEnv() });
  let [output, said] = ["", ""];
  child.stdout.on("data", (data) => (output += data));
  child.stderr.on("data", (data) => (said += data));
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(unconverted(error.message)));
    child.on("close", (code) => {
      log.write(said);
      if (code === 0) resolve(output);
      else reject(unconverted(said));
    });
  });
}

function unconverted(output) {
  return new StepError(`nbconvert could not make the pages: ${output.trim().split("\n").at(-1)}`, {
    works: "the site as it was built last",
    fix: "run npm run setup, then the same command again",
    cause: { output },
  });
}
