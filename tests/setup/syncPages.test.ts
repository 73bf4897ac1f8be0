import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, expect, it } from "vitest";
import { notebookFolders } from "./notebookFolders.js";

const PAGE = "glossary.md";
let folders: ReturnType<typeof notebookFolders>;
const ship = (text: string) => writeFileSync(`${folders.from}/${PAGE}`, text);
const read = (name = PAGE) => readFileSync(folders.file(name), "utf8");

beforeEach(() => {
  folders = notebookFolders();
  ship("first");
  folders.sync();
});
afterEach(() => folders.remove());

it("a page lies beside the lessons, and a new version takes its place", () => {
  expect(read()).toBe("first");
  expect(folders.sync()).toEqual({ summary: "up to date", messages: [] });
  ship("second");
  expect(folders.sync()).toEqual({ summary: "1 new or updated", messages: [] });
  expect(read()).toBe("second");
  expect(folders.files()).toEqual([PAGE]);
});

it("a page that was deleted comes back", () => {
  rmSync(folders.file(PAGE));
  folders.sync();
  expect(read()).toBe("first");
});

it("a page that the student wrote into stays, until there is a new version; then it is kept under another name", () => {
  writeFileSync(folders.file(PAGE), "first, and my notes");
  expect(folders.sync()).toEqual({ summary: "up to date", messages: [] });
  expect(read()).toBe("first, and my notes");
  ship("second");
  const { messages } = folders.sync();
  const kept = folders.files().find((name) => name !== PAGE)!;
  expect(kept).toMatch(/^glossary \(yours .+\)\.md$/);
  expect(messages).toEqual([`  ${PAGE} has a new version. Yours has your changes and was kept as work/${kept}`]);
  expect(read(kept)).toBe("first, and my notes");
  expect(read()).toBe("second");
});
