import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { solutionSource } from "../../lib/exercises/solutionSource.js";
import { newStudent } from "./student.js";

let student: ReturnType<typeof newStudent>;
beforeEach(() => {
  student = newStudent();
});
afterEach(() => student.leave());

describe("solutionSource(id)", () => {
  it("is the TypeScript text, without the indentation it has in its object", () => {
    mkdirSync(join(student.folder, "03-images"));
    writeFileSync(
      join(student.folder, "03-images", "exercises.ts"),
      `export const q1 = exercise({ id: "03.1", solution: (n: number) => n + 1 });
export const q2 = exercise({
  id: "03.2",
  solution: (signal: number[]): number => {
    // add up
    return signal.reduce((a, b) => a + b);
  },
});`,
    );
    expect(solutionSource("03.1", student.folder)).toBe("(n: number) => n + 1");
    expect(solutionSource("03.2", student.folder)).toBe(
      "(signal: number[]): number => {\n  // add up\n  return signal.reduce((a, b) => a + b);\n}",
    );
    expect(solutionSource("03.9", student.folder)).toBeUndefined();
    expect(solutionSource("04.1", student.folder)).toBeUndefined();
  });

  it("finds the workbook's own lessons", () => {
    expect(solutionSource("01.1")).toContain("(signal, kernel, start) =>");
  });
});
