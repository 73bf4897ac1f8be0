// %% [markdown]
/*
# 15 · A CNN with TensorFlow.js

A machine sorts letters by their post code: five digits, written by hand. Say that it reads 99 of 100 digits rightly. **Is that good
enough? And which letters should a person read instead?**

Guess first.
*/

// %%
import { drawDigitExplorer, heatmap, imagePlot, linePlot, show, showProgress } from "cnn-workbook";
import { todo, toList, toNested } from "cnn-workbook";
import { type Layer, summarize } from "cnn-workbook/architectures";
import { confusionMatrix, createOptimizer, evaluateModel, loadModel, saveModel } from "cnn-workbook/training";
import { backendName, tf, toTensor, trainModel } from "cnn-workbook/training";
import { centredByMass, digitSets, firstOf, mistakesAmongKept } from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";
import { movedRight, network, postCode } from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";
import { slideFive, smallDigits, surestMistakes } from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10 } from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/15-a-cnn-with-tensorflow";

p1.guess();

// %% [markdown]
/*
For 99 letters of 100 the machine needs a share of {{needed}} right digits, since {{needed}}⁵ is 0.99. Keep this number in mind.

At the end you can

- build and train a network in TensorFlow.js, and say what each line replaces that you wrote by hand;
- read its curves, and judge it on digits that nothing was chosen by;
- find out *which* mistakes it makes, and which of them it could have known;
- save it, load it, and use it on a digit that you draw.

You need lessons 12 to 14. Take about 45 minutes.

## Digits by people, or by a program

In 1989 LeCun and others trained a network on digits from post codes on American letters. The best known set of digits since then is
**MNIST** (1998): {{mnist.train}} digits to learn from and {{mnist.test}} to be tested on, by other people. The writers were
employees of the Census Bureau and high-school students. This lesson takes MNIST where it lies on your machine. Where it does
not, the course draws digits that look like handwriting, and all you do is the same. `digitSets({ mnist: true })` downloads it (12 megabytes, once).

We need three sets without a common picture: **training** ({{sets.learn}} pictures, the weights learn from them; fewer where only the slower WebAssembly runs), **validation** ({{sets.validate}}, to look at
while we still change things), and **test** ({{sets.test}}, looked at once, at the end).
*/

// %%
const native = backendName() === "tensorflow";
const { source, training, validation, test } = await digitSets({ learn: native ? 10_000 : 3_000 });
console.log(`Digits ${source}`);
console.log(`training ${training.images.shape}, validation ${validation.images.shape}, test ${test.images.shape}`);

const truth = toList(test.labels);
const picture = (index: number) => test.images.pick(index, null, null, 0);

show(imagePlot(truth.slice(0, 16).map((label, i) => ({ image: picture(i), title: String(label) })), {
  columns: 8,
  title: `Sixteen of ${truth.length} test digits`,
  alt: `Sixteen handwritten digits, white on black: ${truth.slice(0, 16).join(", ")}.`,
}));

// %% [markdown]
/*
Training and test are known from lesson 14. Why a third set?
*/

// %%
p2.guess();

// %% [markdown]
/*
## Our line, its line

You have written every part of a CNN yourself. A library like TensorFlow.js has the same parts, faster. Keras is the same in Python, and
slides 5 are written in it:

| by hand (lessons 08 to 14) | TensorFlow.js | Keras, slides 5 |
| --- | --- | --- |
| `conv2d(x, weights, { bias })`, then `relu` | `tf.layers.conv2d({ filters: 28, kernelSize: 3, activation: "relu" })` | `Conv2D(28, (3,3))`, `Activation("relu")` |
| `maxPool2d(x, { size: 2 })` | `tf.layers.maxPooling2d({ poolSize: 2 })` | `MaxPooling2D((2,2))` |
| `flatten(x)` | `tf.layers.flatten()` | `Flatten()` |
| `dense(x, weights, { bias })` | `tf.layers.dense({ units: 128 })` | `Dense(128)` |
| `softmax(scores)` | `activation: "softmax"` | `Activation("softmax")` |
| `crossEntropy(p, labels)` | `loss: "categoricalCrossentropy"` | `loss="categorical_crossentropy"` |
| a `…Backward` for each layer, called in reverse | nothing: it records what was computed, and goes back itself | nothing |
| weights −= rate × gradient, or Adam | `optimizer: tf.train.adam()` | `optimizer="adam"` |
| the loop over epochs and batches | `await model.fit(x, y, { epochs, batchSize })` | `model.fit(x, y)` |

The shapes of the weights are not written anywhere: each layer learns its input's shape from the layer before. Only the first one must be told.
In Keras's and our order a picture is height × width × channels.

One layer is new. **Dropout** sets a share of its inputs to 0, chosen by chance anew for each batch, but only in training. No unit can rely on
another one then. Lesson 16 looks at what that does. Here is the network of slides 5; the first line makes 0 to 1 of 0 to 255.
*/

// %%
const model = tf.sequential({
  name: "slides5",
  layers: [
    tf.layers.rescaling({ inputShape: [28, 28, 1], scale: 1 / 255 }),
    tf.layers.conv2d({ filters: 28, kernelSize: 3, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 128, activation: "relu" }),
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
p3.guess();

// %%
model.summary(94);

// %% [markdown]
/*
`null` stands for the number of pictures, which may be any. Lesson 10 counted the same without TensorFlow, from a description, and counts the work too:
*/

// %%
const described = summarize(network("slides 5", slideFive));
console.log(String(described));
console.log("the same number of parameters:", described.totals.params === model.countParams());

// %% [markdown]
/*
The first dense layer gets {{slides.flat}} numbers and holds nearly all parameters. (Slides 5 sketch a second network, for photographs of 150 × 150 and a question of yes
or no: convolutions with 32, 64 and 128 filters, pooling between them, a dense layer of 512, and at the end a single unit with a sigmoid. The maps get smaller and more numerous
from layer to layer. Most networks are built so.)

Slides 1 have another network for the same digits, in an older TensorFlow:

| on the slide | in words |
| --- | --- |
| `conv_relu(img, filters=32, k_size=5, stride=1, padding='SAME')` | a convolution, and ReLU |
| `maxpool(conv1, 2, 2, 'VALID')` | blocks of 2 × 2, moved by 2 |
| `conv_relu(pool1, filters=64, k_size=5, stride=1, padding='SAME')` | |
| `maxpool(conv2, 2, 2, 'VALID')` | |
| `tf.reshape(pool2, [-1, feature_dim])` | all numbers of a picture in one row |
| `tf.nn.relu(fully_connected(pool2, 1024))` | a dense layer, and ReLU |
| `tf.layers.dropout(fc, …)` | say it silences a quarter of the units |
| `fully_connected(dropout, n_classes)` | ten scores; we add softmax |

### Exercise 15.1 · From a slide to layers

Describe it as `slideFive` is described: `console.log(slideFive)` shows how. It has {{slides.one}} parameters. Two layers are given.
*/

// %% exercise q1
function fromSlides1(): Layer[] {
  return [
    { type: "conv2d", filters: 32, kernel: 5, padding: "same", activation: "relu" },
    { type: "maxPool2d", size: 2 },
    todo(),
  ];
}

q1.check(fromSlides1);

// %% [markdown]
/*
## Training

Three choices make a model ready to learn: the **loss** (cross-entropy), the **optimiser** (how a gradient changes the weights; Adam, lesson 14) and
what to report. TensorFlow.js takes them in `model.compile`, then `model.fit` does the loop. Our `trainModel` does both, and draws the curves while it
runs. With {{sets.learn}} pictures, {{sets.batch}} in a batch, an epoch has {{sets.steps}} steps.

Before the first step, look at the loss.
*/

// %%
p4.guess();

// %%
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const untaught = await evaluateModel(model, validation);
console.log(`before training: loss ${untaught.loss.toFixed(2)}, ${percent(untaught.accuracy)} right`);

// %% [markdown]
/*
While it trains, the figure shows the accuracy of each batch as a curve, and the validation set after each epoch as a mark.
*/

// %%
p5.guess();

// %%
const history = await trainModel(model, training, {
  epochs: 4,
  batchSize: 64,
  optimizer: createOptimizer("adam", { learningRate: 0.001 }),
  validation,
  title: "The network of slides 5",
  logFolder: `saved/logs/slides5-${Date.now()}`, // for TensorBoard, see below
});

// %%
history.accuracy.forEach((share, epoch) => {
  const gap = history.validationAccuracy[epoch] - share;
  const sign = gap > 0 ? "validation is higher" : "training is higher or equal";
  console.log(`epoch ${epoch + 1}: training ${percent(share)}, ` +
    `validation ${percent(history.validationAccuracy[epoch])}: ${sign}`);
});
console.log(`${Math.round(history.imagesPerSecond)} pictures a second on ${backendName()}`);

// %% [markdown]
/*
Which of these does your figure show?

- Both losses fall: it learns, go on.
- Training falls and validation does not: it has come to its best, and more epochs make it learn the pictures by heart (**over-fitting**, lesson 16).
- Training does not fall: the step is too small or too large, or pictures and labels do not belong together. Look at some pictures with their labels.

## The test

Only now the test set. Our function first, then TensorFlow.js by itself: the classes must be ten numbers then, a 1 and nine 0 (**one-hot**).
(`tf.tidy` frees the memory of what was needed only in between.)
*/

// %%
const judged = await evaluateModel(model, test);
const [theirLoss, theirAccuracy] = tf.tidy(() => {
  const x = toTensor(test.images);
  const y = tf.oneHot(tf.tensor1d(truth, "int32"), 10);
  return (model.evaluate(x, y, { batchSize: 256 }) as tf.Scalar[]).map((value) => value.dataSync()[0]);
});
console.log(`evaluateModel:  loss ${judged.loss.toFixed(4)}, accuracy ${judged.accuracy.toFixed(4)}`);
console.log(`model.evaluate: loss ${theirLoss.toFixed(4)}, accuracy ${theirAccuracy.toFixed(4)}`);
console.log(`post codes without a mistake: ${percent(postCode(judged.accuracy))}`);

// %% [markdown]
/*
Slides 5 report a loss of 0.05 and 98.73 %, with all 60,000 pictures to learn from. With MNIST at hand you can do that too: put `learn: {{sets.most}}` into `digitSets`
and run the notebook again; it takes some minutes.

How exact is such a number? Another {{sets.test}} test pictures would give another share. By how much it varies says a rule: √(p (1 − p) / n), for a share p of n pictures. With 97 % it is
{{chance.rule}}, or {{chance.small}} **percentage points** (one of them is the difference between 97 % and 98 %). In two cases of three the share stays within that. The slide's 10,000 pictures give
{{chance.slide}}. So here 97.2 % against 97.0 % does not show which network is better. Compute it for your own accuracy.

## Who is taken for whom

An accuracy is one number. A **confusion matrix** has one for each pair: row i, column j counts the pictures of class i that were taken for class j.
An example with {{matrix.total}} pictures of three digits:

{{matrixTable}}

There are {{matrix.threes}} pictures of a 3. Right answers stand on the diagonal: {{matrix.diagonal}} of {{matrix.total}}, an accuracy of {{matrix.accuracy}}.
*/

// %%
p6.guess();

// %% [markdown]
/*
### Exercise 15.2 · Count them

A table for any number of classes, from two lists: what the pictures are, and what they were read as.
*/

// %% exercise q2
function confusions(labels: number[], predictions: number[], classes: number): number[][] {
  const matrix = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (let i = 0; i < labels.length; i++) {
    todo();
  }
  return matrix;
}

q2.check(confusions);

// %% [markdown]
/*
The library's `confusionMatrix` does the same. In the figure the diagonal is set to 0, or its large numbers would hide the others.
*/

// %%
const table = toNested(confusionMatrix(truth, judged.predictions, { classes: 10 })) as number[][];
const wrongOnly = table.map((row, i) => row.map((n, j) => (i === j ? 0 : n)));
const perDigit = wrongOnly.map((row) => row.reduce((a, b) => a + b));
const allWrong = perDigit.reduce((a, b) => a + b);
const hardest = perDigit.indexOf(Math.max(...perDigit));

show(heatmap(wrongOnly, {
  title: `${allWrong} of ${truth.length} test digits are misread, a ${hardest} most often`,
  xLabel: "read as",
  yLabel: "is a",
  alt: `Counts of mistakes, a row for each digit: ${allWrong} of ${truth.length} were misread. ` +
    `In each row: ${perDigit.map((count, digit) => `${digit} ${count}`).join(", ")}.`,
}));

// %% [markdown]
/*
Which pairs would you have expected? Is the table symmetric: is a 4 read as a 9 as often as a 9 as a 4?

### Exercise 15.3 · The commonest mistake

Find it in any confusion matrix, alone: `[what it is, what it was read as]`. If several are equally common, the first one, row by row. Then try `commonestMistake(table)`.
*/

// %% exercise q3
function commonestMistake(matrix: number[][]): number[] {
  return todo();
}

q3.check(commonestMistake);

// %% [markdown]
/*
## The worst mistakes

A mistake with the probability 0.4: the network was in doubt. With 0.99 it was sure, and wrong. Here are the mistakes of which it was surest.
*/

// %%
const probabilities = (model.predict(toTensor(test.images), { batchSize: 256 }) as tf.Tensor2D).arraySync();
const misread = surestMistakes(probabilities, truth);
const worst = misread.slice(0, 10);

if (worst.length > 0) {
  show(imagePlot(worst.map(({ index, truth: is, read, sure }) => ({
    image: picture(index),
    title: `${is} → ${read} (${sure.toFixed(2)})`,
  })), {
    columns: 5,
    title: `Misread, and sure of it: the surest at ${worst[0].sure.toFixed(2)}`,
    alt: `Digits misread with the highest probabilities: ` +
      worst.map(({ truth: is, read, sure }) => `a ${is} as ${read} (${sure.toFixed(2)})`).join(", ") + ".",
  }));
}

// %% [markdown]
/*
Cover the titles and read them yourself. Some are hard for people too, and a few labels of MNIST are simply wrong. No network gets those right, and should not.
Others you read at once. Those are the interesting ones: what have they in common? Thick strokes, a slant, a stroke more?

Now to the opening question. Nobody says that the machine must read everything. It can hand over what it is not sure of.
*/

// %%
p7.guess();

// %%
const passedOn = [0, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3];
const remaining = mistakesAmongKept(probabilities, truth, passedOn);
const tenth = remaining[passedOn.indexOf(0.1)];
const before = percent(remaining[0]);

show(linePlot({ x: passedOn.map((share) => 100 * share), y: remaining.map((share) => 100 * share) }, {
  title: `Mistakes among what it keeps: ${before}; after passing on a tenth ${percent(tenth)}`,
  xLabel: "passed on to a person (% of the digits)",
  yLabel: "misread among the rest (%)",
  alt: "The share of misread digits against the share that is passed on. " +
    passedOn.map((share, i) => `${percent(share)} passed on: ${percent(remaining[i])} misread`).join("; ") + ".",
}));
console.log(`codes of kept digits without a mistake: ${percent(postCode(1 - tenth))}`);
console.log(`letters of which a person sees at least one digit: ${percent(1 - postCode(0.9))}`);

// %% [markdown]
/*
So a reader need not be perfect. It must know when it does not know. The price stands in the last line: if unsure digits fell on letters by chance, many letters would have one. In truth they are fewer, since one
bad handwriting has several.

Does a probability of 0.9 come true in 90 of 100 cases? That is another question, and for networks the answer is often no: they are too sure. Guo and others measured it in 2017.

### Exercise 15.4 · Keep what it is sure of

In practice one sets a threshold for the largest probability. Given are the probabilities of each picture, the labels and the threshold. Return two numbers:
the share of pictures that are **kept** (largest probability at least the threshold), and how many of *those* are right, as a share. If none is kept, nothing was misread:
the second number is 1. Try it then with `probabilities` and `truth`: which threshold brings {{needed}}?
*/

// %% exercise q4
function keepSure(probabilities: number[][], labels: number[], threshold: number): number[] {
  return todo();
}

q4.check(keepSure);

// %% [markdown]
/*
## The larger network

The network of slides 1 has {{slides.timesParams}} times as many parameters and does {{slides.timesWork}} times as many multiply-adds. Its convolutions take the same weights to many places; that is where the work is
(lesson 10). A trap is on that slide, too.
*/

// %%
p8.guess();

// %%
const dropped = tf.tidy(() => {
  const layer = tf.layers.dropout({ rate: 0.75, seed: 15 });
  return Array.from((layer.apply(tf.ones([1, 1024]), { training: true }) as tf.Tensor).dataSync());
});
const silent = dropped.filter((value) => value === 0).length;
console.log(`rate 0.75: ${silent} of 1024 ones became 0, the others ${Math.max(...dropped)}`);

// %% [markdown]
/*
Those that are left are multiplied by 1 / (1 − rate), so that their sum stays about the same, and nothing need be done when the network is used.

We train it on fewer pictures, for two epochs. The slide does as we do: an epoch of training, then an evaluation, by turns. But it looks at the *test* set each time. Whoever
stops at the best of those numbers has chosen by the test, and the number is too good. That is what a validation set is for.
*/

// %%
const larger = tf.sequential({
  name: "slides1",
  layers: [
    tf.layers.rescaling({ inputShape: [28, 28, 1], scale: 1 / 255 }),
    tf.layers.conv2d({ filters: 32, kernelSize: 5, padding: "same", activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 64, kernelSize: 5, padding: "same", activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 1024, activation: "relu" }),
    tf.layers.dropout({ rate: 0.25 }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
const fewer = firstOf(training, native ? 3000 : 300);
const largerHistory = await trainModel(larger, fewer, {
  epochs: 2,
  validation,
  title: "The network of slides 1",
  logFolder: `saved/logs/slides1-${Date.now()}`,
});

// %%
const largerJudged = await evaluateModel(larger, test);
const slower = history.imagesPerSecond / largerHistory.imagesPerSecond;
console.log(`parameters: ${larger.countParams().toLocaleString("en")}`);
console.log(`accuracy ${percent(largerJudged.accuracy)} after 2 epochs of ${fewer.labels.shape[0]} pictures`);
console.log(`the smaller one: ${percent(judged.accuracy)} after ${history.loss.length} epochs of ${training.labels.shape[0]}`);
console.log(`a picture takes ${slower.toFixed(1)} times as long in training`);

// %% [markdown]
/*
## Save and load

A trained network is its layers, some lines of text, and its numbers. Back to the first one, with {{slides.five}} parameters.
*/

// %%
p9.guess();

// %%
const saved = await saveModel(model, "saved/slides5");
console.log(saved.files.map((file, i) => `${file}: ${saved.bytes[i].toLocaleString("en")} bytes`).join("\n"));

const loaded = await loadModel("saved/slides5");
const again = await evaluateModel(loaded, test);
const differing = toList(again.predictions).filter((digit, i) => digit !== judged.predictions.get(i)).length;
console.log(`loaded: accuracy ${percent(again.accuracy)}, ${differing} of ${truth.length} answers differ`);

// %% [markdown]
/*
The format is TensorFlow.js's own (`model.save("file://…")` writes the same files), so a web page can load them. The program that made the network is not in the file, nor the optimiser's memory, nor what the pixels must look like.
That the network wants white digits on black, in the middle, you have to remember yourself. We come back to that.

**TensorBoard** is a program that draws the curves of many runs in one page; slides 1 use it. `logFolder` in both trainings above has written what it needs. If you have
Python's TensorBoard, which does not come with this course, `tensorboard --logdir saved/logs` in a terminal shows your runs. For `model.fit` there is a callback,
`tf.node.tensorBoard` in TensorFlow.js and `tensorBoard` in this library.

## Digits in the wrong place

Soon you will draw a digit yourself. Nobody draws exactly in the middle. Does that matter?
*/

// %%
p10.guess();

// %%
const shifts = [0, 1, 2, 3, 4, 5, 6];
const movedShares: number[] = [];
const thousand = firstOf(test, 1000);
for (const shift of shifts) {
  const images = movedRight(thousand.images, shift);
  const { accuracy } = await evaluateModel(model, { images, labels: thousand.labels });
  movedShares.push(accuracy);
}

show(linePlot({ x: shifts, y: movedShares.map((share) => 100 * share) }, {
  title: `In place ${percent(movedShares[0])} are right, 5 pixels to the right ${percent(movedShares[5])}`,
  xLabel: "moved to the right (pixels)",
  yLabel: "read rightly (%)",
  alt: `Accuracy against the shift: ${shifts.map((s, i) => `${s} pixels ${percent(movedShares[i])}`).join("; ")}.`,
}));

// %% [markdown]
/*
The makers of MNIST knew. They scaled each digit into a box of 20 × 20 pixels, and put it into a picture of 28 × 28 such that its **centre of mass** lies in the middle. Imagine the ink as weight: the centre of mass is the point
at which the picture would balance on a needle. Its row is the mean of all rows, each weighted by the ink in it.

By hand, for one line of pixels: {{mass.row}}. Their columns are 0 to 3.

({{mass.terms}}) / ({{mass.inks}}) = {{mass.fraction}} = {{mass.mean}}

The middle of four columns is {{mass.middle}}. So the line must move by {{mass.middle}} − {{mass.mean}} = {{mass.move}} columns: to the left.

### Exercise 15.5 · Into the middle

For a picture: how far must it be moved **down** and how far to the **right**, so that its centre of mass lies in the middle? Negative numbers move up and left. Do not round. An empty picture need not move: `[0, 0]`.
*/

// %% exercise q5
function intoTheMiddle(image: number[][]): number[] {
  return todo();
}

q5.check(intoTheMiddle);

// %% [markdown]
/*
Does that mend it? `centredByMass` moves each picture by what 15.5 computes, rounded to whole pixels.
*/

// %%
const movedAway = movedRight(thousand.images, 5);
const mended = await evaluateModel(model, { images: centredByMass(movedAway), labels: thousand.labels });
console.log(`5 pixels to the right: ${percent(movedShares[5])} read rightly`);
console.log(`then centred by mass:  ${percent(mended.accuracy)}`);
console.log(`never moved:           ${percent(movedShares[0])}`);

// %% [markdown]
/*
## Draw one

For the page we train a third network, small enough to lie in this notebook: {{small.params}} numbers. The dense layer at its end has few inputs, since two poolings came before.
*/

// %%
const small = tf.sequential({
  name: "small",
  layers: [
    tf.layers.rescaling({ inputShape: [28, 28, 1], scale: 1 / 255 }),
    tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 32, kernelSize: 3, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dropout({ rate: 0.2 }),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
const smallHistory = await trainModel(small, training, { epochs: 4, validation, title: "A small network" });

// %%
const smallJudged = await evaluateModel(small, test);
console.log(`${small.countParams().toLocaleString("en")} parameters, accuracy ${percent(smallJudged.accuracy)} after ` +
  `${smallHistory.loss.length} epochs; the network of slides 5: ${percent(judged.accuracy)}`);

// %% [markdown]
/*
Now build your own: change the layers in the cell before last, and run both cells again. How few parameters can you do with, and still read 90 % rightly? Count them first, with a pencil.

Then draw. What you draw is smoothed, scaled into 20 × 20 pixels and centred by its mass; the small picture shows what the network gets. The page computes all layers
itself with the weights from above, so it goes on working when the notebook is closed and opened again.

Try these, and decide before each what will happen:

- your own 1, 4 and 7, each in the ways you have seen people write it;
- a small digit in a corner, `centred by its mass`, then `as drawn`;
- a digit that you make worse, stroke by stroke: when does the network's answer change, and is it less sure before?
- a letter, or a face. How sure is it of that?
*/

// %%
show(drawDigitExplorer({
  layers: smallDigits,
  weights: small.getWeights().map((tensor) => tensor.arraySync() as number[][]),
  title: "Draw a digit",
}));

// %% [markdown]
/*
What should a person read? Here you can see the network in doubt. And you can see what it cannot know: that a letter is no digit. It was never shown one.

And what happens on the way to the answer? Here is the same network, with what every layer makes of your digit while you draw. Each map has
the shape of the picture, smaller from pooling to pooling. Choose a map: it stands large at the end, with its filter, and a cell of it that you point at shows what it
sees of the input. Find out:

- How much of the input does a cell of `relu_2` see, and how much one of `maxPool2d_2`? Work it out first (lesson 09).
- What is the one difference between `conv2d_1` and `relu_1`, and what share of the numbers does it make 0?
- Draw a thick horizontal bar. Find a map of `relu_1` that is bright along only one of its edges, and look at its filter. Where is it blue?
- At `dense_1`, which digit comes second? Draw on until it comes first.
*/

// %%
import { activationsExplorer } from "cnn-workbook";

show(activationsExplorer({
  layers: smallDigits,
  weights: small.getWeights().map((tensor) => tensor.arraySync() as number[][]),
  title: "What every layer makes of it",
}));

// %% [markdown]
/*
A cell of `relu_2` sees {{small.seesConv}} × {{small.seesConv}} pixels, one of `maxPool2d_2` {{small.seesPool}} × {{small.seesPool}}: parts of strokes, no whole digit. Only the dense layer puts them together. ReLU makes black what
was blue, all numbers below 0, and leaves the others as they are. A filter is white where it wants ink and blue where it wants none: white above blue is bright along the lower edge of a bar.

## Where people go wrong

- **"`fit` went through, so it works."** It also goes through with wrong labels, with pixels from 0 to 255 where 0 to 1 were meant, or with dropout that silences three of four. Look at the first loss (2.3 for ten classes, lesson 12), at pictures with labels, and at the mistakes.
- **"Training accuracy 99 %."** Of pictures that it has seen. The validation curve is the one to read, and the test set is for the end.
- **"98.7 % beats 98.6 %."** Not with {{sets.test}} pictures.
- **"A pixel is a pixel."** What is done to the pictures before the network is part of the network: scale, colour, place. Do the same when you use it.
- **"It has a probability for everything."** So it has for a picture without any digit (lesson 00). Passing on the unsure ones does not help there.

## In five lines

1. A library has the parts that you wrote: layers, loss, gradient, optimiser, loop. Shapes and gradients it finds by itself.
2. Learn from the training set, choose by validation, report the test; and say how exact the number is.
3. A confusion matrix tells which mistakes are made; the surest ones tell what the network has not understood.
4. A reader of post codes with 99 % right digits loses every twentieth letter. It need not be perfect: it passes on what it is unsure of, and the rest has far fewer mistakes.
5. A network is saved as layers and numbers. How its input was prepared has to be kept with it.

**Next:** lesson 16 asks why training works or fails: scale, first weights, step, batch normalisation, dropout, more data from the same pictures.

## Further reading

- Y. LeCun and others, *Backpropagation Applied to Handwritten Zip Code Recognition* (1989): post codes, and which ones to reject.
- Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, *Gradient-Based Learning Applied to Document Recognition* (1998): MNIST, and its centring.
- C. Guo, G. Pleiss, Y. Sun and K. Weinberger, *On Calibration of Modern Neural Networks* (2017): sure and wrong.
- S. Cai, S. Bileschi and E. Nielsen, *Deep Learning with JavaScript* (2020): TensorFlow.js, by its makers.

Here is what you have done so far:
*/

// %%
showProgress();
