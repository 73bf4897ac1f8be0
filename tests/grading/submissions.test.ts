import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readNotebook } from "../../scripts/grade/readNotebook.mjs";
import { findSubmissions } from "../../scripts/grade/submissions.mjs";

const lessons = ["01-first", "02-second"];
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text = "{}"): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
const found = () => {
  const { submissions, ...rest } = findSubmissions(folder, lessons);
  const short = submissions.map(({ student, lesson, file }) => [student, lesson, path.relative(folder, file)]);
  return { ...rest, submissions: short };
};

describe("findSubmissions(folder, lessons)", () => {
  it("finds a folder a student, and flat files; a lesson by its number", () => {
    for (const name of ["anna/01-first.ipynb", "anna/02-renamed.ipynb", "ben_01-first.ipynb"]) write(name);
    for (const name of ["anna/notes.txt", "anna/07-unknown.ipynb", "readme.ipynb", ".hidden/01-first.ipynb"])
      write(name);
    mkdirSync(path.join(folder, "carla"));
    expect(found()).toEqual({
      submissions: [
        ["anna", "01-first", "anna/01-first.ipynb"],
        ["anna", "02-second", "anna/02-renamed.ipynb"],
        ["ben", "01-first", "ben_01-first.ipynb"],
      ],
      students: ["anna", "ben", "carla"],
      notes: [],
    });
  });

  it("follows no links", () => {
    const secret = write("anna/01-first.ipynb");
    mkdirSync(path.join(folder, "ben"));
    symlinkSync(secret, path.join(folder, "ben", "01-first.ipynb"));
    symlinkSync(path.join(folder, "anna"), path.join(folder, "carla"));
    const { submissions, notes } = found();
    expect(submissions).toHaveLength(1);
    expect(notes).toEqual([
      "ben/01-first.ipynb is a link, and is not followed.",
      "carla is a link, and is not followed.",
    ]);
    expect(() => readNotebook(path.join(folder, "ben", "01-first.ipynb"))).toThrow(/ELOOP/);
  });

  it("of two notebooks for a lesson takes the one with the lesson's name, and says so", () => {
    for (const name of ["01-copy.ipynb", "01-first.ipynb", "01-old.ipynb"]) write(`anna/${name}`);
    const { submissions, notes } = found();
    expect(submissions).toEqual([["anna", "01-first", "anna/01-first.ipynb"]]);
    expect(notes.at(-1)).toBe("anna has more than one notebook of 01-first: 01-first.ipynb counts.");
  });
});

describe("readNotebook(file)", () => {
  const cell = (source: unknown, cell_type = "code") => ({ cell_type, source });
  const notebook = (...cells: unknown[]) => JSON.stringify({ cells });

  it("gives the code, as one text or as lines", () => {
    const text = notebook(cell("a"), cell("words", "markdown"), cell(["b\n", "c"]));
    expect(readNotebook(write("a.ipynb", text))).toEqual(["a", "b\nc"]);
  });

  it.each([
    ["{", /cannot be read: it is no JSON/],
    ["[".repeat(1e6), /cannot be read|no cells/],
    ["null", /has no cells/],
    ['{"cells": 7}', /has no cells/],
    [notebook(cell(7)), /has no text/],
    [notebook(...new Array(1001).fill(cell("a"))), /has 1001 code cells/],
    [notebook(cell("x".repeat(100_001))), /longer than 100000 characters/],
    [" ".repeat(30_000_001), /has 30 MB; 30 are allowed/],
  ])("%.20s… is told in a sentence", (text, message) => {
    expect(() => readNotebook(write("a.ipynb", text))).toThrow(message);
  });

  it("is not held up by a pipe or a folder", () => {
    mkdirSync(path.join(folder, "a.ipynb"));
    expect(() => readNotebook(path.join(folder, "a.ipynb"))).toThrow("It is not a file.");
  });
});
