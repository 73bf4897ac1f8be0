import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors, Kernel, printed } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.shutdown());

/** Sends all cells at once, as Run All does, and returns what came of each. */
async function runAll(cells: string[], options?: { stopOnError: boolean }) {
  const ids = [];
  for (const cell of cells) ids.push(await kernel.send(cell, options));
  const outcomes = [];
  for (const id of ids) outcomes.push(await kernel.collect(id));
  return outcomes;
}

const wait = (ms: number) => `await new Promise((done) => setTimeout(done, ${ms}));`;
const statuses = (outcomes: Awaited<ReturnType<typeof runAll>>) => outcomes.map(({ reply }) => reply?.status);
const states = ({ published }: Awaited<ReturnType<typeof runAll>>[number]) =>
  published.filter(({ type }) => type === "status").map(({ content }) => content.execution_state);

describe("Run All", () => {
  it("runs one cell at a time, in order", async () => {
    const outcomes = await runAll([
      `let order = ["a"]; ${wait(200)} order.push("b");`,
      `order.push("c"); ${wait(100)} order.push("d");`,
      "console.log(order.join());",
    ]);
    expect(printed(outcomes[2])).toBe("a,b,c,d\n");
  });

  it("is busy with a cell only when the cell runs", async () => {
    const ids = [await kernel.send(wait(500)), await kernel.send("1;")];
    expect(states({ published: await kernel.listen(ids[1], 0.2), reply: null })).toEqual([]);
    for (const id of ids) expect(states(await kernel.collect(id))).toEqual(["busy", "idle"]);
  });

  it("stops at the cell that fails; what is sent later runs", async () => {
    const outcomes = await runAll(['throw new Error("here");', 'console.log("aborted");', 'console.log("aborted");']);
    expect(statuses(outcomes)).toEqual(["error", "aborted", "aborted"]);
    expect(outcomes.map((outcome) => printed(outcome))).toEqual(["", "", ""]);
    expect(outcomes.map((outcome) => errors(outcome).length)).toEqual([1, 0, 0]);
    expect(await kernel.run('console.log("runs");')).toMatchObject({ reply: { status: "ok" } });
  });

  it("stops at a cell that does not compile, and at a rejection that nobody awaits", async () => {
    expect(statuses(await runAll(["nothing;", "1;"]))).toEqual(["error", "aborted"]);
    expect(statuses(await runAll(['Promise.reject(new Error("alone"));0;', "1;"]))).toEqual(["error", "aborted"]);
  });

  it("goes on after a failure when the client asks for that", async () => {
    const outcomes = await runAll(['throw new Error("here");', "1;"], { stopOnError: false });
    expect(statuses(outcomes)).toEqual(["error", "ok"]);
  });

  it("of a hundred cells loses none", async () => {
    const outcomes = await runAll(Array.from({ length: 100 }, (_, i) => `console.log(${i});`));
    expect(outcomes.map((outcome) => printed(outcome))).toEqual(Array.from({ length: 100 }, (_, i) => `${i}\n`));
  });
});

describe("the execution count", () => {
  it("grows by one a cell, and stands in the reply and beside the input", async () => {
    const first = (await kernel.run("1;")).reply!.execution_count as number;
    for (const [offset, code] of ["1;", 'throw new Error("counts too");', "missing;", "1;"].entries()) {
      const { published, reply } = await kernel.run(code);
      const count = first + 1 + offset;
      expect(reply).toMatchObject({ execution_count: count });
      expect(published.find(({ type }) => type === "execute_input")?.content).toEqual({ code, execution_count: count });
    }
  });

  it("stays when a request asks to leave no trace", async () => {
    const { execution_count } = (await kernel.run("1;")).reply!;
    await kernel.ask("execute_request", { code: "1;", silent: true });
    await kernel.ask("execute_request", { code: "1;", store_history: false });
    expect((await kernel.run("1;")).reply).toMatchObject({ execution_count: (execution_count as number) + 1 });
  });
});
