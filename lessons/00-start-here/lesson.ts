// %% [markdown]
/*
# 00 · Start here

A picture of a handwritten digit is a list of {{digit.pixels}} numbers. 0 is black, 255 is white. **Which digit is it?**

Click on the grey box below and press **Shift + Enter**. The box is a *cell*. Shift + Enter runs it and goes on to the next.
The first run takes a few seconds, since the TypeScript kernel has to start.
*/

// %%
import { correlate2d, gaussianFilter, kernels, loadImage } from "cnn-workbook";
import { toGray, toList, toNested } from "cnn-workbook";
import { barPlot, imagePlot, show, showProgress, todo } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { p1, p2, p3, p4, q1, q2, q3 } from "cnn-workbook/lessons/00-start-here";

const digit = syntheticDigits({ count: 1, seed: 27 }).images.pick(0, null, null, 0);
const rows = toNested(digit) as number[][];
console.log(
  rows.map((row) => row.map((value) => String(value).padStart(4)).join("")).join("\n"),
);

// %% [markdown]
/*
You can find the shape in the numbers, with some effort. Write your guess between the brackets below, for example
`p1.guess(5)`, and run the cell. In each lesson you predict before you see. The first guess is kept, and a wrong one costs
nothing: being surprised is how one remembers.
*/

// %%
p1.guess();

// %%
show(imagePlot(digit, {
  title: "The same numbers as a picture",
  alt: "A handwritten digit in white on a black background, 28 by 28 pixels.",
}));

// %% [markdown]
/*
A **convolutional neural network** (CNN) goes from such numbers to the digit. In this lesson you see the whole way once, in
a quarter of an hour, and understand little of it. The other lessons build every part of it, one at a time, until nothing
in it is magic.

At the end of this lesson you can

- run, change and rescue a notebook;
- load a picture, filter it and look at the result;
- train a small network, and say how good it is;
- work with exercises: `check`, `hint`, `solution`.

You need some programming in any language. What TypeScript adds to JavaScript is mostly the types after a colon, as in
`count: number`. You can leave them out in your own code.

## How a notebook works

- Cells run in the order in which *you* run them, not in which they stand. What one cell defines, later ones can use.
- Change any cell and run it again. Try it: set `seed` above to another number.
- The value of a cell's last line is shown, if it has one.
- A cell that runs too long: press ■ (interrupt) at the top. If all is in a muddle: ⟳ (restart), then ▸▸ (run all).
- `Shift + Tab` with the cursor on a name, say `imagePlot`, shows what it does.

This is your own copy. Nothing that you do here can break the course: `npm run reset -- 00` brings a fresh one.
*/

// %%
const tries = [1, 2, 3].map((n) => n * n);
tries;

// %% [markdown]
/*
## A picture is numbers too

A colour picture differs from the digit only in size, and in having three numbers a pixel: red, green and blue. We load
one from its file. (A program painted this street. To use a photograph of your own, write its path in place of this one:
PNG, JPEG or GIF.)
*/

// %%
const photo = await loadImage("../data/street.png");
const [height, width, channels] = photo.shape;
console.log(`${height} rows, ${width} columns, ${channels} numbers a pixel`);

show(imagePlot(photo, {
  title: "Move the pointer over the picture to see its numbers",
  alt: "A street: houses in red brick, yellow and blue, a striped awning, a lamp, a tree.",
}));

// %% [markdown]
/*
### Exercise 00.1 · How many numbers?

Your first exercise. Run the cell as it is: the answer is "not written yet". Then replace `todo()` and run it again. Give a
wrong answer too, on purpose, and read what comes. In a cell of its own, `q1.hint()` gives a hint, and `q1.solution()` a
solution. (The **+** at the top adds a cell.)
*/

// %% exercise q1
function countNumbers(height: number, width: number, channels: number): number {
  return todo();
}

q1.check(countNumbers);

// %% [markdown]
/*
## Nine numbers change a picture

Replace every pixel by a weighted sum of itself and its eight neighbours. That takes nine weights, called a **kernel**. Equal
weights give an average, which blurs. Others do quite different things. First to grey, to have one number a pixel.
*/

// %%
const grey = toGray(photo);
const sharpened = correlate2d(grey, kernels.sharpen, { mode: "same", boundary: "symm" });

show(imagePlot([
  { image: grey, title: "grey" },
  { image: gaussianFilter(grey, { sigma: 3 }), title: "blurred" },
  { image: sharpened, title: "sharpened" },
], {
  title: "The same picture, three sets of weights",
  alt: "Three versions of the picture: as it is, blurred so that small details are gone, and sharpened.",
}));

// %%
p2.guess();

// %%
const weights = kernels.laplacian8;
console.log(weights);

const edges = correlate2d(grey, weights, { mode: "same", boundary: "symm" });
show(imagePlot(edges, {
  title: "What the nine weights leave",
  range: [-128, 128],
  alt: "Even areas such as the sky are mid-grey, which stands for zero. Outlines and textures are brighter or darker.",
}));

// %% [markdown]
/*
Here mid-grey stands for zero, darker for negative, brighter for positive. Put `kernels.sobelX` in the place of
`kernels.laplacian8`, or `kernels.horizontalEdges`, or your own nine numbers such as
`[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]`, and run the cell again.

Such kernels ask a question at every place of the picture: is there an edge here? People chose these weights by thinking.
A CNN *learns* its weights from examples, and asks the questions that it needs.

## A network that learns digits

Now the real thing. Our examples are {{trainingCount}} digits, drawn by a program in many handwritings, each with its label:
the digit that it is. Another {{testCount}} are kept apart for the test.
*/

// %%
const training = syntheticDigits({ count: 6000, seed: 1 });
const test = syntheticDigits({ count: 1000, seed: 2 });

const few = Array.from({ length: 20 }, (_, i) => ({
  image: training.images.pick(i, null, null, 0),
  title: String(training.labels.get(i)),
}));
show(imagePlot(few, {
  columns: 10,
  title: "Twenty of the training pictures and their labels",
  alt: "Twenty handwritten digits in different hands, each with its label above.",
}));

// %% [markdown]
/*
The network has two layers that slide kernels over the picture, each followed by one that keeps the strongest answers. A last
layer weighs these answers and gives ten **scores**, one a digit. You need not understand this cell yet. Lessons 08 to 12
take it apart line by line, and lesson 15 builds it again.
*/

// %%
import { backendNotice, tf, toTensor } from "cnn-workbook/training";
import { createOptimizer, evaluateModel, trainModel } from "cnn-workbook/training";

const model = tf.sequential({
  layers: [
    tf.layers.rescaling({ inputShape: [28, 28, 1], scale: 1 / 255 }),
    tf.layers.conv2d({ filters: 8, kernelSize: 3, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.conv2d({ filters: 16, kernelSize: 3, activation: "relu" }),
    tf.layers.maxPooling2d({ poolSize: 2 }),
    tf.layers.flatten(),
    tf.layers.dense({ units: 10, activation: "softmax" }),
  ],
});
console.log(`${model.countParams()} weights, all of them random so far.`);
console.log(backendNotice() ?? "TensorFlow runs on this machine directly, at full speed.");

// %%
p3.guess();

// %%
const before = await evaluateModel(model, test);
console.log(`Before training: ${(100 * before.accuracy).toFixed(1)} % of the test digits are right.`);

// %% [markdown]
/*
Training shows the network the examples in batches, over and over. After each batch every weight moves a little in the
direction that would have made the answers better. How to find that direction is lesson 13. Going once through all
examples is an **epoch**. The *loss* says how bad the answers are; watch it fall.
*/

// %%
await trainModel(model, training, {
  epochs: 6,
  optimizer: createOptimizer("adam", { learningRate: 0.003 }),
  validation: test,
  title: "Learning digits",
});

const after = await evaluateModel(model, test);
console.log(`After training: ${(100 * after.accuracy).toFixed(1)} % of the test digits are right.`);

// %% [markdown]
/*
## What it says about one picture

Here are the ten scores for one test picture. They are shares: together they make 1. Change `which`, from 0 to 999, and look
for a picture about which the network is in doubt.
*/

// %%
const which = 3;
const picture = test.images.lo(which).hi(1);
const answer = model.predict(toTensor(picture)) as tf.Tensor;
const scores = Array.from(answer.dataSync());

show(imagePlot(picture.pick(0, null, null, 0), {
  title: `Test picture ${which}: a ${test.labels.get(which)}`,
  alt: `A handwritten ${test.labels.get(which)}.`,
}));
show(barPlot({ labels: scores.map((_, n) => String(n)), values: scores }, {
  title: `Its strongest score: ${Math.max(...scores).toFixed(3)}`,
  xLabel: "digit",
  yLabel: "score (share of 1)",
  alt:
    `Ten bars, one a digit. The tallest is ${Math.max(...scores).toFixed(3)}, that of the digit ` +
    `${scores.indexOf(Math.max(...scores))}.`,
}));

// %% [markdown]
/*
### Exercise 00.2 · From ten scores to one digit

The network's answer is the digit with the largest score. Write the function that finds it: given the scores, return the
*place* of the largest, counted from 0. Of two equal ones take the first.

Two lines of the loop are there already.
*/

// %% exercise q2
function strongestDigit(scores: number[]): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) {
    best = todo();
  }
  return best;
}

q2.check(strongestDigit);

// %% [markdown]
/*
### Exercise 00.3 · How good is it?

The **accuracy** is the share of right answers: 0.75 when three of four are right. This one you write alone.
*/

// %% exercise q3
function accuracy(answers: number[], truth: number[]): number {
  return todo();
}

q3.check(accuracy);

// %% [markdown]
/*
## Where it is wrong

An accuracy says little until one has seen the mistakes behind it. These are test pictures that the network misread.
*/

// %%
const answers = toList(after.predictions);
const truth = toList(test.labels);
const wrong = answers.flatMap((digit, i) => (digit === truth[i] ? [] : [i]));

show(imagePlot(wrong.slice(0, 10).map((i) => ({
  image: test.images.pick(i, null, null, 0),
  title: `${truth[i]} read as ${answers[i]}`,
})),
{
  columns: 5,
  title: `${wrong.length} of ${truth.length} are wrong; here are some`,
  alt: `Misread digits: ${wrong
    .slice(0, 10)
    .map((i) => `${truth[i]} as ${answers[i]}`)
    .join(", ")}.`,
}));

// %% [markdown]
/*
Would you have read them all? Some are hard for people too. Others are not, and one wonders what the network looked at.
Lesson 17 makes that visible.

One last question. The network has learned white digits on black paper.
*/

// %%
p4.guess();

// %%
const swapped = toNested(test.images) as number[][][][];
for (const image of swapped)
  for (const row of image) for (const pixel of row) pixel[0] = 255 - pixel[0];

const blackOnWhite = await evaluateModel(model, { images: swapped, labels: test.labels });
console.log(`White on black: ${(100 * after.accuracy).toFixed(1)} % right.`);
console.log(`Black on white: ${(100 * blackOnWhite.accuracy).toFixed(1)} % right.`);

// %% [markdown]
/*
## Where people go wrong

- **"It recognises digits."** It recognises what its examples looked like. Swap black and white, and it is lost.
- **"The scores say how sure it is."** They add up to 1 for every picture, also for one that is no digit at all.
- **"A high accuracy is good."** It depends on what the mistakes cost, and on what a simple rule would get. Look at the
  wrong ones, always.

## In five lines

1. A picture is an array of numbers: height × width × channels.
2. A kernel replaces each pixel by a weighted sum of its neighbours: nine numbers blur, sharpen or find edges.
3. A CNN is made of such kernels. Their weights start random and are learned from examples.
4. It answers with a score for each class; the largest is its answer; the share of right answers is its accuracy.
5. It is judged on pictures that it has not seen, and it knows only what its examples showed.

**Next:** lesson 01 begins at the beginning: one kernel, one line of numbers, a heartbeat.

## Further reading

- Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, *Gradient-Based Learning Applied to Document Recognition* (1998): the
  network that read digits on cheques, and the ancestor of this one.
- M. A. Nielsen, *Neural Networks and Deep Learning* (2015), chapter 1: reading digits, explained from the beginning.
*/

// %%
showProgress();
