import { correlate2d, kernels } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { dependent, exercise, integers, matrices, numbers, prediction, signals, tuple } from "cnn-workbook/exercises";

const scores = signals({ minLength: 1, maxLength: 10, values: numbers(-5, 5, 0.5) });

const threeByThree = matrices({ rows: 3, columns: 3 });

const twoListsOfDigits = dependent(integers(1, 12), (length) => {
  const digits = signals({ minLength: length, maxLength: length, values: integers(0, 9) });
  return tuple<[number[], number[]]>(digits, digits);
});

export const p1 = prediction({
  id: "00.p1",
  question: "Which digit do the numbers draw?",
  range: [0, 9],
  answer: syntheticDigits({ count: 1, seed: 27 }).labels.get(0),
  explain:
    "Large numbers make the strokes: an arc at the top, a slanting line down to the left, a base. A computer has only the list; nothing tells it that neighbours belong together. A convolutional network is built to look at neighbours.",
});

export const p2 = prediction({
  id: "00.p2",
  question: "An 8 in the middle, −1 at the eight neighbours, and all nine pixels are 90. What is the new pixel?",
  answer: correlate2d(
    [90, 90, 90].map(() => [90, 90, 90]),
    kernels.laplacian8,
    { mode: "valid" },
  ).get(0, 0),
  explain:
    "8×90 − 8×90 = 0. The weights add up to zero, so a patch whose pixels are all alike gives zero, however light or dark it is. (A steady slope gives zero too.) What remains are edges and grain.",
});

export const p3 = prediction({
  id: "00.p3",
  question: "The network has learned nothing yet. About how many of 1000 test digits does it get right?",
  range: [0, 1000],
  answer: 100,
  tolerance: 60,
  explain:
    "There are ten digits, so guessing hits about one in ten. A network that always gives the same answer also gets one in ten, since each digit is equally frequent in the test. A new network need not hit exactly 100: random weights favour some digits, so you may see 50 or 150.",
});

export const p4 = prediction({
  id: "00.p4",
  question: "Black and white are swapped in all test pictures. How does the network do?",
  choices: [
    "Nearly as well as before: the shapes are the same",
    "A few percent worse",
    "More than half of them are wrong",
  ],
  answer: 3,
  explain:
    "It never saw a black digit on white. Its weights were fitted to bright strokes on dark paper, and now the bright pixels are the paper. A network knows what its examples showed it, and nothing else. Lesson 16 returns to this.",
});

export const p5 = prediction({
  id: "00.p5",
  question: "The picture is all white. Which scores does the network give?",
  choices: [
    "About 0.1 for each digit: it cannot know",
    "More than 0.5 for one digit",
    "Nearly 0 for every digit: there is none",
  ],
  answer: 2,
  explain:
    "The scores make 1 in any case, so they cannot all be near 0. And every example in training had a digit: nothing taught the network to spread its scores evenly when there is none. So much white drives some score up, whichever it is.",
});

export const q1 = exercise<(height: number, width: number, channels: number) => number>({
  id: "00.1",
  title: "How many numbers is a picture?",
  hints: [
    "First without colour: how many pixels has a picture of 2 rows and 3 columns?",
    "Each pixel has one number for each channel. A colour picture has three channels: red, green and blue.",
  ],
  solution: (height, width, channels) => height * width * channels,
  mistakes: [
    {
      name: "without channels",
      answer: (height, width) => height * width,
      says: "You counted the pixels. Each pixel has a number for every channel: multiply by `channels` too.",
    },
    {
      name: "adds",
      answer: (height, width, channels) => height + width + channels,
      says: "You added the sides. Two rows of three pixels are 2 × 3 = 6 pixels: multiply.",
    },
    {
      name: "the street's numbers",
      answer: () => 368 * 487 * 3,
      says: "You return the number for one picture. Use the parameters, so that the answer is right for every picture.",
    },
    {
      name: "always three",
      answer: (height, width) => height * width * 3,
      says: "You took three channels for granted. A grey picture has one: use `channels`.",
    },
    {
      name: "adds the channels",
      answer: (height, width, channels) => height * width + channels,
      says: "You added the channels once, for the whole picture. Every single pixel has that many numbers: multiply.",
    },
  ],
  check(answer, t) {
    t.equal(answer(2, 3, 1), 6, "Two rows of three grey pixels are 2 × 3 numbers.");
    t.equal(answer(2, 3, 3), 18, "In colour each of the 2 × 3 pixels has three numbers.");
    t.equal(answer(28, 28, 1), 784, "The digit at the top: 28 × 28 pixels, one number each.");
    t.agrees([integers(1, 40), integers(1, 40), integers(1, 4)], "Height × width × channels, for every picture.");
  },
});

export const q2 = exercise<(patch: number[][], kernel: number[][]) => number>({
  id: "00.2",
  title: "One new pixel: the sum of nine products",
  hints: [
    "The pixel in row r and column c is `patch[r][c]`. Where is the weight that belongs to it?",
    "At the same place of the kernel: `kernel[r][c]`. Multiply the two.",
  ],
  solution: (patch, kernel) => {
    let sum = 0;
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) {
        sum += patch[r][c] * kernel[r][c];
      }
    }
    return sum;
  },
  mistakes: [
    {
      name: "adds pixels only",
      answer: (patch) => patch.flat().reduce((sum, pixel) => sum + pixel, 0),
      says: "You add the pixels but do not weigh them. Multiply each pixel by the weight at its place first.",
    },
    {
      name: "adds pixel and weight",
      answer: (patch, kernel) => patch.flat().reduce((sum, pixel, i) => sum + pixel + kernel.flat()[i], 0),
      says: "You add pixel and weight. Multiply them; the loop adds the products.",
    },
    {
      name: "rows and columns swapped",
      answer: (patch, kernel) =>
        patch.flat().reduce((sum, pixel, i) => sum + pixel * kernel[i % 3][Math.floor(i / 3)], 0),
      says: "In one of the two, r and c are exchanged. Pixel and weight belong to the same row and the same column: r first, c second, in both.",
    },
    {
      name: "kernel turned round",
      answer: (patch, kernel) => patch.flat().reduce((sum, pixel, i) => sum + pixel * kernel.flat()[8 - i], 0),
      says: "You go through the kernel backwards. That is the other way to slide, which lesson 01 explains; here each weight lies on the pixel at its own place.",
    },
    {
      name: "divides by nine",
      answer: (patch, kernel) => patch.flat().reduce((sum, pixel, i) => sum + pixel * kernel.flat()[i], 0) / 9,
      says: "You divide by nine. A blur has that division in its weights already, 1/9 each; other kernels want none.",
    },
    {
      name: "the middle pixel only",
      answer: (patch, kernel) => 9 * patch[1][1] * kernel[1][1],
      says: "You take the middle pixel nine times. Use row r and column c of the loop, so that each pixel takes part once.",
    },
  ],
  check(answer, t) {
    const corner = [
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ];
    const topRight = [
      [0, 0, 10],
      [0, 1, 0],
      [0, 0, 0],
    ];
    t.equal(answer(corner, topRight), 35, "The weight 10 lies on the pixel 3, the weight 1 on the pixel 5: 30 + 5.");
    const edge = corner.map(() => [90, 90, 20]);
    const ninths = corner.map(() => [1 / 9, 1 / 9, 1 / 9]);
    t.equal(answer(edge, ninths), 600 / 9, "Six times 90 and three times 20, each divided by nine.");
    t.agrees([threeByThree, threeByThree], "Each pixel times the weight at its own place, and all nine added.");
  },
});

export const q3 = exercise<(scores: number[]) => number>({
  id: "00.3",
  title: "From ten scores to one digit",
  hints: [
    "`best` is a place. Which score stands there?",
    "Place i is better when its score, `scores[i]`, is larger than the best so far, `scores[best]`.",
  ],
  solution: (scores) => {
    let best = 0;
    for (let i = 1; i < scores.length; i++) {
      if (scores[i] > scores[best]) best = i;
    }
    return best;
  },
  mistakes: [
    {
      name: "compares with a place",
      answer: (scores) => fold(scores, (i, best) => scores[i] > best),
      says: "You compare a score with a place. `best` says where the largest score stands; the score itself is `scores[best]`.",
    },
    {
      name: "compares places",
      answer: (scores) => fold(scores, (i, best) => i > scores[best]),
      says: "`i` is a place; the score that stands there is `scores[i]`. Compare that with `scores[best]`.",
    },
    {
      name: "larger than one half",
      answer: (scores) => fold(scores, (i) => scores[i] > 0.5),
      says: "You look for a score above 0.5. The largest may be smaller than that; compare with the largest so far, `scores[best]`.",
    },
    {
      name: "compares with the one before",
      answer: (scores) => fold(scores, (i) => scores[i] > scores[i - 1]),
      says: "You compare each score with the one before it. It must be larger than the largest so far, `scores[best]`.",
    },
    {
      name: "compares with the first",
      answer: (scores) => fold(scores, (i) => scores[i] > scores[0]),
      says: "You compare each score with the first. It must be larger than the largest so far, `scores[best]`.",
    },
    {
      name: "larger than zero",
      answer: (scores) => fold(scores, (i) => scores[i] > 0),
      says: "You take every score above zero. It must be larger than the largest so far, `scores[best]`.",
    },
    {
      name: "the score itself",
      answer: (scores) => Math.max(...scores),
      says: "You return the largest score. Asked is where it stands: its place is the digit.",
    },
    {
      name: "counts from one",
      answer: (scores) => strongest(scores) + 1,
      says: "You count the places from 1. The first score belongs to the digit 0, so count from 0.",
    },
    {
      name: "last of equals",
      answer: (scores) => scores.lastIndexOf(Math.max(...scores)),
      says: "Of two equally large scores you return the last. Replace the best only by something larger, `>`, not by an equal, `>=`.",
    },
    {
      name: "sorts",
      answer: (scores) => {
        scores.sort((a, b) => b - a);
        return 0;
      },
      says: "You sorted the caller's scores. Then nobody knows which score belonged to which digit. Look through them and leave them in place.",
    },
    {
      name: "weakest",
      answer: (scores) => scores.indexOf(Math.min(...scores)),
      says: "You return the place of the smallest score. The network's answer is where the score is largest.",
    },
    {
      name: "best starts at zero",
      answer: (scores) => {
        let [best, largest] = [0, 0];
        scores.forEach((score, i) => {
          if (score > largest) [best, largest] = [i, score];
        });
        return best;
      },
      says: "With scores that are all below zero you return place 0: the search starts from the value 0, which beats them all. Start from the first score.",
    },
  ],
  check(answer, t) {
    t.equal(answer([0.1, 0.2, 0.7]), 2, "0.7 is the largest. It stands at place 2, since places count from 0.");
    t.equal(answer([0.3, 0.4, 0.3]), 1, "0.4 is the largest, and after it nothing is better.");
    t.equal(answer([0.4, 0.3, 0.3]), 0, "The first score can be the largest.");
    t.equal(answer([4, 2, 4]), 0, "Of equal scores take the first.");
    t.agrees([scores], "The place of the largest score, the first one of equals.");
  },
});

export const q4 = exercise<(answers: number[], truth: number[]) => number>({
  id: "00.4",
  title: "Accuracy: the share of right answers",
  hints: [
    "Count the places i at which `answers[i] === truth[i]`.",
    "Divide the count by how many there are: `truth.length`. Half right is 0.5.",
  ],
  solution: (answers, truth) => {
    let right = 0;
    for (let i = 0; i < truth.length; i++) {
      if (answers[i] === truth[i]) right += 1;
    }
    return right / truth.length;
  },
  mistakes: [
    {
      name: "a count",
      answer: (answers, truth) => rightOnes(answers, truth),
      says: "You return how many are right. The share is that number divided by how many there are.",
    },
    {
      name: "share of wrong ones",
      answer: (answers, truth) => 1 - rightOnes(answers, truth) / truth.length,
      says: "That is the share of wrong answers, the error rate. Accuracy is the share of right ones.",
    },
    {
      name: "skips the first",
      answer: (answers, truth) => rightOnes(answers.slice(1), truth.slice(1)) / truth.length,
      says: "You leave out the first picture. Places count from 0.",
    },
    {
      name: "percent",
      answer: (answers, truth) => (100 * rightOnes(answers, truth)) / truth.length,
      says: "You return percent. Return the share, from 0 to 1: half right is 0.5, not 50.",
    },
    {
      name: "divides by ten",
      answer: (answers, truth) => rightOnes(answers, truth) / 10,
      says: "You divide by 10. There are ten digits, but the share is of all answers: divide by how many answers there are.",
    },
    {
      name: "ignores the place, seen from the answers",
      answer: (answers, truth) => answers.filter((digit) => truth.includes(digit)).length / truth.length,
      says: "You ask whether a digit stands anywhere in the truth. Compare place by place: answer i belongs to picture i.",
    },
    {
      name: "right against wrong",
      answer: (answers, truth) => rightOnes(answers, truth) / (truth.length - rightOnes(answers, truth)),
      says: "You divide the right ones by the wrong ones. The share is of all: divide by how many there are.",
    },
    {
      name: "divides by a thousand",
      answer: (answers, truth) => rightOnes(answers, truth) / 1000,
      says: "You divide by 1000, which is right for our test only. Divide by how many answers there are, `truth.length`.",
    },
    {
      name: "ignores the place",
      answer: (answers, truth) => truth.filter((digit) => answers.includes(digit)).length / truth.length,
      says: "You ask whether a digit stands anywhere among the answers. Compare place by place: answer i belongs to picture i.",
    },
  ],
  check(answer, t) {
    t.equal(answer([3, 1, 4, 1], [3, 1, 4, 5]), 0.75, "Three of four are right: 3 divided by 4.");
    t.equal(answer([7], [2]), 0, "None of one.");
    t.equal(answer([1, 2], [2, 1]), 0, "The right digits in the wrong places are wrong.");
    t.agrees(twoListsOfDigits, "The right ones divided by all, place by place.");
  },
});

function strongest(scores: number[]): number {
  return scores.indexOf(Math.max(...scores));
}

function rightOnes(answers: number[], truth: number[]): number {
  return truth.filter((digit, i) => digit === answers[i]).length;
}

/** The last place that `better` lets replace the best so far. */
function fold(scores: number[], better: (i: number, best: number) => boolean): number {
  return scores.reduce((best, _, i) => (i > 0 && better(i, best) ? i : best), 0);
}
