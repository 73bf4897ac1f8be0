import { Json } from "./message.js";
import { originalTimers } from "./timers.js";

/** What a display needs: data by MIME type, and the name of the display where it can be updated. */
export interface DisplayContent {
  transient?: { display_id?: string };
}

/** One message on its way to the clients: text of a stream, or a display. */
type Item =
  | { type: "stream"; name: string; text: string }
  | { type: "display_data" | "update_display_data"; id: string | undefined; json: Json };

const pauseMs = 30;
const itemsAtOnce = 25;
const longestText = 65_536;

/**
 * What a cell prints and shows, on its way out in order.
 *
 * JupyterLab's server drops output above 1,000 messages a second, so neighbouring lines travel in one message,
 * of successive updates of one display only the last is sent, and a batch has at most 25 messages each 30 ms.
 */
export class Outbox {
  private items: Item[] = [];
  private timer: NodeJS.Timeout | undefined;
  private due = Number.POSITIVE_INFINITY;
  private empty: (() => void)[] = [];

  constructor(private readonly send: (type: string, content: object) => void) {}

  /** Adds text to a stream of the cell. */
  print(name: "stdout" | "stderr", text: string): void {
    if (text === "") return;
    const last = this.items.at(-1);
    if (last?.type === "stream" && last.name === name && last.text.length < longestText) last.text += text;
    else this.items.push({ type: "stream", name, text });
    this.schedule();
  }

  /**
   * Adds a display, or an update of one.
   *
   * @throws {TypeError} the content is no JSON
   */
  show(content: DisplayContent, update: boolean): void {
    const type = update ? "update_display_data" : "display_data";
    const id = content.transient?.display_id;
    const item: Item = { type, id, json: new Json(content) };
    const last = this.items.at(-1);
    if (update && last?.type === type && last.id === id) this.items.pop();
    this.items.push(item);
    this.schedule();
  }

  /** Sends what is left, and resolves when everything is out. */
  drained(): Promise<void> {
    const done = new Promise<void>((resolve) => this.empty.push(resolve));
    this.sendBatch();
    return done;
  }

  /** A batch leaves when its time has come; a cell that never pauses notices that when it prints again. */
  private schedule(): void {
    if (performance.now() >= this.due) this.sendBatch();
    else if (this.timer === undefined) {
      this.due = performance.now() + pauseMs;
      this.timer = originalTimers.setTimeout(() => this.sendBatch(), pauseMs);
    }
  }

  private sendBatch(): void {
    originalTimers.clearTimeout(this.timer);
    this.timer = undefined;
    this.due = Number.POSITIVE_INFINITY;
    for (const item of this.items.splice(0, itemsAtOnce))
      this.send(item.type, item.type === "stream" ? { name: item.name, text: item.text } : item.json);
    if (this.items.length > 0) this.schedule();
    else for (const resolve of this.empty.splice(0)) resolve();
  }
}
