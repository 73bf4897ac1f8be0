import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Kernel, printed } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.shutdown());

const numbers = (count: number) => Array.from({ length: count }, (_, i) => `${i}\n`).join("");

describe("what a cell prints", () => {
  it("arrives whole and in order: 5,000 lines", async () => {
    const outcome = await kernel.run("for (let i = 0; i < 5000; i++) console.log(i);");
    expect(printed(outcome)).toBe(numbers(5000));
    expect(outcome.reply).toMatchObject({ status: "ok" });
  });

  it("arrives whole and in order: 5,000 lines that one pause each parts", async () => {
    const outcome = await kernel.run("for (let i = 0; i < 5000; i++) { console.log(i); await null; }");
    expect(printed(outcome)).toBe(numbers(5000));
  });

  it("arrives whole and in order: 2,000 lines of a timer, in one tick", async () => {
    const outcome = await kernel.run(
      "await new Promise<void>((done) => setTimeout(() => { for (let i = 0; i < 2000; i++) console.log(i); done(); }, 20));",
    );
    expect(printed(outcome)).toBe(numbers(2000));
  });

  it("stays below the thousand messages a second that Jupyter's server lets through", async () => {
    const started = Date.now();
    const outcome = await kernel.run("for (let i = 0; i < 2000; i++) { console.log(i); console.error(i); }");
    const seconds = (Date.now() - started) / 1000;
    expect(printed(outcome)).toBe(numbers(2000));
    expect(printed(outcome, "stderr")).toBe(numbers(2000));
    expect(outcome.published.length / Math.max(1, seconds)).toBeLessThan(1000);
  });

  it("shows progress while the cell never pauses", async () => {
    const id = await kernel.send(
      "const end = Date.now() + 3000; let turns = 0; while (Date.now() < end) if (turns++ % 100_000 === 0) console.log(turns);",
    );
    const soon = await kernel.listen(id, 1);
    expect(printed({ published: soon })).toContain("1\n");
    expect(soon.some(({ content }) => content.execution_state === "idle")).toBe(false);
    await kernel.collect(id);
  });

  it("includes buffers, text without a line end, and the value of the last line", async () => {
    const outcome = await kernel.run('process.stdout.write(Buffer.from("añ")); process.stdout.write("b\\n"); [1, 2]');
    expect(printed(outcome)).toBe("añb\n[ 1, 2 ]\n");
  });

  it("calls back when text was written", async () => {
    const outcome = await kernel.run('await new Promise<void>((done) => process.stdout.write("x", () => done()));');
    expect(printed(outcome)).toBe("x");
  });

  it("belongs to the cell that started it, also when a later cell runs", async () => {
    const first = await kernel.send('setTimeout(() => console.log("of the first"), 300);0;');
    const second = await kernel.send(
      "await new Promise((done) => setTimeout(done, 800)); console.log('of the second');",
    );
    await kernel.collect(second);
    expect(printed({ published: await kernel.listen(first, 0) })).toContain("of the first");
    expect(printed({ published: await kernel.listen(second, 0) })).toBe("of the second\n");
  });
});

describe("a display", () => {
  it("is shown with its type", async () => {
    const { published } = await kernel.run('import { display } from "tslab"; display.html("<b>1</b>");');
    expect(published.find(({ type }) => type === "display_data")?.content).toMatchObject({
      data: { "text/html": "<b>1</b>" },
    });
  });

  it("is updated in place", async () => {
    const { published } = await kernel.run(
      'import { newDisplay } from "tslab"; const d = newDisplay(); d.text("a"); await new Promise((r) => setTimeout(r, 100)); d.text("b");',
    );
    const shown = published.find(({ type }) => type === "display_data");
    const update = published.find(({ type }) => type === "update_display_data");
    expect(shown?.content).toMatchObject({ data: { "text/plain": "a" } });
    expect(update?.content).toMatchObject({
      data: { "text/plain": "b" },
      transient: shown?.content.transient as object,
    });
  });

  it("that is updated a thousand times in a tick sends the last state only", async () => {
    const { published } = await kernel.run("for (let i = 0; i < 1000; i++) d.text(String(i));");
    const updates = published.filter(({ type }) => type === "update_display_data");
    expect(updates.at(-1)?.content).toMatchObject({ data: { "text/plain": "999" } });
    expect(updates.length).toBeLessThan(100);
  });

  it("shows its content as it was at the time", async () => {
    const { published } = await kernel.run(
      'const data: any = { "application/json": { now: 1 } }; const jupyter = require("tslab/dist/jupyter.js"); jupyter.lastWriteDisplayData({ data, metadata: {}, transient: {} }, false); data["application/json"].now = 2;',
    );
    expect(published.find(({ type }) => type === "display_data")?.content).toMatchObject({
      data: { "application/json": { now: 1 } },
    });
  });

  it("of what is no JSON fails the cell, and only that", async () => {
    const outcome = await kernel.run('console.log("before"); display.raw("application/json", 1n as any);');
    expect(outcome.reply).toMatchObject({ status: "error", ename: "TypeError" });
    expect(printed(outcome)).toBe("before\n");
    expect(printed(await kernel.run('console.log("after");'))).toBe("after\n");
  });

  it("keeps its place among printed lines", async () => {
    const { published } = await kernel.run('console.log("a"); display.text("b"); console.log("c");');
    expect(published.map(({ type }) => type).filter((type) => /stream|display/.test(type))).toEqual([
      "stream",
      "display_data",
      "stream",
    ]);
  });
});
