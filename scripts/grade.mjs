// Grades the notebooks of a class.
//
//   npm run grade -- FOLDER              checks FOLDER/STUDENT/NN-name.ipynb, each in a sandbox; writes FOLDER-results
//   npm run grade -- FOLDER --out DIR    writes into DIR
import "./checkNode.mjs";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { whatIsMissing } from "./grade/requirements.mjs";
import { isMain, main } from "./main.mjs";

/** Grades, and writes the tables. */
async function grade({ log, steps }) {
  const { folder, out } = readArguments();
  const built = await steps.run("Course", () => build({ log }));
  if (!built.ok) return false;
  const missing = whatIsMissing();
  if (missing) throw new Error(missing);
  // Loaded now: these need the built course.
  const { findSubmissions } = await import("./grade/submissions.mjs");
  const { gradeAll } = await import("./grade/gradeAll.mjs");
  const { lessonNames } = await import("./grade/course.mjs");
  const { submissions, students, notes } = findSubmissions(folder, lessonNames());
  if (submissions.length === 0) throw new Error(`There are no notebooks in ${folder}. ${layout}`);
  let graded = [];
  const work = await steps.run("Notebooks", async (report) => {
    graded = await gradeAll(submissions, (done, { student, lesson }) =>
      report(`${done} of ${submissions.length}: ${printable(student)}, ${lesson}`),
    );
    return `${submissions.length} graded`;
  });
  if (!work.ok) return false;
  for (const note of notes) steps.say(printable(note));
  await writeTables(graded, students, notes, out);
  steps.say(`\nThe grades are in ${out}: grades.html, grades.csv, grades.json`);
  return true;
}

const layout =
  "They are looked for as FOLDER/STUDENT/01-convolution-1d.ipynb, or FOLDER/STUDENT_01-convolution-1d.ipynb.";

function readArguments() {
  const { values, positionals } = parseArguments();
  const [given, ...more] = positionals;
  if (!given || more.length > 0) throw new Error("Say which folder: npm run grade -- FOLDER");
  const folder = path.resolve(given);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Error(`There is no folder ${folder}.`);
  return { folder, out: values.out ? path.resolve(values.out) : `${folder}-results` };
}

function parseArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { out: { type: "string" } } });
  } catch (error) {
    throw new Error(`${error.message.split(".")[0]}. Use: npm run grade -- FOLDER --out DIR`);
  }
}

async function writeTables(graded, students, notes, out) {
  const [{ makeReport }, { toCsv }, { toHtml }] = await Promise.all([
    import("./grade/report.mjs"),
    import("./grade/csv.mjs"),
    import("./grade/html.mjs"),
  ]);
  const report = makeReport(graded, students);
  mkdirSync(out, { recursive: true });
  writeFileSync(path.join(out, "grades.csv"), toCsv(report));
  writeFileSync(path.join(out, "grades.html"), toHtml(report, { notes, date: new Date().toISOString().slice(0, 10) }));
  writeFileSync(path.join(out, "grades.json"), `${JSON.stringify(report, null, 1)}\n`);
}

/** Names come from files: nothing in them may move the terminal's cursor. */
const printable = (text) => text.replace(/\p{C}/gu, "?");

if (isMain(import.meta)) await main("grade", grade);
