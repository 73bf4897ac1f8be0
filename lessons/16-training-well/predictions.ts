import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "16.p1",
  question:
    "The network gets the pixels as they are, 0 to 255, with the same first weights and the same learning rate as with normalised pixels. How many validation digits does it read after 4 epochs?",
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

export const p7 = prediction({
  id: "16.p7",
  question:
    "Only 200 pictures to learn from, each seen 40 times. After that all 200 are read rightly. And of the 500 validation digits?",
  choices: ["Nearly all: it has learned to read", "Between 65 and 90 %", "About 10 %: it has only memorised"],
  answer: 2,
  explain:
    "It has learned something about digits, and the rest it has memorised. The gap between the two accuracies is the sign of over-fitting: perfect on what it has seen, worse on what it has not.",
});

export const p8 = prediction({
  id: "16.p8",
  question:
    "Each input is dropped with probability 0.2, not 0.5. What is the mean of the neuron's sum over the four cases, weighted with how probable each is?",
  answer: 8,
  tolerance: 0.001,
  explain:
    "0.64 × 10 + 0.16 × 6 + 0.16 × 4 + 0.04 × 0 = 8: the full sum times 0.8, the probability of keeping. Multiplying by the probability of dropping, as a slide says, would give 2. Only at 0.5 are they the same.",
});

export const p9 = prediction({
  id: "16.p9",
  question:
    "Each version is turned upside down or not, by chance; the label stays. So the network sees twice as many different pictures. How many validation digits does it read then?",
  choices: [
    "More: it has seen more different pictures",
    "About as many: the upright pictures are still among them",
    "Clearly fewer",
  ],
  answer: 3,
  explain:
    "Nobody writes upside down. A 6 on its head is nearly a 9, but its label is still 6: the network is told that both are 6, and spends its weights on digits that never come. A change helps only where the class survives it and where it really occurs.",
});

export const p10 = prediction({
  id: "16.p10",
  question:
    "Of the training digits, only 5 are nines, 10 are eights, and 100 are of each other digit. Which share of the validation nines is read rightly?",
  choices: ["About as many as of the others", "About half", "Hardly any"],
  answer: 3,
  explain:
    "To say 9 hardly ever pays: 5 of 815 examples. The mean loss is nearly as low without any nines. And the accuracy in a set with the same imbalance would not show it.",
});

export const p11 = prediction({
  id: "16.p11",
  question: "Five classes have 40, 10, 80, 30 and 20 examples. What is the weight of the class with 10?",
  answer: 3,
  tolerance: 0.001,
  explain:
    "Sorted: 10, 20, 30, 40, 80. The one in the middle is 30, and 30/10 = 3. If you said 8, you took the median without sorting; if 3.6, the mean, which is in use too. The class with 30 has the weight 1, the one with 80 less than 1.",
});
