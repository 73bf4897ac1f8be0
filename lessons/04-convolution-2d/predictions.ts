import { correlate2d, toNested } from "cnn-workbook";
import { prediction } from "cnn-workbook/exercises";
import { five, weights } from "./pictures.js";
import { makeSheet, SCRATCH_LENGTH, scoreMarks } from "./sheet.js";

export const p1 = prediction({
  id: "04.p1",
  question: `The scratch has ${SCRATCH_LENGTH} pixels. We mark the ${SCRATCH_LENGTH} brightest pixels of the picture. How many percent of the scratch will be marked?`,
  choices: ["About 15 % or less", "About half", "About 85 % or more"],
  answer: 1,
  get explain() {
    return `${Math.round(foundByBrightness())} %. The scratch is brighter than what lies beside it, but not bright: under the lamp everything is brighter still. A pixel alone cannot tell. It must be compared with its neighbours.`;
  },
});

/** How many of a hundred pixels of the scratch are among the brightest pixels of the sheet. */
export function foundByBrightness(): number {
  const sheet = makeSheet(1);
  const threshold = [...sheet.image.data].sort((a, b) => b - a)[SCRATCH_LENGTH];
  return scoreMarks(sheet, sheet.image, threshold).found;
}

const nine = toNested(correlate2d(five, weights, { mode: "valid" })) as number[][];

export const p2 = prediction({
  id: "04.p2",
  question: "The kernel moves one row down, to row 1, column 0. Which number comes out?",
  answer: nine[1][0],
  explain:
    "Under the kernel lie 0 0 1 / 3 1 2 / 2 0 0. Only weights that are not zero count: 0×1 + 1×2, then 3×2 + 1×2, then 0×1 + 0×2, which makes 2 + 8 + 0 = 10. (12 is what comes out one column to the right, 17 one row down and one column to the right.)",
});

export const p3 = prediction({
  id: "04.p3",
  question:
    "Each row of a picture is 10 10 10 0 0 0. The kernel has the rows 1 0 −1. What is each row of the valid output?",
  choices: ["0 30 30 0", "0 −30 −30 0", "30 30 0 0", "10 0 0 −10"],
  answer: 1,
  explain:
    "Over equal pixels, 10 10 10 or 0 0 0, left and right cancel: 0. Over 10 10 0, and over 10 0 0, each of the three rows gives 10 − 0 = 10, so 30. The left side is brighter, so the sign is plus.",
});

export const p4 = prediction({
  id: "04.p4",
  question: "One of the two pictures was made with the rows 1 0 −1. Which?",
  choices: ["A", "B"],
  answer: 2,
  explain:
    "1 0 −1 compares left with right, so it answers where brightness changes from left to right: at the sides of the tower and of the windows. Where it changes only downwards, as at the borders of the stripes, it gives about 0. That is B. A compares above with below.",
});

export const p5 = prediction({
  id: "04.p5",
  question:
    "A picture of 6 × 6, a kernel of 3 × 3, mode valid. In how many outputs does the pixel at row 1, column 1 take part?",
  answer: 4,
  explain:
    "The kernel's upper left corner may stand at rows 0 and 1 and at columns 0 and 1 for this pixel to lie under it: 2 × 2 = 4. The corner pixel takes part in 1 output only, one in the middle in all 9 positions of the kernel around it.",
});

export const p6 = prediction({
  id: "04.p6",
  question:
    "Every pixel of a picture is 90. Nine weights of 1/9, mode same, zeros around. Which number comes out in the corner?",
  answer: correlate2d(Array(4).fill(Array(5).fill(90)), Array(3).fill(Array(3).fill(1 / 9)), { mode: "same" }).get(
    0,
    0,
  ),
  tolerance: 1e-6,
  explain:
    "Over the corner four weights lie on pixels and five on zeros: 4 × 90 / 9 = 40. The average counts five black pixels that nobody photographed.",
});

export const p7 = prediction({
  id: "04.p7",
  question:
    "The weights 0 −1 0 / −1 6 −1 / 0 −1 0 slide over a place where every pixel is 100. Which number comes out?",
  answer: 200,
  explain:
    "6×100 − 4×100 = 200. Over equal pixels the output is the pixel times the sum of the weights, here 6 − 4 = 2. So this kernel doubles the brightness, besides sharpening.",
});

export const p8 = prediction({
  id: "04.p8",
  question:
    "`correlate2d` slides the kernel 1 2 3 / 4 5 6 / 7 8 9 over a single bright pixel of value 1. Which number stands to the upper left of the middle of the output?",
  answer: 9,
  explain:
    "There the bright pixel lies under the kernel's lower right corner, the weight 9. The kernel comes out turned by half a turn: 9 8 7 / 6 5 4 / 3 2 1. It is the 3 2 1 of lesson 01 along both axes.",
});
