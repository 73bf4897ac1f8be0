import { correlate2d, kernels, toNested } from "cnn-workbook";
import { prediction } from "cnn-workbook/exercises";

const [bright, dark] = [
  [10, 10, 10, 0, 0, 0],
  [0, 0, 0, 10, 10, 10],
];
/** Four fields, two bright and two dark, and what the kernel for horizontal edges gives on them. */
export const fields = [bright, bright, bright, dark, dark, dark];
export const fieldAnswers = toNested(correlate2d(fields, kernels.horizontalEdges, { mode: "valid" })) as number[][];

export const p1 = prediction({
  id: "06.p1",
  question:
    "Four fields, and the kernel 1 1 1 / 0 0 0 / −1 −1 −1 on rows 1 to 3, slid from the left end to the right. Which four numbers come out?",
  answer: fieldAnswers[1],
  explain:
    "At the left end all three columns say bright above dark, 10 each: 30. At the right end all say dark above bright: −30. In between the kernel covers a piece of each: two columns say 10 and one says −10, which makes 10, and then the other way round.",
});

export const p2 = prediction({
  id: "06.p2",
  question: "A horizontal edge: bright sky above, darker hills below. What do the two Sobel kernels give on it?",
  choices: ["x is positive, y is zero", "x is zero, y is positive", "x is zero, y is negative", "both are positive"],
  answer: 2,
  explain:
    "From left to right nothing changes, so x is zero. Downwards it gets darker, and with this kernel darker is positive. A horizontal edge is a change along y: the names of kernel and edge are easily confused.",
});

export const p3 = prediction({
  id: "06.p3",
  question: "A bright disc on a dark ground. Which way do the arrows (x, y) at its rim point?",
  choices: ["Inwards, to the bright middle", "Outwards, to the dark ground", "Along the rim", "All to the right"],
  answer: 2,
  explain:
    "x is positive where it gets darker to the right, y where it gets darker downwards: the arrow points to where it darkens fastest. That is straight across the edge, never along it. (In a library with the other sign the same arrows point inwards.)",
});

export const p4 = prediction({
  id: "06.p4",
  question:
    "We sort the strong arrows of the sheet by their direction, from −180° to 180°. The sheet has straight edges and ruled lines. How many tall peaks will the histogram have?",
  answer: 4,
  explain:
    "Left, right, upper and lower edge of the sheet each darken towards the table, in four directions a quarter turn apart. A ruled line is dark between two bright sides, so it has an arrow on either side: two opposite directions, which are among the four. (2 would be the answer for lines, for which opposite directions are the same.)",
});

export const p5 = prediction({
  id: "06.p5",
  question:
    "Three pairs of kernels take the same differences, and weigh the three rows 1 1 1, 1 2 1 or 3 10 3. We measure the tilt of the sheet with each, without smoothing. Will they agree?",
  choices: [
    "Yes: the weights of x and y grow alike, so the angle stays the same",
    "Nearly: noise makes a few hundredths of a degree",
    "No: they differ by more than a degree",
  ],
  answer: 3,
  explain:
    "The angle comes from y / x. A factor common to x and y cancels, but 1 1 1 and 1 2 1 differ by more than a factor. On a slanted edge the outer rows meet the edge at another place than the middle row does, so it matters how much they count, and x and y do not change alike.",
});

export const p6 = prediction({
  id: "06.p6",
  question:
    "Each pixel has its own noise, everywhere of the same strength. We compare the noise in the output with the answer to a step of 1: for `sobelX` that answer is 4, for `laplacian4` it is 1. About how many times as noisy as Sobel is the Laplacian?",
  choices: ["Half as noisy: it has fewer weights", "About the same", "Five times as noisy"],
  answer: 3,
  explain:
    "Noise grows by the root of the sum of squared weights (lesson 01). Sobel: √(1+1+4+4+1+1) = 3.5 for an answer of 4. Laplacian: √(1+1+1+1+16) = 4.5 for an answer of 1. The middle weight of −4 takes the noise of one pixel fourfold; Sobel averages over three rows.",
});

export const p7 = prediction({
  id: "06.p7",
  question: "Ten times the learning rate: 1 instead of 0.1. What will the weight do?",
  choices: [
    "It reaches 3 in a tenth of the steps",
    "It jumps over 3, and each jump is larger than the one before",
    "It swings around 3 and settles",
  ],
  answer: 2,
  explain:
    "At 0 the slope is about −10, so the first step goes to about 10, far beyond 3. There the slope is steeper, so the next step is longer still. The slope is right only nearby: small steps go down, large ones may not. (With 0.5 it would swing and settle.)",
});

export const p8 = prediction({
  id: "06.p8",
  question:
    "Now a picture of vertical stripes: all rows are the same. The wanted output is still made with Sobel's x. The error reaches zero. What has been learned?",
  choices: [
    "Sobel's x: error zero means the right kernel",
    "Three rows that are all the same, like Prewitt's",
    "Zeros: stripes teach nothing",
  ],
  answer: 2,
  explain:
    "Where all rows are the same, only the sum of each column of the kernel matters: 4, 0, −4. Nothing says how to share it among three rows, and all three have the same slope, so they stay alike. Error zero says: right on these examples. It says nothing about pictures of another kind.",
});

export const p9 = prediction({
  id: "06.p9",
  question:
    "The pictures are noisy; wanted are the edges of the picture without noise, by Sobel's x. Which kernel has the least error?",
  choices: [
    "Sobel's x: the wanted output was made with it",
    "One with smaller weights, shared more evenly by its rows",
    "One with larger weights, so that edges are larger than the noise",
    "None: noise has no pattern, so nothing can be learned",
  ],
  answer: 2,
  explain:
    "Large weights pass on much noise. Smaller ones answer too weakly to edges, but bring in less noise: together that is less error. And three equal rows average the noise better than 1 2 1 does. The kernel that made the wanted output is not the best one to guess it from noisy pixels.",
});
