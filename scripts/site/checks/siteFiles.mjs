import { readdirSync } from "node:fs";
import path from "node:path";

/** The site's pages, as sorted paths relative to its folder: "index.html", "solutions/01-convolution-1d.html". */
export function sitePages(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.split(path.sep).join("/"))
    .sort();
}
