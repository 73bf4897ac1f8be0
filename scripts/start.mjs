import "./checkNode.mjs";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { isMain, main } from "./main.mjs";
import { setup } from "./setup.mjs";
import { openLab } from "./start/openLab.mjs";
import { workFolder } from "./syncWork.mjs";

/** Prepares what is missing, then opens JupyterLab on the first lesson. Arguments pass on to JupyterLab. */
async function start({ log, steps }) {
  const parts = await setup({ log, steps });
  if (!parts.packages || !parts.jupyter || !existsSync(workFolder)) return false;
  await Promise.race([parts.native, sleep(1000)]);
  steps.calm();
  return openLab(process.argv.slice(2), { log, say: steps.say });
}

if (isMain(import.meta)) {
  await main("start", start);
  // TensorFlow may still be on its way.
  process.exit();
}
