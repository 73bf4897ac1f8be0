import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Kernel } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
  await kernel.run('import { toNdarray } from "cnn-workbook";\nconst signal = { voltage: [1, 2], rate: 250 };');
});
afterAll(() => kernel.shutdown());

/** Asks at the place that `|` marks. */
function at(type: string, marked: string) {
  const cursor_pos = [...marked.slice(0, marked.indexOf("|"))].length;
  return kernel.ask(type, { code: marked.replace("|", ""), cursor_pos, detail_level: 0 });
}

const text = (reply: Record<string, unknown>) => (reply.data as Record<string, string>)["text/plain"];

describe("completion", () => {
  it("knows the names of earlier cells", async () => {
    expect(await at("complete_request", "1 + sig|")).toMatchObject({ status: "ok", cursor_start: 4, cursor_end: 7 });
    expect((await at("complete_request", "1 + sig|")).matches).toContain("signal");
  });

  it("knows the properties of a value, and nothing else", async () => {
    expect((await at("complete_request", "signal.|")).matches).toEqual(["rate", "voltage"]);
  });

  it("tells the kind of each name", async () => {
    const { metadata } = await at("complete_request", "signal.vol|");
    expect(metadata).toEqual({
      _jupyter_types_experimental: [{ start: 7, end: 10, text: "voltage", type: "property" }],
    });
  });

  it("counts positions in characters", async () => {
    expect(await at("complete_request", '"🙂🙂"; signal.vol|')).toMatchObject({ cursor_start: 13, cursor_end: 16 });
  });

  it("answers while a cell runs", async () => {
    const id = await kernel.send("await new Promise((done) => setTimeout(done, 500));");
    expect((await at("complete_request", "sig|")).matches).toContain("signal");
    expect(await kernel.collect(id)).toMatchObject({ reply: { status: "ok" } });
  });
});

describe("inspection", () => {
  it("shows the signature and the docstring of our own functions", async () => {
    const reply = await at("inspect_request", "toNda|rray([1])");
    expect(reply).toMatchObject({ status: "ok", found: true });
    expect(text(reply)).toMatch(/toNdarray\(input: ArrayInput, name: string/);
    expect(text(reply)).toMatch(/\n {2}name: \S/);
    expect(text(reply)).toMatch(/\nThrows: \S/);
    expect(text(reply)).toMatch(/\nExample: \S/);
  });

  it.each(["toNdarray(|", "toNdarray(|)", "toNdarray([1, 2], |)", "toNdarray([1, 2],|"])(
    "shows the function that is called at %s",
    async (code) => expect(text(await at("inspect_request", code))).toMatch(/toNdarray\(input/),
  );

  it("shows the type of a variable", async () => {
    expect(text(await at("inspect_request", "sig|nal"))).toBe(
      "const signal: {\n    voltage: number[];\n    rate: number;\n}",
    );
  });

  it("finds nothing where nothing is", async () => {
    expect(await at("inspect_request", "|")).toMatchObject({ status: "ok", found: false, data: {} });
  });
});

describe("a client is told", () => {
  it("whether code is complete", async () => {
    expect(await kernel.ask("is_complete_request", { code: "1 + 1" })).toEqual({ status: "complete" });
    expect(await kernel.ask("is_complete_request", { code: "for (;;) {" })).toMatchObject({ status: "incomplete" });
  });

  it("what the kernel is", async () => {
    expect(await kernel.ask("kernel_info_request")).toMatchObject({
      status: "ok",
      language_info: { name: "typescript", mimetype: "text/typescript", file_extension: ".ts" },
    });
  });

  it("nothing, and lives on, when a request makes no sense", async () => {
    for (const cursor_pos of [-5, 10_000, "x"]) {
      expect(await kernel.ask("inspect_request", { code: "signal", cursor_pos })).toHaveProperty("status");
      expect(await kernel.ask("complete_request", { code: "signal", cursor_pos })).toHaveProperty("status");
    }
    expect(await kernel.ask("kernel_info_request")).toMatchObject({ status: "ok" });
  });

  it("that there is neither history nor comm", async () => {
    expect(await kernel.ask("history_request")).toMatchObject({ status: "ok", history: [] });
    expect(await kernel.ask("comm_info_request")).toMatchObject({ status: "ok", comms: {} });
  });
});
