import { prediction } from "cnn-workbook/exercises";
import { valley } from "./valley.js";

export const p1 = prediction({
  id: "14.p1",
  question:
    "A network of arrays, products and loops sees 3,000 digits three times. How many of 500 new digits will it read rightly?",
  choices: ["Less than 70 %", "70 to 85 %", "85 to 94 %", "More than 94 %"],
  answer: 4,
  explain:
    "More than 94 %, as you will see. A library makes training fast; the result comes from the rules, which you have. (Ten guesses in a hundred would be right by chance.)",
});

export const p2 = prediction({
  id: "14.p2",
  question: "How many numbers has the table of a 28 × 28 digit, for windows of 3 × 3?",
  answer: 26 * 26 * 9,
  explain:
    "A 3 × 3 window has 26 places along each side: 26 × 26 = 676 rows (lesson 09), of 9 numbers each: 6,084. The picture has 784. (7,056 = 784 × 9 would be a window around every pixel, as with padding.)",
});

export const p3 = prediction({
  id: "14.p3",
  question:
    "The 4 × 4 picture, windows of 3 × 3: in how many of the four rows does the pixel in row 1, column 1 stand?",
  answer: 4,
  range: [0, 4],
  explain:
    "All four windows cover it. So on the way back its slope is the sum of four numbers, one from each row. The pixel in the corner stands in one row only.",
});

export const p4 = prediction({
  id: "14.p4",
  question:
    "A batch of 32 digits comes to the second `convLayer` as 32 maps of 13 × 13 with 8 channels. Its windows are 3 × 3. For how many examples does the dense layer inside it work?",
  answer: 32 * 11 * 11,
  explain:
    "Each window is an example. A window has 11 × 11 places on a map of 13 × 13, and there are 32 digits: 32 × 121 = 3,872 rows, of 3 × 3 × 8 = 72 numbers each. (32 would be digits, not windows. The channels make rows longer, not more.)",
});

export const p5 = prediction({
  id: "14.p5",
  question: "All weights begin at 0. What changes in forty steps?",
  choices: [
    "Nothing at all",
    "Only the ten biases of the last layer",
    "Only the last layer: its weights and its biases",
    "Everything, but slowly",
  ],
  answer: 2,
  explain:
    "With filters of 0 all maps are 0, so all features are 0. A weight's slope is its input times what comes back (lesson 13): 0. And what goes on to the layers before is multiplied by the last weights: 0 again. Only the last biases have slopes. They can learn which digit is the most frequent, and no more.",
});

export const p6 = prediction({
  id: "14.p6",
  question:
    "Now every weight begins at 0.1, and the biases at 0. After forty steps, how many different filters do the eight of the first layer hold?",
  answer: 1,
  range: [1, 8],
  explain:
    "One. Filters that are equal give equal maps, get equal slopes and take equal steps. Nothing tells them apart, so they stay equal for ever: eight filters that do the work of one. Only different first weights break this symmetry.",
});

const factor = (rate: number) => 1 - rate * valley.steepness[1];

export const p7 = prediction({
  id: "14.p7",
  question: "The way along x is slow. So we raise the learning rate from 0.09 to 0.11. What happens?",
  choices: [
    "It arrives sooner, since all steps are longer",
    "It swings across the valley more and more widely",
    "x becomes slower, since y takes the steps",
  ],
  answer: Math.abs(factor(0.11)) > 1 ? 2 : 1,
  explain: `A step multiplies y by 1 − rate × 20. With 0.09 that is ${factor(0.09).toFixed(1).replace("-", "−")}: back and forth, but shrinking. With 0.11 it is ${factor(0.11).toFixed(1).replace("-", "−")}: back and forth, and growing. The steepest direction sets the limit for all. (In lesson 06 a bowl did the same.)`,
});

const [, firstY] = [valley.start[0], valley.steepness[1] * valley.start[1]];
const secondY = valley.steepness[1] * (valley.start[1] - valley.rate * firstY);

export const p8 = prediction({
  id: "14.p8",
  question: "Along y the slopes are 20 and then −16. The momentum is 0.5. What is v along y in the second step?",
  answer: valley.momentum * firstY + secondY,
  tolerance: 1e-6,
  explain:
    "Half of the old v, 0.5 × 20 = 10, plus the new slope, −16: −6. The swing nearly cancels. Along x both slopes point the same way, and they add up.",
});

export const p9 = prediction({
  id: "14.p9",
  question:
    "Adam's first step from (10, 1), with the learning rate 0.5. The slopes are 10 along x and 20 along y. Where does it go?",
  choices: [
    "To (5, −9): rate × slope",
    "To (9.5, 0.5): the same length along both",
    "To (9.75, 0.5): twice as far along y",
  ],
  answer: 2,
  explain:
    "Slope divided by its own size is 1, whatever the slope: Adam's first step has the length of the learning rate along each axis. It would be the same with slopes of 0.001 and 2,000.",
});

export const p10 = prediction({
  id: "14.p10",
  question: "3,000 digits, 32 in a batch. How many steps are one epoch?",
  answer: Math.ceil(3000 / 32),
  explain: "3,000 / 32 = 93.75: 93 full batches and one of 24. Each digit belongs to one batch, so there are 94 steps.",
});

export const p11 = prediction({
  id: "14.p11",
  question:
    "Somebody sorts the digits by their labels and forgets to shuffle: first all zeros, last all nines. What does the network say after that epoch?",
  choices: [
    "The same as with shuffled digits: it has seen the same examples",
    "0 for most digits: what comes first is learned best",
    "The digits that came last, for most pictures",
  ],
  answer: 3,
  explain:
    "A batch of nothing but nines has one message: say 9. After a few such steps the rest is forgotten. A batch is a sample; its slopes are an estimate of the slopes over all digits, and a sorted batch estimates them badly.",
});

export const p12 = prediction({
  id: "14.p12",
  question:
    "Somebody gets a sign wrong: the slopes of the eight filters in the first layer come out with the opposite sign, so these filters walk uphill. All other layers are right. Sixty steps of Adam again: what does the loss do?",
  choices: [
    "It grows: the network gets worse",
    "It stays where ten equal probabilities would be, at 2.3",
    "It falls, and ends below 1",
  ],
  answer: 3,
  explain:
    "It falls. The layers behind learn to use whatever maps they get, even those of filters that walk the wrong way. So a falling loss does not show that all slopes are right. Nudging does.",
});

export const p13 = prediction({
  id: "14.p13",
  question:
    "The same weights, the same batches, fifty steps of SGD with momentum. How close is the loss of TensorFlow.js to ours?",
  choices: [
    "Equal in all digits: it is the same arithmetic",
    "Nearly equal: to some seven digits at first, fewer later",
    "Only similar: two programs never train alike",
  ],
  answer: 2,
  explain:
    "TensorFlow.js computes with numbers of 32 bits, about seven digits. Ours have 64 bits, about sixteen. Each step begins with the rounding errors of all steps before, so the two drift apart, slowly. A fault in one of our rules would show at once.",
});
