import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { build, compileCells, importPaths, load, needsNetworks, root } from "./package.js";

const patienceMs = 300_000;
const paths = importPaths();
const imports = paths.map((path) => `import * as part from "${path}"; Object.keys(part);`);
let folder = "";

beforeAll(() => {
  build();
  mkdirSync(join(root, "cache"), { recursive: true });
  folder = mkdtempSync(join(root, "cache/a folder ü-"));
}, patienceMs);
afterAll(() => rmSync(folder, { recursive: true }));

/** A cell that uses each name, from its second line on, as what it cannot be. */
function misuse(path: string, names: string[]): string {
  const uses = names.map((name) => `{ const refused: { no: "such type" } = part.${name}; }`);
  return [`import * as part from "${path}";`, ...uses].join("\n");
}

describe("a cell that imports", () => {
  it("any part compiles under tslab, in the repository and in a folder below it", { timeout: patienceMs }, () => {
    const none = paths.map(() => []);
    expect(compileCells(imports)).toEqual(none);
    expect(compileCells(imports, folder)).toEqual(none);
  });

  it("any part gets a type for every name: none is silently any", { timeout: patienceMs }, () => {
    const parts = paths.map((path) => ({ path, names: load(path).names }));
    const found = compileCells(parts.map(({ path, names }) => misuse(path, names)));
    for (const [i, { path, names }] of parts.entries()) {
      const refused = new Set(found[i].map((message) => names[Number.parseInt(message, 10) - 2]));
      expect(names.length).toBeGreaterThan(0);
      expect({ path, any: names.filter((name) => !refused.has(name)) }).toEqual({ path, any: [] });
    }
  });

  it("a function or an exercise is told of wrong types", { timeout: patienceMs }, () => {
    const [right, ...wrong] = compileCells([
      'import { correlate1d } from "cnn-workbook";\ncorrelate1d([1, 2], [1], { mode: "same" }).get(0).toFixed();',
      'import { correlate1d } from "cnn-workbook";\ncorrelate1d("x", [1]);',
      'import { correlate1d } from "cnn-workbook";\ncorrelate1d([1], [1], { mode: "none" });',
      'import { correlate1d } from "cnn-workbook";\nconst text: string = correlate1d([1], [1]);',
      'import { correlate1d } from "cnn-workbook";\nconst text: string = correlate1d([1], [1]).data;',
      'import { q1 } from "cnn-workbook/lessons/01-convolution-1d";\nq1.check("no function");',
      'import { nowhere } from "cnn-workbook/nowhere";\nnowhere;',
    ]);
    expect(right).toEqual([]);
    for (const messages of wrong) expect(messages.join()).toMatch(/not assignable to|Cannot find module/);
  });
});

describe("what an import loads", () => {
  it.each(paths.filter((path) => !needsNetworks(path)))(
    "%s comes without TensorFlow and without fast-check",
    (path) => {
      expect(load(path).files.filter((file) => /@tensorflow|fast-check|plotly/.test(file))).toEqual([]);
    },
  );

  it("cnn-workbook/training has TensorFlow", () => {
    expect(load("cnn-workbook/training").files.some((file) => /@tensorflow[\\/]tfjs-core/.test(file))).toBe(true);
  });
});
