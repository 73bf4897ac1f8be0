import { toNdarray } from "cnn-workbook";
import { describe, expect, it } from "vitest";
import { fillExpressions, formatted } from "../../scripts/notebooks/fillExpressions.mjs";

const scope = {
  count: 3,
  box: { down: 55.4 },
  list: [7, 9, 8],
  later: async () => 1.5,
  fails: () => {
    throw new Error("no data");
  },
};

async function fill(source: string) {
  const faults: string[] = [];
  const text = await fillExpressions(source, scope, (line, message) => faults.push(`${line}: ${message}`));
  return { text, faults };
}

describe("fillExpressions(source, scope)", () => {
  it.each([
    ["no expression", "no expression"],
    ["{{count}} of {{ count + 1 }}", "3 of 4"],
    ["down by {{box.down}} %", "down by 55.4 %"],
    ["{{list}} and {{list.map((x) => x * 2).join(', ')}}", "[7, 9, 8] and 14, 18, 16"],
    ["{{later()}}", "1.5"],
    ["{{Object.keys({ a: { b: 1 }}).length}}", "1"],
    ['{{[count, 1].join(" } } ")}}', "3 } } 1"],
    ["{ {count} }", "{ {count} }"],
  ])("%s → %s", async (source, text) => expect(await fill(source)).toEqual({ text, faults: [] }));

  it.each([
    ["a\nb {{nothing}}", ["1: {{nothing}}: nothing is not defined"]],
    [
      "{{fails()}} {{count.x.y}}",
      ["0: {{fails()}}: no data", "0: {{count.x.y}}: Cannot read properties of undefined (reading 'y')"],
    ],
    ["a\n\n{{count", ["2: {{ is not closed by }}"]],
    ["{{count +}}", ["0: {{count +}}: Unexpected token ')'"]],
    ["{{undefined}}", ["0: {{undefined}}: its value must be a number, a text or an array, and is undefined"]],
    ["{{0 / 0}}", ["0: {{0 / 0}}: its value is NaN"]],
    ["{{box}}", ["0: {{box}}: its value must be a number, a text or an array, and is object"]],
  ])("names the fault in %j", async (source, faults) => expect((await fill(source)).faults).toEqual(faults));
});

describe("formatted(value)", () => {
  it.each([
    [3, "3"],
    [-0, "0"],
    [1234, "1234"],
    [34944, "34,944"],
    [105705600, "105,705,600"],
    [-20000, "-20,000"],
    [1 / 3, "0.3333"],
    [0.1 + 0.2, "0.3"],
    [1234.567, "1235"],
    [123456.7, "123,457"],
    [-2.5, "-2.5"],
    [1.23456e-7, "1.235e-7"],
    [
      [
        [12, 17],
        [10, 17],
      ],
      "[[12, 17], [10, 17]]",
    ],
    [Float64Array.of(0.5, 1), "[0.5, 1]"],
    [toNdarray([[1, 2]], "a"), "[[1, 2]]"],
    ["text", "text"],
    [true, "true"],
  ])("%j", (value, text) => expect(formatted(value)).toBe(text));
});
