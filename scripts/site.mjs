// Writes the whole course as a static site.
//
//   npm run site                  every lesson that ships, into site/
//   npm run site -- 01 04         a site of the lessons whose names begin so
//   npm run site -- --out DIR     into another folder, which is replaced
//   npm run site -- --check       then checks every page: HTML, links, accessibility, sizes, in Chromium
//   npm run site -- --no-build    takes the library as it was built last
import "./checkNode.mjs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isMain, main } from "./main.mjs";
import { inRoot, root } from "./paths.mjs";
import { StepError } from "./setup/steps.mjs";
import { setup } from "./setup.mjs";
import { shippedLessons } from "./work/lessons.mjs";

/** Runs the notebooks, writes the pages, and checks them if asked to. */
async function site({ log, steps }) {
  const { values, positionals } = readArguments();
  if (!values["no-build"] && !(await prepare({ log, steps }))) return false;
  const lessons = chosen(positionals);
  const out = path.resolve(values.out ?? inRoot("site"));
  const { buildSite } = await import("./site/buildSite.mjs");
  if (!(await buildSite({ lessons, out, log, steps }))) return false;
  steps.say(`\nThe site is in ${path.relative(root, out) || out}: open index.html there, or serve the folder.`);
  if (!values.check) return true;
  const { checkSite } = await import("./site/checkSite.mjs");
  return checkSite(out, { log, steps });
}

function readArguments() {
  const options = { out: { type: "string" }, check: { type: "boolean" }, "no-build": { type: "boolean" } };
  return parseArgs({ allowPositionals: true, options });
}

async function prepare(tools) {
  const { native, ...parts } = await setup(tools);
  await native;
  return Object.values(parts).every(Boolean);
}

function chosen(starts) {
  const all = shippedLessons(inRoot("notebooks"));
  const lessons = all.filter(({ name }) => starts.length === 0 || starts.some((start) => name.startsWith(start)));
  if (lessons.length > 0) return lessons;
  throw new StepError(
    `No lesson begins with ${starts.join(" or ")}. Lessons: ${all.map(({ name }) => name).join(", ")}`,
    {},
  );
}

if (isMain(import.meta)) await main("site", site);
