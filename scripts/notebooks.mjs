// Writes notebooks/ from lessons/: a notebook for each lesson, and the pages glossary.md and sources.md.
//
//   npm run notebooks                      all lessons
//   npm run notebooks -- 01                the lessons whose name begins so, without the pages
//   npm run notebooks -- --check           changes nothing; fails when notebooks/ differ from their lessons
//   npm run notebooks -- --solutions DIR   writes notebooks with every exercise solved into DIR
//   npm run notebooks -- --no-build        takes the library as it was built last
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lessons = join(root, "lessons");
const notebooks = join(root, "notebooks");
const built = join(root, "lib", "dist", "lessons");

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: "boolean" }, solutions: { type: "string" }, "no-build": { type: "boolean" } },
});

process.exitCode = await main();

async function main() {
  if (!options["no-build"] && !build()) return 1;
  const names = lessonNames().filter(
    (name) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
  );
  const { texts, faults } = await generateAll(names);
  if (faults.length === 0 && positionals.length === 0 && !options.solutions) await addPages(texts, faults);
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    return 1;
  }
  if (options.check) return check(texts);
  write(texts, options.solutions ?? notebooks);
  if (!options.solutions) removeOrphans();
  return 0;
}

/** Numbers in prose come from compiled code, which must be that of today. */
function build() {
  const { status } = spawnSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-b", root], {
    stdio: "inherit",
  });
  if (status !== 0) console.error("\nThe notebooks were not written: the TypeScript build failed, see above.");
  return status === 0;
}

function lessonNames() {
  return readdirSync(lessons)
    .filter((name) => /^\d\d-/.test(name) && existsSync(join(lessons, name, "lesson.ts")))
    .sort();
}

async function generateAll(names) {
  const { generateLesson } = await import("./notebooks/generateLesson.mjs");
  const texts = new Map();
  const faults = [];
  for (const lesson of names) {
    try {
      texts.set(
        `${lesson}.ipynb`,
        await generateLesson({ lessons, lesson, built, solved: options.solutions !== undefined }),
      );
    } catch (error) {
      faults.push(error.name === "LessonError" ? error.message : `lessons/${lesson}: ${error.stack}`);
    }
  }
  return { texts, faults };
}

/** The pages beside the lessons are made of all of them. */
async function addPages(texts, faults) {
  const { writePages } = await import("./pages/writePages.mjs");
  const byLesson = new Map([...texts].map(([file, text]) => [file.replace(/\.ipynb$/, ""), text]));
  try {
    for (const [name, text] of writePages(root, byLesson)) texts.set(name, text);
  } catch (error) {
    faults.push(error.message);
  }
}

function write(texts, folder) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) {
    const same = readOr(join(folder, name)) === text;
    if (!same) writeFileSync(join(folder, name), text);
    console.log(`${same ? "same " : "wrote"}  ${name}`);
  }
}

/** Notebooks whose lesson is gone. */
function orphans() {
  const lessonFiles = new Set(lessonNames().map((name) => `${name}.ipynb`));
  return readdirSync(notebooks).filter((name) => name.endsWith(".ipynb") && !lessonFiles.has(name));
}

function removeOrphans() {
  for (const name of orphans()) {
    rmSync(join(notebooks, name));
    console.log(`removed ${name}, which has no lesson`);
  }
}

function check(texts) {
  const differing = [...texts].filter(([name, text]) => readOr(join(notebooks, name)) !== text).map(([name]) => name);
  const stale = [...differing, ...orphans()];
  if (stale.length === 0) return 0;
  console.error(`notebooks/ differ from lessons/: ${stale.join(", ")}. Run: npm run notebooks`);
  return 1;
}

function readOr(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}
