import "./compiler.js"; // before all that loads tslab

import { dirname } from "node:path";
import { Assist } from "./assist.js";
import { currentCell } from "./cell.js";
import { guardTimers } from "./cellTimers.js";
import type { Channels } from "./channels.js";
import { createEngine } from "./engine.js";
import { interrupt, offerSignal } from "./interrupt.js";
import { captureOutput } from "./output.js";
import { Runner } from "./runner.js";
import { Server } from "./server.js";
import { originalTimers } from "./timers.js";

/** Ends the process, whatever the cells left running, once the last answers are out. */
async function end(channels: Channels): Promise<void> {
  await channels.close();
  originalTimers.setTimeout(() => process.exit(0), 50);
}

/** An error that nothing caught belongs to the cell whose work threw it. */
function failCell(thrown: unknown): void {
  const cell = currentCell();
  if (cell) cell.fail(thrown);
  else console.error(thrown);
}

/** Starts the kernel. Modules are found from the repository; the folder of the process stays the notebook's. */
export function startKernel(channels: Channels): void {
  const notebookFolder = process.cwd();
  const root = dirname(dirname(__dirname));
  process.chdir(root);
  const engine = createEngine(root);
  process.chdir(notebookFolder);
  const runner = new Runner(engine, channels);
  const server = new Server(channels, new Assist(engine), runner, () => void end(channels));
  process.on("SIGINT", interrupt);
  process.on("unhandledRejection", failCell);
  process.on("uncaughtException", failCell);
  Error.stackTraceLimit = 40;
  captureOutput();
  guardTimers();
  offerSignal();
  channels.listen((request, reply) => server.handle(request, reply));
}
