import { expect, it } from "vitest";
import { adviceFor } from "../../kernel/adviceFor.js";

it.each([
  ["A function whose declared type is neither 'void' nor 'any' must return a value.", "Is a `return` missing?"],
  ["Cannot find name 'grey'.", "Run the cell that defines it, or check the spelling."],
  ["Type 'Promise<number>' is not assignable to type 'number'.", "Take away `async`, or `await` the result."],
  [
    "Argument of type 'number' is not assignable to parameter of type '(a: number) => number'.",
    "Give the function itself: its name, without `()`.",
  ],
])("helps with: %s", (message, advice) => {
  expect(adviceFor(message)).toBe(advice);
});

it("adds nothing where the message says enough", () => {
  expect(adviceFor("Expected 2 arguments, but got 1.")).toBeUndefined();
});
