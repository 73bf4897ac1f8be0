import { readSync, writeSync } from "node:fs";
import { limits } from "./limits.mjs";

const LINE_FEED = 10;
const SPINS = 200;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** The student's process is gone, or has to go; `reason` is a word of ours. */
export class Gone extends Error {
  constructor(reason, message) {
    super(message);
    this.reason = reason;
  }
}

/**
 * The grader's side of the pipes: messages are JSON, one a line. It waits by looking again and again, so that there is a time
 * limit on everything, and `watch` is asked meanwhile whether the process may go on.
 *
 * @param {{ from: number, to: number }} pipes
 * @param {() => void} watch throws `Gone`
 */
export function openChannel({ from, to }, watch) {
  const chunk = Buffer.alloc(1 << 18);
  let parts = [];
  let size = 0;

  /** The next message. @throws {Gone} it did not come in time, or was no message */
  function read(deadline) {
    for (;;) {
      const count = untilReady(() => readSync(from, chunk), deadline);
      if (Date.now() > deadline) throw new Gone("time", "it took too long");
      if (count === 0) throw new Gone("ended", "its process ended");
      const line = take(Buffer.from(chunk.subarray(0, count)));
      if (line !== undefined) return parse(line);
    }
  }

  /** One message is under way at a time: what comes behind its end is none, and is dropped. */
  function take(piece) {
    const end = piece.indexOf(LINE_FEED);
    parts.push(end < 0 ? piece : piece.subarray(0, end));
    size += piece.length;
    if (size > limits.memory.message) throw new Gone("size", "it gave back more than any right answer");
    if (end < 0) return undefined;
    const line = Buffer.concat(parts).toString();
    parts = [];
    size = 0;
    return line;
  }

  function write(message, deadline) {
    const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
    for (let at = 0; at < bytes.length; ) at += untilReady(() => writeSync(to, bytes, at), deadline);
  }

  function untilReady(attempt, deadline) {
    for (let spins = 0; ; spins++) {
      try {
        return attempt();
      } catch (error) {
        if (error.code === "EPIPE") throw new Gone("ended", "its process ended");
        if (error.code !== "EAGAIN") throw error;
      }
      if (spins < SPINS) continue;
      watch();
      if (Date.now() > deadline) throw new Gone("time", "it took too long");
      Atomics.wait(sleeper, 0, 0, spins < 2 * SPINS ? 0.1 : 2);
    }
  }

  return { read, write };
}

function parse(line) {
  try {
    const message = JSON.parse(line);
    if (message !== null && typeof message === "object") return message;
  } catch {}
  throw new Gone("nonsense", "it sent what is no answer");
}
