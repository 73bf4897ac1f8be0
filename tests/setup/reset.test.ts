import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resetLesson } from "../../scripts/reset.mjs";
import { notebookFolders } from "./notebookFolders.js";

const LESSON = "03-filters.ipynb";
let folders: ReturnType<typeof notebookFolders>;

beforeEach(() => {
  folders = notebookFolders();
  folders.ship("00-start.ipynb", ["start"]);
  folders.ship(LESSON, ["first"]);
  folders.sync();
});
afterEach(() => folders.remove());

describe("resetLesson(wanted)", () => {
  it.each(["03", "3", "03-filters", "03-filters.ipynb"])(
    "starts lesson %s afresh and keeps what was there",
    (wanted) => {
      folders.write(LESSON, ["mine"]);
      const sentence = resetLesson(wanted, folders);
      expect(folders.read(LESSON)).toEqual(["first"]);
      const [backup = ""] = readdirSync(folders.file("backups"));
      expect(backup).toMatch(/^03-filters \(\d{4}-\d\d-\d\d \d\d-\d\d-\d\d\)\.ipynb$/);
      expect(sentence).toContain(`work/backups/${backup}`);
      expect(readFileSync(path.join(folders.file("backups"), backup), "utf8")).toContain("mine");
    },
  );

  it("keeps every backup of the same second", () => {
    for (const mine of ["one", "two", "three"]) {
      folders.write(LESSON, [mine]);
      resetLesson("03", folders);
    }
    expect(readdirSync(folders.file("backups"))).toHaveLength(3);
  });

  it("gives the newest version, which is then up to date", () => {
    folders.write(LESSON, ["mine"]);
    folders.ship(LESSON, ["better"]);
    resetLesson("03", folders);
    expect(folders.read(LESSON)).toEqual(["better"]);
    expect(folders.sync()).toEqual({ summary: "up to date", messages: [] });
  });

  it("brings back a lesson that was deleted, also with the whole folder", () => {
    rmSync(folders.to, { recursive: true });
    expect(resetLesson("0", folders)).toBe("00-start starts afresh. Reload it if it is open in JupyterLab.");
    expect(folders.read("00-start.ipynb")).toEqual(["start"]);
  });

  it("names the lessons when there is no such one", () => {
    expect(() => resetLesson("17", folders)).toThrow('There is no lesson "17". Lessons: 00-start, 03-filters.');
    expect(() => resetLesson(undefined, folders)).toThrow("Say which lesson: npm run reset -- 03. Lessons: 00-start");
  });
});
