// %% [markdown]
/*
# 16 · Training well

Two networks. The same pictures, the same layers, the same learning rate, the same number of steps. One of them learns to read. The
other one still guesses after four epochs, and also after four hundred. No error, no warning. In the code they differ in one word. **What went wrong?**

A program that is wrong crashes, or a test fails. A training that is wrong just gives a bad network, and all you have is its curves. In this lesson you
spoil trainings on purpose, one thing at a time, until you know the signs. At the end there are six patients, and you are the doctor.

First the two. The pictures are small, 14 × 14, so that a training takes about a second.
*/

// %%
import { imagePlot, linePlot, scatterPlot, show } from "cnn-workbook";
import { showProgress, todo, toNested } from "cnn-workbook";
import { augment, classWeights, confusionMatrix } from "cnn-workbook/datasets";
import { batchNorm } from "cnn-workbook/layers";
import { compareRuns, drawnEvenly, firstOf } from "cnn-workbook/lessons/16-training-well";
import { opening, patient, sizesByLayer } from "cnn-workbook/lessons/16-training-well";
import { smallDigits, spreadOf, starts } from "cnn-workbook/lessons/16-training-well";
import { versions, visit, withCounts } from "cnn-workbook/lessons/16-training-well";
import { p1, p2, p3, p4, p5, p6 } from "cnn-workbook/lessons/16-training-well";
import { p7, p8, p9, p10, p11 } from "cnn-workbook/lessons/16-training-well";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/16-training-well";
import type { Choices, Digits, Findings } from "cnn-workbook/lessons/16-training-well";
import type { PatientName, Start } from "cnn-workbook/lessons/16-training-well";
import { backendNotice, createOptimizer, evaluateModel } from "cnn-workbook/training";
import { predictAveraged, tf, trainModel } from "cnn-workbook/training";

const training = smallDigits(1000, 1);
const validation = smallDigits(500, 2);
const { mean, deviation } = spreadOf(training); // of all training pixels

function train(net: tf.LayersModel, data: Digits, choices: Choices = {}) {
  const { rate = 0.05, adam = false, ...rest } = choices;
  const optimizer = createOptimizer(adam ? "adam" : "sgd", { learningRate: rate });
  const usual = { epochs: 4, batchSize: 32, validation, display: "none" } as const;
  return trainModel(net, data, { ...usual, ...rest, optimizer });
}

console.log(backendNotice() ?? "TensorFlow runs directly on your machine.");

// %% [markdown]
/*
Both have eight dense layers with ReLU. `compareRuns` trains one after the other and draws how many of 500 digits, which they did not learn from,
they read rightly after each epoch.
*/

// %%
function dense(units: number, inputs: number, start: Start, seed: number) {
  const kernelInitializer = tf.initializers.randomNormal({ stddev: start(inputs), seed });
  return tf.layers.dense({ units, kernelInitializer });
}

function deepNetwork({ start = starts.he, layers = 8, norm = false, memory = 0.9, seed = 1 }) {
  const net = tf.sequential();
  const [scale, offset] = [1 / deviation, -mean / deviation];
  net.add(tf.layers.rescaling({ inputShape: [14, 14, 1], scale, offset }));
  net.add(tf.layers.flatten());
  for (let n = 0; n < layers; n++) {
    net.add(dense(64, n === 0 ? 196 : 64, start, 20 * seed + n));
    if (norm) net.add(tf.layers.batchNormalization({ momentum: memory }));
    net.add(tf.layers.reLU());
  }
  net.add(dense(10, 64, starts.glorot, 20 * seed + 19));
  net.add(tf.layers.softmax());
  return net;
}

const opened = await compareRuns({
  one: () => train(deepNetwork({ start: opening.one }), training),
  "the other": () => train(deepNetwork({ start: opening.other }), training),
}, { title: "The same pictures, layers and rate" });

// %% [markdown]
/*
At the end you can

- prepare pictures and first weights so that a network can begin to learn;
- say from curves whether a learning rate is too large, a network over-fits, or labels are wrong;
- use batch normalisation, dropout, augmentation and class weights, and say what each one costs;
- find six faults in six trainings.

You need lessons 12 to 15. Take about 45 minutes; all trainings together take less than a minute (several minutes where TensorFlow does not run
directly).

As in lesson 15, we train on one set and choose by a second, *validation*. A third, the *test* set, is used once, at the end.

## The input: scaling and normalising

A pixel has a value from 0 to 255. To **normalise** is to subtract the mean and divide by the **standard deviation** (the root of the mean squared
difference from the mean). Then the values have mean 0 and deviation 1. In our training pictures the mean is {{pixels.mean}} and the deviation
{{pixels.deviation}}. So paper, 0, becomes {{pixels.paper}}; a grey of 100 becomes {{pixels.grey}}; and ink, 255, becomes {{pixels.ink}}.

Simpler: divide by 255, so that all is between 0 and 1. Or do nothing. Here is a small CNN that takes any of them: its first layer
computes pixel × scale + offset.
*/

// %%
function network({
  scale = 1 / deviation, offset = -mean / deviation, start = starts.he, drop = 0, seed = 1,
}) {
  const net = tf.sequential();
  const kernelInitializer = tf.initializers.randomNormal({ stddev: start(9), seed: 10 * seed });
  net.add(tf.layers.rescaling({ inputShape: [14, 14, 1], scale, offset }));
  net.add(tf.layers.conv2d({ filters: 8, kernelSize: 3, kernelInitializer }));
  net.add(tf.layers.reLU());
  net.add(tf.layers.maxPooling2d({ poolSize: 2 }));
  net.add(tf.layers.flatten()); // 6 × 6 × 8 = 288 numbers
  if (drop > 0) net.add(tf.layers.dropout({ rate: drop, seed }));
  net.add(dense(64, 288, start, 10 * seed + 1));
  net.add(tf.layers.reLU());
  if (drop > 0) net.add(tf.layers.dropout({ rate: drop, seed: seed + 50 }));
  net.add(dense(10, 64, start, 10 * seed + 2));
  net.add(tf.layers.softmax());
  return net;
}
p1.guess();

// %%
const scaled = await compareRuns({
  "0 to 255": () => train(network({ scale: 1, offset: 0 }), training),
  "0 to 1": () => train(network({ scale: 1 / 255, offset: 0 }), training),
  normalised: () => train(network({}), training),
}, { title: "Three scales of the same pixels" });

// %% [markdown]
/*
The curves tremble: 500 digits, one seed. Write `seed: 2` into each `network({ … })` and run the cell again, to see what stays.

With colour, each channel has its own mean and deviation. And whose? The *training set's*, for every picture that ever comes. Whoever measures on the test set too has let something of
it leak into the preparation. And a network in use meets one picture at a time, of which it cannot take a "mean of the test set".

By hand: a channel has the values 1 and 3 in training. Mean 2; squared differences 1 and 1, so the deviation is 1. A test picture with 4 becomes (4 − 2)/1 = 2.

### Exercise 16.1 · Normalise, without a look at the test set

`train` and `test` have a row for each example and a column for each channel: `train[n][c]`. Return `test`, normalised with mean and deviation of each column of `train`.
(No column of `train` is constant.) Replace the three `todo()`.
*/

// %% exercise q1
function normalise(train: number[][], test: number[][]): number[][] {
  const output = test.map((row) => row.slice());
  for (let c = 0; c < train[0].length; c++) {
    let mean = 0;
    for (const row of train) mean += todo();
    let variance = 0;
    for (const row of train) variance += todo();
    for (const row of output) row[c] = todo();
  }
  return output;
}

q1.check(normalise);

// %% [markdown]
/*
## The start: how large are the first weights?

Before the first step a network is a chain of random layers. What do they do to the size of the numbers that pass through? Nothing need be trained to see it: we
send 100 random examples through eight dense layers with ReLU, 100 units each, and measure a typical size after each layer (the root of the mean square).

First with weights from a bell curve around 0 whose standard deviation is 0.01: "small random numbers", which is what most people try first.
*/

// %%
p2.guess();

// %% [markdown]
/*
*small* is 0.01 for every weight, *large* is 1. *glorot* and *he* are two rules that look at how many numbers a unit reads. You find them below the figure.
*/

// %%
const sizes = (["small", "glorot", "he", "large"] as const).map((name) => {
  return { name, values: sizesByLayer(starts[name]) };
});
const atEnd = sizes.map(({ name, values }) => `${name} ${values[8].toPrecision(1)}`);

show(linePlot(sizes.map(({ name, values }) => ({ name, y: values.map(Math.log10) })), {
  title: `After eight layers: ${atEnd.join(", ")}`,
  xLabel: "layer",
  yLabel: "typical size, as a power of ten",
  alt: `Four lines begin at size 1. After eight layers the sizes are: ${atEnd.join("; ")}.`,
}));

// %% [markdown]
/*
Why? A unit reads n numbers and adds n products. If the weights have mean 0 and deviation σ (say "sigma"), and the inputs are of size 1, then each product has the size σ, and the sum of n of them has the size
√n · σ: random terms partly cancel, so it is the root of n and not n. ReLU then sets about half of the sums to 0, and of the mean square half is left. So one layer multiplies the size by

$$\sqrt{n/2}\;\sigma$$

For n = 100 this is {{factor.small}} with σ = 0.01, and {{factor.large}} with σ = 1. It is 1 for **σ = √(2/n)**: the rule of **He** (2015). The older rule of **Glorot** (2010) is for activations like tanh. It
uses 2/(n + m) as the variance σ², where m is the number of units; for n = m this is 1/n. The slides warn that small random numbers may make gradients vanish, and call such a rule *calibration*. (*Sparse initialisation*, on the same slide, is another way: each unit begins with only a few connections.)
Biases begin at 0. Where one can, one begins with weights that were trained on many other pictures: lesson 19.
*/

// %%
p3.guess();

// %% [markdown]
/*
Now trained: the network of the beginning, eight layers, five ways to start. Two of them you have seen.
*/

// %%
const started = await compareRuns({
  "all 0": () => train(deepNetwork({ start: starts.zeros }), training),
  small: async () => opened["the other"],
  glorot: () => train(deepNetwork({ start: starts.glorot }), training),
  he: async () => opened.one,
  large: () => train(deepNetwork({ start: starts.large }), training),
}, { title: "Five ways to start" });

// %% [markdown]
/*
That answers the question of the beginning: *one* started with the rule of He, *the other* with 0.01. With its outputs all near 0, it gives every digit 1/10, a loss of ln 10 = {{knowsNothing}};
and the gradients, which go back through the same small weights, vanish too (lesson 13). In a network with two layers 0.01 would have worked. Depth makes the rule necessary.

All 0 cannot work either. What about all *the same*?
*/

// %%
p4.guess();

// %%
const alike = network({});
alike.setWeights(alike.getWeights().map((weight) => tf.fill(weight.shape, 0.05)));
await train(alike, training, { epochs: 2 });

const kernelsNow = alike.layers[1].getWeights()[0].dataSync(); // [3, 3, 1, 8]
const filters = Array.from({ length: 8 }, (_, f) =>
  Array.from({ length: 9 }, (_, cell) => kernelsNow[8 * cell + f].toFixed(4)).join(" "));
console.log(`Different filters: ${new Set(filters).size} of 8.`);
const readAlike = await evaluateModel(alike, validation);
console.log(`Of 500 validation digits it reads ${(500 * readAlike.accuracy).toFixed(0)}.`);

// %% [markdown]
/*
## The learning rate

You met it in lesson 06, as the length of a step. Here the same network, with the same start, learns for two epochs at each of six rates. A bar is the training loss of the second epoch.
*/

// %%
p5.guess();

// %%
const rates = ["0.0003", "0.003", "0.03", "0.1", "0.3", "3.0"];
const withRate = (rate: number) => () => train(network({}), training, { epochs: 2, rate });
const atRates = await compareRuns(
  Object.fromEntries(rates.map((rate) => [rate, withRate(Number(rate))])),
  { title: "Six rates, two epochs each", measure: "loss", bars: "learning rate" },
);

// %% [markdown]
/*
With too small a rate little happens; too large a rate destroys. Between them lies a range in which it hardly matters, and the best is often not far below the first that fails. So try rates in
steps of three to ten, first of all settings. Many lower the rate while they train: large steps first, small ones to settle. Adam (lesson 14) scales its steps by itself, so its rates are other numbers: 0.001 to 0.003 is usual.

## Batch normalisation

The input has mean 0 and deviation 1. After one layer that is over. **Batch normalisation** (Ioffe and Szegedy 2015) does it again inside the network: for each channel, over all examples of the batch, subtract the mean and
divide by the deviation.

By hand. A batch of four; one channel has the values {{batch.values}}. Their mean is {{batch.mean}}, the squared differences are {{batch.squares}}, so the variance is {{batch.variance}}. Divided by √2:
{{batch.normalised}}. Then the layer multiplies by a learned factor γ (gamma) and adds a learned number β (beta): with γ = 10 and β = 1 the channel becomes {{batch.scaled}}. They begin at 1 and 0, and let the
network undo the normalisation where that is better.

A slide says that the values come to lie between 0 and 1. They do not, as you see: it is mean 0 and variance 1, and then whatever γ and β make of it.
*/

// %%
const fourValues = [[1], [3], [3], [5]]; // one channel
for (const change of [{}, { gamma: [10], beta: [1] }]) {
  const rows = toNested(batchNorm(fourValues, { ...change, epsilon: 1e-9 })) as number[][];
  console.log(rows.map(([value]) => value.toFixed(2)).join(", "));
}

// %% [markdown]
/*
### Exercise 16.2 · Batch normalisation, forward

For a dense layer: `batch[n][c]`. A tiny `epsilon` is added to the variance before the root, so that a constant channel does not divide by 0:
γ · (x − mean) / √(variance + epsilon) + β. Write it alone; the batch that comes in must not change.
*/

// %% exercise q2
function batchNormalise(
  batch: number[][], gamma: number[], beta: number[], epsilon: number,
): number[][] {
  return todo();
}

q2.check(batchNormalise);

// %%
p6.guess();

// %% [markdown]
/*
While it trains, the layer keeps **running averages** of mean and variance: after each batch, running = memory × running + (1 − memory) × this batch's. In use it normalises with those. (Keras
calls the memory *momentum*, 0.99 as shipped. PyTorch's momentum is 1 minus that, 0.1 as shipped.) Four networks with four dense layers:
*/

// %%
const small = { layers: 4, start: starts.small };
const normed = await compareRuns({
  "small start": () => train(deepNetwork(small), training),
  "small start, norm": () => train(deepNetwork({ ...small, norm: true }), training),
  "rate 1": () => train(deepNetwork({ layers: 4 }), training, { rate: 1 }),
  "rate 1, norm": () => train(deepNetwork({ layers: 4, norm: true }), training, { rate: 1 }),
}, { title: "With and without batch normalisation" });

// %% [markdown]
/*
It forgives a bad start and a rate that is too large. It does not come free: more to compute, and two kinds of behaviour. The second network again, now with a memory of 0.99 in place of 0.9:
*/

// %%
const slow = await train(deepNetwork({ ...small, norm: true, memory: 0.99 }), training);
const percent = (shares: number[]) => shares.map((share) => Math.round(100 * share));
const [learned, used] = [slow.accuracy, slow.validationAccuracy].map(percent);
const lag = `after one epoch ${learned[0]} % in training, ${used[0]} % in use`;
show(linePlot([
  { name: "in training", x: [1, 2, 3, 4], y: learned },
  { name: "in use (validation)", x: [1, 2, 3, 4], y: used },
], {
  title: `Memory 0.99: ${lag}`,
  xLabel: "epoch",
  yLabel: "read rightly (%)",
  alt: `Two rising lines: ${lag}; after four ${learned[3]} % and ${used[3]} %.`,
}));

// %% [markdown]
/*
An epoch has only 32 steps, too few for a memory of 0.99 to forget the 0 and 1 with which the running averages began. So for some epochs it is good in training and bad in use, with nothing wrong in its weights. When validation lags
far behind training, and there is batch normalisation, look there.

Why it helps is still debated. The paper's reason was that each layer no longer has to follow the shifting inputs from the layer before. Later work (Santurkar and others 2018) found that it rather makes the loss smoother.

## Over-fitting

Now only 200 pictures, the rest put away. Each is seen 40 times.
*/

// %%
p7.guess();

// %%
const fewPictures = firstOf(training, 200);
const memorised = await trainModel(network({}), fewPictures, {
  epochs: 40,
  batchSize: 32,
  optimizer: createOptimizer("adam", { learningRate: 0.002 }),
  validation,
  title: "200 pictures, again and again",
});
const unseenLoss = memorised.validationLoss;
const bestEpoch = unseenLoss.indexOf(Math.min(...unseenLoss)) + 1;
console.log(`The validation loss is lowest after epoch ${bestEpoch} of ${unseenLoss.length}.`);

// %% [markdown]
/*
After a few epochs the validation curve stops improving, while training goes on towards 100 %: **over-fitting**. What to do? The first answer is always *more pictures*. Others: stop where validation is best (**early stopping**), a smaller
network, and the next two.

## Dropout

In each training step every activation is set to 0 with some probability, the **rate**; another choice each time (Srivastava and others 2014). No unit can rely on a certain other one, so each has to be of use by itself. Training becomes noisier. It is
a little like training many networks that share their weights, and averaging them.

In use nothing is dropped, or each answer would be another. But then the sums are larger than in training. By how much? A neuron with inputs x = 2 and y = 4, weights 3 and 1, no bias: 3·2 + 1·4 = 10. Each input is dropped with probability 1/2:

{{dropoutTable}}

On average {{dropoutMean}}: half of 10. So in use one would multiply by 1/2.
*/

// %%
p8.guess();

// %% [markdown]
/*
Today's libraries do it the other way round, **inverted dropout**: they divide by the probability of keeping *in training*, and do nothing in use.

### Exercise 16.3 · Inverted dropout

`kept[i]` is 1 where value i stays and 0 where it is dropped. `rate` is the probability of dropping. `training` is false when the network is in use.
*/

// %% exercise q3
function dropoutLayer(
  values: number[], kept: number[], rate: number, training: boolean,
): number[] {
  return todo();
}

q3.check(dropoutLayer);

// %%
const longer = { epochs: 40, rate: 0.002, adam: true };
const dropped = await compareRuns({
  "no dropout": async () => memorised,
  "dropout 0.3": () => train(network({ drop: 0.3 }), fewPictures, longer),
  "dropout 0.6": () => train(network({ drop: 0.6 }), fewPictures, longer),
}, { title: "200 pictures, 40 epochs", measure: "validationLoss" });
for (const [name, { accuracy, validationAccuracy }] of Object.entries(dropped)) {
  const [seen, unseen] = [accuracy, validationAccuracy].map((all) => percent(all).pop());
  console.log(`${name}: training ${seen} %, validation ${unseen} % (training: while dropping)`);
}

// %% [markdown]
/*
Compare loss and accuracy, and try other seeds. In our tries the lower rate of dropout reduced the validation loss: the network was less sure of its mistakes. The accuracy hardly
changed, by less than one seed differs from another. And with too much dropout a network hardly learns. In large dense layers it helps more than in convolutions.

## Augmentation: more pictures from few

A 4 that is shifted a little is still a 4. So make new training pictures from old ones: `augment` changes each a little, by chance.
*/

// %%
const kinds = {
  shift: { translation: 0.1, boundary: "constant" },
  turn: { rotation: 15, boundary: "constant" },
  zoom: { zoom: 0.15, boundary: "constant" },
  blur: { blur: 1 },
  "flip, left to right": { flip: "horizontal" },
  "flip, upside down": { flip: "vertical" },
} as const;
const sample = firstOf(training, 1).images;
show(imagePlot(Object.entries(kinds).flatMap(([name, change]) => [0, 1].map((seed) => ({
  image: augment(sample, { ...change, seed: 3 + seed }).pick(0, null, null, 0),
  title: seed ? "" : name,
}))), {
  columns: 6,
  title: `One ${training.labels[0]}, changed in six ways, two tries each`,
  alt: `Twelve versions of one ${training.labels[0]}: ${Object.keys(kinds).join("; ")}.`,
}));
p9.guess();

// %% [markdown]
/*
Each of the 200 pictures comes in ten versions, and is seen four times in each: as many steps as before.
*/

// %%
const withChange = (change?: Parameters<typeof versions>[2]) => () =>
  train(network({}), versions(fewPictures, 10, change), { rate: 0.002, adam: true });
const eachKind = Object.entries(kinds).map(([name, change]) => [name, withChange(change)]);
const augmented = await compareRuns({
  none: withChange(),
  ...Object.fromEntries(eachKind),
}, { title: "Augmentation of 200 pictures", bars: "what was changed" });

// %% [markdown]
/*
Not all of it helps; it must be tried. (Another seed moves every bar by a few points, so read nothing into a difference of two.) Shifts teach what the network could not know from 200 pictures. Flips make digits that nobody writes; for photographs of animals the flip from left to right is a good one. *Random cropping*, which is in most recipes, takes a piece of the
picture at a random place: a shift as well. Augment training pictures only, and
*after* the split; a validation set with copies of training pictures judges nothing.

Training also becomes longer: a network that sees harder pictures needs more epochs.

**At test time** one can ask about several versions of the picture, and average the probabilities.
*/

// %%
const everyday = { translation: 0.1, rotation: 15, zoom: 0.15, boundary: "constant" } as const;
const robust = network({});
await train(robust, versions(fewPictures, 10, everyday), { rate: 0.002, adam: true });

const slight = { translation: 0.05, rotation: 8, boundary: "constant" } as const;
for (const copies of [0, 4, 16]) {
  const chances = await predictAveraged(robust, validation.images, { copies, ...slight });
  const said = (toNested(chances) as number[][]).map((row) => row.indexOf(Math.max(...row)));
  const right = said.filter((digit, n) => digit === validation.labels[n]).length / said.length;
  console.log(`the picture and ${copies} changed copies: ${(100 * right).toFixed(1)} % right`);
}

// %% [markdown]
/*
A point or two where it helps, for 5 or 17 times the work in use. So it is found in competitions rather than in products.

## Classes out of balance

In real sets some classes are rare: a disease, a fault in a part. Of our digits we keep 100 each, but only {{counts[8]}} eights and {{counts[9]}} nines.
*/

// %%
p10.guess();

// %% [markdown]
/*
Two cures. Show the rare classes more often: draw examples so that each class is equally likely. Or multiply the loss of an example with a weight of its class c,

$$\alpha_c = \frac{\text{median frequency} }{\text{frequency of } c}$$

Here the median of the ten counts is 100. So eights count {{alpha.eight}}-fold, nines {{alpha.nine}}-fold, all others once. The cross-entropy of lesson 12, −ln p, becomes −α · ln p, with the
α of the right class, whose probability is p. The median keeps a middling class at 1, so the size of the steps stays about as it was.
*/

// %%
p11.guess();

// %%
const rare = withCounts(training, [100, 100, 100, 100, 100, 100, 100, 100, 10, 5]);
async function readByDigit(net: tf.LayersModel, digits: Digits): Promise<number[]> {
  const { predictions } = await evaluateModel(net, digits);
  const table = toNested(confusionMatrix(digits.labels, predictions)) as number[][];
  return table.map((row, digit) => row[digit] / row.reduce((sum, count) => sum + count, 0));
}

async function cured(name: string, data: Digits, more = {}) {
  const net = network({});
  await train(net, data, { epochs: 6, rate: 0.002, adam: true, ...more });
  return { name, y: percent(await readByDigit(net, validation)) };
}

const cures = [
  await cured("as they are", rare),
  await cured("weights", rare, { classWeight: classWeights(rare.labels) }),
  await cured("drawn evenly", drawnEvenly(rare, rare.labels.length)),
];
const nines = cures.map(({ name, y }) => `${y[9]} % (${name})`).join(", ");
const eights = cures.map(({ name, y }) => `${y[8]} % (${name})`).join(", ");
show(scatterPlot(cures, {
  title: `Nines read rightly: ${nines}`,
  xLabel: "digit; of 8 there are 10 examples, of 9 there are 5, of the others 100",
  yLabel: "read rightly (%)",
  alt: `Nines read rightly: ${nines}. Eights: ${eights}.`,
}));

// %% [markdown]
/*
Both cures help the rare classes, at a price: the others may lose a little, and more digits are taken for eights and nines that are none. And no weight makes five examples into a hundred: from few nines one learns those few nines.
Only you know what a missed nine costs.

## The laboratory

Six trainings of the small CNN: the patients A to F. Each has one fault, or none. You see what you would see at work: the losses, from before the first step on, and a table. Its last columns are 500 digits from *another
source*, read after the training. For each patient ask, in this order:

1. Before the first step: is the loss near ln 10 = {{knowsNothing}}, which is guessing? (A healthy one begins here at about 4: its first answers are random, and some are surely wrong.)
2. Does the training loss fall?
3. Does validation follow it?
4. Are digits from another source read about as well as validation digits?
5. Is every digit read?
*/

// %%
const otherSource = smallDigits(500, 3);
async function examine(name: PatientName, change = {}): Promise<Findings> {
  const treatment = { ...patient(name), ...change };
  const { data, scale, offset, start, optimizer, ...rest } = treatment;
  const net = network({ scale, offset, start });
  const before = (await evaluateModel(net, data)).loss;
  const history = await train(net, data, { ...rest, adam: optimizer === "adam" });
  return { before, history, elsewhere: await readByDigit(net, otherSource) };
}

const ward = await visit({
  A: () => examine("A"),
  B: () => examine("B"),
  C: () => examine("C"),
  D: () => examine("D"),
  E: () => examine("E"),
  F: () => examine("F"),
});

// %% [markdown]
/*
### Exercise 16.4 · Six patients

What is wrong with each? The faults stand in a file that you can open, `patients.ts`. Diagnose first.

| word | fault |
| --- | --- |
| `"rate"` | the learning rate is too large |
| `"slow"` | the learning rate is too small |
| `"weights"` | the first weights are too small |
| `"scale"` | the pixels are not scaled |
| `"labels"` | the labels do not belong to the pictures |
| `"balance"` | classes are out of balance |
| `"leakage"` | the validation pictures are nearly the same as the training pictures |
| `"nothing"` | nothing is wrong |
*/

// %% exercise q4
function diagnosis(patient: string): string {
  if (patient === "A") return todo();
  if (patient === "B") return todo();
  if (patient === "C") return todo();
  if (patient === "D") return todo();
  if (patient === "E") return todo();
  return todo();
}

q4.check(diagnosis);

// %% [markdown]
/*
The signs, as a table to keep:

| sign | think of | what to do first |
| --- | --- | --- |
| loss far above ln(classes) before the first step | scale of the input, first weights too large | print smallest and largest input |
| begins well, leaps up | rate too large | a tenth of it |
| exactly ln(classes), does not move | first weights too small, all 0 | He's rule |
| falls, but hardly | rate too small | three times as much |
| training falls, validation rises from the start | labels | look at one batch, labels above the pictures |
| validation improves, then rises | over-fitting | more pictures, augmentation, early stopping |
| validation as good as training, other digits much worse | leakage | split first, by person or film, then augment |
| all fine, but some classes hardly read | balance | weights; better, more examples |

Now treat one. The second argument of `examine` replaces parts of the treatment: `rate`, `optimizer` ("sgd" or "adam"), `scale`, `offset`, `start` (such as `starts.he`), `epochs`, `classWeight`, `data`, `validation`. Change {} below, and bring
the patient above 60 % elsewhere. Then another one: which can be mended only by other *data*?
*/

// %%
const treated = await visit({ "A, again": () => examine("A", {}) });

// %% [markdown]
/*
(B needs its right labels, D pictures that differ more: `data: training` gives both. F reads its rare digits better with `classWeight: classWeights(patient("F").data.labels)`, and all of them with `data: training`.)

### Exercise 16.5 · A doctor for trainings

Write the first diagnosis as a function. `loss` and `validationLoss` hold one number for each epoch. Ask in this order, and return the word of the first that holds:

| word | when |
| --- | --- |
| `"diverged"` | the last training loss is not a number any more, or larger than the first |
| `"not learning"` | the training loss has fallen by less than a tenth: the last is above 0.9 × the first |
| `"overfitting"` | the last validation loss is above 1.2 × the lowest |
| `"fine"` | otherwise |
*/

// %% exercise q5
function diagnose(loss: number[], validationLoss: number[]): string {
  return todo();
}

q5.check(diagnose);

// %% [markdown]
/*
When it passes, send it to the ward: `Object.entries(ward).map(([name, h]) => [name, diagnose(h.loss, h.validationLoss)])`. Two of the six it calls fine. Which, and why can it not see what they have?
The bounds are ours; a doctor for your own trainings may need others.

## Where people go wrong

- **Several changes at once.** Then nobody knows which of them helped. One at a time, and against the spread of a few seeds.
- **"At test, multiply by the dropout probability."** By the probability of *keeping*; with inverted dropout, by nothing.
- **"Batch normalisation brings values between 0 and 1."** Mean 0 and variance 1, then γ and β.
- **Normalising with the test set's mean**, or augmenting before the split: leakage.
- **"97 % accuracy."** If 97 % of the pictures are of one class, a network that always says that class has it too.
- **The sign of the loss.** Σ y ln(1/ŷ) and −Σ y ln ŷ are the same, and right. One slide has −Σ y ln(1/ŷ), which is the negative of both (lesson 12).
- **Choosing by the test set.** Choose by validation. The test is used once.

## In five lines

1. Normalise the input with the training set's mean and deviation; look whether the first loss is far above ln(classes).
2. First weights random, with deviation √(2/n) before ReLU, so that eight layers neither silence nor explode the signal.
3. Find the rate first. Batch normalisation forgives bad starts and large rates, and has running averages that must have caught up.
4. Against over-fitting: more pictures, augmentation that fits the subject, early stopping, dropout. Each is an experiment.
5. Look at each class, at a set from elsewhere, and at a few pictures with their labels. Curves do not show everything.

**Next:** lesson 17 opens a trained network and looks at what its layers respond to.

## Further reading

- X. Glorot and Y. Bengio, *Understanding the Difficulty of Training Deep Feedforward Neural Networks* (2010).
- K. He, X. Zhang, S. Ren and J. Sun, *Delving Deep into Rectifiers* (2015): the rule √(2/n).
- S. Ioffe and C. Szegedy, *Batch Normalization* (2015). S. Santurkar and others, *How Does Batch Normalization Help Optimization?* (2018).
- N. Srivastava and others, *Dropout: A Simple Way to Prevent Neural Networks from Overfitting* (2014).
- D. Eigen and R. Fergus, *Predicting Depth, Surface Normals and Semantic Labels* (2015): the weights by median frequency.
- C. Zhang and others, *Understanding Deep Learning Requires Rethinking Generalization* (2017): networks that learn shuffled labels by heart.
*/

// %%
showProgress();
