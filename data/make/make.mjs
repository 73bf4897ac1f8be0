/**
 * Draws the pictures that ship. Build the library first, then run
 *   node data/make/make.mjs            both pictures
 *   node data/make/make.mjs harbour    one of them
 *   node data/make/make.mjs harbour --draft     rough, into cache/, to look at
 * The same version of the files draws the same pixels.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { encodePng, toGray } from "cnn-workbook/images";
import ndarray from "ndarray";
import { harbour } from "./harbour.mjs";
import { render } from "./render.mjs";
import { street } from "./street.mjs";

const draft = process.argv.includes("--draft");
const wanted = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const pictures = [
  { scene: harbour, finish: toGray },
  { scene: street, finish: (image) => image },
];

for (const { scene, finish } of pictures) {
  if (wanted.length > 0 && !wanted.includes(scene.name)) continue;
  if (draft) Object.assign(scene, { samples: 1 });
  const report = (rows) => process.stderr.write(`\r${scene.name}: ${rows} of ${scene.height} rows`);
  const image = ndarray(render(scene, report), [scene.height, scene.width, 3]);
  process.stderr.write("\n");
  if (draft) mkdirSync(new URL("../../cache", import.meta.url), { recursive: true });
  const file = draft ? `../../cache/${scene.name}.png` : `../${scene.name}.png`;
  writeFileSync(fileURLToPath(new URL(file, import.meta.url)), encodePng(finish(image)));
}
