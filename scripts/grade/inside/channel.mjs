import { readSync, writeSync } from "node:fs";

const LINE_FEED = 10;

/**
 * Messages over two pipes, one JSON value a line. Both ways wait: there is nothing else to do.
 *
 * @param {{ from: number, to: number }} pipes file descriptors
 */
export function openChannel({ from, to }) {
  const chunk = Buffer.alloc(65_536);
  let rest = Buffer.alloc(0);

  /** The next message; undefined when the grader has gone. A line that is no JSON is passed over. */
  function read() {
    for (;;) {
      const line = readLine();
      if (line === undefined) return undefined;
      try {
        return JSON.parse(line);
      } catch {}
    }
  }

  function readLine() {
    const parts = [rest];
    let end = rest.indexOf(LINE_FEED);
    while (end < 0) {
      const count = readSync(from, chunk);
      if (count === 0) return undefined;
      parts.push(Buffer.from(chunk.subarray(0, count)));
      end = parts.at(-1).indexOf(LINE_FEED);
    }
    const last = parts.pop();
    rest = last.subarray(end + 1);
    return Buffer.concat([...parts, last.subarray(0, end)]).toString();
  }

  function write(message) {
    const bytes = Buffer.from(`${JSON.stringify(message)}\n`);
    for (let at = 0; at < bytes.length; ) at += writeSync(to, bytes, at);
  }

  return { read, write };
}
