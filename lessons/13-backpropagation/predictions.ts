import { prediction } from "cnn-workbook/exercises";
import { smallDense, smallRelu, smallSlide } from "./hand.js";

/** Of the network of the lesson: eight maps of 26 × 26, pooled to 13 × 13, then ten units. */
const mapNumbers = 8 * 26 * 26;
const allWeights = 8 * (3 * 3 + 1) + 10 * (8 * 13 * 13 + 1);

export const p1 = prediction({
  id: "13.p1",
  question:
    "z changes 3 times as fast as w. a changes 1/4 as fast as z. J changes −1 times as fast as a. How fast does J change with w?",
  answer: -0.75,
  explain:
    "Rates multiply: a nudge of w becomes 3 times as large, then a quarter of that, then it turns its sign. 3 × 1/4 × (−1) = −0.75. If you added them (2.25): a nudge passes through one after the other, and each passes on what it was given.",
});

export const p2 = prediction({
  id: "13.p2",
  question: "In another example the input x is 0. What is dJ/dw then, whatever w, b and the target are?",
  answer: 0,
  explain:
    "dz/dw is x. With x = 0 the weight has no say in this answer: nudge it, and z stays as it is. So it gets no blame either. A weight learns only from examples in which its input was not 0.",
});

export const p3 = prediction({
  id: "13.p3",
  question:
    "Through output 0 the loss changes −0.75 times as fast as h₀, through output 1 it changes −0.25 times as fast. Both ways are open at once. What is dJ/dh₀?",
  answer: -1,
  explain:
    "Nudge h₀ by 0.01. Output 0 alone changes J by −0.0075, output 1 alone by −0.0025; both happen, so J changes by −0.01. Along a way rates multiply; where ways meet, they add.",
});

export const p4 = prediction({
  id: "13.p4",
  question:
    "The slide lost the minus. Suppose somebody reads a plus there: each weight moves along its slope. What does the loss do, step by step?",
  choices: ["It falls too, only more slowly", "It grows", "It stays: the sign makes no difference"],
  answer: 2,
  explain:
    "The slope says in which direction the loss grows. With a plus each step goes there. A loss that grows from the first step on is often just this: a sign. (The other usual reason is a learning rate that is too large.)",
});

export const p5 = prediction({
  id: "13.p5",
  question: `ReLU was given ${smallRelu.input.join(", ").replaceAll("-", "−")}. The slopes of the loss by its four outputs are ${smallRelu.above.join(", ").replaceAll("-", "−")}. What are the slopes by its four inputs?`,
  answer: smallRelu.above.map((rate, i) => (smallRelu.input[i] > 0 ? rate : 0)),
  explain:
    "What was above 0 passed unchanged, so its rate is 1: 4 and −6 come back whole. What was below 0 was cut off: nudge it, and nothing changes, so nothing comes back. The sign of what comes back makes no difference: −6 passes.",
});

export const p6 = prediction({
  id: "13.p6",
  question: "What comes back to input 1, the one with the weights 4 and 2?",
  answer: smallDense.above.reduce((sum, rate, unit) => sum + rate * smallDense.weights[1][unit], 0),
  explain:
    "Two ways lead from input 1, to unit 0 with weight 4 and to unit 1 with weight 2. 4 × 10 + 2 × (−1) = 38. On the way forward a unit uses its column of the table; on the way back an input uses its row.",
});

export const p7 = prediction({
  id: "13.p7",
  question:
    "Max pooling kept the 5 of the window 1, 5, 3, 2. The slope of the loss by the pooled number is 8. What is the slope by the 3?",
  answer: 0,
  explain:
    "Nudge the 3 to 3.01: the largest is still 5, and nothing changes. Only the winner's nudge comes through, whole. The losers get nothing, however near they were. With average pooling each of the four would get 8 / 4 = 2.",
});

const { signal, above } = smallSlide;

export const p8 = prediction({
  id: "13.p8",
  question:
    "The weight k₀ is used at three places. There the loss changes 2, −4 and 8 times as fast as k₀. What is the slope of the loss by k₀?",
  answer: above.reduce((sum, rate, n) => sum + rate * signal[n], 0),
  explain:
    "It is one weight: nudge it, and all three places change at once. Three ways from the same weight to the loss, so they add: 2 − 4 + 8 = 6. Not the mean: the weight really has that much to say.",
});

export const p9 = prediction({
  id: "13.p9",
  question:
    "A filter's output is a map of 2 × 2 numbers, and the slopes by them are 2, −1, 4 and 3. What is the slope by the filter's bias?",
  answer: 8,
  explain:
    "The bias is added at every place of the map, with a rate of 1. Four ways, so 2 − 1 + 4 + 3 = 8. The bias is a weight that is shared by the whole map.",
});

export const p10 = prediction({
  id: "13.p10",
  question:
    "Three scores go through softmax and cross-entropy. Three slopes come back, one for each score. What is their sum?",
  answer: 0,
  explain:
    "Add the same small number to all three scores: softmax gives the same probabilities (lesson 12), so the loss stays. A nudge of all three at once changes the loss by the sum of the three slopes times the nudge, and that must be 0. What one class gains, the others lose.",
});

export const p11 = prediction({
  id: "13.p11",
  question: "Somebody trains with this fault. What does the loss do?",
  choices: ["It grows", "It stays where it is", "It falls nonetheless"],
  answer: 3,
  explain:
    "The slopes of the dense layer are computed before the fault and are right. It learns, and the loss falls. That is what makes such faults hard to find: the network works, only worse than it could. So compare slopes, not losses.",
});

export const p12 = prediction({
  id: "13.p12",
  question: `The eight maps have 26 × 26 numbers each, ${mapNumbers.toLocaleString("en")} in all. On how many of them does the loss depend, for this digit?`,
  choices: ["On all", "On about half", "On a quarter at most"],
  answer: 3,
  explain:
    "Pooling 2 × 2 passes one number in four; the others get nothing. And of the winners, those that ReLU had cut off to 0 get nothing either.",
});

export const p13 = prediction({
  id: "13.p13",
  question: "Forward takes one unit of time. How long does the way back take, with all slopes?",
  choices: [
    "Less than forward: all numbers are there already",
    "About two or three times as long as forward",
    "About ten times as long: once for each of the ten scores",
    `About ${allWeights.toLocaleString("en")} times as long: once for each weight`,
  ],
  answer: 2,
  explain:
    "Each layer does on the way back what it does forward, twice: once for what it was given, once for its weights. (The first layer could leave out the first half, unless one wants the slopes by the picture.) The ten scores come back together, as one list, and how many weights there are makes no difference.",
});

export const p14 = prediction({
  id: "13.p14",
  question:
    "Ten neurons in a row, each with a sigmoid and the weight 1. How large is the slope by what goes into the first, compared with the slope by what comes out of the last?",
  choices: ["About a tenth", "About a thousandth", "Less than a millionth"],
  answer: 3,
  explain: `Each sigmoid lets through at most a quarter, and rates multiply: (1/4)¹⁰ is ${(0.25 ** 10).toFixed(8)}. The first layers of such a network hardly learn while the last ones do. With ReLU a sum above 0 lets everything through.`,
});
