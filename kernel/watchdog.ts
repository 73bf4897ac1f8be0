import { parentPort, workerData } from "node:worker_threads";
import { Router } from "zeromq";
import { bind } from "./bind.js";
import { parseMessage } from "./message.js";

/** What the watchdog is given at its start. */
export interface WatchdogData {
  controlAddress: string;
  key: string;
  interruptFlag: Int32Array;
  parent: number;
}

/*
 * A thread of its own, so that a cell that never pauses can still be stopped, and ends when Jupyter's server dies.
 * It owns the control socket: it acts on what cannot wait, and passes every message on to the kernel's own thread.
 */
const { controlAddress, key, interruptFlag, parent } = workerData as WatchdogData;
const patienceMs = { interrupt: 200, shutdown: 1000, parent: 500 };
const control = new Router({ sendHighWaterMark: 0, sendTimeout: 0, linger: 0 });
const server = Number(process.env.JPY_PARENT_PID ?? parent);

function endProcess(): void {
  process.kill(process.pid, "SIGKILL");
}

/** Loops in cells see the flag; the signal ends other code that runs without a pause, where Node allows it. */
function interrupt(): void {
  Atomics.store(interruptFlag, 0, 1);
  setTimeout(() => {
    if (Atomics.load(interruptFlag, 0) !== 0) process.kill(process.pid, "SIGINT");
  }, patienceMs.interrupt);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

async function listen(): Promise<void> {
  await bind(control, controlAddress);
  parentPort!.postMessage("ready");
  for await (const frames of control) {
    const type = parseMessage(frames, key)?.header.msg_type;
    if (type === "interrupt_request") interrupt();
    if (type === "shutdown_request") setTimeout(endProcess, patienceMs.shutdown).unref();
    parentPort!.postMessage(frames);
  }
}

const parentWatch = setInterval(() => {
  if (process.ppid !== parent || !isAlive(server)) endProcess();
}, patienceMs.parent);
parentPort!.on("message", (message: Uint8Array[] | "close") => {
  if (message !== "close") return void control.send(message as Buffer[]);
  control.close();
  clearInterval(parentWatch);
  parentPort!.close();
});
void listen();
