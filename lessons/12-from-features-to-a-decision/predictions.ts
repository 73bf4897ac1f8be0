import { prediction } from "cnn-workbook/exercises";
import { secondInput, smallDense, smallNeuron, weigh } from "./hand.js";

export const p1 = prediction({
  id: "12.p1",
  question: "The same neuron, inputs 1, 2 and 4, with its bias and max(0, sum). What does it give?",
  answer: Math.max(0, weigh(secondInput, smallNeuron.weights, smallNeuron.bias)),
  explain:
    "2×1 + (−4)×2 + 1×4 = −2, and the bias makes −3. Below 0 the neuron stays silent: 0. If you got −3, you forgot the activation. If you got 3, you dropped the sign instead of cutting off.",
});

export const p2 = prediction({
  id: "12.p2",
  question: "x grows from 6 to 7. By how much does sigmoid(x) grow?",
  choices: ["By about 0.25", "By about 0.02", "By less than 0.002"],
  answer: 3,
  explain:
    "sigmoid(6) is 0.9975 and sigmoid(7) is 0.9991: the sigmoid is nearly 1 already and has no room left. It is saturated. The unit hardly notices what its inputs do any more. tanh saturates even sooner.",
});

export const p3 = prediction({
  id: "12.p3",
  question: "ReLU is put on the map of the Sobel kernel for x. Which edges are lost?",
  choices: [
    "None: an edge is an edge",
    "The weak ones, of either kind",
    "Those where it gets lighter from left to right",
    "Those that lie horizontally",
  ],
  answer: 3,
  explain:
    "Where it gets lighter from left to right the map is negative (our Sobel kernels are positive towards dark, lesson 06), and ReLU makes that 0. Weak edges with a positive value stay. (Horizontal edges were not in this map at all.) A network that wants both kinds needs two filters: w and −w.",
});

export const p4 = prediction({
  id: "12.p4",
  question:
    "With the bias −2 the unit's sum is below 0 for all 200 inputs. We nudge each weight by 0.01, up or down. What happens to its 200 outputs?",
  choices: ["Each changes by up to 0.01", "None changes at all", "Some wake up, one after another"],
  answer: 2,
  explain:
    "Left of 0 ReLU is flat: the slope is 0. A sum of −1.5 that becomes −1.49 still gives 0. Learning by nudging (lesson 06) looks at what a nudge changes; here it sees nothing, so it leaves the weights as they are, for ever. The unit is dead.",
});

export const p5 = prediction({
  id: "12.p5",
  question:
    "Maps of 3 rows, 4 columns and 2 channels are flattened. At which place, counted from 0, does the number of row 1, column 0, channel 1 stand?",
  answer: (1 * 4 + 0) * 2 + 1,
  explain:
    "Before row 1 come the 4 pixels of row 0, two numbers each: places 0 to 7. Then row 1, column 0: channel 0 at place 8, channel 1 at place 9. If you said 16: that keeps whole channels together, as PyTorch does.",
});

export const p6 = prediction({
  id: "12.p6",
  question: "What does unit 1 of the small dense layer give (no activation)?",
  answer: weigh(
    smallDense.inputs,
    smallDense.weights.map((row) => row[1]),
    smallDense.bias[1],
  ),
  explain:
    "Unit 1 uses column 1 of the table: 2×0 + (−1)×2 + 3×5 = 13, and its bias is 0. If you read a row of the table, you took the weights that lead away from one input, not those that lead into one unit.",
});

export const p7 = prediction({
  id: "12.p7",
  question:
    "Two dense layers without activation, one behind the other: 144 inputs, 64 units, 10 units. Can a single dense layer with 144 inputs and 10 units compute the same?",
  choices: [
    "No: two layers can do more than one",
    "Only if all biases are 0",
    "Yes, exactly, whatever the weights are",
  ],
  answer: 3,
  explain:
    "Each output is a weighted sum of weighted sums, and that is a weighted sum of the inputs. Multiply the two tables of weights: that is the single layer. The biases go along. Fifty layers without activation are still one layer.",
});

export const p8 = prediction({
  id: "12.p8",
  question: "One neuron, one straight line. How many of the four points can it get right at most?",
  answer: 3,
  explain:
    "Any three of them work: cut off one corner. For all four the line would have to have both “yes” points on one side, and then it has at least one “no” point there too: the two diagonals cross.",
});

export const p9 = prediction({
  id: "12.p9",
  question: "All three scores grow by 100: 102, 101 and 99. What happens to the probabilities?",
  choices: ["They become surer", "They become less sure", "They stay as they are"],
  answer: 3,
  explain:
    "Each power is multiplied by e¹⁰⁰, and so is their sum: the quotient stays. Only differences of scores count. Multiplying the scores is another matter: that makes the differences larger and the answer surer.",
});

export const p10 = prediction({
  id: "12.p10",
  question: "naiveSoftmax([1000, 999, 997]): the same differences once more. What does the computer give?",
  choices: ["The same probabilities again", "1, 0, 0", "NaN, NaN, NaN (not a number)"],
  answer: 3,
  explain:
    "e¹⁰⁰⁰ is larger than the largest number that a computer holds here (about 1.8 · 10³⁰⁸, which is e⁷⁰⁹). It becomes Infinity, and Infinity / Infinity is not a number. One such NaN is then in every weight after the next step of learning.",
});

export const p11 = prediction({
  id: "12.p11",
  question:
    "The right answer got a probability of 0.01 instead of 0.9. How many times as large is its surprise, −ln p?",
  choices: ["About 2 times", "About 9 times", "About 44 times", "About 90 times"],
  answer: 3,
  explain:
    "−ln 0.9 is 0.105 and −ln 0.01 is 4.605, 44 times as much. Being nearly right is cheap, being sure and wrong is costly: each further factor of 10 in p adds another 2.3, without end.",
});

export const p12 = prediction({
  id: "12.p12",
  question: "A network that knows nothing gives each of ten digits the probability 1/10. What is its cross-entropy?",
  answer: Math.log(10),
  tolerance: 0.01,
  explain:
    "−ln(1/10) = ln 10 = 2.303, whichever digit is right. So 2.3 is what a network of ten classes shows when its training begins. A loss above that is worse than knowing nothing.",
});

export const p13 = prediction({
  id: "12.p13",
  question: "No weight was learned: they are means of pictures. How many of 500 new digits will be read correctly?",
  choices: ["About 50: one in ten, as by guessing", "About 200", "Between 350 and 400", "More than 480"],
  answer: 3,
  explain:
    "About three in four. The features do most of the work: edges, cut off at 0, pooled. What is missing to 98 % and more is that filters and weights fit each other, and that is what learning does.",
});

export const p14 = prediction({
  id: "12.p14",
  question: "We multiply all scores by 8 instead of 2 before softmax. What happens?",
  choices: [
    "As many digits are right, but the mean cross-entropy rises",
    "More digits are right, and the mean cross-entropy falls",
    "Nothing: softmax divides by the sum again",
  ],
  answer: 1,
  explain:
    "The largest score stays the largest, so every decision stays. But now each decision is made with a probability near 1, the wrong ones too, and −ln p makes them costly. Accuracy counts decisions; cross-entropy also asks how sure they were.",
});
