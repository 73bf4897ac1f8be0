import { once } from "node:events";
import { mkdtempSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isRunning, Kernel, printed, until } from "./kernel.js";

const folder = () => realpathSync(mkdtempSync(join(tmpdir(), "ünnotebooks ")));
const busy = {
  "that is idle": "",
  "that awaits": 'console.log("start"); await new Promise(() => {});',
  "that has timers": 'setInterval(() => {}, 10); console.log("start");',
  "that never pauses":
    'console.log("start"); await new Promise((done) => setTimeout(done, 50)); for (let i = 0; i < 1; i *= 1);',
};

describe("the folder of a kernel", () => {
  it("is the notebook's, and modules are found from anywhere", async () => {
    const cwd = folder();
    const kernel = await Kernel.start({ cwd });
    expect(printed(await kernel.run("console.log(process.cwd());"))).toBe(`${cwd}\n`);
    expect(await kernel.run('import { toNdarray } from "cnn-workbook"; toNdarray([1], "x").shape;')).toMatchObject({
      reply: { status: "ok" },
    });
    await kernel.shutdown();
  });
});

describe("a kernel", () => {
  it("starts afresh when it is restarted", async () => {
    const kernel = await Kernel.start();
    const { pid } = kernel;
    await kernel.run("let kept = 1;");
    await kernel.restart();
    expect(isRunning(pid)).toBe(false);
    const outcome = await kernel.run("kept;");
    expect(outcome.reply).toMatchObject({ status: "error", evalue: "Cannot find name 'kept'.", execution_count: 1 });
    await kernel.shutdown();
  });

  it.each(Object.entries(busy))("%s leaves no process when it is shut down", async (_, code) => {
    const kernel = await Kernel.start();
    if (code) await kernel.listen(await kernel.send(code), 0.5);
    await kernel.shutdown();
    await until(() => !isRunning(kernel.pid), "the kernel has ended");
  });

  it.each(Object.entries(busy))("%s ends when the server that started it is killed", async (_, code) => {
    const kernel = await Kernel.start();
    if (code) await kernel.listen(await kernel.send(code), 0.5);
    kernel.client.kill("SIGKILL");
    await once(kernel.client, "exit");
    await until(() => !isRunning(kernel.pid), "the kernel has ended");
  });

  it("survives what its cells do to it", async () => {
    const kernel = await Kernel.start();
    const vandalism = [
      "process.stdout.end?.();",
      "globalThis.setTimeout = undefined as any;",
      "process.removeAllListeners();",
      "Error.stackTraceLimit = 0;",
      "Object.defineProperty(Array.prototype, 'extra', { value: 1, enumerable: true });",
    ];
    for (const code of vandalism) await kernel.run(code, 5);
    expect(printed(await kernel.run('console.log("lives");'))).toBe("lives\n");
    await kernel.shutdown();
  });
});

describe("six kernels at once", () => {
  it("each run their own cells", async () => {
    const kernels = await Promise.all(Array.from({ length: 6 }, () => Kernel.start()));
    const outcomes = await Promise.all(
      kernels.map((kernel, i) => kernel.run(`let mine = ${i}; for (let k = 0; k < 500; k++) console.log(mine);`)),
    );
    expect(outcomes.map((outcome) => printed(outcome))).toEqual(kernels.map((_, i) => `${i}\n`.repeat(500)));
    await Promise.all(kernels.map((kernel) => kernel.shutdown()));
    for (const { pid } of kernels) await until(() => !isRunning(pid), "every kernel has ended");
  });
});
