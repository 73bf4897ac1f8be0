import { describe, expect, it } from "vitest";
import { chooseCells } from "../../scripts/grade/chooseCells.mjs";

const shipped = [
  'import { q1, q2, show as draw } from "course";',
  "const data = load();",
  "draw(plot(data));",
  "function f() { return todo(); }\nq1.check(f);",
  "const { width: wide } = data;",
  "train(data);",
  "function g() { return todo(); }\nq2.check(g);",
  "draw(wide);",
];
const put = (cells: string[], at: number, code: string) => cells.map((cell, i) => (i === at ? code : cell));
const answer = (at: number, code: string) => put(shipped, at, code);
const chosen = (cells: string[], without: number[] = []) => chooseCells(cells, new Set(shipped), new Set(without));

describe("chooseCells(cells, shipped)", () => {
  it("has nothing to run in an untouched notebook", () => expect(chosen(shipped)).toEqual([]));

  it("runs what is the student's, and the course's cells that give names to it", () => {
    expect(chosen(answer(3, "q1.check(() => 1);"))).toEqual([0, 3]);
    expect(chosen(answer(3, "q1.check(() => data);"))).toEqual([0, 1, 3]);
    expect(chosen(answer(6, "q2.check(() => wide);"))).toEqual([0, 1, 4, 6]);
  });

  it("runs cells of the student's that check nothing only before one that may", () => {
    expect(chosen(answer(5, "const mine = 1;"))).toEqual([]);
    expect(chosen(put(answer(5, "const mine = 1;"), 6, "q2.check(() => mine);"))).toEqual([0, 5, 6]);
  });

  it("a cell that changes a variable gives it", () => {
    const cells = ["let a = [0];", "a[0] = 5;", "a = [6];", "b.push(a);"];
    expect(chooseCells([...cells, "q1.check(() => a);"], new Set(cells))).toEqual([0, 1, 2, 4]);
  });

  it("a property of the same name is another thing", () => {
    expect(chosen(answer(3, "q1.check(() => other.data);"))).toEqual([0, 3]);
  });

  it("leaves out what must not run again", () => {
    expect(chosen(answer(3, "q1.check(() => data);"), [1])).toEqual([0, 3]);
    expect(chosen(answer(3, "q1.check(() => data);"), [3])).toEqual([]);
  });

  it("code that no parser takes is run, and fails there", () => {
    expect(chosen(answer(3, `q1.check(${"(".repeat(50_000)}`))).toContain(3);
  });
});
