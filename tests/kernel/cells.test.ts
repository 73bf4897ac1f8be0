import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errors, Kernel, printed } from "./kernel.js";

let kernel: Kernel;
beforeAll(async () => {
  kernel = await Kernel.start();
});
afterAll(() => kernel.shutdown());

/** Runs cells one after another and returns what the last one printed. */
async function last(...cells: string[]): Promise<string> {
  let text = "";
  for (const cell of cells) {
    const outcome = await kernel.run(cell);
    expect(errors(outcome)).toEqual([]);
    text = printed(outcome);
  }
  return text;
}

describe("a cell may", () => {
  it("use and change variables of earlier cells", async () => {
    expect(await last("let width = 3; const height = 4;", "width = width + height;", "console.log(width)")).toBe("7\n");
  });

  it("see in a function what a later cell assigns", async () => {
    const declare =
      "let size = 1, [a, { b }] = [2, { b: 3 }];\nvar factor = 10;\nfunction area() { return [size * factor, a, b]; }";
    expect(await last(declare, "size = 5; b = 7; factor++;", "a *= 2; console.log(area(), size, a, b);")).toBe(
      "[ 55, 4, 7 ] 5 4 7\n",
    );
  });

  it("change a variable of an earlier cell from a function of that cell", async () => {
    expect(await last("let count = 0; const next = () => { count++; };", "next(); next();", "count")).toBe("2\n");
  });

  it("declare a name again without touching what functions of earlier cells use", async () => {
    expect(await last("let base = 1; function baseOf() { return base; }", "const base = 2;", "[base, baseOf()]")).toBe(
      "[ 2, 1 ]\n",
    );
    expect(await last("let step = 1;", "function step() { return 2; }", "step()")).toBe("2\n");
    expect(await last("let late: number; late = 4;", "let late = 5;", "late")).toBe("5\n");
  });

  it("fail at its end and keep what it declared", async () => {
    const outcome = await kernel.run(
      'const made = 1; let grown = 2; function both() { return made + grown; }\nthrow new Error("end");',
    );
    expect(errors(outcome)).toHaveLength(1);
    expect(await last("grown++; both()")).toBe("4\n");
    expect(await last("const after = 1;", "both() + after")).toBe("5\n");
  });

  it("return nothing for a name, which stays known", async () => {
    expect(await last("const nil = undefined; let open: number;", "nil === undefined && open === undefined")).toBe(
      "true\n",
    );
  });

  it("fail halfway and leave the variables of earlier cells as they were", async () => {
    await last("let kept = 1;");
    expect(errors(await kernel.run('throw new Error("early"); let kept = 2;'))).toHaveLength(1);
    expect(await last("kept")).toBe("1\n");
  });

  it("declare a name again, with another type", async () => {
    expect(await last("const again = 1;", 'const again = "one"; console.log(again.length)')).toBe("3\n");
  });

  it("name a variable of an earlier cell in a shorthand property", async () => {
    expect(await last("let side = 3;", "console.log({ side }, [{ inner: { side } }]);")).toBe(
      "{ side: 3 } [ { inner: { side: 3 } } ]\n",
    );
    expect(await last("({ side } = { side: 9 }); console.log(side);")).toBe("9\n");
    expect(await last("{ const side = 1; console.log({ side }); }")).toBe("{ side: 1 }\n");
  });

  it("begin with an await of something in brackets", async () => {
    expect(await last("await (async () => 3)()")).toBe("3\n");
    expect(await last("const both = await [1, 2]; both")).toBe("[ 1, 2 ]\n");
    expect(await last("await (Promise.resolve(await (Promise.resolve(4))))")).toBe("4\n");
  });

  it("wait in a for await only, and still has a value", async () => {
    expect(await last("for await (const x of [1, Promise.resolve(2)]) console.log(x);\n3")).toBe("1\n2\n3\n");
  });

  it("export, as files of TypeScript do", async () => {
    expect(
      await last("export function twice(n: number) { return 2 * n; }\nexport const four = twice(2);", "four"),
    ).toBe("4\n");
    expect(await last("export interface Named { name: string }", 'const x: Named = { name: "a" }; x.name')).toBe("a\n");
  });

  it("import a type, a builtin and a package", async () => {
    expect(
      await last(
        'import type { ArrayInput } from "cnn-workbook";\nimport path from "node:path";\npath.basename("a/b")',
      ),
    ).toBe("b\n");
    expect(await last('import * as fc from "fast-check"; typeof fc.integer')).toBe("function\n");
    expect(await last('const { sep } = await import("node:path"); sep')).toBe("/\n");
  });

  it("be empty, a comment, or end without a value", async () => {
    expect(await last("")).toBe("");
    expect(await last("// nothing")).toBe("");
    expect(await last("let nothing: undefined; nothing")).toBe("");
  });

  it("define a module that later cells import", async () => {
    expect(
      await last("/** @module shapes */\nexport const sides = 3;", 'import { sides } from "./shapes"; sides'),
    ).toBe("3\n");
  });
});
