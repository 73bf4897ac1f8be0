import { describe, expect, it } from "vitest";
import { parseKernel2d, writeKernel2d } from "../../lib/explorers/convolution2d/parseKernel2d.js";

const parse = (typed: string) => parseKernel2d(typed, [6, 4]);

describe("parseKernel2d(typed, image)", () => {
  it.each([
    [
      "1 2\n3 4",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "1 2 / 3 4",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "1 2/ 3 4",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      "1, 2; 3, 4\n",
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ["1/9 −1", [[1 / 9, -1]]],
    ["1\n\n2\n3", [[1], [2], [3]]],
  ])("reads %j", (typed, kernel) => {
    expect(parse(typed)).toEqual({ ok: true, kernel });
  });

  it.each([
    [" \n ", "Type at least one number; a new row in a new line."],
    ["1 2\n3", "Every row needs as many numbers: row 0 has 2, row 1 has 1."],
    ["1 2\n3 a", "“a” is not a number"],
    ["1 2/0", "“2/0” is not a number"],
    ["1\n1\n1\n1\n1\n1", "At most 5 × 5 numbers fit; these are 6 × 1."],
    ["1 1 1 1 1", "1 × 5 weights are more than the image of 6 × 4 has room for."],
  ])("refuses %j in words that help", (typed, problem) => {
    expect(parse(typed)).toMatchObject({ ok: false, problem: expect.stringContaining(problem) });
  });

  it("reads what it writes", () => {
    const kernel = [
      [1 / 9, -2],
      [0.5, 0],
    ];
    expect(writeKernel2d(kernel)).toBe("1/9 -2\n0.5 0");
    expect(parse(writeKernel2d(kernel))).toEqual({ ok: true, kernel });
  });
});
