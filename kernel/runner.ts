import type { Executor } from "tslab/dist/executor.js";
import { Cell, runIn } from "./cell.js";
import type { Channels } from "./channels.js";
import { errorContent } from "./errorContent.js";
import type { Message } from "./message.js";
import { originalTimers } from "./timers.js";

type Reply = (content: object) => void;

/** Requests that were sent together with a cell that fails arrive within this time, and are aborted with it. */
const abortWindowMs = 100;

const nextTurn = () => new Promise((resolve) => originalTimers.setImmediate(resolve));

/** Runs cells one at a time, in the order they came. */
export class Runner {
  private queue = Promise.resolve();
  private generation = 0;
  private count = 0;
  private running: Cell | undefined;

  constructor(
    private readonly engine: Executor,
    private readonly channels: Channels,
  ) {}

  /** Queues a cell. After a cell fails, those that were already queued are aborted. */
  enqueue(request: Message, reply: Reply): void {
    const { generation } = this;
    this.queue = this.queue
      .then(() => (generation === this.generation ? this.run(request, reply) : this.skip(request, reply)))
      .catch(console.error);
  }

  /** Clients show the state that was published last; while a cell runs that must be "busy". */
  remindBusy(): void {
    if (this.running) this.state(this.running.request, "busy");
  }

  private async run(request: Message, reply: Reply): Promise<void> {
    const cell = this.begin(request);
    const failure = await this.outcome(cell);
    cell.running = false;
    await cell.outbox.drained();
    const basics = { execution_count: this.count, user_expressions: {}, payload: [] };
    if (failure) {
      const error = errorContent(failure.thrown);
      this.channels.publish(request, "error", error);
      if (request.content.stop_on_error !== false) await this.abortQueue();
      reply({ status: "error", ...basics, ...error });
    } else reply({ status: "ok", ...basics });
    this.running = undefined;
    this.state(request, "idle");
  }

  /** Tells the clients that a cell begins. One that shall leave no trace does not count. */
  private begin(request: Message): Cell {
    const send = (type: string, content: object) => this.channels.publish(request, type, content);
    const { silent, store_history: stored } = request.content;
    const count = silent || stored === false ? 0 : ++this.count;
    const cell = new Cell(request, count, send, (thrown) => send("error", errorContent(thrown)));
    this.running = cell;
    this.state(request, "busy");
    if (!silent) send("execute_input", { code: cell.code, execution_count: this.count });
    return cell;
  }

  /** Runs the code, and one turn longer, so that a rejection that nobody awaits still fails the cell. */
  private async outcome(cell: Cell): Promise<{ thrown: unknown } | undefined> {
    let ended = false;
    const work = async () => {
      await this.engine.execute(cell.code);
      ended = true;
      await nextTurn();
    };
    try {
      await Promise.race([runIn(cell, work), cell.failed]);
      return undefined;
    } catch (thrown) {
      await nextTurn();
      if (!ended) cell.stop();
      return { thrown };
    }
  }

  private async abortQueue(): Promise<void> {
    await new Promise((resolve) => originalTimers.setTimeout(resolve, abortWindowMs));
    this.generation++;
  }

  private async skip(request: Message, reply: Reply): Promise<void> {
    this.state(request, "busy");
    reply({ status: "aborted" });
    this.state(request, "idle");
  }

  private state(request: Message, state: "busy" | "idle"): void {
    this.channels.publish(request, "status", { execution_state: state });
  }
}
