import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { progressFile } from "../../lib/exercises/progressFile.js";
import { newStudent } from "./student.js";

type Store = typeof import("../../lib/exercises/progress.js");

let student: ReturnType<typeof newStudent>;
let store: Store;
beforeEach(async () => {
  student = newStudent();
  vi.resetModules();
  store = await import("../../lib/exercises/progress.js");
});
afterEach(() => student.leave());

const attempt = (id: string) =>
  store.updateProgress(({ exercises }) => {
    exercises[id] = { attempts: (exercises[id]?.attempts ?? 0) + 1 };
  });

describe("updateProgress(change)", () => {
  it("begins a file and keeps what is in it", () => {
    expect(attempt("01.1").notices).toEqual([]);
    attempt("01.2");
    attempt("01.1");
    expect(student.progress()).toEqual({
      version: 1,
      exercises: { "01.1": { attempts: 2 }, "01.2": { attempts: 1 } },
      predictions: {},
    });
  });

  it("leaves nothing else behind", () => {
    attempt("01.1");
    expect(readdirSync(student.folder)).toEqual([".progress.json"]);
  });

  it("keeps what a later version of the workbook wrote", () => {
    student.write('{ "version": 1, "exercises": {}, "predictions": {}, "notes": ["mine"] }');
    attempt("01.1");
    expect(student.progress().notes).toEqual(["mine"]);
  });

  it.each(["", "{", "null", "[]", '{ "exercises": [] }'])(
    "keeps a damaged file (%j), says so once, and begins afresh",
    (text) => {
      student.write(text);
      expect(store.readProgress().exercises).toEqual({});
      const [notice] = attempt("01.1").notices;
      expect(notice).toMatch(
        /^The progress file could not be read\. It is kept as .*\.damaged-.*\.json, and a new one begins\.$/,
      );
      expect(readFileSync(notice.replace(/^.*kept as (.*), and a.*$/, "$1"), "utf8")).toBe(text);
      expect(attempt("01.1").notices).toEqual([]);
      expect(student.progress().exercises["01.1"].attempts).toBe(2);
    },
  );

  it("lasts until the kernel ends where nothing can be written, says so once, and is saved when it can be", () => {
    const blocked = join(student.folder, "blocked");
    writeFileSync(blocked, "a file where a folder should be");
    vi.stubEnv("CNN_WORKBOOK_PROGRESS", join(blocked, "progress.json"));
    expect(attempt("01.1").notices).toEqual([expect.stringMatching(/^Your progress cannot be saved/)]);
    expect(attempt("01.1").notices).toEqual([]);
    expect(store.readProgress().exercises["01.1"].attempts).toBe(2);
    vi.stubEnv("CNN_WORKBOOK_PROGRESS", student.file);
    attempt("01.2");
    expect(student.progress().exercises).toEqual({ "01.1": { attempts: 2 }, "01.2": { attempts: 1 } });
  });

  it("takes over a lock that was left behind", () => {
    writeFileSync(`${student.file}.lock`, "");
    utimesSync(`${student.file}.lock`, new Date(0), new Date(0));
    attempt("01.1");
    expect(student.progress().exercises["01.1"].attempts).toBe(1);
    expect(existsSync(`${student.file}.lock`)).toBe(false);
  });

  it("loses nothing when several notebooks write at once", async () => {
    const code = bundleFor(student.folder);
    const notebooks = ["a", "b", "c"].map((name) => ended(spawn(process.execPath, [code, name], { stdio: "inherit" })));
    expect(await Promise.all(notebooks)).toEqual([0, 0, 0]);
    const { exercises } = student.progress();
    expect(Object.keys(exercises).length).toBe(60);
    expect(exercises.shared).toBeUndefined();
    expect(student.progress().total).toBe(60);
  });
});

/** A program that records 20 attempts, made from the sources. */
function bundleFor(folder: string): string {
  for (const name of ["progress", "progressFile", "fileLock"]) {
    const source = readFileSync(fileURLToPath(new URL(`../../lib/exercises/${name}.ts`, import.meta.url)), "utf8");
    writeFileSync(join(folder, `${name}.js`), transformSync(source, { loader: "ts", format: "cjs" }).code);
  }
  const program = `const { updateProgress } = require("./progress.js");
    for (let i = 0; i < 20; i++) updateProgress((progress) => {
      progress.exercises[process.argv[2] + i] = { attempts: 1 };
      progress.total = (progress.total ?? 0) + 1;
    });`;
  writeFileSync(join(folder, "notebook.js"), program);
  return join(folder, "notebook.js");
}

function ended(child: ReturnType<typeof spawn>): Promise<number | null> {
  return new Promise((resolve) => child.on("exit", resolve));
}

describe("progressFile(from)", () => {
  beforeEach(() => vi.stubEnv("CNN_WORKBOOK_PROGRESS", ""));
  const folder = (...names: string[]) => {
    const path = join(student.folder, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };

  it("is the one that the environment names", () => {
    vi.stubEnv("CNN_WORKBOOK_PROGRESS", "/elsewhere/mine.json");
    expect(progressFile("/anywhere")).toBe("/elsewhere/mine.json");
  });

  it("is the nearest one above, else in the workbook's work folder, else beside the notebook", () => {
    const deep = folder("class", "anna", "week1");
    expect(progressFile(deep)).toBe(join(deep, ".progress.json"));
    writeFileSync(join(folder("class", "anna"), ".progress.json"), "{}");
    expect(progressFile(deep)).toBe(join(student.folder, "class", "anna", ".progress.json"));
    writeFileSync(join(folder("clone", "lib"), "package.json"), '{ "name": "cnn-workbook" }');
    folder("clone", "work");
    expect(progressFile(folder("clone", "notebooks"))).toBe(join(student.folder, "clone", "work", ".progress.json"));
    expect(progressFile(folder("clone", "work", "old"))).toBe(join(student.folder, "clone", "work", ".progress.json"));
  });
});
