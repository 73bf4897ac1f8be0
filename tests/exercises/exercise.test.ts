import { exercise, todo } from "cnn-workbook/exercises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pairs, windows } from "./examples.js";
import { newStudent } from "./student.js";

let student: ReturnType<typeof newStudent>;
beforeEach(() => {
  student = newStudent();
});
afterEach(() => student.leave());

const again = () => exercise(pairs.definition);

describe("check(answer)", () => {
  it("shows and stores that it passed", () => {
    expect(student.sees(() => pairs.check(pairs.definition.solution))).toBe("✓ Passed: 01.1 Sums of neighbours");
    expect(student.progress().exercises["01.1"]).toEqual({ attempts: 1, passed: expect.stringMatching(/^20.*Z$/) });
  });

  it("shows what is wrong, and counts the attempt", () => {
    const seen = student.sees(() => windows.check((n, size, stride) => Math.floor((n - size) / stride)));
    expect(seen).toBe(
      [
        "✗ Not right yet: 11.2",
        "The window at cell 0 counts too.",
        "  call      yourFunction(5, 3, 1)",
        "  expected  3",
        "  got       2",
        "`q2.hint()` gives a hint.",
      ].join("\n"),
    );
    expect(student.progress().exercises["11.2"]).toEqual({ attempts: 1 });
  });

  it("does not count what is not written yet", () => {
    expect(student.sees(() => pairs.check(() => todo()))).toMatch(
      /^○ Not written yet: 01\.1 Sums of neighbours\nReplace/,
    );
    expect(student.progress().exercises).toEqual({});
  });

  it("keeps that it passed once", () => {
    student.sees(() => pairs.check(pairs.definition.solution));
    student.sees(() => pairs.check(() => []));
    expect(student.progress().exercises["01.1"]).toMatchObject({ attempts: 2, passed: expect.any(String) });
  });

  it("never throws at the student", () => {
    for (const answer of [
      undefined,
      3,
      () => {
        throw null;
      },
      async () => 1,
      () => {
        throw { message: 3 };
      },
    ]) {
      expect(() => student.sees(() => pairs.check(answer as never))).not.toThrow();
    }
  });
});

describe("hint()", () => {
  it("gives one after the other, and stays at the last", () => {
    const q = exercise(windows.definition);
    expect(student.sees(() => q.hint())).toBe("○ Hint 1 of 2\nWhere does the last window start?");
    const last =
      "○ Hint 2 of 2\nCount the jumps from cell 0 to n − size.\nThat was the last hint. `q2.solution()` shows a solution.";
    expect(student.sees(() => q.hint())).toBe(last);
    expect(student.sees(() => q.hint())).toBe(last);
  });
});

describe("solution()", () => {
  it("asks to try first, once", () => {
    const q = again();
    expect(student.sees(() => q.solution())).toMatch(/^○ Try it first\n.*`q1\.hint\(\)` helps/);
    expect(student.sees(() => q.solution())).toMatch(/^○ Solution of 01\.1/);
    expect(student.progress().exercises["01.1"]).toEqual({ attempts: 0, sawSolution: true });
  });

  it("shows the source after a try", () => {
    const q = again();
    student.sees(() => q.check(() => []));
    expect(student.sees(() => q.solution())).toContain("=>");
  });
});

describe("exercise({ ... })", () => {
  it("refuses an id of another form and an exercise without hints", () => {
    const { definition } = pairs;
    expect(() => exercise({ ...definition, id: "1.1" })).toThrow(
      '`id` must be lesson and number, such as "01.2", got "1.1"',
    );
    expect(() => exercise({ ...definition, hints: [] })).toThrow("exercise 01.1 needs at least one hint");
  });
});

describe("todo()", () => {
  it("says what to do where it runs outside a check", () => {
    expect(() => todo()).toThrow("this is still to be written: replace todo() by your own code");
  });
});
