import { expect, it } from "vitest";
import { parseKernel } from "../../lib/explorers/convolution1d/parseKernel.js";

it.each([
  ["1 2 1", [1, 2, 1]],
  ["0.5, -1;2", [0.5, -1, 2]],
  ["1/4 1/2 1/4", [0.25, 0.5, 0.25]],
  ["−1 +.5 3.", [-1, 0.5, 3]],
])("reads %j", (typed, kernel) => {
  expect(parseKernel(typed)).toEqual({ ok: true, kernel });
});

it.each([
  ["", "Type at least one number"],
  ["1 a 2", "“a” is not a number"],
  ["1/0", "“1/0” is not a number"],
  ["1/2/3", "“1/2/3” is not a number"],
  ["1 -", "“-” is not a number"],
  ["1e9", "“1e9” is not a number"],
  ["9999999", "“9999999” is not a number"],
  [Array(16).fill(1).join(" "), "At most 15 numbers fit; these are 16."],
])("refuses %j in words that help", (typed, problem) => {
  expect(parseKernel(typed)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
});
