import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./tensorflowProgram.mjs", import.meta.url));

/**
 * Prepares native TensorFlow in a process group of its own, so that the compiler and the download it started end
 * together with this process.
 *
 * @param {{ write(text: string): void }} log
 * @param {(sentence: string) => void} report told what is going on
 * @returns {Promise<string>} a sentence on which TensorFlow there is; the WebAssembly backend is always there
 */
export function installTensorflow(log, report) {
  const child = fork(program, { detached: true, stdio: ["ignore", "pipe", "pipe", "ipc"] });
  const stop = () => endGroup(child.pid);
  process.on("exit", stop);
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => log.write(data));
  return new Promise((resolve, reject) => {
    let outcome;
    child.on("message", ({ sentence, message }) => {
      outcome = message;
      log.write(`${message ?? sentence}\n`);
      if (sentence) report(sentence);
    });
    child.on("error", reject);
    child.on("close", () => {
      process.off("exit", stop);
      if (outcome) resolve(outcome);
      else reject(new Error("Native TensorFlow could not be prepared: its preparation broke off"));
    });
  });
}

function endGroup(pid) {
  try {
    process.kill(-pid, "SIGTERM");
  } catch {
    // It has ended by itself.
  }
}
