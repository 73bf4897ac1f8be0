import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A process that measures itself: for each line it is sent it runs one round and answers with a line, a number. */
export class Contestant {
  /**
   * @param {string} name - as the table shows it
   * @param {string} program
   * @param {string[]} args
   * @param {NodeJS.ProcessEnv} [more] - environment variables besides those of this process
   */
  constructor(name, program, args, more = {}) {
    this.name = name;
    this.results = [];
    const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: "2", ...more };
    this.child = spawn(program, args, { env, stdio: ["pipe", "pipe", "inherit"] });
    this.ended = new Promise((_, reject) => {
      this.child.on("error", reject);
      this.child.stdin.on("error", reject);
      this.child.on("exit", (code) => reject(new Error(`${name} ended with code ${code}`)));
    });
    this.ended.catch(() => {});
    this.lines = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
  }

  /** Runs one round, and resolves to what the process measured. `what` tells it what to run, where there is a choice. */
  async round(what = "go") {
    this.child.stdin.write(`${what}\n`);
    for (;;) {
      const { value, done } = await Promise.race([this.lines.next(), this.ended]);
      if (done) return this.ended;
      if (value.trim() !== "" && Number.isFinite(Number(value))) return Number(value);
    }
  }

  stop() {
    this.child.stdin.end();
    this.child.kill();
  }
}

/**
 * Lets all contestants run in turn, one round each, so that whatever else the machine does meets them alike. The first
 * round warms up and does not count.
 */
export async function race(contestants, rounds) {
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const contestant of contestants) {
        const result = await contestant.round();
        if (round > 0) contestant.results.push(result);
        if (process.stderr.isTTY) process.stderr.write(`\rround ${round} of ${rounds}: ${contestant.name}\x1b[K`);
      }
    }
  } finally {
    for (const contestant of contestants) contestant.stop();
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
  }
}

/** Median over the rounds of `a`'s result divided by `b`'s in the same round. */
export function ratio(a, b) {
  return median(a.results.map((value, round) => value / b.results[round]));
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}
