import { once } from "node:events";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { interruptFlag } from "./stoppable.js";
import type { WatchdogData } from "./watchdog.js";

/** The control socket, which lives in the watchdog's thread. */
export class Control {
  private worker: Worker | undefined;

  /** Starts the watchdog; resolves when it listens. */
  async open(controlAddress: string, key: string): Promise<void> {
    const workerData: WatchdogData = { controlAddress, key, interruptFlag, parent: process.ppid };
    const worker = new Worker(join(__dirname, "watchdog.js"), { workerData });
    this.worker = worker;
    await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  }

  /** Hands each message to `handle`. */
  listen(handle: (frames: Buffer[]) => void): void {
    this.worker?.on("message", (frames: Uint8Array[]) => handle(frames.map((frame) => Buffer.from(frame))));
  }

  send(frames: (string | Buffer)[]): void {
    this.worker?.postMessage(frames);
  }

  /** Resolves when the thread has ended; ending the process before would abort it. */
  async close(): Promise<void> {
    if (!this.worker) return;
    const ended = once(this.worker, "exit");
    this.worker.postMessage("close");
    await ended;
  }
}
