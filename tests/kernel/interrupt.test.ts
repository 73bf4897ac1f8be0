import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors, Kernel, printed, until } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.shutdown());

/** Starts a cell, interrupts it once it has printed, and returns how it ended. */
async function interrupted(code: string) {
  const id = await kernel.send(code);
  await until(async () => printed({ published: await kernel.listen(id, 0.1) }) !== "", "the cell prints");
  await kernel.interrupt();
  const outcome = await kernel.collect(id, 2);
  expect(outcome.reply).toMatchObject({ status: "error", ename: "Interrupted", evalue: "the cell was stopped" });
  expect(errors(outcome)).toEqual([
    { name: "Interrupted", message: "the cell was stopped", lines: ["Interrupted: the cell was stopped"] },
  ]);
  return { id, outcome };
}

const sleep = "const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));\n";

describe("an interrupt stops, within two seconds and for good,", () => {
  it.each([
    ["a loop that awaits a timer", `${sleep}while (true) { console.log("turn"); await sleep(10); }`],
    [
      "a loop that awaits a timer of timers/promises",
      'import { setTimeout as rest } from "timers/promises"; while (true) { console.log("turn"); await rest(10); }',
    ],
    [
      "a loop that awaits a promisified timer",
      'import { promisify } from "util"; const nap = promisify(setTimeout); for (;;) { console.log("turn"); await nap(10); }',
    ],
    [
      "a loop that awaits setImmediate",
      'console.log("start"); let turns = 0; while (true) { await new Promise((done) => setImmediate(done)); if (turns++ % 5000 === 0) console.log("turn"); }',
    ],
    [
      "a loop over an endless asynchronous iterator",
      'import { setInterval as every } from "timers/promises"; async function go() { for await (const _ of every(10)) console.log("turn"); }\nawait go();',
    ],
    [
      "a loop that awaits what is there already",
      'console.log("start"); let rounds = 0; while (true) { await null; if (rounds++ % 100_000 === 0) console.log("turn"); }',
    ],
    [
      "a loop that catches every error",
      `${sleep}while (true) { try { console.log("turn"); await sleep(10); } catch { console.log("caught"); await sleep(10); } }`,
    ],
    [
      "callbacks that set their own timer",
      'console.log("start"); function again() { console.log("turn"); setTimeout(again, 10); } again(); await new Promise(() => {});',
    ],
    [
      "callbacks that set their own immediate",
      'let calls = 0; function soon() { if (calls++ % 5000 === 0) console.log("turn"); setImmediate(soon); } soon(); await new Promise(() => {});',
    ],
    [
      "a chain of promises",
      'import { setTimeout as pause } from "timers/promises"; function chain(): Promise<void> { console.log("turn"); return pause(10).then(chain); } await chain();',
    ],
    [
      "a loop that never pauses",
      'console.log("start"); const began = Date.now(); while (true) { if (Date.now() < began + 100) console.log("turn"); }',
    ],
    [
      "a loop that never pauses, after an await",
      'console.log("start"); await new Promise((done) => setTimeout(done, 50)); while (true) {}',
    ],
    [
      "a loop that never pauses and catches every error, after an await",
      'console.log("start"); await new Promise((done) => setTimeout(done, 50)); let n = 0; for (;;) { try { do { n++; } while (n > 0); } catch { n = 0; } }',
    ],
    [
      "a counting loop that is far from its end",
      'console.log("start"); await new Promise((done) => setTimeout(done, 50)); for (let i = 0; i < 1; i += 0) { while (true) { i += 0; } }',
    ],
    ["a wait that never ends", 'console.log("start"); await new Promise(() => {});'],
  ])("%s", async (_, code) => {
    const { id } = await interrupted(code);
    const before = printed({ published: await kernel.listen(id, 0.1) });
    expect(printed({ published: await kernel.listen(id, 0.5) })).toBe(before);
    expect(printed(await kernel.run('console.log("lives")'))).toBe("lives\n");
  });
});

describe("an interrupt", () => {
  it("stops the interval that an earlier cell left running", async () => {
    const id = await kernel.send('const every = setInterval(() => console.log("tick"), 20);');
    await until(async () => printed({ published: await kernel.listen(id, 0.1) }) !== "", "it ticks");
    await kernel.interrupt();
    const before = printed({ published: await kernel.listen(id, 0.2) });
    expect(printed({ published: await kernel.listen(id, 0.5) })).toBe(before);
    expect(errors({ published: await kernel.listen(id, 0) })).toEqual([]);
  });

  it("aborts the cells that were queued", async () => {
    const running = await kernel.send(`console.log("start"); await new Promise(() => {});`);
    const queued = await kernel.send('console.log("never");');
    await until(async () => printed({ published: await kernel.listen(running, 0.1) }) !== "", "the cell prints");
    await kernel.interrupt();
    expect((await kernel.collect(running)).reply).toMatchObject({ status: "error" });
    expect((await kernel.collect(queued)).reply).toMatchObject({ status: "aborted" });
  });

  it("of an idle kernel harms nothing", async () => {
    await kernel.interrupt();
    expect(printed(await kernel.run("console.log(1);"))).toBe("1\n");
    expect(await kernel.run(`${sleep}await sleep(300); console.log(2);`)).toMatchObject({ reply: { status: "ok" } });
  });

  it("as the signal SIGINT stops a cell too", async () => {
    for (const code of ["await new Promise(() => {});", "while (true) {}"]) {
      const id = await kernel.send(`console.log("start"); ${code}`);
      await kernel.listen(id, 0.5);
      process.kill(kernel.pid, "SIGINT");
      expect((await kernel.collect(id, 2)).reply).toMatchObject({ ename: "Interrupted" });
    }
  });

  it("leaves the timers of libraries alone", async () => {
    await kernel.run(`
      import vm from "vm";
      // Code outside of cells, as a library's is.
      const startLibraryTimer = vm.runInThisContext("(done) => setTimeout(done, 600)", { filename: "library.js" });
      let fired = false;
      startLibraryTimer(() => { fired = true; });`);
    await interrupted('console.log("start"); await new Promise(() => {});');
    expect(printed(await kernel.run(`await new Promise((done) => setTimeout(done, 700)); console.log(fired);`))).toBe(
      "true\n",
    );
  });

  it("reaches libraries as an AbortSignal", async () => {
    await interrupted(
      `
      const signal: AbortSignal = (globalThis as any)[Symbol.for("cnn-workbook.signal")]();
      let told = "nothing";
      signal.addEventListener("abort", () => { told = signal.reason.name; });
      globalThis.told = () => told;
      console.log("start");
      await new Promise(() => {});`.replace("globalThis.told", "(globalThis as any).told"),
    );
    expect(printed(await kernel.run("console.log((globalThis as any).told());"))).toBe("Interrupted\n");
  });
});

describe("an interrupt of model.fit", () => {
  const prepare = `
    import * as tf from "@tensorflow/tfjs";
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [4] })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    const x = tf.zeros([64, 4]), y = tf.zeros([64, 1]);
    let batches = 0;
    const onBatchEnd = () => { if (batches++ % 50 === 0) console.log("batch", batches); };`;

  it("ends the training between two batches, and the model can train again", async () => {
    expect((await kernel.run(prepare)).reply).toMatchObject({ status: "ok" });
    const { id } = await interrupted(
      "await model.fit(x, y, { epochs: 1_000_000, batchSize: 8, verbose: 0, callbacks: { onBatchEnd } });",
    );
    const counted = await kernel.run("console.log(batches);");
    await kernel.listen(id, 0.5);
    expect(printed(await kernel.run("console.log(batches);"))).toBe(printed(counted));
    const again = await kernel.run(
      "const history = await model.fit(x, y, { epochs: 2, verbose: 0 }); console.log(history.epoch.length);",
    );
    expect(printed(again)).toBe("2\n");
  });

  it("ends a training that the cell does not await", async () => {
    const { id } = await interrupted(
      "const training = model.fit(x, y, { epochs: 1_000_000, batchSize: 8, verbose: 0, callbacks: { onBatchEnd } }); await new Promise(() => {});",
    );
    const before = printed({ published: await kernel.listen(id, 0.3) });
    expect(printed({ published: await kernel.listen(id, 0.5) })).toBe(before);
  });

  it("ends fitDataset too", async () => {
    const { id } = await interrupted(`
      const pairs = tf.data.generator(function* () { while (true) yield { xs: tf.zeros([8, 4]), ys: tf.zeros([8, 1]) }; } as any);
      await model.fitDataset(pairs as any, { epochs: 1_000_000, batchesPerEpoch: 20, verbose: 0, callbacks: { onBatchEnd } });`);
    const before = printed({ published: await kernel.listen(id, 0.3) });
    expect(printed({ published: await kernel.listen(id, 0.5) })).toBe(before);
  });
});
