import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "16.p1",
  question:
    "The network gets the pixels as they are, 0 to 255, with the same first weights and the same learning rate. How many validation digits does it read after 4 epochs?",
  choices: [
    "About as many: the weights adapt to the scale",
    "More: larger numbers carry more information",
    "About one in ten: it learns nothing",
  ],
  answer: 3,
  explain:
    "Scores and gradients grow with the inputs, here a hundredfold. The first steps throw the weights so far that all scores are extreme, and the hidden units die (lesson 12). With a much smaller learning rate it could learn; but then the rate would have to be found anew for every kind of input.",
});

export const p2 = prediction({
  id: "16.p2",
  question:
    "All first weights have a deviation of 0.01. Numbers of size 1 go in. How large are they, typically, after eight layers?",
  choices: ["About 1", "About 0.01", "About 0.0001", "Below 0.000001"],
  answer: 4,
  explain:
    "Each layer multiplies the size by about the same factor: here √(100/2) × 0.01 = 0.07. Eight times: 0.07⁸, less than a thousandth of a millionth. The last layer gets practically 0, whatever the picture is. Gradients pass the same weights on their way back and shrink in the same way.",
});

export const p3 = prediction({
  id: "16.p3",
  question: "A unit reads 50 numbers and is followed by ReLU. Which deviation keeps the size, by the rule of He?",
  answer: 0.2,
  tolerance: 0.005,
  explain:
    "√(2/50) = √0.04 = 0.2. If you said 0.04, the root is missing: that is the variance. If you said 0.14, the 2 is missing, which makes up for what ReLU cuts off.",
});

export const p4 = prediction({
  id: "16.p4",
  question:
    "Now every weight of the network begins at the same 0.05: not too small, not 0. It is trained. How many of its 8 filters are then different from one another?",
  answer: 1,
  range: [1, 8],
  explain:
    "One: all eight are copies. Filters that begin alike see the same pictures, give the same maps, get the same gradients and make the same steps. Nothing ever tells them apart. So first weights are random, to make the units different, and their size is chosen, to keep the signal alive.",
});

export const p5 = prediction({
  id: "16.p5",
  question: "A rate of 0.03 works. What does a rate of 3 do?",
  choices: [
    "It learns about a hundred times as fast",
    "It ends at about the same, with a curve that trembles more",
    "The loss leaps up in the first steps and never comes back",
  ],
  answer: 3,
  explain:
    "A gradient says what a small step does. A step a hundred times as large lands far beyond the valley, where the slope is steeper still. Once all hidden units are silent for every picture, there is no gradient left that could lead back.",
});

export const p6 = prediction({
  id: "16.p6",
  question:
    "A batch of five: a channel has the values 2, 2, 2, 2 and 12. What becomes of the 12 (gamma 1, beta 0, no epsilon)?",
  answer: 2,
  explain:
    "The mean is 4. The squared differences are 4, 4, 4, 4 and 64, their mean is 16, so the deviation is 4, and (12 − 4) / 4 = 2. If you said 1: that would be a scale from 0 to 1, as the slide has it.",
});

export const p7 = prediction({
  id: "16.p7",
  question:
    "The trained network is in use, and one single picture comes. A dense layer is followed by batch normalisation. What is left of it, if each unit is normalised with the mean of this batch of one?",
  choices: [
    "The same as in training",
    "0 in every unit, then beta: nothing of the picture",
    "Numbers ten times as large",
  ],
  answer: 2,
  explain:
    "The mean of one number is the number itself, and number minus mean is 0. So the layer keeps a running mean and variance while it trains, and uses those later. This is the one common layer, besides dropout, that behaves differently in training and in use.",
});

export const p8 = prediction({
  id: "16.p8",
  question:
    "Only 200 pictures to learn from, each seen 40 times. After that all 200 are read rightly. And of the 500 validation digits?",
  choices: ["Nearly all: it has learned to read", "Between 65 and 90 %", "About 10 %: it has only memorised"],
  answer: 2,
  explain:
    "It has learned something about digits, and the rest it has memorised. The gap between the two accuracies is the sign of over-fitting: perfect on what it has seen, worse on what it has not.",
});

export const p9 = prediction({
  id: "16.p9",
  question:
    "Each input is dropped with probability 0.2, not 0.5. What is the mean of the neuron's sum over the four cases, weighted with how probable each is?",
  answer: 8,
  tolerance: 0.001,
  explain:
    "0.64 × 10 + 0.16 × 6 + 0.16 × 4 + 0.04 × 0 = 8: the full sum times 0.8, the probability of keeping. Multiplying by the probability of dropping, as a slide says, would give 2. Only at 0.5 are they the same.",
});

export const p10 = prediction({
  id: "16.p10",
  question:
    "One of these changes makes the network read clearly fewer validation digits than no augmentation does. Which?",
  choices: [
    "Shifts of up to a tenth of the side",
    "Turns of up to 15 degrees",
    "Zoom of up to 15 %",
    "Flips, upside down",
  ],
  answer: 4,
  explain:
    "Nobody writes upside down. A 6 on its head is nearly a 9, but its label is still 6: the network is told that both are 6, and it spends its weights on digits that never come. A change helps only where the class survives it and where it really occurs.",
});

export const p11 = prediction({
  id: "16.p11",
  question:
    "Of the training digits, only 5 are nines, 10 are eights, and 100 are of each other digit. Which share of the validation nines is read rightly?",
  choices: ["About as many as of the others", "About half", "Hardly any"],
  answer: 3,
  explain:
    "To say 9 hardly ever pays: 5 of 815 examples. The mean loss is nearly as low without any nines. And the accuracy in a set with the same imbalance would not show it.",
});

const SIGNS = [
  "learning rate too large",
  "learning rate too small",
  "first weights too small",
  "pixels not scaled",
  "labels that do not belong to the pictures",
  "classes out of balance",
  "leakage: validation pictures are nearly the same as training pictures",
  "nothing is wrong",
] as const;
const numberOf = (sign: (typeof SIGNS)[number]) => SIGNS.indexOf(sign) + 1;

export const p12 = prediction({
  id: "16.p12",
  question: "What is wrong with patient A?",
  choices: SIGNS,
  answer: numberOf("learning rate too large"),
  explain:
    "It began with a healthy loss, not far from ln 10 = 2.3, so the pixels and the first weights are in order. The first steps made it worse, up to about 14.5, and there it stays: sure of one digit for every picture. That is −ln of the smallest probability that counts, for nine pictures in ten. Steps that spoil a good beginning are too large. The rate was 0.7.",
});

export const p13 = prediction({
  id: "16.p13",
  question: "What is wrong with patient B?",
  choices: SIGNS,
  answer: numberOf("labels that do not belong to the pictures"),
  explain:
    "In training the loss falls, slowly: it learns by heart. In validation it rises from the beginning, and the accuracy stays at guessing. So what it learns has nothing to do with what the validation pictures show. Over-fitting alone looks different: there validation first improves. Here the labels were shuffled. Check one batch by eye: pictures with their labels above.",
});

export const p14 = prediction({
  id: "16.p14",
  question: "What is wrong with patient C?",
  choices: SIGNS,
  answer: numberOf("first weights too small"),
  explain:
    "It begins at 2.303 = ln 10, with ten equal probabilities, and does not move: look at the axis, the curve trembles by thousandths. A rate too small creeps, but it begins above 2.3 and falls a little in every epoch. Here nothing comes through the layers, in either direction. The first weights had a deviation of 0.01.",
});

export const p15 = prediction({
  id: "16.p15",
  question: "What is wrong with patient D?",
  choices: SIGNS,
  answer: numberOf("leakage: validation pictures are nearly the same as training pictures"),
  explain:
    "Training and validation agree nearly perfectly, and digits from elsewhere are read far worse, all kinds of them. The 150 pictures were copied eight times, slightly shifted, and the copies were mixed before some were kept for validation. Split first, augment later. The same happens with several pictures of one patient, or neighbouring frames of one film.",
});

export const p16 = prediction({
  id: "16.p16",
  question: "What is wrong with patient E?",
  choices: SIGNS,
  answer: numberOf("pixels not scaled"),
  explain:
    "Look at the loss before the first step: far above 2.3. So it was bad before any learning, and the rate is not to blame. Scores are extreme because the inputs are: 0 to 255. (First weights that are too large begin like this too.)",
});

export const p17 = prediction({
  id: "16.p17",
  question: "What is wrong with patient F?",
  choices: SIGNS,
  answer: numberOf("classes out of balance"),
  explain:
    "The curves are healthy. Only the list by digit tells: hardly any 3 and 8 is read rightly. The validation digits have the same imbalance, so they do not show it. Look at each class by itself, always.",
});
