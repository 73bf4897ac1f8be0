/**
 * Draws `data/form.png`, a filled form. Build the library first, then run
 *   node data/make/form.mjs
 * The drawing itself is `syntheticForm` of the library, which also knows which digit stands where.
 */

import { writeFileSync } from "node:fs";
import { syntheticForm } from "cnn-workbook/datasets";
import { encodePng } from "cnn-workbook/images";

writeFileSync(new URL("../form.png", import.meta.url), encodePng(syntheticForm({ seed: 1 }).image));
