// %% [markdown]
/*
# 11 · Pooling

Below is a 6, five times. Each is the same picture, a pixel further to the right. Over each stands what a small program says it is.

**Why does a step of two pixels make it another digit, and what has a network that lets it stay a 6?** Real networks have this
trouble too: Zhang (2019) moved photographs by a single pixel, and well-trained networks gave another answer.
*/

// %%
import { correlate2d, imagePlot, kernels, linePlot, poolingExplorer } from "cnn-workbook";
import { sampleImage, show, showProgress, sobel, todo, toList, toNested } from "cnn-workbook";
import { averagePool2d, conv2d, globalAveragePool2d, maxPool2d, relu } from "cnn-workbook/layers";
import { edgeNames, fourEdges, framedDigits, moveRight } from "cnn-workbook/lessons/11-pooling";
import { changeWhenMoved, meansAfterTwo, nearestMean, percentRight } from "cnn-workbook/lessons/11-pooling";
import { poolPlot, shuffleWithin, steadyPool, type Step, swing } from "cnn-workbook/lessons/11-pooling";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "cnn-workbook/lessons/11-pooling";
import { p10, p11, p12, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/11-pooling";

const learn = framedDigits({ count: 1000, seed: 1 }); // digits on 36 × 36 pixels, with room to move
const test = framedDigits({ count: 300, seed: 2 });
const saysByPixels = nearestMean(learn.images, learn.labels);
const which = 282; // one of the 300

const steps = [0, 1, 2, 3, 4];
const picture = test.images.lo(which).hi(1);
const said = steps.map((columns) => saysByPixels(moveRight(picture, columns))[0]);

show(imagePlot(
  steps.map((columns, i) => ({
    image: moveRight(picture, columns).pick(0, null, null, 0),
    title: `+${columns}: “${said[i]}”`,
  })),
  {
    columns: 5,
    title: `A ${test.labels[which]}, moved to the right: the program says ${said.join(", ")}`,
    alt: `The same ${test.labels[which]} five times, moved by 0 to 4 pixels. The program says ${said.join(", ")}.`,
  },
));

// %% [markdown]
/*
At the end you can

- pool a feature map by hand and in code: largest value and mean, of any size and stride;
- say what pooling keeps and what it throws away, and where exactly;
- measure how much an answer moves when the picture moves;
- repair a step down that is not steady.

You need lessons 02, 04, 08 and 09. Take about 45 minutes.

## A program that compares pixels

The program is the simplest one that learns. From 1000 digits it takes the mean picture of all zeros, of all ones, and so on. Of a
new picture it says the digit whose mean is nearest, pixel by pixel. (That is a dense layer of ten neurons, lesson 08: each has a
weight for every pixel. A network of dense layers only is called **MLP**, *multilayer perceptron*.)

On 300 other digits it is right in about two of three cases. Now move them all.
*/

// %%
p1.guess();

// %%
const movedTests = steps.map((columns) => moveRight(test.images, columns));
const rightByPixels = movedTests.map((images) => percentRight(saysByPixels(images), test.labels));
const shortOf = (values: number[]) => values.map((value) => value.toFixed(0)).join(", ");

show(linePlot({ x: steps, y: rightByPixels }, {
  title: `From ${rightByPixels[0].toFixed(0)} % right to ${rightByPixels[4].toFixed(0)} %, by a step of four pixels`,
  xLabel: "moved to the right (pixels)",
  yLabel: "right (%)",
  alt: `A falling line. Moved by 0 to 4 pixels, ${shortOf(rightByPixels)} percent of the digits are right.`,
}));

// %% [markdown]
/*
Each weight belongs to one pixel, so what is learned is learned for one place. Flattening a picture into a list does the same: the
list does not know which pixels are neighbours.

A convolutional layer does better: its answer moves with the picture (lesson 08). But a map says *exactly* where it found
something, and whatever comes after it sees a different map. Moving, turning, cropping: each changes it. We would like a map
that says "about here".

## The largest of each window

Cut a feature map into **windows**, here 2 × 2 cells side by side, and keep the largest number of each. That is **max pooling**:
*/

// %%
const firstMap = [[2, 3, 4, 0], [1, 5, 3, 2], [0, 4, 2, 3], [1, 0, 6, 1]];
const largestFirst = maxPool2d(firstMap, { size: 2 });
show(poolPlot(firstMap, {
  size: 2,
  outputs: [{ matrix: largestFirst, title: "largest" }],
  title: `Of each window the largest number is left: ${toList(largestFirst).join(", ")}`,
  alt: `A map of ${firstMap.length} rows with a frame around each window. Their largest: ${toList(largestFirst).join(", ")}.`,
}));

// %% [markdown]
/*
By hand:

{{hand.windows}}

Each number that is left says: in this window the filter found its pattern as well as that. The exact place is gone.

Your turn, with another map:

{{guessMap}}
*/

// %%
p2.guess();

// %%
const secondMap = [[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]];
console.log(maxPool2d(secondMap, { size: 2 }));

// %% [markdown]
/*
### Exercise 11.1 · The largest number in a window

The window begins at `row` and `column` and has `size` rows and columns. The loops are there. Replace both `todo()`.
*/

// %% exercise q1
function largestIn(plane: number[][], row: number, column: number, size: number): number {
  let best: number = todo();
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      best = todo();
    }
  }
  return best;
}

q1.check(largestIn);

// %% [markdown]
/*
## Size and stride

A pooling layer has two settings: the side F of its windows (`size`), and the stride S from one window to the next. Two choices
are common:

- **F = 2, S = 2**: side by side. Of four numbers one stays, so {{kept.gone}} % are gone. 24 × 24 × 32 = {{kept.before}} numbers become
  12 × 12 × 32 = {{kept.after}}.
- **F = 3, S = 2**: neighbours share a row or a column.

The rule is that of lesson 09, (W − F) / S + 1, rounded down, for height and width each. Padding is rare here.

{{sizes}}

AlexNet's first layer makes 96 maps of 55 × 55. Pooling follows, F = 3, S = 2. How many rows are left?
*/

// %%
p3.guess();

// %% [markdown]
/*
Pooling treats each channel by itself, and each picture of a batch by itself. So 96 maps come in and 96 go out: the depth stays.
How many parameters does this layer have?
*/

// %%
p4.guess();

// %%
const alexNetMaps = [...Array(55).keys()].map((r) => [...Array(55).keys()].map((c) => Array(96).fill(r * c % 7)));
console.log(maxPool2d(alexNetMaps, { size: 3, stride: 2 }).shape);

// %% [markdown]
/*
### Exercise 11.2 · Max pooling

One channel. A window counts only if all of it lies on the map. You may call your `largestIn`.

For a map of one row, `maxPool([[4, 1, 7, 2, 9]], 1, 2)` is `[[4, 7, 9]]`.
*/

// %% exercise q2
function maxPool(plane: number[][], size: number, stride: number): number[][] {
  return todo();
}

q2.check(maxPool);

// %% [markdown]
/*
## The mean of each window

**Average pooling** keeps the mean of each window. You wrote it in lesson 02, to shrink a picture without lying. What does it make of
this map, size 2, stride 2?

{{meanMap}}
*/

// %%
p5.guess();

// %%
const thirdMap = [[1, 3, 2, 1], [2, 9, 1, 1], [1, 4, 2, 3], [5, 6, 1, 2]];
const pooledThird = {
  largest: maxPool2d(thirdMap, { size: 2 }),
  mean: averagePool2d(thirdMap, { size: 2 }),
};

show(poolPlot(thirdMap, {
  size: 2,
  outputs: [
    { matrix: pooledThird.largest, title: "largest" },
    { matrix: pooledThird.mean, title: "mean" },
  ],
  title: `Largest: ${toList(pooledThird.largest).join(", ")}. Mean: ${toList(pooledThird.mean).join(", ")}`,
  alt: `A map of ${thirdMap.length} rows. Its largest values by window are ${toList(pooledThird.largest).join(", ")}, ` +
    `its means ${toList(pooledThird.mean).join(", ")}.`,
}));

// %% [markdown]
/*
Which is better? A maximum says "it is here somewhere", even if everything around is empty: the 9 stays a 9. A mean says how much
there is in all, and one strong answer among weak ones is hardly seen. After filters that look for something, max pooling has
mostly been better (Scherer and others, 2010). At the very end of a network the mean is common; you will see why.

### Exercise 11.3 · Average pooling, channel by channel

Now with channels: `map[r][c][n]`, and the result in the same order.
*/

// %% exercise q3
function averagePool(map: number[][][], size: number, stride: number): number[][][] {
  return todo();
}

q3.check(averagePool);

// %% [markdown]
/*
## Move it

Does pooling make a map steady? Take a map that is 0 everywhere but in one cell. Size 2, stride 2.
*/

// %%
p6.guess();

// %% [markdown]
/*
See for yourself. Drag the pattern on the left, or press the arrow keys. The frames are windows; they stand still. Outputs that differ
from those at the beginning are marked with ≠.

- Move by one column, one row, both. When does nothing change?
- Choose "whole pattern" and move it one column to the right. How many outputs change: with "largest", with "mean", with "keep one"
  (no pooling, just the upper left cell of each window), and with "largest" of size 3 and stride 2?
*/

// %%
show(poolingExplorer({
  patterns: [
    { name: "one cell", map: [[9]] },
    { name: "whole pattern", map: [[1, 4, 2], [3, 9, 6], [8, 5, 7]] },
  ],
  title: "Pooling a pattern that moves",
}));

// %% [markdown]
/*
One question is left. Answer it first, then try it with the whole pattern.
*/

// %%
p7.guess();

// %% [markdown]
/*
One column to the right changes {{moved.largest}} of {{moved.of}} outputs with "largest", {{moved.mean}} with "mean" and {{moved.keep}}
with "keep one"; with windows of 3 it is {{moved.threes}} of {{moved.ofThrees}}. Two words for what you saw:

- **Invariant**: the input moves, the output stays.
- **Equivariant**: the input moves, the output moves along.

Max pooling is a little of both, and neither in full. Moved by a multiple of the stride, its output moves along by whole cells.
Moved by less, some windows keep their largest value and others hand it to a neighbour.

So "pooling makes networks translation invariant" says too much. (*Translation* is another word for a move.) How much of it is
true, we can measure.

## How much does it change?

We take the edges of the harbour (Sobel's magnitude, lesson 06), and move them by one pixel, and by more. Each time they are pooled.
`changeWhenMoved` adds up all differences to the output before the move, and gives them in percent of all that output.
*/

// %%
const edges = toNested(sobel(sampleImage("harbour"), { mode: "valid" }).magnitude) as number[][];
const noStep: Step = (plane) => plane;
const maxStep: Step = (plane) => maxPool2d(plane, { size: 2 });
console.log(`no pooling, moved by 1:  ${changeWhenMoved(edges, noStep, 1).toFixed(0)} %`);
console.log(`max pooling, moved by 1: ${changeWhenMoved(edges, maxStep, 1).toFixed(0)} %`);

// %% [markdown]
/*
Max pooling halves the change. And a step that only drops? Slides on pooling show a bird and say that subsampling will not change
the object.
*/

// %%
p8.guess();

// %%
const dropStep: Step = (plane) => plane.filter((_, r) => r % 2 === 0).map((row) => row.filter((_, c) => c % 2 === 0));
const averageStep: Step = (plane) => averagePool2d(plane, { size: 2 });
const distances = [0, 1, 2, 3, 4, 6, 8];
const stepsDown = {
  "no step down": noStep,
  "keep every second": dropStep,
  "average 2 × 2": averageStep,
  "max 2 × 2": maxStep,
};
const changes = Object.entries(stepsDown).map(([name, step]) => ({
  name,
  x: distances,
  y: distances.map((columns) => changeWhenMoved(edges, step, columns)),
}));

show(linePlot(changes, {
  title: `Moved by one pixel: ${changes.map(({ name, y }) => `${name} ${y[1].toFixed(0)} %`).join(", ")}`,
  xLabel: "moved to the right (pixels)",
  yLabel: "change of the output (%)",
  alt: `Rising curves. Change when moved by one pixel: ` +
    changes.map(({ name, y }) => `${name} ${y[1].toFixed(0)} percent`).join(", ") + ".",
}));

// %% [markdown]
/*
None of the curves is flat. Pooling makes small moves matter less; large moves matter nearly as much as before.

## What is thrown away

Now a change that is worse for the eye than a move by a pixel. Cut the harbour into windows of 8 × 8 and shuffle the pixels
*inside* each. Then max pooling with size 8. How many percent of its outputs change?
*/

// %%
p9.guess();

// %%
const harbour = toNested(sampleImage("harbour")) as number[][];
const mixedUp = shuffleWithin(harbour, 8);
const [plainMax, mixedMax] = [harbour, mixedUp].map((image) => maxPool2d(image, { size: 8 }));
const mixedList = toList(mixedMax);
const differing = toList(plainMax).filter((value, i) => value !== mixedList[i]).length;

show(imagePlot([
  { image: harbour, title: "harbour" },
  { image: mixedUp, title: "shuffled in windows of 8 × 8" },
], {
  title: `Two pictures; ${differing} of ${mixedList.length} outputs of max pooling differ`,
  alt: `The harbour, and the same with its pixels in disorder within small squares. ${differing} outputs differ.`,
}));

// %% [markdown]
/*
This is exact: pooling is invariant to **the order inside its windows**. A move is something else: by one column, one pixel in eight
changes its window.

The loss is real. Whether an eye stands above or below a nose is gone once both are in one window. Hinton (2014, answering
readers' questions) called pooling a big mistake, and said that it is a disaster that it works so well. And lesson 20 will want the
places back, to give every pixel a label.

One thing can be kept at little cost: *where* in each window the maximum stood. Lesson 13 needs it, when errors are sent back through
the network: only the cell with the maximum gets a share.

### Exercise 11.4 · Where was the largest?

Windows side by side (stride = `size`). For each, return [row, column] on the map, of the largest number; if it is there twice, the
first, row by row. For `[[1, 8], [3, 2]]` and size 2 that is `[[[0, 1]]]`.
*/

// %% exercise q4
function whereLargest(plane: number[][], size: number): number[][][] {
  return todo();
}

q4.check(whereLargest);

// %% [markdown]
/*
## Steps down lie

There is a second trouble. The mean of *all* numbers of a map should be the same wherever in it a thing stands. Is it? We take the
edges of one digit, and two steps down, as in many networks. Then the mean of what is left. First with "keep every second".

(In the code below, `relu` makes every negative number 0. Networks do it between convolution and pooling; lesson 12 says why.)
*/

// %%
p10.guess();

// %%
const roomy = framedDigits({ count: 30, seed: 2, frame: 14 });
const oneDigit = roomy.images.lo(4).hi(1);
const edgeMaps = relu(conv2d(oneDigit, fourEdges, { padding: "same" })); // [1, 56, 56, 4]
const columnsMoved = [0, 1, 2, 3, 4, 5, 6, 7, 8];
const oneMap = toNested(edgeMaps.pick(0, null, null, 0)) as number[][]; // one of the four kinds of edge
const dropping = meansAfterTwo(oneMap, dropStep, columnsMoved);

show(linePlot({ x: columnsMoved, y: dropping }, {
  title: `Keep every second, twice: the mean swings by ${swing(dropping).toFixed(0)} %`,
  xLabel: "moved to the right (pixels)",
  yLabel: "mean of what is left (% of its average)",
  alt: `A curve that goes up and down: ${shortOf(dropping)} percent of its average, for moves by 0 to 8 pixels.`,
}));

// %% [markdown]
/*
That is lesson 02 again: **aliasing**. Edges are fast changes, and dropping every second value lies about them. The remedy was to smooth
first.

Max pooling drops too, since its windows jump by two. Zhang (2019) made three steps of it: first the largest of 2 × 2 at *every*
place (stride 1), then smooth, then keep every second.

### Exercise 11.5 · A steadier max pooling

Write it alone:

1. the largest value of each 2 × 2 window, with stride 1;
2. slide `kernels.gaussianBlur` over that, where it lies on the map as a whole;
3. keep rows 0, 2, 4 … and columns 0, 2, 4 …

Use your own functions or the library's `maxPool2d` and `correlate2d`.
*/

// %% exercise q5
function steadier(plane: number[][]): number[][] {
  return todo();
}

q5.check(steadier);

// %% [markdown]
/*
`steadyPool` is our answer; put your own in its place. The same measure for all.
*/

// %%
const steadyStep: Step = steadyPool;
const means = [
  { name: "keep every second", y: dropping },
  { name: "max 2 × 2", y: meansAfterTwo(oneMap, maxStep, columnsMoved) },
  { name: "max, smooth, keep", y: meansAfterTwo(oneMap, steadyStep, columnsMoved) },
].map((one) => ({ ...one, x: columnsMoved }));

show(linePlot(means, {
  title: `The mean swings by ${means.map(({ name, y }) => `${swing(y).toFixed(1)} % (${name})`).join(", ")}`,
  xLabel: "moved to the right (pixels)",
  yLabel: "mean of what is left (% of its average)",
  alt: `Three curves. Largest less smallest value: ` +
    means.map(({ name, y }) => `${name} ${swing(y).toFixed(1)} percent`).join(", ") + ".",
}));
for (const [name, step] of [["max 2 × 2", maxStep], ["max, smooth, keep", steadyStep]] as const) {
  console.log(`harbour, moved by 1, ${name}: ${changeWhenMoved(edges, step, 1).toFixed(0)} % changes`);
}

// %% [markdown]
/*
(And average pooling, 2 × 2? It uses each number once, so the mean of its means never changes as long as nothing leaves the map.)

## A convolution with stride instead

A convolution with stride 2 steps down as well, and computes only what it keeps. Which kind of pooling is such a convolution?
*/

// %%
p11.guess();

// %%
const quarter = [[[[1 / 4]], [[1 / 4]]], [[[1 / 4]], [[1 / 4]]]];
const asLayer = thirdMap.map((row) => row.map((value) => [value]));
console.log(conv2d(asLayer, quarter, { stride: 2 }).pick(null, null, 0));

// %% [markdown]
/*
Springenberg and others (2015) replaced all pooling by convolutions of stride 2. Their networks *learned* how to step down, and were
as good. The price is parameters: a 3 × 3 step on 96 channels costs 3·3·96·96 = {{stepWeights}} weights, max pooling none. Many networks
since then have few pooling layers (ResNet, lesson 18). But a learned step can have aliases, too: nothing makes its weights smooth.

## One window for all

The largest window is the whole map. Its mean is **global average pooling** (Lin and others, 2014): [height, width, channels] becomes
[channels], whatever the size of the picture. What each channel says: how much of it is there, anywhere.
*/

// %%
const edgeMeans = (columns: number) => {
  const maps = relu(conv2d(moveRight(oneDigit, columns), fourEdges, { padding: "same" }));
  return toList(globalAveragePool2d(maps));
};
for (const columns of [0, 3, 10]) {
  console.log(`moved by ${columns}:`, edgeMeans(columns).map((value) => value.toFixed(3)).join("  "));
}
console.log("channels: ", edgeNames.join(", "));

// %% [markdown]
/*
At last something that is invariant, as long as nothing leaves the picture: a convolution (equivariant), then a mean over all places.
(The numbers come in equal pairs: every line begins and ends black, so it gets brighter by as much as darker.)

It also saves weights. Pooling has no parameters, and leaves those of convolutions as they are. But the dense layer at the end has
a weight for every number that comes in. VGG-16 has 7 × 7 × 512 = {{vgg.flat}} of them and 4096 neurons: {{vgg.withPool}} weights. Without its last
pooling it would be {{vgg.without}}. From {{vgg.flat}} numbers straight to 1000 classes: {{vgg.direct}}; after global average pooling,
{{vgg.global}}.

## The digits again

Back to the first question. Instead of pixels our program now compares *pooled edges*: four filters, `relu`, max pooling. Then the
nearest mean, as before. The map has 36 × 36 cells; so windows of 18 are its four quarters, and a window of 36 is all of it.
*/

// %%
p12.guess();

// %%
const edgesOf = (images: typeof test.images) => relu(conv2d(images, fourEdges, { padding: "same" }));
const learnEdges = edgesOf(learn.images);
const movedEdges = movedTests.map(edgesOf);

const pool = maxPool2d; // or averagePool2d
const windows = [1, 4, 6, 9, 18, 36];
const curves = windows.map((size) => {
  const says = nearestMean(pool(learnEdges, { size }), learn.labels);
  const answers = movedEdges.map((maps) => says(pool(maps, { size })));
  const right = answers.map((one) => percentRight(one, test.labels));
  return { name: `${size} × ${size}`, x: steps, y: right, called: answers.map((one) => one[which]).join(", ") };
});
const bestAt = (step: number) => curves.reduce((best, curve) => (curve.y[step] > best.y[step] ? curve : best)).name;

show(linePlot(curves, {
  title: `Best window: ${bestAt(0)} where nothing moved, ${bestAt(4)} after four pixels`,
  xLabel: "moved to the right (pixels)",
  yLabel: "right (%)",
  alt: `A curve for each window. ${curves.map(({ name, y }) => `${name}: ${shortOf(y)} percent`).join("; ")}.`,
}));
for (const { name, called } of curves) console.log(`${name}: our ${test.labels[which]} is called ${called}`);

// %% [markdown]
/*
Larger windows suffer less from moves, and know less about places. Which size is best depends on how much things move. With a good
size, pooled edges are better than pixels twice: unmoved as well as moved. (Not every step to a larger window is a loss: it also
matters where the windows' borders cut the digit.)

Try `averagePool2d` in place of `maxPool2d`. Which curve gains most? Then read on.

It is the window over the whole map. How *much* edge of each kind there is says more about a digit than how strong the strongest
is. Networks that end with one window for all mostly take its mean.

And our 6? Under the figure stands what it is called. With windows of 18 × 18, the four quarters, it stays a 6 in all five places;
but of all digits moved by four pixels, fewer than half are still known. So networks do not rely on *one* large window. They have
three things, one after the other: filters whose answers move along; pooling in *several small steps*, so that places become rough
little by little while filters in between still see what stands beside what; and, at the end, a mean over all places. The rest is
learned from examples that are moved (lesson 16).

## Where people go wrong

- **"Average pooling keeps the largest value."** A slip on some slides. It keeps the mean.
- **"Pooling needs three hyperparameters."** Slides announce three and list two: F and S. Depth is not chosen.
- **"Pooling makes a network translation invariant."** It makes small moves matter less. Exact is: invariant to the order inside a
  window, equivariant by whole strides.
- **"A step down makes things steadier."** Dropping does not; the maximum or the mean of a window does.
- **"Begin a maximum with 0."** Right only after `relu`.
- **"Pooling mixes channels."** Each is pooled by itself. (1 × 1 convolutions mix.)
- **"Pooling prevents overfitting"** (learning the examples by heart). It makes what follows smaller, which helps; lesson 16 measures
  what does more.

In TensorFlow.js the layer is `tf.layers.maxPooling2d({ poolSize: 2, strides: 2, padding: "valid" })`; you will use it in lesson 15.
In older Python code it is `tf.nn.max_pool`.

## In five lines

1. Pooling makes one number of each window of a map: the largest, or the mean. Each channel by itself; no parameters.
2. Size F and stride S give ⌊(W − F) / S⌋ + 1 outputs; 2 and 2 keep a quarter of the numbers.
3. Exactly invariant: to the order inside a window. Exactly equivariant: by whole strides, but for the edge. All else is approximate.
4. A step down that does not smooth lies about fast changes: max, smooth, then keep.
5. More pooling: less trouble with moves, less knowledge of places. Global average pooling goes furthest.

**Next:** lesson 12, from features to a decision: `relu` in full, dense layers, and probabilities.

## Further reading

- R. Zhang, *Making Convolutional Networks Shift-Invariant Again* (2019).
- D. Scherer, A. Müller and S. Behnke, *Evaluation of Pooling Operations in Convolutional Architectures for Object Recognition* (2010).
- J. Springenberg and others, *Striving for Simplicity: The All Convolutional Net* (2015).
- M. Lin, Q. Chen and S. Yan, *Network in Network* (2014): global average pooling.
- A. Azulay and Y. Weiss, *Why Do Deep Convolutional Networks Generalize so Poorly to Small Image Transformations?* (2019).
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), section 9.3.
*/

// %%
showProgress();
