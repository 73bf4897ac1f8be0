import * as jupyter from "tslab/dist/jupyter.js";
import { currentCell } from "./cell.js";

type Show = typeof jupyter.lastWriteDisplayData;

/** Sends what is printed and displayed to the cell whose code did it. */
export function captureOutput(): void {
  process.stdout.write = writerOf("stdout");
  process.stderr.write = writerOf("stderr");
  const show: Show = (data, update) => currentCell()?.outbox.show(data, update);
  (jupyter as { lastWriteDisplayData: Show }).lastWriteDisplayData = show;
}

/** A stand-in for `stream.write`; before the first cell the text goes where the server keeps its log. */
function writerOf(name: "stdout" | "stderr"): typeof process.stdout.write {
  const write = process[name].write.bind(process[name]);
  return (chunk: string | Uint8Array, encoding?: unknown, done?: unknown): boolean => {
    const cell = currentCell();
    const text = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8");
    if (cell) cell.outbox.print(name, text);
    else write(text);
    const callback = typeof encoding === "function" ? encoding : done;
    if (typeof callback === "function") process.nextTick(callback as () => void);
    return true;
  };
}
