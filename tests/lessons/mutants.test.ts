import ts from "typescript";
import { describe, expect, it } from "vitest";
import { mutantsOf } from "./mutants.js";

function mutants(code: string): string[] {
  const file = ts.createSourceFile("a.ts", `const f = ${code};`, ts.ScriptTarget.ES2022, true);
  const [statement] = file.statements;
  const solution = (statement as ts.VariableStatement).declarationList.declarations[0].initializer!;
  return mutantsOf(solution).map(({ name }) => name.replace(/^\d+: /, ""));
}

describe("mutantsOf(solution)", () => {
  it.each([
    ["(a, b) => a + b", ["a + b → a - b", "a + b → a", "a + b → b"]],
    ["(a, b) => a < b", ["a < b → a <= b", "a < b → a > b"]],
    ["(a) => a[2]", ["2 → 3", "2 → (1)"]],
    ["(a, y, x) => a[y][x]", ["a[y][x] → a[x][y]"]],
    ["(a, b) => g(a, b)", ["g(a, b) → g(b, a)"]],
    ["(a) => a.length", ["a.length → (a.length - 1)", "a.length → (a.length + 1)"]],
    ["(a) => Math.floor(a)", ["Math.floor → Math.ceil"]],
    ["(a) => [...a].reverse()", ["[...a].reverse() → [...a]"]],
    ["(n, stride) => g(stride)", ["stride → 1"]],
    ["(n, padding) => g(padding)", ["padding → 0"]],
    [
      "(a) => g(a, { stride, mode })",
      expect.arrayContaining(["{ stride, mode } → { mode }", "{ stride, mode } → { stride }"]),
    ],
    ['() => "full"', ['"full" → "same"']],
    ["(a) => -a", ["-a → a"]],
    ["(a, b, c) => (a ? b : c)", ["a ? b : c → b", "a ? b : c → c"]],
  ])("%s", (code, names) => expect(mutants(code)).toEqual(names));

  it("changes neither types nor parameters, but defaults", () => {
    expect(mutants("(a: 1, stride = 2): 3 => a")).toEqual(["2 → 3", "2 → (1)"]);
  });
});
