import { prediction } from "cnn-workbook/exercises";

export const p1 = prediction({
  id: "09.p1",
  question: "7 cells, a window of 3 cells, stride 2. How many windows are there?",
  answer: 3,
  explain:
    "They start at the cells 0, 2 and 4. The one at 4 covers 4, 5 and 6, the last cell. If you said 4: a window at cell 6 would need the cells 7 and 8, which are not there. If you said 2: the window at cell 0 counts, too.",
});

export const p2 = prediction({
  id: "09.p2",
  question: "7 cells, a window of 3, stride 3: the formula gives 2.33. What do TensorFlow and PyTorch make of it?",
  choices: [
    "An error: the layer is refused",
    "2 outputs; the last cell is never looked at",
    "3 outputs; the last window is filled up with a zero",
    "2 outputs; the windows move closer together, so that all cells are seen",
  ],
  answer: 2,
  explain:
    "A convolution rounds down and says nothing. Windows start at 0 and at 3, and cell 6 is in none of them. No error, no warning: some of the picture is lost. It is you who has to notice.",
});

export const p3 = prediction({
  id: "09.p3",
  question:
    "Ten layers with filters of 5 × 5, stride 1, no padding, one after the other. A picture of 32 × 32 goes in. The network cannot be built. Which layer is the first for which nothing fits? The first layer is number 1.",
  answer: 8,
  range: [1, 10],
  explain:
    "Each layer takes away 5 − 1 = 4 cells: 32, 28, 24, 20, 16, 12, 8, 4. After seven layers 4 × 4 are left, and a filter of 5 × 5 does not fit on them: layer 8. If you said 7: there the filter still fits, on 8 cells. If you said 6, you may have taken 5 away each time.",
});

export const p4 = prediction({
  id: "09.p4",
  question: "A picture of 7 × 7, one ring of zeros around it, a filter of 3 × 3, stride 1. How high is the output?",
  answer: 7,
  explain:
    "With a ring of zeros the picture is 9 high, since there is a zero above and one below: 9 − 3 + 1 = 7. If you said 6, you counted one of the two zeros.",
});

export const p5 = prediction({
  id: "09.p5",
  question:
    "A picture of 32 × 32 with 3 channels, ten filters of 5 × 5, stride 1, padding 2. What is the shape of the output, [height, width, channels]?",
  answer: [32, 32, 10],
  explain:
    "(32 − 5 + 2 × 2) / 1 + 1 = 32, for height and for width. Channels come from the filters: ten of them, so 10 (lesson 08). The 3 channels that came in are added up and leave no trace in the shape.",
});

export const p6 = prediction({
  id: "09.p6",
  question: "W = 32, F = 5, S = 2, the same padding P on both sides. For which P do the windows come out even?",
  choices: ["P = 1", "P = 2", "P = 0, that is, without padding", "For no P at all"],
  answer: 4,
  explain:
    "W − F + 2P = 27 + 2P. 2P is even, so this is odd, whatever P is. Half of it is never a whole number. The same zeros on both sides cannot help; one more zero on one side can.",
});

export const p7 = prediction({
  id: "09.p7",
  question:
    "A filter with 3 weights and dilation 4. How many cells are there from its first weight to its last, both included?",
  answer: 9,
  explain:
    "Three weights have two gaps between them, and each step is 4 cells: 2 × 4 = 8 cells on from the first, so 9 with the first. If you said 12, you took a step for each weight; there is one less.",
});

export const p8 = prediction({
  id: "09.p8",
  question:
    "8 cells with the values 1 to 8. The weights are 0 1 0, the stride is 2. TensorFlow's “same” and PyTorch's `padding=1` both give four numbers. Which?",
  choices: [
    "Both give 1 3 5 7",
    "Both give 2 4 6 8",
    "TensorFlow gives 2 4 6 8, PyTorch 1 3 5 7",
    "TensorFlow gives 1 3 5 7, PyTorch 2 4 6 8",
  ],
  answer: 3,
  explain:
    "The weights 0 1 0 pick out the cell in the middle of each window. PyTorch puts a zero on both sides: its first window is 0 1 2, and the middle is 1. TensorFlow needs only one zero and puts it at the end: its first window is 1 2 3, and the middle is 2. Same size, and every number comes from another cell.",
});

export const p9 = prediction({
  id: "09.p9",
  question:
    "Two layers of 3 × 3, one after the other, stride 1. From how many input cells along an axis does one output of the second layer come?",
  answer: 5,
  explain:
    "One output of layer 2 sees 3 neighbouring outputs of layer 1. Each of these sees 3 input cells, and the three windows overlap: together they cover 5. 9 would be right if they lay side by side, as with stride 3 in the first layer. 6 counts cells twice.",
});

export const p10 = prediction({
  id: "09.p10",
  question:
    "How many layers of 3 × 3 with stride 1 does it take until one output sees at least 224 cells along an axis?",
  answer: 112,
  tolerance: 1,
  explain:
    "Each layer adds 3 − 1 = 2 cells: after n layers an output sees 1 + 2n. 1 + 2 × 112 = 225, and 111 layers see 223. That is too many; stride or pooling between the layers makes it far fewer.",
});

export const p11 = prediction({
  id: "09.p11",
  question:
    "A picture of 7 × 7 pixels, a kernel of 3 × 3 with stride 2 and dilation 2, no padding. How many of the 49 pixels lie under a weight at one position or another?",
  answer: 16,
  explain:
    "Along an axis the kernel reaches over 5 cells, so it starts at cells 0 and 2. Its weights lie on cells 0, 2, 4 and then on 2, 4, 6: together 4 of the 7. Rows and columns are alike, so it is 4 × 4 = 16 pixels. The other 33 could be anything. 49 would be right for stride 2 without the gaps.",
});
