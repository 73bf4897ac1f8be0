// %% [markdown]
/*
# 00 · Start here

Below are {{digit.pixels}} numbers, {{digit.side}} rows of {{digit.side}}. 0 is black, 255 is white. They draw a digit.
**Which one?** At the end of this lesson a network that you trained will tell you too.

Click on the grey box and press **Shift + Enter**. The box is a *cell*; Shift + Enter runs it and goes on to the next. The
first run takes a few seconds, since the program that runs your code has to start.
*/

// %%
import { correlate2d, kernels, loadImage, resizeImage, toGray } from "cnn-workbook";
import { barPlot, imagePlot, show, showProgress, todo, toList, toNested } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { p1, p2, p3, p4, p5, q1, q2, q3, q4 } from "cnn-workbook/lessons/00-start-here";

const opening = syntheticDigits({ count: 1, seed: 27 });
const digit = opening.images.pick(0, null, null, 0); // the first picture, all its rows and columns
const rows = toNested(digit) as number[][];
console.log(rows.map((row) => row.map((value) => String(value).padStart(4)).join("")).join("\n"));

// %% [markdown]
/*
The shape is there, with some effort. Which digit is it? Write your guess between the brackets, for example `p1.guess(5)`,
and run the cell. (If you have run it already, click back into it and write your number.)

In every lesson you guess before you see. The first guess is kept, and a wrong one costs nothing: what surprised you, you
remember.
*/

// %%
p1.guess();

// %%
show(imagePlot(digit, {
  title: "The same numbers as a picture",
  alt: `White strokes on black draw the digit ${opening.labels.get(0)}.`,
}));

// %% [markdown]
/*
A **convolutional neural network** (CNN) goes from such numbers to the digit. In this lesson you see the whole way once, in
about half an hour. You will not understand all of it yet. The other lessons build every part, one at a time.

At the end of this lesson you can

- run, change and rescue a notebook;
- load a picture, filter it and look at the result;
- train a small network, and say how good it is;
- work with exercises: `check`, `hint`, `solution`.

You need some programming in any language. What TypeScript adds to JavaScript is mostly the types after a colon, as in
`count: number`.

## How a notebook works

- Cells run in the order in which *you* run them, not in which they stand. What one cell defines, later ones can use. After
  an error such as `Cannot find name 'grey'`, run the cell that defines it.
- You can change any cell and run it again. Set `seed` above to another number, which gives another digit, then run that
  cell and the picture's.
- The value of a cell's last line is shown, if it has one.
- If a cell runs too long, press ■ at the top: it stops, and nothing is lost. ▸▸ starts from the beginning: it forgets all
  values and runs every cell.
- With the cursor on a name, say `imagePlot`, `Shift + Tab` shows what it does.

This is your own copy, and you cannot break the course. In a terminal, `npm run reset -- 00` brings a fresh copy and keeps
yours as a backup.
*/

// %%
const squares = [1, 2, 3].map((n) => n * n);
squares

// %% [markdown]
/*
## A picture is numbers too

A picture in colour has more than one number for each pixel: how much red, how much green and how much blue. These are its
three **channels**. A grey picture has one channel. We load a picture from its file. (A program painted this street.)

Later, try a photograph of your own: drag the file into the list on the left, write its name in place of
`"../data/street.png"`, and make it smaller: `resizeImage(await loadImage("mine.jpg"), { width: 480 })`.
*/

// %%
const photo = await loadImage("../data/street.png");
const [height, width, channels = 1] = photo.shape;
console.log(`${height} rows, ${width} columns, ${channels} channels`);

show(imagePlot(photo, {
  title: "Move the pointer over the picture to see its numbers",
  alt: `A picture of ${height} by ${width} pixels. As shipped: a street with houses in red, yellow and blue, ` +
    "a striped awning, a lamp and a tree.",
}));

// %% [markdown]
/*
### Exercise 00.1 · How many numbers?

Write a function that says how many numbers a picture holds, given its height, its width and its number of channels.

It is your first exercise, so try everything once. Run the cell as it is: "not written yet". Then replace `todo()` by your
code and run it again. Give a wrong answer on purpose, and see what it says. In a cell of its own (**+** at the top adds
one), `q1.hint()` gives a hint, and `q1.solution()` a solution.
*/

// %% exercise q1
function countNumbers(height: number, width: number, channels: number): number {
  return todo();
}

q1.check(countNumbers);

// %% [markdown]
/*
## Nine numbers change a picture

Take a pixel and its eight neighbours, and nine numbers called **weights**. Multiply each pixel by the weight at its place,
and add. The sum is the new pixel. The nine weights together are a **kernel**.

With pencil and paper: on the left of an edge all pixels are 90, on the right 20.

| pixels | | | | weights | | |
| ---: | ---: | ---: | --- | ---: | ---: | ---: |
| 90 | 90 | 20 | | 1/9 | 1/9 | 1/9 |
| 90 | 90 | 20 | | 1/9 | 1/9 | 1/9 |
| 90 | 90 | 20 | | 1/9 | 1/9 | 1/9 |

Six times 90 and three times 20, each divided by nine: (540 + 60) / 9 = {{edge.blurred}}. The pixel was 90. Now it is
something between the two sides: the edge has become softer. Nine equal weights blur.

`correlate2d` does it for every pixel of a picture. (Lesson 01 says why a course on convolution calls it that.) With
`mode: "valid"` it takes only pixels that have all eight neighbours. Here that is one:
*/

// %%
const patch = [
  [90, 90, 20],
  [90, 90, 20],
  [90, 90, 20],
];
correlate2d(patch, kernels.boxBlur, { mode: "valid" })

// %% [markdown]
/*
Now three kernels on a part of the street. First we turn it grey, so that each pixel has one number.
*/

// %%
const grey = toGray(photo);
const top = Math.min(170, grey.shape[0] - 110);
const part = grey.lo(top, 50).hi(110, 110); // from row `top` and column 50 on, 110 of each

// "same": the result is as large as the picture. "symm": beyond its border the picture is mirrored.
const border = { mode: "same", boundary: "symm" } as const;
show(imagePlot([
  { image: correlate2d(part, kernels.identity, border), title: "1 in the middle, else 0: as it was" },
  { image: correlate2d(part, kernels.boxBlur, border), title: "nine times 1/9: softer" },
  { image: correlate2d(part, kernels.sharpen, border), title: "5, and −1 on four sides: harder" },
], {
  title: "Three kernels: one leaves, one blurs, one sharpens",
  alt: "Three copies of a part of the picture. The first kernel leaves it as it was, " +
    "the second softens every edge, the third makes edges and grain harder.",
}));

// %% [markdown]
/*
### Exercise 00.2 · One new pixel

Write the sum for one pixel: `patch` and `kernel` are three rows of three numbers. The loops over row `r` and column `c`
are there; replace `todo()` by the product that belongs to them.
*/

// %% exercise q2
function newPixel(patch: number[][], kernel: number[][]): number {
  let sum = 0;
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      sum += todo();
    }
  }
  return sum;
}

q2.check(newPixel);

// %% [markdown]
/*
Another kernel: an 8 in the middle, and −1 at its eight neighbours. What does it make of a patch of plain sky, where all
nine pixels are 90? Guess the new pixel.
*/

// %%
p2.guess();

// %%
const weights = kernels.laplacian8;
console.log(weights);
console.log("On the edge above:", correlate2d(patch, weights, { mode: "valid" }).get(0, 0));

const edges = correlate2d(grey, weights, border);
show(imagePlot(edges, {
  title: "Grey where neighbours are alike, light and dark at edges",
  range: [-128, 128],
  alt: "Grey, 0 in the middle of the scale. As shipped: outlines, bricks and leaves stand out lighter and darker, " +
    "and even walls are grey.",
}));

// %% [markdown]
/*
Mid-grey stands for zero here, darker for negative, lighter for positive, and what lies beyond −128 and 128 is cut off. On
the edge with 90 and 20 this kernel gives 8×90 − (5×90 + 3×20) = {{edge.found}}. Where neighbours are alike it gives zero. (The
sky is not quite even: it has a little grain, as in a photograph, and this kernel brings it out.)

Put `kernels.sobelX` in the place of `kernels.laplacian8`, or `kernels.horizontalEdges`, or nine numbers of your own such
as `[[0, 0, 0], [-1, 0, 1], [0, 0, 0]]`, and run the cell again.

Such kernels ask a question at every place of the picture: is there an edge here? People found these weights by thinking. A
CNN *learns* its weights from examples, and asks the questions that it needs.

## A network that learns digits

Our examples are {{trainingCount}} digits, each with its **label**: the digit that it is. A program drew them, in many
handwritings. Another {{testCount}} are kept apart for the test.
*/

// %%
const trainingSet = syntheticDigits({ count: 6000, seed: 1 });
const testSet = syntheticDigits({ count: 1000, seed: 2 });

const few = Array.from({ length: 20 }, (_, i) => ({
  image: trainingSet.images.pick(i, null, null, 0),
  title: String(trainingSet.labels.get(i)),
}));
show(imagePlot(few, {
  columns: 10,
  title: "Twenty of the training pictures and their labels",
  alt: "Two rows of ten digits, thin and thick, upright and slanted, each with its label above.",
}));

// %% [markdown]
/*
The network has two layers that slide kernels over the picture, each followed by one that keeps the strongest results. A
last layer weighs all of them and gives ten **scores**, one for each digit. You need not understand this cell yet: lessons
08 to 12 take it apart line by line, and lesson 15 builds it again. `tf` is TensorFlow.js, a library that computes
networks fast.
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
console.log(`The network has ${model.countParams()} numbers to learn. They start random, or at zero.`);
console.log(backendNotice() ?? "Your machine: TensorFlow runs on it directly, at full speed.");

// %% [markdown]
/*
The network is new and has learned nothing. Of {{testCount}} test digits, about how many does it get right?
*/

// %%
p3.guess();

// %%
const before = await evaluateModel(model, testSet);
console.log(`Before training: ${Math.round(1000 * before.accuracy)} of 1000 test digits are right.`);

// %% [markdown]
/*
Training shows the network a few examples at a time. After each such *batch* every number in it moves a little, in the
direction that would have made the answers better. (`learningRate` says how far. How to find the direction is lesson 13.)
One pass through all examples is an **epoch**. The **loss** says how bad the answers are: watch it fall. The orange line,
*validation*, is the test pictures, on which the network does not learn.
*/

// %%
await trainModel(model, trainingSet, {
  epochs: 6,
  optimizer: createOptimizer("adam", { learningRate: 0.003 }),
  validation: testSet,
  title: "Learning digits",
});

const after = await evaluateModel(model, testSet);
console.log(`After training: ${Math.round(1000 * after.accuracy)} of 1000 test digits are right.`);

const first = await evaluateModel(model, opening);
console.log(`The digit at the top of this page is a ${first.predictions.get(0)}, says the network.`);

// %% [markdown]
/*
If you run that cell again, the network goes on learning from where it is.

## What it says about one picture

These are the ten scores for one test picture. They are shares: together they make 1. The line *In doubt* lists pictures for
which no score reaches 0.6. Write one of these numbers in the place of the 3 in `const which = 3`, and run the cell again.
*/

// %%
const scores = (model.predict(toTensor(testSet.images)) as tf.Tensor2D).arraySync();
const best = scores.map((ten) => Math.max(...ten));
console.log("In doubt:", best.flatMap((score, i) => (score < 0.6 ? [i] : [])).join(", "));

const which = 3;
show(imagePlot(testSet.images.pick(which, null, null, 0), {
  title: `Test picture ${which}, a ${testSet.labels.get(which)}`,
  alt: `A ${testSet.labels.get(which)}, as the program drew it.`,
}));
show(barPlot({ labels: scores[which].map((_, n) => String(n)), values: scores[which] }, {
  title: `Its strongest score is ${best[which].toFixed(3)}`,
  xLabel: "digit",
  yLabel: "score (share of 1)",
  alt: `The strongest score is ${best[which].toFixed(3)}. ` +
    `From 0 to 9: ${scores[which].map((score) => score.toFixed(2)).join(", ")}.`,
}));

// %% [markdown]
/*
### Exercise 00.3 · From ten scores to one digit

The network's answer is the digit with the largest score. Given the scores, return the *place* of the largest, counted from
0. If two are equally large, take the first.

The loop keeps in `best` the place of the largest score so far. Replace `todo()` by the question that decides whether
place `i` is better. When it passes, ask it about the picture above: `strongestDigit(scores[which])`.
*/

// %% exercise q3
function strongestDigit(scores: number[]): number {
  let best = 0;
  for (let i = 1; i < scores.length; i++) {
    if (todo()) best = i;
  }
  return best;
}

q3.check(strongestDigit);

// %% [markdown]
/*
### Exercise 00.4 · How good is it?

The **accuracy** is the share of right answers: 0.75 when three of four are right. This one you write alone.

When it passes, use it on the network: `accuracy(answers, truth)` in a cell of its own, after the next cell. It must give
the number that you saw after training, as a share of 1.
*/

// %% exercise q4
function accuracy(answers: number[], truth: number[]): number {
  return todo();
}

q4.check(accuracy);

// %%
const answers = toList(after.predictions);
const truth = toList(testSet.labels);
const wrong = answers.flatMap((digit, i) => (digit === truth[i] ? [] : [i])).slice(0, 10);

show(imagePlot(wrong.map((i) => ({
  image: testSet.images.pick(i, null, null, 0),
  title: `${truth[i]} read as ${answers[i]}`,
})), {
  columns: 5,
  title: "Some that the network misread",
  alt: `Misread digits: ${wrong.map((i) => `${truth[i]} as ${answers[i]}`).join(", ")}.`,
}));

// %% [markdown]
/*
Hide the titles with your hand and read them yourself. How many did you get? Some are hard for people too. Of the others
we would like to know what the network looked at. Lesson 17 makes that visible.

## Pictures unlike those that it learned

The network learned white digits on black. Now swap black and white in all test pictures. You read them as easily as
before. What about the network?
*/

// %%
p4.guess();

// %%
const swapped = toNested(testSet.images) as number[][][][];
for (const image of swapped) {
  for (const row of image) for (const pixel of row) pixel[0] = 255 - pixel[0];
}
const blackOnWhite = await evaluateModel(model, { images: swapped, labels: testSet.labels });
const right = Math.round(1000 * blackOnWhite.accuracy);

show(imagePlot(swapped.slice(0, 10).map((image, i) => ({
  image: image.map((row) => row.map(([value]) => value)),
  title: `${truth[i]} read as ${blackOnWhite.predictions.get(i)}`,
})), {
  columns: 5,
  title: `Black on white: ${right} of 1000 are right`,
  alt: `Black digits on white paper. The network reads ${right} of 1000 right; it read ` +
    `${Math.round(1000 * after.accuracy)} right in white on black.`,
}));

// %% [markdown]
/*
And a picture that is no digit at all: {{digit.side}} × {{digit.side}} pixels, all white. Which scores will the network give?
*/

// %%
p5.guess();

// %%
const [blank] = (model.predict(tf.fill([1, 28, 28, 1], 255)) as tf.Tensor2D).arraySync();
show(barPlot({ labels: blank.map((_, n) => String(n)), values: blank }, {
  title: `An empty white page, read as ${blank.indexOf(Math.max(...blank))}`,
  xLabel: "digit",
  yLabel: "score (share of 1)",
  alt: `The strongest score for a white page is ${Math.max(...blank).toFixed(3)}.`,
}));

// %% [markdown]
/*
## Your own digit

Draw one: `#` is ink, `.` is paper. Change the drawing and run the cell again. Which digits does it read, and which not?
*/

// %%
const drawing = [
  "..............",
  "..............",
  "....#####.....",
  "...##...##....",
  "........##....",
  "........##....",
  ".....####.....",
  "........##....",
  ".........##...",
  ".........##...",
  "...##...##....",
  "....#####.....",
  "..............",
  "..............",
];
const ink = drawing.map((line) => [...line].map((sign) => (sign === "#" ? 255 : 0)));
const mine = resizeImage(ink, { height: 28, width: 28 });
const [says] = (model.predict(toTensor(mine).reshape([1, 28, 28, 1])) as tf.Tensor2D).arraySync();

show(imagePlot(mine, {
  title: `Read as ${says.indexOf(Math.max(...says))}, score ${Math.max(...says).toFixed(2)}`,
  alt: `Your drawing, which the network reads as ${says.indexOf(Math.max(...says))}.`,
}));

// %% [markdown]
/*
## Where people go wrong

- **"It recognises digits."** It recognises what its examples looked like. These were drawn by a program; of digits written
  by people this network would misread more. Lesson 15 trains on those.
- **"A score of 0.99 means that it is 99 % sure."** The ten scores make 1 for every picture, also for one without a digit.
  Far from its examples a network's answer is an accident: train it again, and the white page may become another digit.
- **"The test says how good it is."** It does as long as nothing was chosen by it. Whoever tries many networks and keeps
  the one with the best test needs a third set of pictures (lesson 16).
- **"A high accuracy is good."** It depends on what the mistakes cost, and on what a simple rule would get. Look at the
  wrong ones, always.

## In five lines

1. A picture is an array of numbers: height × width × channels.
2. A kernel makes each pixel a weighted sum of its neighbours: nine numbers blur, sharpen or find edges.
3. A CNN slides kernels too. Their weights start random and are learned from examples.
4. It gives a score for each digit; the largest is its answer; the share of right answers is its accuracy.
5. It is judged on pictures that it has not seen, and it knows only what its examples showed.

**Next:** lesson 01 begins at the beginning: one kernel, one line of numbers, a heartbeat.

## Further reading

- Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, *Gradient-Based Learning Applied to Document Recognition* (1998): the
  network that read digits on cheques, and the ancestor of this one.
- M. A. Nielsen, *Neural Networks and Deep Learning* (2015), chapter 1: reading digits, explained from the beginning.

Here is what you have done so far, in all lessons:
*/

// %%
showProgress();
