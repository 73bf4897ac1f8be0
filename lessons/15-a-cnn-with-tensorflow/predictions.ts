import { prediction } from "cnn-workbook/exercises";
import { counts, postCode, sizes, smallMatrix } from "./hand.js";

export const p1 = prediction({
  id: "15.p1",
  question:
    "A post code has five digits. A machine reads 99 of 100 digits rightly. Of 100 letters, how many codes does it read without a mistake?",
  answer: 100 * postCode(0.99),
  tolerance: 1,
  explain:
    "All five must be right: 0.99 × 0.99 × 0.99 × 0.99 × 0.99 = 0.951, so 95 of 100. Every twentieth letter goes astray. (This takes the mistakes to fall on digits by chance; in one bad handwriting they come together.)",
});

/** Of ten numbers that vary by chance, the largest is so many standard deviations above their mean, on average. */
const BEST_OF_TEN = 1.54;
const luckiest = 97 + BEST_OF_TEN * 100 * Math.sqrt((0.97 * 0.03) / counts.test);

export const p2 = prediction({
  id: "15.p2",
  question:
    "Ten networks are equally good: each would read 97 % of all digits in the world. Each is tested on 2,000 digits of its own, so their results differ a little, by chance. You report the best of the ten results. Where will it be?",
  choices: ["At 97 %, since all are equally good", "Above 97 %", "Below 97 %"],
  answer: 2,
  explain: `Above: you chose the one with the most luck. With ten networks that is about ${luckiest.toFixed(1)} %, and the next 2,000 digits would give 97 % again. So what is chosen by a set of pictures must be measured on another one: choose by the validation set, then test once.`,
});

export const p3 = prediction({
  id: "15.p3",
  question: "How many parameters has the dense layer of 128 units? Take a pencil: what comes into it?",
  answer: sizes.dense,
  explain:
    "28 × 28 becomes 26 × 26 by a valid 3 × 3 convolution and 13 × 13 by pooling, with 28 channels: 13 × 13 × 28 = 4,732 numbers. Each of the 128 units has a weight for each, and a bias: 4,733 × 128 = 605,824. The convolution has 280. If you got 605,696, you left the biases out.",
});

export const p4 = prediction({
  id: "15.p4",
  question:
    "The network is new: its weights are random and small, and it finds all ten digits about equally likely. Which loss do you expect? (Cross-entropy, lesson 12; take `Math.log`.)",
  answer: Math.log(10),
  tolerance: 0.05,
  explain:
    "The right digit gets a probability of about 0.1, and −ln 0.1 = 2.30. So look at the first loss of each training. Far above that, pixels or weights are too large. If it stays there, nothing is learned. (2.30 is for ten classes; for two it is 0.69.)",
});

export const p5 = prediction({
  id: "15.p5",
  question:
    "For each epoch, trainModel and model.fit report one accuracy on the training pictures and one on the validation pictures. Which is higher after the first epoch?",
  choices: [
    "The one on the training pictures: it has learned from those",
    "The one on the validation pictures, which it has never learned from",
    "Both are the same",
  ],
  answer: 2,
  explain:
    "The training accuracy of an epoch is a mean over the whole epoch, and its first batches were met by a network that knew nothing. Besides, dropout silences units during training only. Validation comes at the end of the epoch, with the network as it is then. With more epochs it usually turns round.",
});

export const p6 = prediction({
  id: "15.p6",
  question: "Of all pictures that were read as an 8, which share are 8s?",
  answer: smallMatrix[2][2] / (smallMatrix[0][2] + smallMatrix[1][2] + smallMatrix[2][2]),
  tolerance: 0.005,
  explain:
    "What was read as an 8 stands in the last column: 1 + 4 + 15 = 20, and 15 of them are 8s: 0.75. If you got 0.83, you took the row: of 18 pictures of an 8, 15 were found. The share along the column is called precision, the one along the row recall.",
});

export const p7 = prediction({
  id: "15.p7",
  question:
    "The machine passes on the tenth of all digits about which it is least sure; a person reads those. What happens to the share of mistakes among the digits that it keeps?",
  choices: ["It stays about the same", "It falls by about a tenth", "It falls by more than half"],
  answer: 3,
  explain:
    "The mistakes are not spread evenly. Most of them are among the digits with a low largest probability, so passing on a few digits takes most of the mistakes away. That is how machines sort letters, read cheques, and look at X-ray pictures.",
});

export const p8 = prediction({
  id: "15.p8",
  question:
    "The slide writes `dropout(fc, keep_prob)`. Say keep_prob is 0.75. What share of the 1024 units does TensorFlow silence in training?",
  answer: 0.75,
  explain:
    "`tf.layers.dropout` takes the share to drop as its second argument. Whoever hands it the share to keep silences three of four instead of one of four. It trains all the same, only worse, so nobody notices. (In an older function, `tf.nn.dropout`, the argument was the share to keep. Hence the muddle.)",
});

export const p9 = prediction({
  id: "15.p9",
  question: "The file with the weights of this network, 4 bytes a number: how many megabytes (million bytes)?",
  answer: sizes.megabytes,
  tolerance: 0.05,
  explain:
    "607,394 numbers × 4 bytes = 2.4 million bytes. The layers themselves, as text, take only some thousand. (In memory a training run holds more: gradients, Adam's two means for every number, and the maps; lesson 10.)",
});

export const p10 = prediction({
  id: "15.p10",
  question: "All test digits are moved 5 pixels to the right. How many are still read rightly?",
  choices: [
    "As many as before: a convolution finds a stroke wherever it is",
    "A few fewer: 1 or 2 in 100",
    "Clearly fewer: at least 10 in 100",
  ],
  answer: 3,
  explain:
    "The maps move along with the digit, and pooling forgives a pixel or two (lesson 11). But flatten gives each place its own weights in the dense layer, and those have learned digits that stand in the middle.",
});
