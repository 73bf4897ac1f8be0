import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { sitePages } from "./siteFiles.mjs";

const BUDGET = 1_000_000;

/** Every page loads these besides plotly.js and the explorers. */
const EVERYWHERE = ["site.css", "theme.js", "page.js", "icon.svg"].map((name) => `assets/${name}`);

/** Pages that weigh more than a megabyte with their pictures, plotly.js and the explorers left aside. */
export function checkSizes(folder) {
  const sizes = sitePages(folder).map((page) => ({ page, bytes: weightOf(folder, page) }));
  const faults = sizes
    .filter(({ bytes }) => bytes > BUDGET)
    .map(({ page, bytes }) => `${page} weighs ${bytes} bytes with its pictures, more than ${BUDGET}`);
  const heaviest = sizes.reduce((a, b) => (a.bytes > b.bytes ? a : b));
  return { faults, summary: `the heaviest, ${heaviest.page}, has ${Math.round(heaviest.bytes / 1000)} kB` };
}

function weightOf(folder, page) {
  const text = readFileSync(path.join(folder, page), "utf8");
  const pictures = new Set([...text.matchAll(/figures\/[0-9a-f]+\.\w+/g)].map(([file]) => file));
  const files = [page, ...pictures, ...EVERYWHERE];
  return files.reduce((total, file) => total + statSync(path.join(folder, file)).size, 0);
}
