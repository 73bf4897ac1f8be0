import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import path from "node:path";
import { build } from "esbuild";
import { inRoot } from "../paths.mjs";

const look = (...parts) => inRoot("scripts", "site", "look", ...parts);
const extension = inRoot("share", "jupyter", "labextensions", "cnn-workbook", "static");
const MINIFIED = {
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "silent",
};

/** Puts what all pages share into `folder`/assets: styles, scripts, the explorers and plotly.js. */
export async function copyAssets(folder) {
  const assets = path.join(folder, "assets");
  mkdirSync(assets, { recursive: true });
  const own = ["theme.js", "page.js", "search.js", "site.css"];
  await build({ ...MINIFIED, entryPoints: own.map((name) => look(name)), outdir: assets });
  cpSync(look("icon.svg"), path.join(assets, "icon.svg"));
  cpSync(path.join(extension, "explorers.js"), path.join(assets, "explorers.js"));
  cpSync(await smallPlotly(), path.join(assets, "plotly.js"));
}

/** plotly.js without its comments and spaces: less than half as large. Kept, since that takes seconds. */
async function smallPlotly() {
  const source = path.join(extension, "plotly.js");
  const hash = createHash("sha256").update(readFileSync(source)).digest("hex").slice(0, 16);
  const kept = inRoot("cache", "site", `plotly-${hash}.js`);
  if (!existsSync(kept)) {
    await build({
      entryPoints: [source],
      minify: true,
      legalComments: "inline",
      outfile: `${kept}.part`,
      logLevel: "silent",
    });
    renameSync(`${kept}.part`, kept);
  }
  return kept;
}
