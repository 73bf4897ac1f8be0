import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors, Kernel, printed } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.shutdown());

/** Runs a cell that must fail, and returns its only error. */
async function failure(code: string) {
  const outcome = await kernel.run(code);
  const found = errors(outcome);
  expect(found).toHaveLength(1);
  expect(outcome.reply).toMatchObject({ status: "error", ename: found[0].name, evalue: found[0].message });
  return found[0];
}

const cellNumber = /cell \d+/g;
const withoutNumbers = (lines: string[]) => lines.map((line) => line.replace(cellNumber, "cell N"));

describe("a cell that does not compile", () => {
  it("shows what is wrong, the line, and a mark under the place", async () => {
    const { name, lines } = await failure('const size = 3;\nconst wide: number = "a";');
    expect(name).toBe("TypeScriptError");
    expect(lines).toEqual([
      "TypeScriptError: Type 'string' is not assignable to type 'number'.",
      "line 2: Type 'string' is not assignable to type 'number'.",
      '    const wide: number = "a";',
      "          ^^^^",
    ]);
  });

  it("shows every finding", async () => {
    const { lines } = await failure("missing1;\nmissing2;");
    expect(lines.filter((line) => line.startsWith("line "))).toEqual([
      "line 1: Cannot find name 'missing1'.",
      "line 2: Cannot find name 'missing2'.",
    ]);
  });

  it("says a finding in several sentences with the line only once", async () => {
    const { lines } = await failure("const f: (a: number) => string = (a: number) => a;");
    expect(lines.filter((line) => line.startsWith("    const f"))).toHaveLength(1);
    expect(lines.at(-1)).toBe("    Type 'number' is not assignable to type 'string'.");
  });

  it("marks the place as the student wrote it, also after a shorthand property", async () => {
    const { lines } = await failure("const side = 1; const box = { side, other: nowhere };");
    expect(lines.slice(1)).toEqual([
      "line 1: Cannot find name 'nowhere'.",
      "    const side = 1; const box = { side, other: nowhere };",
      `    ${" ".repeat(43)}^^^^^^^`,
      "    Run the cell that defines it, or check the spelling.",
    ]);
  });

  it("is reported for a syntax error too", async () => {
    const { name, message } = await failure("const = 3;");
    expect(name).toBe("TypeScriptError");
    expect(message).toMatch(/expected/);
  });

  it("runs nothing", async () => {
    const outcome = await kernel.run('console.log("ran"); const wide2: number = "a";');
    expect(printed(outcome)).toBe("");
  });
});

describe("a cell that throws", () => {
  it("shows name, message and the student's line", async () => {
    const { name, message, lines } = await failure(
      'type Side = { size: number };\n\nthrow new RangeError("too large");',
    );
    expect({ name, message }).toEqual({ name: "RangeError", message: "too large" });
    expect(withoutNumbers(lines)).toEqual([
      "RangeError: too large",
      '    at cell N, line 3: throw new RangeError("too large");',
    ]);
  });

  it("shows the way through functions of earlier cells, and nothing of the kernel", async () => {
    await kernel.run(
      "interface Box {\n  side: number;\n}\nfunction inner(box: Box) {\n  return box.side.toFixed(200);\n}",
    );
    const { lines } = await failure("function outer() { return inner({ side: 1 }); }\n\nouter();");
    expect(withoutNumbers(lines)).toEqual([
      "RangeError: toFixed() digits argument must be between 0 and 100",
      "    at inner (cell N, line 5): return box.side.toFixed(200);",
      "    at outer (cell N, line 1): function outer() { return inner({ side: 1 }); }",
      "    at cell N, line 3: outer();",
    ]);
    expect(lines[1]).not.toBe(lines[2]);
  });

  it("leaves out what a library did on the way", async () => {
    const { lines } = await failure('import { toNdarray } from "cnn-workbook";\ntoNdarray([[1, 2], [3]], "image");');
    expect(withoutNumbers(lines).slice(1)).toEqual(['    at cell N, line 2: toNdarray([[1, 2], [3]], "image");']);
  });

  it("shows the line after an await, and in a callback", async () => {
    const { lines } = await failure('await null;\n[1].map((x) => {\n  throw new Error("no " + x);\n});');
    expect(withoutNumbers(lines)).toContain('    at cell N, line 3: throw new Error("no " + x);');
  });

  it("shows an endless recursion briefly", async () => {
    const { name, lines } = await failure(
      "function deeper(n: number): number { return deeper(n + 1) + 1; }\ndeeper(0);",
    );
    expect(name).toBe("RangeError");
    expect(lines.length).toBeLessThan(12);
  });

  it("shows the cause of an error", async () => {
    const { lines } = await failure('throw new Error("outer", { cause: new TypeError("inner") });');
    expect(lines.at(-1)).toBe("caused by TypeError: inner");
  });

  it.each([
    ["a string", '"just text"', "just text"],
    ["a number", "42", "42"],
    ["undefined", "undefined", "undefined"],
    ["an object", "{ code: 7 }", "{ code: 7 }"],
  ])("shows %s that was thrown", async (_, code, message) => {
    expect(await failure(`throw ${code};`)).toMatchObject({ name: "Error", message });
  });

  it("keeps what it printed before", async () => {
    const outcome = await kernel.run('console.log("before"); throw new Error("after");');
    expect(outcome.published.map(({ type }) => type).filter((type) => /stream|error/.test(type))).toEqual([
      "stream",
      "error",
    ]);
  });
});

describe("a rejection", () => {
  it("fails the cell when it is awaited", async () => {
    expect(await failure('await Promise.reject(new TypeError("awaited"));')).toMatchObject({ name: "TypeError" });
  });

  it("fails the cell when nobody awaits it", async () => {
    const { lines } = await failure('async function work() {\n  throw new TypeError("alone");\n}\nwork();0;');
    expect(lines[0]).toBe("TypeError: alone");
    expect(withoutNumbers(lines)[1]).toBe('    at work (cell N, line 2): throw new TypeError("alone");');
  });

  it("that nobody awaits ends a cell that waits for something else", async () => {
    const code = 'Promise.reject(new Error("alone")); await new Promise(() => {});';
    expect(await failure(code)).toMatchObject({ message: "alone" });
  });

  it("that ends a cell also stops what the cell does further", async () => {
    const id = await kernel.send(
      'setTimeout(() => Promise.reject(new Error("alone")), 100); while (true) { console.log("turn"); await new Promise((done) => setTimeout(done, 10)); }',
    );
    expect(await kernel.collect(id)).toMatchObject({ reply: { status: "error", evalue: "alone" } });
    const before = printed({ published: await kernel.listen(id, 0.1) });
    expect(printed({ published: await kernel.listen(id, 0.3) })).toBe(before);
  });

  it("that is handled is no failure", async () => {
    const outcome = await kernel.run('Promise.reject(new Error("handled")).catch(() => console.log("caught"));0;');
    expect(errors(outcome)).toEqual([]);
    expect(printed(outcome)).toContain("caught");
  });
});

describe("an error in a timer", () => {
  it("fails the cell while it runs", async () => {
    const code =
      'setTimeout(() => { throw new RangeError("timer"); }, 20);\nawait new Promise((done) => setTimeout(done, 5000));';
    const { lines } = await failure(code);
    expect(withoutNumbers(lines)).toEqual([
      "RangeError: timer",
      '    at cell N, line 1: setTimeout(() => { throw new RangeError("timer"); }, 20);',
    ]);
  });

  it("is shown under the cell that started it, not under a later one", async () => {
    const first = await kernel.send('setTimeout(() => { throw new Error("late"); }, 300);0;');
    const second = await kernel.send("await new Promise((done) => setTimeout(done, 600));");
    expect(await kernel.collect(second)).toMatchObject({ reply: { status: "ok" } });
    expect(errors({ published: await kernel.listen(first, 0) })).toMatchObject([{ message: "late" }]);
    expect(errors({ published: await kernel.listen(second, 0) })).toEqual([]);
  });

  it("as a late rejection is shown under its cell too", async () => {
    const first = await kernel.send(
      'setTimeout(() => { (async () => { throw new Error("late rejection"); })(); }, 300);0;',
    );
    const second = await kernel.send("await new Promise((done) => setTimeout(done, 600));");
    expect(await kernel.collect(second)).toMatchObject({ reply: { status: "ok" } });
    expect(errors({ published: await kernel.listen(first, 0) })).toMatchObject([{ message: "late rejection" }]);
  });
});
