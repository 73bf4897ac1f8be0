import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "10.p1",
  question: "VGG-16 has 13 convolutional layers and 3 dense layers. Where are most of its parameters?",
  choices: ["Nearly all in the 13 convolutional layers", "About half in each kind", "Nearly all in the 3 dense layers"],
  answer: 3,
  explain:
    "Nine in ten are in the three dense layers, and three in four are in the first of them alone. Why a single layer can outweigh thirteen is what this lesson counts. And whether the work is done there too is another question: it comes below.",
});

export const p2 = prediction({
  id: "10.p2",
  question:
    "AlexNet's first layer: 227 × 227 × 3 in, 96 filters of 11 × 11, stride 4, so 55 × 55 × 96 come out. By what number does sharing divide the parameters?",
  answer: 3025,
  explain:
    "By the number of places: 55 × 55 = 3,025. Without sharing each place has filters of its own; with sharing all places use one set. In the small example there were 6 places, and 342 / 57 = 6. If you said 96: the number of filters is the same with and without sharing.",
});

export const p3 = prediction({
  id: "10.p3",
  question: "A neuron of a dense layer on a picture of 32 × 32 × 3 has 3,072 weights. And on 200 × 200 × 3?",
  answer: 120_000,
  explain:
    "One weight for each number that comes in: 200 × 200 × 3 = 120,000, and a bias. The side is 6.25 times as long, so there are 6.25 × 6.25, about 39 times as many weights. A filter of 5 × 5 has 75 weights on both pictures.",
});

export const p4 = prediction({
  id: "10.p4",
  question: "55 × 55 × 96 in, 256 filters of 5 × 5, 55 × 55 × 256 out. How many biases has this convolutional layer?",
  choices: ["25", "256", "774,400"],
  answer: 2,
  explain:
    "One for each filter: 256. A bias for each of the 774,400 outputs is what a dense layer has. And 25 is the size of a filter, nothing to do with biases; lecture slides that say 25 biases here have a slip.",
});

export const p5 = prediction({
  id: "10.p5",
  question:
    "A filter of 3 × 3 × 2, three of them, 2 × 3 places. How many multiplications does the layer do for one picture?",
  answer: 324,
  explain:
    "Each of the 2 × 3 × 3 = 18 outputs needs 3 × 3 × 2 = 18 products: 324. Or: 54 weights, each used at 6 places. If you got 57 or 54, you counted the weights, not how often they are used. If you got 342, you counted the biases, which are added, not multiplied.",
});

export const p6 = prediction({
  id: "10.p6",
  question: "Which layer of this network holds most of its parameters?",
  choices: [
    "The first convolution, 32 filters",
    "The second convolution, 64 filters",
    "The dense layer with 1024 neurons",
    "The dense layer with 10 neurons",
  ],
  answer: 3,
  explain:
    "The dense layer with 1024 neurons. Each of them has a weight for each of the 7 × 7 × 64 = 3,136 numbers that come in. The second convolution has many filters too, but a filter has only 5 × 5 × 32 = 800 weights, shared by all places.",
});

export const p7 = prediction({
  id: "10.p7",
  question: "The lecture's table of VGG-16 has an error. Add up with a pencil, roughly. Where is it?",
  choices: [
    "In the weights of a convolutional layer",
    "In the weights of a dense layer",
    "In the total of the memory",
    "In the total of the parameters",
  ],
  answer: 3,
  explain:
    "The memory column: 3.2 + 3.2 + 0.8 + 1.6 + 1.6 + 0.4 + … comes to about 15 million numbers, not 24. Each row is right. Nobody added them up again, though this table has been copied for years. A total that you did not compute is a claim. The slide goes on: “24M × 4 bytes ≈ 93 MB”. That is 96.",
});

export const p8 = prediction({
  id: "10.p8",
  question: "Where does VGG-16 do most of its multiply-adds?",
  choices: [
    "In the dense layers, where most of the parameters are",
    "In the convolutional layers",
    "About half in each kind",
  ],
  answer: 2,
  explain:
    "More than 99 in 100 in the convolutional layers. A weight of a dense layer is used once a picture. A weight of the first convolutions is used at 224 × 224 places: 50,176 times. Parameters and work are two different things, and a network can have much of one and little of the other.",
});

export const p9 = prediction({
  id: "10.p9",
  question:
    "A 7 × 7 layer, or three 3 × 3 layers in a row; always 64 channels in and 64 out, no biases. Both see 7 × 7 pixels. How many weights do the three have, in percent of the one? (A guess that is off by 3 or less is right.)",
  answer: 55,
  tolerance: 3,
  range: [0, 1000],
  explain:
    "Three times 9 × 64 × 64, against 49 × 64 × 64: 27 / 49 = 55 %. The channels cancel. The same view for about half the weights and half the work: that is the idea of VGG, which has 3 × 3 filters and no others.",
});

export const p10 = prediction({
  id: "10.p10",
  question: "You train VGG-16 with 32 pictures at a time. What needs more memory?",
  choices: [
    "All parameters, with their gradients and what Adam keeps of them",
    "The numbers between the layers, with their gradients",
    "About the same",
  ],
  answer: 2,
  explain:
    "The numbers between the layers: 32 pictures × 15 million × 2 × 4 bytes, nearly 4 GB. The parameters take 138 million × 4 × 4 bytes, about 2.2 GB. With one picture it is the other way round. When memory runs out, a smaller batch helps; a network with fewer parameters may not.",
});

export const p11 = prediction({
  id: "10.p11",
  question: "ResNet-50 has 50 layers with weights, VGG-16 has 16. How many parameters has ResNet-50?",
  choices: ["About five times as many as VGG-16", "About three times as many", "About as many", "About a fifth"],
  answer: 4,
  explain:
    "Less than a fifth: 25.6 million. It has no large dense layers: each channel of the last convolution is averaged to one number, and 2,048 numbers go into the only dense layer. Depth is not what makes a network large.",
});

export const p12 = prediction({
  id: "10.p12",
  question: "Which convolutions of this module do most of the multiply-adds?",
  choices: [
    "The 1 × 1 at the left, with 64 filters",
    "The 3 × 3, with 128 filters",
    "The 5 × 5, with 32 filters",
    "The 1 × 1 all together",
  ],
  answer: 2,
  explain:
    "All have 28 × 28 places, so the weights decide. The 3 × 3: 9 × 96 × 128 = 110,592. The 5 × 5 is larger, but only 16 channels come in, and it has 32 filters: 25 × 16 × 32 = 12,800. All four 1 × 1 together: 192 × (64 + 96 + 16 + 32) = 39,936. A filter's size counts; the channels in and out count as much.",
});
