import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import type { Message } from "./message.js";
import { Outbox } from "./outbox.js";

/** One run of one cell: where its output goes, and whether it failed or was stopped. */
export class Cell {
  readonly outbox: Outbox;
  readonly failed: Promise<unknown>;
  private reject!: (error: unknown) => void;
  private readonly abort = new AbortController();
  /** While the cell runs a failure ends it; afterwards a failure is told to `late`. */
  running = true;

  constructor(
    readonly request: Message,
    readonly count: number,
    send: (type: string, content: object) => void,
    private readonly late: (error: unknown) => void,
  ) {
    this.outbox = new Outbox(send);
    this.failed = new Promise((_, reject) => {
      this.reject = reject;
    });
    this.failed.catch(() => {});
    setMaxListeners(0, this.signal);
  }

  get code(): string {
    return String(this.request.content.code);
  }

  /** Aborted when the student interrupts the cell; also for libraries that work for the cell. */
  get signal(): AbortSignal {
    return this.abort.signal;
  }

  /** Ends the cell: what it has started stops at its next pause. */
  stop(): void {
    const reason = new Interrupted();
    this.abort.abort(reason);
    this.reject(reason);
  }

  /** An error that nothing in the cell caught. What a stopped cell leaves behind is no error. */
  fail(error: unknown): void {
    if (this.signal.aborted) return;
    if (this.running) this.reject(error);
    else this.late(error);
  }
}

/** Thrown into a cell that the student stopped. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor() {
    super("the cell was stopped");
  }
}

const storage = new AsyncLocalStorage<Cell>();
const stoppable = new Set<Cell>();
let latest: Cell | undefined;

/** Runs `work` as part of `cell`: all that it starts, now or later, belongs to that cell. */
export function runIn<T>(cell: Cell, work: () => T): T {
  latest = cell;
  stoppable.add(cell);
  return storage.run(cell, work);
}

/** The cell that the running code belongs to; the latest one where that cannot be told. */
export function currentCell(): Cell | undefined {
  return storage.getStore() ?? latest;
}

/** Stops the cell that runs, and what earlier cells left running in the background. */
export function stopAll(): void {
  for (const cell of stoppable) cell.stop();
  stoppable.clear();
}
