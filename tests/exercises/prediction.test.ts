import { prediction } from "cnn-workbook/exercises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newStudent } from "./student.js";

const lengths = { id: "01.p5", question: "How long is it?", answer: 504, explain: "500 + 5 − 1 = 504." };
const modes = {
  id: "01.p1",
  question: "Which mode keeps the length?",
  choices: ["full", "same", "valid"],
  answer: 2,
  explain: "Its name says so.",
};

let student: ReturnType<typeof newStudent>;
beforeEach(() => {
  student = newStudent();
});
afterEach(() => student.leave());

describe("guess()", () => {
  it("asks, and shows the choices, without the answer", () => {
    expect(student.sees(() => prediction(modes).guess())).toBe(
      [
        "○ Predict: 01.p1",
        "Which mode keeps the length?",
        "  1  full",
        "  2  same",
        "  3  valid",
        "Decide first, then write your guess: `p1.guess(1)`. The first guess counts.",
      ].join("\n"),
    );
    expect(student.sees(() => prediction(lengths).guess())).not.toContain("504");
  });
});

describe("guess(value)", () => {
  it("stores it, then reveals and explains", () => {
    const seen = student.sees(() => prediction(modes).guess(2));
    expect(seen).toBe(
      "✓ Predicted: 01.p1\nWhich mode keeps the length?\nYour guess: 2 (same). That is right.\nIts name says so.",
    );
    expect(student.progress().predictions["01.p1"]).toEqual({ guess: 2, right: true, at: expect.any(String) });
  });

  it("takes the text of a choice too", () => {
    student.sees(() => prediction(modes).guess("Full"));
    expect(student.progress().predictions["01.p1"]).toMatchObject({ guess: 1, right: false });
  });

  it("counts only the first, in a later session too", () => {
    student.sees(() => prediction(lengths).guess(506));
    const seen = student.sees(() => prediction(lengths).guess(504));
    expect(seen).toContain("Your guess: 506. The answer: 504.");
    expect(seen).toContain("Now you say 504, which is right. Your first guess is the one that counts.");
    expect(student.progress().predictions["01.p5"]).toMatchObject({ guess: 506, right: false });
    expect(student.sees(() => prediction(lengths).guess())).toContain("500 + 5 − 1 = 504.");
  });

  it.each<[object, unknown, string]>([
    [modes, 4, "A guess must be a number from 1 to 3; you wrote 4"],
    [modes, 1.5, "A guess must be a number from 1 to 3; you wrote 1.5"],
    [modes, "middle", 'A guess must be a number from 1 to 3; you wrote "middle"'],
    [lengths, "many", 'A guess must be a number, such as 100; you wrote "many"'],
    [lengths, Number.NaN, "A guess must be a number, such as 100; you wrote NaN"],
    [{ ...lengths, range: [0, 600] }, 601, "A guess must be a number from 0 to 600; you wrote 601"],
    [{ ...lengths, answer: [7, 9] }, 7, "A guess must be a list of numbers, such as [1, 2, 3]; you wrote 7"],
    [{ ...lengths, answer: true }, 1, "A guess must be true or false, such as true; you wrote 1"],
  ])("asks again where a guess cannot be one", (definition, guess, problem) => {
    const p = prediction(definition as never);
    expect(student.sees(() => p.guess(guess as never))).toContain(`○ ${problem}`);
    student.sees(() => p.guess());
    expect(() => student.progress()).toThrow();
  });

  it("allows the tolerance", () => {
    const p = { ...lengths, answer: 0.55, tolerance: 0.05 };
    expect(student.sees(() => prediction(p).guess(0.6))).toContain("That is right.");
    expect(student.sees(() => prediction({ ...p, id: "01.p6" }).guess(0.61))).toContain("The answer: 0.55.");
    expect(student.sees(() => prediction({ ...p, id: "01.p7", answer: [7, 9] }).guess([7, 9]))).toContain(
      "That is right.",
    );
  });
});

describe("prediction({ ... })", () => {
  it("refuses an id of another form and an answer that is no choice", () => {
    expect(() => prediction({ ...modes, id: "p1" })).toThrow(
      '`id` must be lesson and number, such as "01.p1", got "p1"',
    );
    expect(() => prediction({ ...modes, answer: 0 })).toThrow("`answer` must be a whole number from 1 to 3");
    expect(() => prediction({ ...modes, answer: "same" })).toThrow("`answer` must be a whole number from 1 to 3");
  });
});
