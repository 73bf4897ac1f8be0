import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openLog } from "./setup/log.mjs";
import { openSteps } from "./setup/steps.mjs";

/** Whether a module is the command that was started, rather than imported by another. */
export function isMain(meta) {
  return Boolean(process.argv[1]) && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(meta.url));
}

/**
 * Runs a command. Its exit code is 0 when `work` resolves to true or a code of 0; an error is shown as a sentence, with
 * its stack in the log.
 *
 * @param {string} name names the log
 * @param {(tools: { log: ReturnType<typeof openLog>, steps: ReturnType<typeof openSteps> }) => Promise<boolean | number>} work
 */
export async function main(name, work) {
  let log;
  process.once("SIGINT", () => stopped(130));
  process.once("SIGTERM", () => stopped(143));
  endWithNpm();
  try {
    log = openLog(name);
    const outcome = await work({ log, steps: openSteps({ log }) });
    process.exitCode = typeof outcome === "number" ? outcome : Number(!outcome);
  } catch (error) {
    log?.write(`\n${error.stack}\n`);
    console.error(`${error.message}${log ? `\nLog: ${log.shown}` : ""}`);
    process.exitCode = 1;
  }
}

/** When npm is told to end, the shell between it and this process ends without passing that on. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = () => process.ppid !== parent && process.kill(process.pid, "SIGTERM");
  setInterval(watch, 500).unref();
}

function stopped(code) {
  console.error("\nStopped. Run the same command again: it goes on where it stopped.");
  process.exit(code);
}
