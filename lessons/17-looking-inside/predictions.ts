import { prediction } from "cnn-workbook/exercises";
import { hiddenAt, tinyPicture, tinyScore, twoMaps, twoSlopes } from "./hand.js";
import { secondSees } from "./sees.js";

export const p1 = prediction({
  id: "17.p1",
  question:
    "The network reads more than 9 of 10 held-out digits rightly. Now the same digits, stroke for stroke, on other paper. How many does it read?",
  choices: ["As many: the strokes are the same", "Somewhat fewer, perhaps 8 of 10", "At most half of them"],
  answer: 3,
  explain:
    "It had found a way to be right without reading. Held-out pictures of the same source have the same flaw as those that it learned from, so a test on them cannot show it. This is why one looks inside.",
});

export const p2 = prediction({
  id: "17.p2",
  question:
    "The square of 2 × 2 covers rows 1 and 2, columns 1 and 2 (counted from 0). By how much does the score fall?",
  answer: tinyScore(tinyPicture) - tinyScore(hiddenAt(tinyPicture, 1, 1, 2)),
  explain:
    "Lost are 5 × 6, 3 × 5 and −2 × 1: 30 + 15 − 2 = 43. The pixel with the negative weight spoke against the class, so hiding it raises the score by 2. The 9 has weight 0: bright, and of no importance.",
});

const weight = (k: number) => twoSlopes[k].flat().reduce((a, b) => a + b, 0) / 4;

export const p3 = prediction({
  id: "17.p3",
  question: "What does Grad-CAM give at the lower right place (row 1, column 1)?",
  answer: Math.max(0, weight(0) * twoMaps[0][1][1] + weight(1) * twoMaps[1][1][1]),
  explain:
    "0.5 × 2 − 0.25 × 5 = −0.25. What is below 0 speaks against the class, and Grad-CAM sets it to 0. Map 1 is strongest there, but its weight is negative.",
});

export const p4 = prediction({
  id: "17.p4",
  question:
    "The eight filters began as random numbers. Nobody told the network about edges. After training, how similar are they to edge kernels, on the whole?",
  choices: [
    "As before: any random filter is a bit like an edge",
    "More than before, but most are not clean edge kernels",
    "They are edge kernels, nearly exactly",
  ],
  answer: 2,
  explain:
    "Changes of brightness are what is worth knowing about strokes, so gradient descent moves the filters that way. But it stops as soon as the answers are right. With two thousand small pictures and a few epochs a good part of the random beginning stays. Networks that learn from a million photographs get cleaner edges, and spots of colour.",
});

export const p5 = prediction({
  id: "17.p5",
  question:
    "How many pixels, down and across, does one cell of the second convolution see? (5 × 5, then pooling 2 by 2, then 3 × 3)",
  answer: secondSees.size,
  explain:
    "Lesson 09: the first convolution sees 5. Pooling adds (2 − 1) × 1 = 1, and from now on a step is 2 pixels. The 3 × 3 adds (3 − 1) × 2 = 4. Together 10.",
});

export const p6 = prediction({
  id: "17.p6",
  question:
    "A score is the smaller one of 1 and a + b. Now a = 1 and b = 1. How large is its slope by a? (The change of the score for a small change of a, divided by that change.)",
  answer: 0,
  explain:
    "a + b is 2; if a becomes 0.99, the score is still 1. The slope is 0, and by b, too. A saliency map would show nothing, although the score comes from a and b alone. Hiding one of them shows nothing either: the other is enough. Only hiding both does.",
});

export const p7 = prediction({
  id: "17.p7",
  question:
    "We make a saliency map with a network that has never learned: all weights are random. What will it look like?",
  choices: [
    "Noise all over the picture: it knows nothing about digits",
    "Noise, but where the digit is; black elsewhere",
    "Empty: without learning all slopes are 0",
  ],
  answer: 2,
  explain:
    "A ReLU lets slopes through where it is on, and that depends on the picture: over black paper all sums of a fresh network are 0 and its units are off. So the slopes lie around the strokes, whatever the weights are. A map that lies on the right thing is no proof that the network has understood something. Compare it with the map of a random network before you believe it (Adebayo and others, 2018).",
});

export const p8 = prediction({
  id: "17.p8",
  question:
    "Each pixel may be moved by at most so many of the 255 levels of grey. From where on is half of the digits misread?",
  choices: ["Fewer than 2 levels", "Between 2 and 50 levels", "More than 50 levels"],
  answer: 2,
  explain:
    "A small part of the way from black to white. One level does little, but 784 small changes that all push the same way add up. For photographs, with 150,000 numbers, one level is often enough: nobody sees it.",
});

export const p9 = prediction({
  id: "17.p9",
  question:
    "The same size of change for each pixel, but up or down by the throw of a coin. Of 10 digits that the aimed step just misleads, how many does the coin mislead?",
  choices: ["About 5", "About 3", "At most 1"],
  answer: 3,
  explain:
    "Random changes push up and down in turn and cancel each other. What misleads is not the size of the change but its direction. A test with noise therefore says nothing about somebody who aims.",
});
