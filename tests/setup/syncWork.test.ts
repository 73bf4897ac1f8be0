import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { notebookFolders } from "./notebookFolders.js";

const LESSON = "01-a.ipynb";
const NEW = "01-a (new).ipynb";
let folders: ReturnType<typeof notebookFolders>;

beforeEach(() => {
  folders = notebookFolders();
});
afterEach(() => folders.remove());

describe("syncWork, first time", () => {
  it("copies every lesson, and nothing that is no lesson", () => {
    folders.ship("00-start.ipynb", ["let a = 1"]);
    folders.ship(LESSON, ["let b = 2"]);
    writeFileSync(`${folders.from}/README.md`, "not a lesson");
    expect(folders.sync()).toEqual({ summary: "2 new or updated", messages: [] });
    expect(folders.files()).toEqual(["00-start.ipynb", LESSON]);
    expect(folders.read(LESSON)).toEqual(["let b = 2"]);
  });

  it("does nothing the second time", () => {
    folders.ship(LESSON, ["let b = 2"]);
    folders.sync();
    expect(folders.sync()).toEqual({ summary: "up to date", messages: [] });
  });

  it("works when there are no lessons yet", () => {
    rmSync(folders.from, { recursive: true });
    expect(folders.sync().summary).toBe("up to date");
  });
});

describe("syncWork, when a lesson has a new version", () => {
  beforeEach(() => {
    folders.ship(LESSON, ["first", "second\nline"]);
    folders.sync();
  });

  it("replaces a copy that was only run", () => {
    folders.write(LESSON, ["first", "second\nline", " "], [{ output_type: "stream", name: "stdout", text: "2" }]);
    folders.ship(LESSON, ["first", "better"]);
    expect(folders.sync()).toEqual({ summary: "1 new or updated", messages: [] });
    expect(folders.read(LESSON)).toEqual(["first", "better"]);
    expect(folders.files()).toEqual([LESSON]);
  });

  it.each([
    ["an edited cell", ["first", "my answer"]],
    ["an added cell", ["first", "second\nline", "my own"]],
    ["a removed cell", ["first"]],
    ["cells in another order", ["second\nline", "first"]],
  ])("keeps a copy with %s, lays the new one beside it and says so once", (_, mine) => {
    folders.write(LESSON, mine);
    folders.ship(LESSON, ["first", "better"]);
    const { messages } = folders.sync();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(`work/${NEW}`);
    expect(folders.read(LESSON)).toEqual(mine);
    expect(folders.read(NEW)).toEqual(["first", "better"]);
    expect(folders.sync().messages).toEqual([]);
  });

  it("does not bring back an offer that the student deleted", () => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    folders.sync();
    rmSync(folders.file(NEW));
    expect(folders.sync().messages).toEqual([]);
    expect(folders.files()).toEqual([LESSON]);
  });

  it("replaces an untouched offer by a later one", () => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    folders.sync();
    folders.ship(LESSON, ["best"]);
    expect(folders.sync().messages).toHaveLength(1);
    expect(folders.read(NEW)).toEqual(["best"]);
    expect(folders.files()).toEqual([NEW, LESSON]);
  });

  it("keeps an offer that the student worked in", () => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    folders.sync();
    folders.write(NEW, ["better, with my answer"]);
    folders.ship(LESSON, ["best"]);
    expect(folders.sync().messages[0]).toContain("work/01-a (new 2).ipynb");
    expect(folders.read(NEW)).toEqual(["better, with my answer"]);
    expect(folders.read(LESSON)).toEqual(["mine"]);
  });

  it("follows a student who renames the offer to the lesson's name", () => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    folders.sync();
    renameSync(folders.file(NEW), folders.file(LESSON));
    expect(folders.sync()).toEqual({ summary: "up to date", messages: [] });
    folders.ship(LESSON, ["best"]);
    expect(folders.sync()).toEqual({ summary: "1 new or updated", messages: [] });
    expect(folders.read(LESSON)).toEqual(["best"]);
  });

  it("leaves the copy of a lesson that no longer ships", () => {
    rmSync(`${folders.from}/${LESSON}`);
    expect(folders.sync().messages).toEqual([]);
    expect(folders.read(LESSON)).toEqual(["first", "second\nline"]);
  });
});

describe("syncWork, whatever a student does to the folder", () => {
  beforeEach(() => {
    folders.ship(LESSON, ["first"]);
    folders.sync();
  });

  it("brings back a deleted lesson", () => {
    rmSync(folders.file(LESSON));
    folders.sync();
    expect(folders.read(LESSON)).toEqual(["first"]);
  });

  it("keeps a renamed lesson and copies the lesson in afresh", () => {
    folders.write(LESSON, ["mine"]);
    renameSync(folders.file(LESSON), folders.file("my lesson.ipynb"));
    folders.sync();
    expect(folders.read("my lesson.ipynb")).toEqual(["mine"]);
    expect(folders.read(LESSON)).toEqual(["first"]);
  });

  it.each([["{ half a notebook"], [""], ["[]"], ['{"cells": [null]}']])("keeps a damaged file: %j", (text) => {
    writeFileSync(folders.file(LESSON), text);
    const { messages } = folders.sync();
    expect(messages[0]).toMatch(
      /could not be read as a notebook. The file was kept as work\/01-a \(damaged .*\)\.ipynb/,
    );
    const kept = folders.files().find((name) => name.includes("damaged")) ?? "";
    expect(readFileSync(folders.file(kept), "utf8")).toBe(text);
    expect(folders.read(LESSON)).toEqual(["first"]);
  });

  it.each([
    ["deleted", undefined],
    ["damaged", "{"],
    ["nonsense", "[1, null]"],
  ])("never overwrites work when the record is %s", (_, text) => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    if (text === undefined) rmSync(folders.file(".versions.json"));
    else writeFileSync(folders.file(".versions.json"), text);
    folders.sync();
    expect(folders.read(LESSON)).toEqual(["mine"]);
    expect(folders.read(NEW)).toEqual(["better"]);
    expect(folders.sync().messages).toEqual([]);
  });

  it("copies everything in again when the whole folder was deleted", () => {
    rmSync(folders.to, { recursive: true });
    folders.sync();
    expect(folders.read(LESSON)).toEqual(["first"]);
  });

  it("leaves no half-written file behind", () => {
    rmSync(folders.file(LESSON));
    folders.sync();
    expect(existsSync(folders.to)).toBe(true);
    expect(folders.files()).toEqual([LESSON]);
  });
});
