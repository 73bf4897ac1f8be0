// %% [markdown]
/*
# 14 · A CNN from nothing

Every part is there: layers (08, 11, 12), the way back through each of them (13), gradient descent (06). You have not put them together yet.

So take arrays, a product of two tables, and a loop. No library that knows what a network is. **How well can that read digits, after about
half a minute of learning?**
*/

// %%
import { heatmap, imagePlot, linePlot, liveFigure, randomGenerator, show, showProgress } from "cnn-workbook";
import { toList, todo, toNested } from "cnn-workbook";
import { col2im, conv2d, crossEntropy, dense, denseBackward, flatten, flattenBackward } from "cnn-workbook/layers";
import { gradientCheck, im2col, maxPool2d, maxPool2dBackward, relu, reluBackward, softmax } from "cnn-workbook/layers";
import { softmaxCrossEntropyBackward } from "cnn-workbook/layers";
import { adam, batches, glorotUniform, heNormal, sgd, zeros } from "cnn-workbook/learning";
import { type Batch, contourLines, heightAt, lastLoss, type Learn } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { lossFigure, millisecondsFor, type Numbers, reshape } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { slideFilters, slopesAt, smallKernel, smallPicture } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { sortedByLabel, type Stepper, stepWith, type Trained } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { unitDigits, valley, type Weights } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12 } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { p13, q1, q2, q3, q4, q5, q6 } from "cnn-workbook/lessons/14-a-cnn-from-nothing";

const training = unitDigits({ count: 3000, seed: 1 }); // pixels from 0 (black) to 1 (white)
const test = unitDigits({ count: 500, seed: 2 }); // the network never learns from these

show(imagePlot(Array.from({ length: 20 }, (_, n) => ({
  image: training.images.pick(n, null, null, 0),
  title: String(training.labels.get(n)),
})), {
  columns: 10,
  range: [0, 1],
  title: `Twenty of the ${training.labels.size} digits to learn from`,
  alt: `Two rows of ten digits: ${toList(training.labels).slice(0, 20).join(" ")}.`,
}));
p1.guess();

// %% [markdown]
/*
At the end you can

- turn a convolution into one product of two tables, and back;
- write a network as a list of layers, each with a way forward and a way back;
- take a step by SGD, with momentum and with Adam, by hand and in code;
- write the loop that trains a network, and say what each line is for;
- check the whole: slopes by nudging, losses against TensorFlow.js.

You need lessons 06, 12 and 13. Take about 50 minutes.

## A convolution is a dense layer on windows

A picture and a kernel:

{{small.picture}}

{{small.kernel}}

A 3 × 3 window has four places on it. Write the first window as a row, and the kernel as a column in the same order:

- row: {{small.row}}
- column: {{small.column}}

Row times column, without the zeros: {{small.products}} = **{{small.output}}**, the first output. Do that with all four windows: they make a table of four rows. The
table times the column gives all outputs at once. With eight kernels there are eight columns.

So a convolution is what a dense layer does, with windows for examples. The table is known as **im2col** ("image to columns"; ours has
rows, since examples are rows).
*/

// %%
const smallTable = im2col(smallPicture, { size: 3 });
const asColumn = smallKernel.flat().map((weight) => [weight]);
const product = toList(dense(smallTable, asColumn)); // no bias: just the product
const sliding = toList(conv2d(smallPicture, smallKernel.map((row) => row.map((weight) => [[weight]]))));
console.log("table times column:", product.join(", "), "  sliding:", sliding.join(", "));

show(heatmap([
  { matrix: smallPicture, title: "picture" },
  { matrix: smallTable, title: "a row for each window" },
], {
  title: `${smallPicture.flat().length} numbers become ${smallTable.size}`,
  alt: `The picture ${smallPicture.map((row) => row.join(" ")).join(" / ")} and a table of its windows, ` +
    `${smallTable.shape[0]} rows of ${smallTable.shape[1]} numbers.`,
}));

// %% [markdown]
/*
The table is larger than the picture, since windows overlap. How large does it get for a digit?
*/

// %%
p2.guess();

// %% [markdown]
/*
### Exercise 14.1 · Windows as rows

The loops over the windows are there: (r, c) is the upper left pixel of a window of `size` × `size`. What is its row in the table? (Write as many lines as you need in the place of the one with `todo()`.)
*/

// %% exercise q1
function windowRows(picture: number[][], size: number): number[][] {
  const rows: number[][] = [];
  for (let r = 0; r + size <= picture.length; r++) {
    for (let c = 0; c + size <= picture[0].length; c++) {
      rows.push(todo());
    }
  }
  return rows;
}

q1.check(windowRows);

// %% [markdown]
/*
Why should anyone want a larger table? Measure. Both ways compute the same 32 digits through eight filters; `slideFilters` has plain loops, as in lessons 04 and 08.
*/

// %%
const thirtyTwo = test.images.hi(32, 28, 28, 1);
const eightFilters = heNormal([9, 8], { seed: 1 }); // a column for each filter

const [nestedPictures, nestedFilters] = [toNested(thirtyTwo) as number[][][][], toNested(eightFilters) as number[][]];
const largeTable = im2col(thirtyTwo, { size: 3 });
const loopTime = millisecondsFor(() => slideFilters(nestedPictures, nestedFilters));
const makingTime = millisecondsFor(() => im2col(thirtyTwo, { size: 3 }));
const productTime = millisecondsFor(() => dense(largeTable, eightFilters));
console.log(`sliding, in nested lists: ${loopTime.toFixed(1)} ms`);
console.log(`making the table:         ${makingTime.toFixed(1)} ms`);
console.log(`the product:              ${productTime.toFixed(1)} ms`);
console.log(`numbers:                  ${thirtyTwo.size} in the pictures, ${largeTable.size} in the table`);

// %% [markdown]
/*
A product of tables reads memory in straight lines, and people have worked on its speed since the 1970s. Ours takes two rows and four columns at a
time; the libraries under TensorFlow and PyTorch do far more. So for years most convolutions were computed as such products. The price is memory: the second layer of
VGG-16 has {{vgg.map}} MB of input for one picture, and a table of {{vgg.table}} MB. That is why many libraries make the table piece by piece, or not at all.

**And back?** Lesson 13 had a rule for dense layers. It gives the slopes by the kernel, and the slopes by the table. But we need the slopes by the *picture*.
*/

// %%
p3.guess();

// %%
const ones = smallTable.shape[0] * smallTable.shape[1];
col2im(reshape(new Array(ones).fill(1), smallTable.shape), smallPicture, { size: 3 })

// %% [markdown]
/*
`col2im` adds each row to the window that it came from. Here all rows hold ones, so it counts in how many windows a pixel lies. Where ways meet, slopes add
(lesson 13): this is the same rule once more.

## A network is a list of layers

Each layer must do two things. **Forward**: from its input to its output; and it keeps what it needs for the way back. **Backward**: from the slopes of the loss by its output,
called `above`, to those by its input. On the way it writes down the slopes by its own weights.

The weights are kept apart from the layers, by name, so that one can exchange them.
*/

// %%
interface Layer {
  forward(input: Numbers, weights: Weights): Numbers;
  backward(above: Numbers, slopes: Weights): Numbers;
}

function denseLayer(name: string): Layer {
  let input: Numbers, table: Numbers;
  return {
    forward(x, weights) {
      [input, table] = [x, weights[name]];
      return dense(input, table, { bias: weights[`${name} bias`] });
    },
    backward(above, slopes) {
      const back = denseBackward(above, input, table);
      [slopes[name], slopes[`${name} bias`]] = [back.weights, back.bias];
      return back.input;
    },
  };
}

function convLayer(name: string): Layer {
  const onWindows = denseLayer(name);
  let pictures: Numbers;
  return {
    forward(x, weights) {
      pictures = x;
      const [n, height, width] = x.shape;
      const sums = onWindows.forward(im2col(x, { size: 3 }), weights); // [windows, filters]
      return reshape(sums, [n, height - 2, width - 2, sums.shape[1]]);
    },
    backward(above, slopes) {
      const filters = above.shape[3];
      const rows = onWindows.backward(reshape(above, [above.size / filters, filters]), slopes);
      return col2im(rows, pictures, { size: 3 });
    },
  };
}

function withoutWeights(there: (x: Numbers) => Numbers, back: (above: Numbers, x: Numbers) => Numbers): Layer {
  let input: Numbers;
  return {
    forward(x) {
      input = x;
      return there(x);
    },
    backward: (above) => back(above, input),
  };
}
const reluLayer = () => withoutWeights(relu, reluBackward);
const poolLayer = () => withoutWeights(
  (x) => maxPool2d(x, { size: 2 }),
  (above, x) => maxPool2dBackward(above, x, { size: 2 }),
);

const network = [
  convLayer("filters 1"), reluLayer(), poolLayer(),
  convLayer("filters 2"), reluLayer(), poolLayer(),
  withoutWeights(flatten, flattenBackward), denseLayer("table"),
];

// %% [markdown]
/*
Read `convLayer` once more: it *is* a dense layer, with `im2col` before it and `col2im` on the way back. What comes from the course's package are functions
that you have met: `relu`, pooling and dense (11, 12), with their ways back (13).
*/

// %%
p4.guess();

// %% [markdown]
/*
The network goes through the list forwards, and through the same list backwards. At the turn stands the rule of lesson 13: probabilities minus truth.
*/

// %%
const firstWeights = (seed = 1): Weights => ({
  "filters 1": heNormal([9, 8], { seed }), // 3 × 3 × 1 numbers in, 8 filters
  "filters 1 bias": zeros([8]),
  "filters 2": heNormal([72, 16], { seed: seed + 1 }), // 3 × 3 × 8 in, 16 filters
  "filters 2 bias": zeros([16]),
  table: glorotUniform([400, 10], { seed: seed + 2 }), // 5 × 5 × 16 features, 10 digits
  "table bias": zeros([10]),
});

function scoresOf(images: Numbers, weights: Weights): Numbers {
  return network.reduce((x, layer) => layer.forward(x, weights), images);
}

function learn(images: Numbers, labels: Numbers, weights: Weights): { loss: number; slopes: Weights } {
  const scores = scoresOf(images, weights);
  const slopes: Weights = {};
  network.reduceRight((above, layer) => layer.backward(above, slopes), softmaxCrossEntropyBackward(scores, labels));
  return { loss: crossEntropy(softmax(scores), labels), slopes };
}

const howMany = Object.values(firstWeights()).reduce((sum, { size }) => sum + size, 0);
const untaught = learn(thirtyTwo, test.labels.hi(32), firstWeights());
console.log(`${howMany} weights. Before learning the loss is ${untaught.loss.toFixed(2)}.`);
console.log(`Ten equal probabilities would cost −ln 0.1 = ${Math.log(10).toFixed(2)}.`);

// %% [markdown]
/*
Random weights know nothing, but they do not say so: some of their probabilities are large and wrong, and that costs more than ten equal ones (lesson 12).

Are the slopes right? Nudge, as in lesson 13, before anything is trained. (Small random biases: with 0, the sums on black paper would lie exactly on the corner of ReLU.)
*/

// %%
const pair = { images: test.images.hi(2, 28, 28, 1), labels: test.labels.hi(2) };
const unlevel: Weights = {
  ...firstWeights(),
  "filters 1 bias": heNormal([8], { seed: 8 }),
  "filters 2 bias": heNormal([16], { seed: 9 }),
};
const { "filters 1": nudgedFilters, "filters 2 bias": nudgedBias } = unlevel;
gradientCheck(
  (some) => crossEntropy(softmax(scoresOf(pair.images, { ...unlevel, ...some })), pair.labels),
  { "filters 1": nudgedFilters, "filters 2 bias": nudgedBias },
  learn(pair.images, pair.labels, unlevel).slopes,
)

// %% [markdown]
/*
## Where to begin?

`heNormal` and `glorotUniform` make random numbers, small ones where many inputs are added up. (Lesson 16 says how small, and why.) Why not begin with the most neutral number, 0?
*/

// %%
p5.guess();

// %%
p6.guess();

// %% [markdown]
/*
The next cell tries both. `sgd` takes a step; you write it yourself further down. For now: each weight goes a little against its slope.
*/

// %%
function fortySteps(start: Weights): Weights {
  const optimizer = sgd({ learningRate: 0.1 });
  let weights = start;
  let count = 0;
  for (const { inputs, labels } of batches(training.images, training.labels, { size: 16, seed: 0 })) {
    weights = optimizer.step(weights, learn(inputs, labels, weights).slopes);
    if (++count === 40) break;
  }
  return weights;
}
const filled = (value: number) => Object.fromEntries(Object.entries(firstWeights()).map(([name, { shape, size }]) =>
  [name, reshape(new Array(size).fill(name.endsWith("bias") ? 0 : value), shape)]));

const fromZero = fortySteps(filled(0));
for (const [name, array] of Object.entries(fromZero)) {
  console.log(`from 0, ${name}: ${toList(array).filter((w) => w !== 0).length} of ${array.size} numbers changed`);
}

// %%
const filterOf = (weights: Weights, f: number) => reshape(toList(weights["filters 1"].pick(null, f)), [3, 3]);
const afterForty = [fortySteps(filled(0.1)), fortySteps(firstWeights())];
const different = afterForty.map((weights) =>
  new Set([0, 1, 2, 3, 4, 5, 6, 7].map((f) => toList(filterOf(weights, f)).map((w) => w.toFixed(6)).join())).size);

show(heatmap(afterForty.flatMap((weights, start) => [0, 1, 2, 3, 4, 5, 6, 7].map((f) => ({
  matrix: filterOf(weights, f),
  title: `${start === 0 ? "all 0.1" : "random"}, ${f}`,
}))), {
  columns: 8,
  values: false,
  signed: true,
  title: `Different filters: from equal weights ${different[0]}, from random ones ${different[1]}`,
  alt: "Two rows of eight filters after forty steps. " +
    `From equal weights there are ${different[0]} different ones, from random weights ${different[1]}.`,
}));

// %% [markdown]
/*
This is called **symmetry**, and random first weights break it. Biases may begin at 0: the weights already tell the units apart.

## A step

Forget the network for a while. Think of a loss with only two weights, x and y: a valley. Here it is from above, as on a map.
*/

// %%
const contours = { name: "equal height", faint: true, ...contourLines([2, 10, 25, 50]) };
const beginning = { name: `start, height ${heightAt(valley.start)}`, x: [valley.start[0]], y: [valley.start[1]] };

show(linePlot([contours, beginning], {
  title: `At the start the slope is ${slopesAt(valley.start)[0]} along x and ${slopesAt(valley.start)[1]} along y`,
  xLabel: "weight x",
  yLabel: "weight y",
  alt: "Ellipses of equal height around (0, 0), long along x and short along y. " +
    `The start is at ${valley.start.join(", ")}, where the slope along y is ${slopesAt(valley.start)[1] / slopesAt(valley.start)[0]} times that along x.`,
}));

// %% [markdown]
/*
Its height is the loss, J = (x² + 20 y²) / 2. The slope along x is x, the slope along y is 20 y. So the valley is long and flat along x, and steep along y. We begin at
{{hand.start}}; the lowest point is at (0, 0).

**Gradient descent** takes each weight against its slope, times the learning rate, here {{hand.rate}}. The slopes are {{hand.slopes}}:

- x: {{hand.oneX}}
- y: {{hand.oneY}}

So to {{hand.one}}. There the slopes are {{hand.secondSlopes}}, and the second step leads to {{hand.two}}. When each step sees another batch, it is called
*stochastic* gradient descent, **SGD**: "stochastic" means by chance.

### Exercise 14.2 · One step

For any number of weights. Replace `todo()`.
*/

// %% exercise q2
function sgdStep(weights: number[], slopes: number[], rate: number): number[] {
  return weights.map((weight, i) => todo());
}

q2.check(sgdStep);

// %%
function walk(optimizer: ReturnType<typeof sgd>, steps = 19): number[][] {
  const path = [valley.start];
  for (let step = 0; step < steps; step++) {
    const place = path[step];
    path.push(toList(optimizer.step({ place }, { place: slopesAt(place) }).place));
  }
  return path;
}
const asSeries = (name: string, path: number[][]) => ({ name, x: path.map(([x]) => x), y: path.map(([, y]) => y) });
const ending = (path: number[][]) => heightAt(path[path.length - 1]);

const plainPath = walk(sgd({ learningRate: valley.rate }));
const turns = plainPath.slice(1).filter(([, y], i) => y * plainPath[i][1] < 0).length;
show(linePlot([contours, asSeries("SGD", plainPath)], {
  title: `SGD: y changes sides ${turns} times in 19 steps; x comes to ${plainPath[19][0].toFixed(2)}`,
  xLabel: "weight x",
  yLabel: "weight y",
  alt: `A long narrow valley from above. The path starts at ${valley.start.join(", ")}, ` +
    `swings from side to side ${turns} times and ends at ${plainPath[19].map((v) => v.toFixed(2)).join(", ")}.`,
}));

// %% [markdown]
/*
It swings across the valley, and walks slowly along it.
*/

// %%
p7.guess();

// %% [markdown]
/*
Try it: replace `valley.rate` by 0.11 in the cell above, then by 0.05.

## Momentum

A ball would do better. It keeps going: swings to both sides cancel, and along the valley it gains speed. Keep a **velocity** v for each weight, 0 at first. In each step a share of
the old velocity remains, called the **momentum**, and the slope is added:

$$v = \text{momentum} \cdot v + \text{slope} \qquad \text{weight} = \text{weight} - \text{rate} \cdot v$$

With a momentum of {{hand.momentum}}, the first step is the same as before. In the second the slopes are {{hand.secondSlopes}}. Along x, v is {{hand.velocityX}}: faster. And along y?
*/

// %%
p8.guess();

// %% [markdown]
/*
So the second step goes

- along x: {{hand.pushedX}}
- along y: {{hand.pushedY}}

(Keras puts the rate into the velocity: v = momentum · v − rate · slope, weight = weight + v. As long as the rate does not change, these are the same steps.)

### Exercise 14.3 · A step with momentum

Return the new weights and the new velocity: the next step needs both.
*/

// %% exercise q3
function momentumStep(
  weights: number[],
  slopes: number[],
  velocity: number[],
  rate: number,
  momentum: number,
): { weights: number[]; velocity: number[] } {
  return todo();
}

q3.check(momentumStep);

// %% [markdown]
/*
## Adam

The trouble in the valley is that one rate must do for both axes. **Adam** (from *adaptive moment estimation*, Kingma and Ba 2015) measures how large the slopes of each weight usually are, and divides by that. For each weight it keeps
two means, both 0 at first. Each keeps most of the old and takes a little of the new:

- of the slopes: m = 0.9 m + 0.1 slope. This is its momentum.
- of their squares: s = 0.999 s + 0.001 slope². The root of s is the usual size of the slopes.

The first step along x, slope {{adamFirst.slope}}: m = 0.9 × 0 + 0.1 × {{adamFirst.slope}} = {{adamFirst.mean}}, and s = 0.999 × 0 + 0.001 × {{adamFirst.slope}}² = {{adamFirst.square}}. Both are far too small, because they began at 0. So in step t Adam divides m by 1 − 0.9ᵗ and s by
1 − 0.999ᵗ. In the first step these are 0.1 and 0.001, and out come {{adamFirst.slope}} and {{adamFirst.squared}}: right. This is the *correction*. Then

$$\text{weight} = \text{weight} - \text{rate} \cdot \frac{m_\text{corrected} }{\sqrt{s_\text{corrected} } + 10^{-7} }$$

The tiny number keeps it from dividing by 0.
*/

// %%
p9.guess();

// %% [markdown]
/*
### Exercise 14.4 · A step of Adam

`step` is 1 in the first step. Return the new weights and both means, as they are *before* the correction.
*/

// %% exercise q4
function adamStep(
  weights: number[],
  slopes: number[],
  means: number[],
  squares: number[],
  step: number,
  rate: number,
): { weights: number[]; means: number[]; squares: number[] } {
  return todo();
}

q4.check(adamStep);

// %%
const paths = {
  SGD: plainPath,
  momentum: walk(sgd({ learningRate: valley.rate, momentum: valley.momentum })),
  Adam: walk(adam({ learningRate: valley.adamRate })),
};
const heights = Object.entries(paths).map(([name, path]) => `${name} ${ending(path).toFixed(3)}`).join(", ");

show(linePlot([contours, ...Object.entries(paths).map(([name, path]) => asSeries(name, path))], {
  title: `Height after 19 steps: ${heights}`,
  xLabel: "weight x",
  yLabel: "weight y",
  alt: `Three paths through the valley. The height is ${heightAt(valley.start)} at ${valley.start.join(", ")}, ` +
    `and after 19 steps: ${heights}.`,
}));

// %% [markdown]
/*
Adam's first steps are equally long along both axes, whatever the slopes. In so small and smooth a valley that is no advantage: momentum suits it better. How different are the slopes of a network?
*/

// %%
const sizes = Object.values(untaught.slopes).flatMap((array) => toList(array)).map(Math.abs)
  .filter((slope) => slope > 0).sort((a, b) => a - b);
const [low, high] = [0.05, 0.95].map((share) => sizes[Math.floor(share * sizes.length)]);
console.log(`One slope in twenty is smaller than ${low.toPrecision(2)}, one in twenty is larger than ${high.toPrecision(2)}:`);
console.log(`${(high / low).toFixed(0)} times as large.`);

// %% [markdown]
/*
There one rate for all weights is a poor compromise, and Adam is easier to use.

(Others of this kind: RMSProp divides by the root of s and has no m; Adadelta finds its rate by itself. ConvNetJS, an early demo that trains a CNN in a web page, uses Adadelta. The library here has both.)

## Batches and epochs

The slopes of the loss over all 3,000 digits would need all 3,000 for one step. A **mini-batch** of 32 gives an estimate, nearly a hundred times as cheap. It is noisy, but a
hundred noisy steps usually lead further than one exact step. When each example had its turn, that was an **epoch**.
*/

// %%
p10.guess();

// %%
p11.guess();

// %% [markdown]
/*
### Exercise 14.5 · The batches of an epoch

Examples are known by their places, 0 to `count` − 1. Return the batches of one epoch: lists of places, each place exactly once, in random order, `size` in a batch; the last one may be smaller. So `(5, 2, seed)` might give
`[[3, 0], [4, 1], [2]]`. The same `seed` gives the same batches, another seed other ones.

`randomGenerator(seed).integer(0, 4)` is a random whole number from 0 to 4. How to shuffle cards fairly: hold them in a row. Exchange the last with a random one of *all*, itself included. Then the last but one with a random one of those up to it.
And so on. Write it alone.
*/

// %% exercise q5
function epochBatches(count: number, size: number, seed: number): number[][] {
  return todo();
}

q5.check(epochBatches);

// %% [markdown]
/*
## The loop

Training has seven points:

1. Begin with random weights.
2. Take a batch.
3. Forward: from the pictures to the scores.
4. The loss.
5. Back: the slopes of the loss by all weights.
6. A step: new weights. Then the next batch, from point 2.
7. When all batches had their turn, that was an epoch. Begin the next one, in another order.

### Exercise 14.6 · The loop

Write it alone. `batchesOf(epoch)` gives the batches of an epoch (epochs are counted from 0). `learn` does points 3 to 5: its loss and slopes are those at the weights that you give it. `optimizer.step(weights, slopes)`
returns new weights. Return the weights at the end, and the loss of each batch. It is tried on a network of one weight; below it will train yours.
*/

// %% exercise q6
function trainingLoop(
  start: Weights,
  epochs: number,
  batchesOf: (epoch: number) => Batch[],
  learn: Learn,
  optimizer: Stepper,
): Trained {
  return todo();
}

q6.check(trainingLoop);

// %% [markdown]
/*
Here is ours, with the numbers of the points. It can stop after some steps, and it lets a figure watch.
*/

// %%
const breathe = () => new Promise((done) => setTimeout(done)); // lets the figure reach the page

async function train(
  optimizer: Stepper,
  steps: number,
  { examples = training, watch = (losses: number[]) => {} } = {},
): Promise<Trained> {
  let weights = firstWeights(); // 1
  const losses: number[] = [];
  for (let epoch = 0; losses.length < steps; epoch++) { // 7
    for (const { inputs, labels } of batches(examples.images, examples.labels, { size: 32, seed: epoch })) { // 2
      const { loss, slopes } = learn(inputs, labels, weights); // 3, 4, 5
      weights = optimizer.step(weights, slopes); // 6
      losses.push(loss);
      if (losses.length % 10 === 0 || losses.length === steps) {
        watch(losses);
        await breathe();
      }
      if (losses.length === steps) break;
    }
  }
  return { weights, losses };
}

function readDigits(images: Numbers, weights: Weights): number[] {
  const ten = toNested(scoresOf(images, weights)) as number[][];
  return ten.map((scores) => scores.indexOf(Math.max(...scores)));
}
const shareRight = (answers: number[]) =>
  (100 * answers.filter((digit, n) => digit === test.labels.get(n)).length) / answers.length;

// %% [markdown]
/*
First a race of sixty steps: the same first weights, the same batches, three ways to step. (The rates were found by trying a few for each. Try others: one rate does not suit all three.)
*/

// %%
const racers = {
  SGD: () => sgd({ learningRate: 0.1 }),
  momentum: () => sgd({ learningRate: 0.05, momentum: 0.9 }),
  Adam: () => adam({ learningRate: 0.008 }),
};

const runs: Record<string, number[]> = { SGD: [untaught.loss] };
const raceLive = liveFigure(lossFigure(runs));
for (const [name, make] of Object.entries(racers)) {
  const { losses } = await train(make(), 60, {
    watch: (soFar) => {
      runs[name] = soFar;
      raceLive.update(lossFigure(runs));
    },
  });
  runs[name] = losses;
}
raceLive.update(lossFigure(runs));

// %% [markdown]
/*
The losses fall. Does that show that all slopes are right?
*/

// %%
p12.guess();

// %%
const rightAdam = adam({ learningRate: 0.008 });
const turnFirst = (slopes: Weights): Weights =>
  ({ ...slopes, "filters 1": reshape(toList(slopes["filters 1"]).map((slope) => -slope), [9, 8]) });
const twoRuns: Record<string, number[]> = { "all right": runs.Adam };

const faultLive = liveFigure(lossFigure(twoRuns));
await train({ step: (weights, slopes) => rightAdam.step(weights, turnFirst(slopes)) }, 60, {
  watch: (soFar) => {
    twoRuns["one sign wrong"] = soFar;
    faultLive.update(lossFigure(twoRuns));
  },
});
gradientCheck(
  (some) => crossEntropy(softmax(scoresOf(pair.images, { ...unlevel, ...some })), pair.labels),
  { "filters 1": nudgedFilters },
  turnFirst(learn(pair.images, pair.labels, unlevel).slopes),
)

// %% [markdown]
/*
The curve hides the fault. Nudging nine numbers of each filter finds it at once.

Now train with *your* loop and *your* Adam, one epoch of half the digits. When 14.4 and 14.6 pass, remove the two slashes in each line and run this cell. (`stepWith` applies a function for lists to every array of the
network, and keeps for it what it returned.)
*/

// %%
const half = { images: training.images.hi(1504, 28, 28, 1), labels: training.labels.hi(1504) };

// const myAdam = stepWith<{ means: number[]; squares: number[] }>((weights, slopes, old, step) => {
//   const nothing = weights.map(() => 0);
//   return adamStep(weights, slopes, old?.means ?? nothing, old?.squares ?? nothing, step, 0.008);
// });
// const halfBatches = (epoch: number) => [...batches(half.images, half.labels, { size: 32, seed: epoch })];
// const mine = trainingLoop(firstWeights(), 1, halfBatches, learn, myAdam);
// console.log(`${shareRight(readDigits(test.images, mine.weights)).toFixed(1)} % of new digits are right`);

// %% [markdown]
/*
Now the real run: Adam, three epochs.
*/

// %%
const epochSteps = Math.ceil(training.labels.size / 32);
const allSteps = 3 * epochSteps;
const began = performance.now();

const runLive = liveFigure(lossFigure({ Adam: [untaught.loss] }));
const trained = await train(adam({ learningRate: 0.008 }), allSteps, {
  watch: (losses) => runLive.update(lossFigure({ Adam: losses }, `Step ${losses.length} of ${allSteps}`)),
});
const seconds = (performance.now() - began) / 1000;
const answers = readDigits(test.images, trained.weights);
const rightRate = shareRight(answers).toFixed(1);
runLive.update(lossFigure(
  { Adam: trained.losses },
  `${rightRate} % of ${answers.length} new digits are right, after ${seconds.toFixed(0)} seconds`,
));

// %% [markdown]
/*
That is the answer to the first question. No part of it is hidden from you.

What has changed? These are the eight filters of the first layer, before and after.
*/

// %%
const [filtersBefore, filtersAfter] = [firstWeights(), trained.weights].map((weights) => weights["filters 1"]);
const meanSize = (values: number[]) => values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length;
const moves = toList(filtersAfter).map((w, i) => w - toList(filtersBefore)[i]);
const travelled = `A weight of size ${meanSize(toList(filtersBefore)).toFixed(2)} moved by ${meanSize(moves).toFixed(2)}`;

show(heatmap([firstWeights(), trained.weights].flatMap((weights, when) => [0, 1, 2, 3, 4, 5, 6, 7].map((f) => ({
  matrix: filterOf(weights, f),
  title: `${when === 0 ? "before" : "after"}, ${f}`,
}))), {
  columns: 8,
  values: false,
  signed: true,
  title: `${travelled}, on average`,
  alt: `Eight filters of 3 × 3 before and after the training. ${travelled}, on average; the sign is the same for ` +
    `${toList(filtersAfter).filter((w, i) => w * toList(filtersBefore)[i] > 0).length} of ${filtersAfter.size}.`,
}));

// %% [markdown]
/*
A filter with one side red and the other blue finds edges, as the kernels of lesson 06 do. Is there one? For many there is no name. Even random filters are of some use, so they need not go far; lesson 17 looks
closer.

And the mistakes? Here are the ten digits whose right answer got the least probability.
*/

// %%
const chances = toNested(softmax(scoresOf(test.images, trained.weights))) as number[][];
const chanceOfTruth = (n: number) => chances[n][test.labels.get(n)];
const hardest = answers.map((_, n) => n).sort((a, b) => chanceOfTruth(a) - chanceOfTruth(b)).slice(0, 10);
const misread = answers.filter((digit, n) => digit !== test.labels.get(n)).length;
const captions = hardest.map((n) => `${test.labels.get(n)} read as ${answers[n]}`);

show(imagePlot(hardest.map((n, i) => ({ image: test.images.pick(n, null, null, 0), title: captions[i] })), {
  columns: 5,
  range: [0, 1],
  title: `Misread: ${misread} of ${answers.length}. The ten hardest`,
  alt: `Of ${answers.length} digits ${misread} are misread. The ten hardest: ${captions.join(", ")}.`,
}));

// %% [markdown]
/*
Last, the forgotten shuffle (your guess 14.p11). Half of the digits, SGD, an epoch: once shuffled, once sorted.
*/

// %%
const sorted = sortedByLabel(half);
const shuffledRun = await train(sgd({ learningRate: 0.05 }), 47, { examples: half });

const sortedSgd = sgd({ learningRate: 0.05 });
let sortedWeights = firstWeights();
for (let from = 0; from < 1504; from += 32) {
  const images = sorted.images.lo(from, 0, 0, 0).hi(32, 28, 28, 1);
  sortedWeights = sortedSgd.step(sortedWeights, learn(images, sorted.labels.lo(from).hi(32), sortedWeights).slopes);
  if (from % 320 === 0) await breathe();
}
for (const [name, weights] of [["shuffled", shuffledRun.weights], ["sorted", sortedWeights]] as const) {
  const said = readDigits(test.images, weights);
  const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => said.filter((answer) => answer === digit).length);
  console.log(`${name}: ${shareRight(said).toFixed(1)} % are right. How often it said 0, 1, … 9: ${counts.join(", ")}`);
}

// %% [markdown]
/*
## The same network in TensorFlow.js

TensorFlow.js has its own convolutions, its own way back and its own SGD and Adam, written by other people. Give it our first weights and our batches, and compare the loss in each step.
*/

// %%
p13.guess();

// %%
import { backendName, tf, toTensor } from "cnn-workbook/training";

const { conv2d: tfConv, maxPooling2d, flatten: tfFlatten, dense: tfDense } = tf.layers;
const twin = tf.sequential({
  layers: [
    tfConv({ inputShape: [28, 28, 1], filters: 8, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ poolSize: 2 }),
    tfConv({ filters: 16, kernelSize: 3, activation: "relu" }),
    maxPooling2d({ poolSize: 2 }),
    tfFlatten(),
    tfDense({ units: 10, activation: "softmax" }),
  ],
});
const shapes = [[3, 3, 1, 8], [8], [3, 3, 8, 16], [16], [400, 10], [10]];
const fifty = [...batches(training.images, training.labels, { size: 32, seed: 0 })].slice(0, 50);

// %% [markdown]
/*
Both take the same fifty steps. If two losses differ by a millionth of their size, six digits are equal: the logarithm, −log₁₀ of the relative difference, counts them.
*/

// %%
async function sideBySide(ours: ReturnType<typeof sgd>, theirs: tf.Optimizer) {
  twin.setWeights(Object.values(firstWeights()).map((array, i) => toTensor(reshape(array, shapes[i]))));
  twin.compile({ optimizer: theirs, loss: "categoricalCrossentropy" });
  let weights = firstWeights();
  const result = { ours: [] as number[], theirs: [] as number[], digits: [] as number[], ourTime: 0, theirTime: 0 };
  for (const { inputs, labels } of fifty) {
    const [pictures, truth] = [toTensor(inputs), tf.oneHot(tf.tensor1d(toList(labels), "int32"), 10)];
    const start = performance.now();
    const their = (await twin.trainOnBatch(pictures, truth)) as number;
    const between = performance.now();
    const { loss, slopes } = learn(inputs, labels, weights);
    weights = ours.step(weights, slopes);
    result.ourTime += performance.now() - between;
    result.theirTime += between - start;
    result.ours.push(loss);
    result.theirs.push(their);
    result.digits.push(-Math.log10(Math.max(Math.abs(loss / their - 1), 1e-8)));
    tf.dispose([pictures, truth]);
  }
  return result;
}
const bothMomentum = await sideBySide(sgd({ learningRate: 0.01, momentum: 0.9 }), tf.train.momentum(0.01, 0.9));
for (const i of [0, 1, 9, 49]) {
  console.log(`step ${i + 1}: ${bothMomentum.ours[i].toFixed(8)} ours, ${bothMomentum.theirs[i].toFixed(8)} theirs`);
}
const { ourTime, theirTime } = bothMomentum;
console.log(`time for fifty steps: ours ${ourTime.toFixed(0)} ms, TensorFlow.js ${theirTime.toFixed(0)} ms, ` +
  `${(ourTime / theirTime).toFixed(1)} times as fast (backend ${backendName()})`);

// %%
const bothAdam = await sideBySide(adam({ learningRate: 0.001 }), tf.train.adam(0.001, 0.9, 0.999, 1e-7));
const fewest = [bothMomentum, bothAdam].map(({ digits }) => Math.min(...digits).toFixed(1));

show(linePlot([
  { name: "SGD with momentum", y: bothMomentum.digits },
  { name: "Adam", y: bothAdam.digits },
], {
  title: `Equal digits, at least: ${fewest[0]} with momentum, ${fewest[1]} with Adam`,
  xLabel: "step",
  yLabel: "equal digits of the loss",
  alt: "How many digits of the two losses agree, step by step. " +
    `With momentum ${bothMomentum.digits[0].toFixed(1)} in the first step and never fewer than ${fewest[0]}; ` +
    `with Adam never fewer than ${fewest[1]}.`,
}));

// %% [markdown]
/*
Two programs, one result: at least the digits in the title. With Adam they usually part sooner: a slope that is nearly 0 is divided by its own size, so its rounding error makes as long a step as any other. With larger rates they part sooner too.
(Try 0.05 instead of 0.01 in both places: how many digits are left after fifty steps?)

From here on TensorFlow.js does the work, and you know what it does. The larger the network and the batch, the more it gains, since it uses all cores of the processor, or the graphics card.

## Where people go wrong

- **All first weights equal.** Then all filters of a layer stay equal.
- **Slopes of the last batch left in.** Some libraries add up slopes until they are told to forget them (in PyTorch: `zero_grad`). Ours are new for each batch.
- **Not shuffled**, or shuffled pictures with unshuffled labels: then there is nothing to learn but chance.
- **Measured on the digits it learned from.** The loss of the batches says how well it knows those. Only new ones say how well it reads.
- **The rate of another method.** 0.1 is fine for SGD and far too much for Adam, whose slopes have the size 1.
- **"Adam is always best."** It is rarely bad. SGD with momentum and a well-chosen rate often ends at least as well.
- **"It runs and the loss falls, so it is right."** You have seen a sign that the loss did not notice. Check slopes by nudging, and losses against another program.

## In five lines

1. A convolution is a dense layer on windows: im2col, one product; on the way back, col2im adds up.
2. A network is a list: forward through all, then back through all, each layer giving the slopes by its weights.
3. Random first weights tell units apart. Equal ones stay equal.
4. SGD: against the slope. Momentum: against a velocity. Adam: the velocity divided by the usual size of the slopes.
5. Shuffle, cut into batches, forward, back, step; each example once is an epoch.

**Next:** lesson 15 builds such networks with TensorFlow.js, trains them on more, and looks at them in the ways that one needs in practice. Lesson 16 is about training well.

## Further reading

- D. Rumelhart, G. Hinton and R. Williams, *Learning Representations by Back-Propagating Errors* (1986): momentum is in it.
- K. Chellapilla, S. Puri and P. Simard, *High Performance Convolutional Neural Networks for Document Processing* (2006): convolution as a product of tables.
- D. Kingma and J. Ba, *Adam: A Method for Stochastic Optimization* (2015).
- M. Zeiler, *ADADELTA: An Adaptive Learning Rate Method* (2012).
- L. Bottou, F. Curtis and J. Nocedal, *Optimization Methods for Large-Scale Machine Learning* (2018): why noisy steps are worth it.
- A. Karpathy, *micrograd* (2020): backpropagation and a small network in about a hundred lines.
*/

// %%
showProgress();
