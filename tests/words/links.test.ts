import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { inRoot } from "../../scripts/paths.mjs";
import { lessons, notebooks, readPage } from "./course.js";

const pages = ["glossary.md", "sources.md"];
const texts = new Map([
  ...pages.map((name) => [name, readPage(name)] as const),
  ...lessons.map((lesson) => [`${lesson}.ipynb`, markdown(notebooks.get(lesson)!)] as const),
]);

function markdown(notebook: string): string {
  const { cells } = JSON.parse(notebook) as { cells: { cell_type: string; source: string[] }[] };
  return cells.flatMap(({ cell_type, source }) => (cell_type === "markdown" ? [source.join("")] : [])).join("\n\n");
}

/** As JupyterLab and nbconvert make them from headings; and those that stand there in so many words. */
function anchorsOf(text: string): Set<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading.replace(/[*`]/g, "").replaceAll(" ", "-"),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id)]);
}

it.each([...texts.keys()])("every link of %s leads to a page and a place on it", (name) => {
  const links = [...texts.get(name)!.matchAll(/\]\(((?!https?:)[^)\s]+)\)/g)].map(([, link]) => link);
  expect(links.length).toBeGreaterThan(5);
  const broken = links.filter((link) => {
    const [file, anchor] = link.split("#");
    const text = texts.get(file || name);
    if (text === undefined) return !existsSync(inRoot("notebooks", file));
    return anchor !== undefined && !anchorsOf(text).has(decodeURIComponent(anchor));
  });
  expect(broken).toEqual([]);
});
