// %% [markdown]
/*
# 14 · A CNN from nothing

Every part is there: layers (08, 11, 12), the way back through each of them (13), gradient descent (06). Nobody has put them together yet.

So take arrays, a product of two tables, and a loop. No library that knows what a network is. **How good a reader of digits can be made
of that, in about half a minute?**
*/

// %%
import { heatmap, imagePlot, linePlot, liveFigure, randomGenerator, show, showProgress, todo } from "cnn-workbook";
import { toList, toNested } from "cnn-workbook";
import { col2im, conv2d, crossEntropy, dense, denseBackward, flatten, flattenBackward } from "cnn-workbook/layers";
import { gradientCheck, im2col, maxPool2d, maxPool2dBackward, relu, reluBackward, softmax } from "cnn-workbook/layers";
import { softmaxCrossEntropyBackward } from "cnn-workbook/layers";
import { adam, batches, glorotUniform, heNormal, sgd, zeros } from "cnn-workbook/learning";
import { contourLines, heightAt, type Numbers, reshape, slopesAt } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { smallKernel, smallPicture, sortedByLabel, type Stepper } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { stepWith, unitDigits, valley, type Weights } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 } from "cnn-workbook/lessons/14-a-cnn-from-nothing";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/14-a-cnn-from-nothing";

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
- check the whole against TensorFlow.js.

You need lessons 06, 12 and 13. Take about 45 minutes.

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
Why should anyone want a larger table? Measure. Both ways compute the same 32 digits through eight filters.
*/

// %%
const thirtyTwo = test.images.hi(32, 28, 28, 1);
const eightFilters = heNormal([9, 8], { seed: 1 }); // a column for each filter

function slide(pictures: number[][][][], filters: number[][]): number[][][][] {
  return pictures.map((picture) => picture.slice(2).map((_, r) => picture[r].slice(2).map((_, c) => {
    const sums = new Array(8).fill(0);
    for (let f = 0; f < 8; f++) {
      for (let i = 0; i < 3; i++) {
        for (let j = 0; j < 3; j++) sums[f] += picture[r + i][c + j][0] * filters[3 * i + j][f];
      }
    }
    return sums;
  })));
}
function millisecondsFor(run: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[6];
}
const [nestedPictures, nestedFilters] = [toNested(thirtyTwo) as number[][][][], toNested(eightFilters) as number[][]];
const loopTime = millisecondsFor(() => slide(nestedPictures, nestedFilters));
const tableTime = millisecondsFor(() => dense(im2col(thirtyTwo, { size: 3 }), eightFilters));
const largeTable = im2col(thirtyTwo, { size: 3 });
console.log(`sliding, in nested arrays: ${loopTime.toFixed(1)} ms`);
console.log(`table and product:         ${tableTime.toFixed(1)} ms`);
console.log(`numbers:                   ${thirtyTwo.size} in the pictures, ${largeTable.size} in the table`);

// %% [markdown]
/*
A product of tables runs along memory in straight lines, and people have made it fast for fifty years. Our own takes two rows and four columns at a
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
Read `convLayer` once more: it *is* a dense layer, with `im2col` before it and `col2im` on the way back. And that is all. What comes from the course's package are functions
that you wrote yourself: `relu` and pooling and dense (11, 12) with their ways back (13).

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
p4.guess();

// %%
p5.guess();

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

Forget the network for a while. Think of a valley with two weights, x and y. Its height is the loss, J = (x² + 20 y²) / 2. The slope along x is x, the slope along y is 20 y: it is long, and steep on its
sides. We begin at {{hand.start}}. The lowest point is at (0, 0).

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
const contours = { name: "equal height", faint: true, ...contourLines([2, 10, 25, 50]) };
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
p6.guess();

// %% [markdown]
/*
Try it: replace `valley.rate` by 0.11 in the cell above, then by 0.05.

## Momentum

A ball would do better. It keeps going: swings to both sides cancel, and along the valley it gains speed. Keep a **velocity** v for each weight, 0 at first. In each step, with m for the
momentum:

$$v = m\, v + \text{slope} \qquad \text{weight} = \text{weight} - \text{rate} \cdot v$$

With m = {{hand.momentum}}, the first step is the same as before. In the second the slopes are {{hand.secondSlopes}}. Along x: {{hand.velocityX}}. Faster. And along y?
*/

// %%
p7.guess();

// %% [markdown]
/*
So the second step leads to {{hand.pushed}}. (Keras puts the rate into the velocity: v = m v − rate · slope, weight = weight + v. As long as the rate does not change, these are the same
steps.)

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

The trouble in the valley is that one rate must do for both axes. **Adam** (*adaptive moments*, Kingma and Ba 2015) measures how large the slopes of each weight usually are, and divides by that. For each weight it keeps
two means, both 0 at first. Each keeps most of the old and takes a little of the new:

- of the slopes: m = 0.9 m + 0.1 slope. This is its momentum.
- of their squares: s = 0.999 s + 0.001 slope². The root of s is the usual size of the slopes.

The first step along x, slope {{adamFirst.slope}}: m = {{adamFirst.mean}} and s = {{adamFirst.square}}. Both are far too small, because they began at 0. So in step t Adam divides m by 1 − 0.9ᵗ and s by
1 − 0.999ᵗ. In the first step these are 0.1 and 0.001, and out come {{adamFirst.slope}} and {{adamFirst.squared}}: right. This is the *correction*. Then

$$\text{weight} = \text{weight} - \text{rate} \cdot \frac{m_\text{corrected} }{\sqrt{s_\text{corrected} } + 10^{-7} }$$

The tiny number keeps it from dividing by 0.
*/

// %%
p8.guess();

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
Adam's steps are alike along both axes, whatever the slopes. In so small and smooth a valley that is no advantage: momentum suits it better. In a network, weights differ in steepness by factors of thousands,
and nobody knows by how much. There one rate for all is a poor compromise.

(Others of this kind: RMSProp divides by the root of s and has no m; Adadelta finds its rate by itself. A lecture's demo, ConvNetJS, trains a CNN in a web page "with nothing but JavaScript", by Adadelta.
The library here has both.)

## Batches and epochs

The slopes of the loss over all 3,000 digits would need all 3,000 for one step. A **mini-batch** of 32 gives an estimate, nearly a hundred times as cheap. It is noisy, but a
hundred noisy steps usually lead further than one exact step. When each example had its turn, that was an **epoch**.
*/

// %%
p9.guess();

// %%
p10.guess();

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

A slide gives the training of a network in seven points: initialise; put in an observation; forward; compute the error; back, adding up the changes; adjust the weights after a batch; when all have passed it was an epoch, and again. Here they are:
*/

// %%
const breathe = () => new Promise((done) => setTimeout(done)); // lets the figure reach the page

async function train(
  optimizer: Stepper,
  steps: number,
  { examples = training, watch = (losses: number[], weights: Weights) => {} } = {},
): Promise<{ weights: Weights; losses: number[] }> {
  let weights = firstWeights();
  const losses: number[] = [];
  for (let epoch = 0; losses.length < steps; epoch++) {
    for (const { inputs, labels } of batches(examples.images, examples.labels, { size: 32, seed: epoch })) {
      const { loss, slopes } = learn(inputs, labels, weights);
      weights = optimizer.step(weights, slopes);
      losses.push(loss);
      if (losses.length % 10 === 0 || losses.length === steps) {
        watch(losses, weights);
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
const smooth = (losses: number[]) =>
  losses.map((_, i) => losses.slice(Math.max(0, i - 9), i + 1).reduce((a, b) => a + b) / Math.min(10, i + 1));
const raceFigure = (runs: Record<string, number[]>) => {
  const last = Object.entries(runs)
    .map(([name, losses]) => `${name} ${smooth(losses)[losses.length - 1].toFixed(2)}`).join(", ");
  return linePlot(Object.entries(runs).map(([name, losses]) => ({ name, y: smooth(losses) })), {
    title: `Loss: ${last}`,
    xLabel: "step",
    yLabel: "loss (mean of ten steps)",
    alt: `Falling curves of the loss. They end at: ${last}.`,
  });
};

const runs: Record<string, number[]> = { SGD: [untaught.loss] };
const raceLive = liveFigure(raceFigure(runs));
for (const [name, make] of Object.entries(racers)) {
  const { losses } = await train(make(), 60, {
    watch: (soFar) => {
      runs[name] = soFar;
      raceLive.update(raceFigure(runs));
    },
  });
  runs[name] = losses;
}
raceLive.update(raceFigure(runs));

// %% [markdown]
/*
Does *your* Adam keep up? When 14.4 passes, remove the two slashes in each line and run this cell. (`stepWith` applies a function for lists to every array of the network, and keeps for it what it returned.)
*/

// %%
// const myAdam = stepWith<{ means: number[]; squares: number[] }>((weights, slopes, old, step) => {
//   const nothing = weights.map(() => 0);
//   return adamStep(weights, slopes, old?.means ?? nothing, old?.squares ?? nothing, step, 0.008);
// });
// const myRun = await train(myAdam, 60);
// console.log(smooth(myRun.losses)[59].toFixed(6), smooth(runs.Adam)[59].toFixed(6));

// %% [markdown]
/*
Now the real run: Adam, three epochs.
*/

// %%
const epochSteps = Math.ceil(training.labels.size / 32);
const allSteps = 3 * epochSteps;
const began = performance.now();

const runFigure = (losses: number[], heading: string) => linePlot({ y: smooth(losses) }, {
  title: heading,
  xLabel: `step (an epoch has ${epochSteps})`,
  yLabel: "loss (mean of ten steps)",
  alt: `${heading}. The loss of the batches, ${losses[0].toFixed(2)} at first, is ` +
    `${smooth(losses)[losses.length - 1].toFixed(2)} now.`,
});
const runLive = liveFigure(runFigure([untaught.loss], "Begins"));
const trained = await train(adam({ learningRate: 0.008 }), allSteps, {
  watch: (losses) => runLive.update(runFigure(losses, `Step ${losses.length} of ${allSteps}`)),
});
const seconds = (performance.now() - began) / 1000;
const answers = readDigits(test.images, trained.weights);
const rightRate = shareRight(answers);
const resultLine = `${rightRate.toFixed(1)} % of ${answers.length} new digits are right, after ${seconds.toFixed(0)} seconds`;
runLive.update(runFigure(trained.losses, resultLine));

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

And the mistakes?
*/

// %%
const misread = answers.flatMap((digit, n) => (digit === test.labels.get(n) ? [] : [n]));
show(imagePlot(misread.slice(0, 10).map((n) => ({
  image: test.images.pick(n, null, null, 0),
  title: `${test.labels.get(n)} read as ${answers[n]}`,
})), {
  columns: 5,
  range: [0, 1],
  title: `${misread.length} of ${answers.length} are misread; the first of them`,
  alt: `Misread: ${misread.slice(0, 10).map((n) => `${test.labels.get(n)} as ${answers[n]}`).join(", ")}.`,
}));

// %% [markdown]
/*
Last, the forgotten shuffle. Half of the digits, SGD, an epoch: once shuffled, once sorted.
*/

// %%
const half = { images: training.images.hi(1504, 28, 28, 1), labels: training.labels.hi(1504) };
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
p11.guess();

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
  alt: `How many digits of the two losses agree, step by step. With momentum ${bothMomentum.digits[0].toFixed(1)} in the first ` +
    `step and never fewer than ${fewest[0]}; with Adam never fewer than ${fewest[1]}.`,
}));

// %% [markdown]
/*
Two programs, one result. With Adam they usually part sooner: a slope that is nearly 0 is divided by its own size, so its rounding error makes as long a step as any other. With larger rates they part sooner too.
(Try 0.05 instead of 0.01 in both places: how many digits are left after fifty steps?)

From here on TensorFlow.js does the work, and you know what it does. Its lead in time grows with the network and the batch.

## Where people go wrong

- **All first weights equal.** Then all filters of a layer stay equal.
- **Slopes of the last batch left in.** Some libraries add up slopes until they are told to forget them (in PyTorch: `zero_grad`). Ours are new for each batch.
- **Not shuffled**, or shuffled pictures with unshuffled labels: then there is nothing to learn but chance.
- **Measured on the digits it learned from.** The loss of the batches says how well it knows those. Only new ones say how well it reads.
- **The rate of another method.** 0.1 is fine for SGD and far too much for Adam, whose slopes have the size 1.
- **"Adam is always best."** It is rarely bad. SGD with momentum and a well-chosen rate often ends at least as well.
- **"It runs and the loss falls, so it is right."** Networks learn in spite of many faults. Check slopes by nudging, and losses against another program.

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
