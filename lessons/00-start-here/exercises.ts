import { syntheticDigits } from "cnn-workbook/datasets";
import { dependent, exercise, integers, numbers, prediction, signals, tuple } from "cnn-workbook/exercises";

const scores = signals({ minLength: 1, maxLength: 10, values: numbers(-5, 5, 0.5) });

const twoListsOfDigits = dependent(integers(1, 12), (length) => {
  const digits = signals({ minLength: length, maxLength: length, values: integers(0, 9) });
  return tuple<[number[], number[]]>(digits, digits);
});

export const p1 = prediction({
  id: "00.p1",
  question: "Which digit do the numbers draw?",
  answer: syntheticDigits({ count: 1, seed: 27 }).labels.get(0),
  explain:
    "You saw where the large numbers lie, and what shape they make. A computer has only the list; nothing tells it that neighbours belong together. A convolutional network is built to look at neighbours.",
});

export const p2 = prediction({
  id: "00.p2",
  question:
    "The nine weights of `kernels.laplacian8` are one 8 in the middle and eight times −1 around it. What does this kernel give on an even patch of sky, where all pixels are equal?",
  choices: ["The sky as it was", "Zero", "Eight times the sky", "White"],
  answer: 2,
  explain:
    "Eight times a value, minus the same value eight times, is zero. The weights add up to zero, so whatever is even becomes zero. Only where neighbours differ does something remain: at edges.",
});

export const p3 = prediction({
  id: "00.p3",
  question: "The network is new: its weights are random. How many of 1000 digits does it get right, about?",
  answer: 100,
  tolerance: 80,
  explain:
    "There are ten digits, so guessing hits one in ten. A network that always gives the same answer also gets one in ten. Everything above that was learned.",
});

export const p4 = prediction({
  id: "00.p4",
  question:
    "The network learned white digits on black. Now it gets the same test pictures with black and white swapped. You read them as easily as before. What about the network?",
  choices: ["Nearly as good as before: the shapes are the same", "A few percent worse", "More than half of them wrong"],
  answer: 3,
  explain:
    "It never saw a black digit on white. Its weights add up bright pixels, and now those are the paper. A network knows what its examples showed it, and nothing else. Lesson 16 returns to this.",
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
    t.equal(answer(2, 3, 1), 6, "Two rows of three grey pixels.");
    t.equal(answer(2, 3, 3), 18, "The same in colour: three numbers a pixel.");
    t.equal(answer(28, 28, 1), 784, "The digit above.");
    t.agrees([integers(1, 40), integers(1, 40), integers(1, 4)], "Height × width × channels, for every picture.");
  },
});

export const q2 = exercise<(scores: number[]) => number>({
  id: "00.2",
  title: "From ten scores to one digit",
  hints: [
    "Keep the place of the best score so far, begin with place 0, and look at each other score.",
    "`let best = 0;` then for each i: if `scores[i] > scores[best]`, then `best = i`.",
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
      name: "the score itself",
      answer: (scores) => Math.max(...scores),
      says: "You return the largest score. Asked is *where* it stands: its place is the digit.",
    },
    {
      name: "counts from one",
      answer: (scores) => strongest(scores) + 1,
      says: "You count the places from 1. The first score belongs to the digit 0, so count from 0.",
    },
    {
      name: "last of equals",
      answer: (scores) => scores.lastIndexOf(Math.max(...scores)),
      says: "Where two scores are equally large you return the last. Return the first of them: replace the best only by something larger, not by an equal.",
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
      says: "You return the place of the smallest score. The network is most sure where the score is largest.",
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
    t.equal(answer([0.1, 0.7, 0.2]), 1, "0.7 is the largest. It stands in place 1, since places count from 0.");
    t.equal(answer([-3, -1, -2]), 1, "Scores may all be below zero; −1 is the largest of these.");
    t.equal(answer([4, 2, 4]), 0, "Of equal scores take the first.");
    t.agrees([scores], "The place of the largest score, the first one of equals.");
  },
});

export const q3 = exercise<(answers: number[], truth: number[]) => number>({
  id: "00.3",
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
      says: "That is the share of wrong answers, the *error rate*. Accuracy is the share of right ones.",
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
      name: "ignores the place",
      answer: (answers, truth) => truth.filter((digit) => answers.includes(digit)).length / truth.length,
      says: "You ask whether a digit stands anywhere among the answers. Compare place by place: answer i belongs to picture i.",
    },
  ],
  check(answer, t) {
    t.equal(answer([3, 1, 4, 1], [3, 1, 4, 5]), 0.75, "Three of four are right.");
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
