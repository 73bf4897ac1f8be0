import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "11.p1",
  question: "We move all 300 test digits 3 pixels to the right. About how many percent does the program get right now?",
  choices: [
    "As many as before: they are the same digits",
    "A few less than before",
    "About half as many as before",
    "About 10: it can only guess",
  ],
  answer: 3,
  explain:
    "For a person nothing has changed. The program compares number by number: pixel 500 of the picture with pixel 500 of each mean. A move by 3 pixels takes a stroke off its place, and the program has no idea that the place beside it is nearly the same. What it learned, it learned for one place.",
});

export const p2 = prediction({
  id: "11.p2",
  question:
    "The rows 1 1 2 4 / 5 6 7 8 / 3 2 1 0 / 1 2 3 4, windows of 2 × 2 side by side. Which four numbers are left, row by row?",
  answer: [6, 8, 3, 4],
  explain:
    "Upper left 1 1 5 6: 6. Upper right 2 4 7 8: 8. Lower left 3 2 1 2: 3. Lower right 1 0 3 4: 4. If you have more than four numbers, your windows overlap: side by side they start at rows 0 and 2 and at columns 0 and 2.",
});

export const p3 = prediction({
  id: "11.p3",
  question: "A map of 55 × 55, windows of size 3, stride 2. How many rows has the output?",
  answer: 27,
  explain:
    "(55 − 3) / 2 + 1 = 27, by the rule of lesson 09 without padding. It comes out even: the last window covers rows 52 to 54. If you have 26, the first window is missing; if 18, you divided by the size.",
});

export const p4 = prediction({
  id: "11.p4",
  question: "Max pooling, size 3 and stride 2, on 96 maps of 55 × 55. How many parameters has this layer?",
  answer: 0,
  explain:
    "None. Which is the largest of nine numbers needs no weights and no bias. Size and stride are chosen by whoever builds the network; nothing is there to be learned.",
});

export const p5 = prediction({
  id: "11.p5",
  question:
    "The rows 1 3 2 1 / 2 9 1 1 / 1 4 2 3 / 5 6 1 2, windows of 2 × 2 side by side. What does average pooling give? Four numbers, row by row.",
  answer: [3.75, 1.25, 4, 2],
  explain:
    "Upper left (1 + 3 + 2 + 9) / 4 = 3.75, upper right (2 + 1 + 1 + 1) / 4 = 1.25, lower left (1 + 4 + 5 + 6) / 4 = 4, lower right (2 + 3 + 1 + 2) / 4 = 2. Largest values would be 9, 2, 6, 3: that is max pooling.",
});

export const p6 = prediction({
  id: "11.p6",
  question:
    "A map is 0 everywhere except one cell. Max pooling, size 2, stride 2. We move that cell one column to the right. Does the output change?",
  choices: [
    "Never: that is what pooling is for",
    "Always: the input has changed",
    "In about half of the places: it depends on where in its window the cell stands",
  ],
  answer: 3,
  explain:
    "In the left column of its window the cell has room to move: the window's largest value stays. In the right column it crosses into the next window, and two outputs change. The windows stand still while the picture moves.",
});

export const p7 = prediction({
  id: "11.p7",
  question:
    "Size 2, stride 2. Now everything moves two columns to the right. What happens to the output, in most of the map?",
  choices: [
    "Nothing",
    "It moves one column to the right",
    "It moves two columns to the right",
    "It changes beyond recognition",
  ],
  answer: 2,
  explain:
    "Two columns are exactly one window. So each window finds what its left neighbour had before, and the output moves by one. Moved by a multiple of the stride, pooling is equivariant: the output moves along, in smaller steps.",
});

export const p8 = prediction({
  id: "11.p8",
  question:
    "Now the plainest way down: no pooling, keep every second row and column. The harbour moves by one pixel. How much of that output changes, compared with no step down at all?",
  choices: ["About half as much", "About as much", "About twice as much"],
  answer: 2,
  explain:
    "Each value that is kept changes just as it did before; there are only fewer of them. A smaller map is not a steadier map. What makes pooling steadier is that each output speaks for a whole window.",
});

export const p9 = prediction({
  id: "11.p9",
  question:
    "We cut the harbour into windows of 8 × 8 pixels and put the pixels of each window in random order. Then max pooling, size 8, stride 8. How many percent of the outputs change?",
  answer: 0,
  explain:
    "None. The largest of 64 numbers is the largest in any order, and so is the mean. Order within a window is what pooling does not see.",
});

export const p10 = prediction({
  id: "11.p10",
  question:
    "Two steps down, each keeps every second row and column. We move the digit pixel by pixel. After how many pixels is the mean of the kept values exactly what it was at first?",
  answer: 4,
  explain:
    "Each step has stride 2, both together 4: every fourth pixel is kept. Moved by 4, the same values are kept again, one place further on. In between, others are kept. If you said 2, you counted one step.",
});

export const p11 = prediction({
  id: "11.p11",
  question: "Which of these can a convolution with stride 2 and the right weights do exactly?",
  choices: ["Max pooling, size 2", "Average pooling, size 2", "Both", "Neither"],
  answer: 2,
  explain:
    "A mean is a weighted sum: four weights of ¼. A maximum is not. For 1, 2, 3, 4 the weights 0, 0, 0, 1 would do; for 4, 3, 2, 1 the same weights give 1. Weights are fixed, and the place of the maximum is not.",
});

export const p12 = prediction({
  id: "11.p12",
  question:
    "One window over the whole map: of each of the four kinds of edge only the largest value is left. How will this program do?",
  choices: [
    "Many right, however far the digits are moved",
    "Few right, but the same number however far they are moved",
    "Many right at first, few once they are moved",
  ],
  answer: 2,
  explain:
    "It does not mind the move at all, and it hardly knows anything else: every digit has strong edges somewhere. Not minding is only worth something as long as what tells the digits apart is kept.",
});
