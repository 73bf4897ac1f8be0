// %% [markdown]
/*
# 12 · From features to a decision

Here is a digit that somebody wrote, and two maps of its edges. You can make such maps since lesson 08. They hold {{mapNumbers}}
numbers. But the question was: **which digit is it? How sure are you? And what should it cost to be sure, and wrong?**

Maps do not answer that. This lesson builds the rest of the way, from maps to ten probabilities. With it the network
is complete, except that nobody has learned its weights yet.
*/

// %%
import { barPlot, boundaryExplorer, imagePlot, linePlot, randomGenerator, sampleImage } from "cnn-workbook";
import { scatterPlot, show, showProgress, sobel, todo, toList, toNested } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import { averagePool2d, conv2d, crossEntropy, dense, flatten, leakyRelu, maxPool2d } from "cnn-workbook/layers";
import { relu, sigmoid, softmax, tanh } from "cnn-workbook/layers";
import { accuracy, costliest, edgeFilters, exactlyOne } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { hiddenFigure, mapsFigure, nearestMean } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { onDoublings, outputsOf, smallDense } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { threeScores, times, twoLayers } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { p1, p2, p3, p4, p5, p6, p7 } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { p8, p9, p10, p11, p12, p13, p14 } from "cnn-workbook/lessons/12-from-features-to-a-decision";
import { q1, q2, q3, q4, q5, q6 } from "cnn-workbook/lessons/12-from-features-to-a-decision";

const test = syntheticDigits({ count: 500, seed: 2 });
const which = toList(test.labels).indexOf(7);
const digit = test.images.pick(which, null, null, null); // [28, 28, 1]
const edgeWeights = edgeFilters(); // [3][3][1][4]: lighter on the left, right, above, below

show(mapsFigure(digit, conv2d(digit, edgeWeights)));

// %% [markdown]
/*
At the end you can

- compute what a neuron gives, say what its activation does, and how a unit can die;
- turn maps into scores with `flatten` and a dense layer, and scores into probabilities with softmax;
- choose the weights of a small network by hand, so that it says yes in a region that you want;
- compute a cross-entropy, and say what it punishes.

You need lessons 08 and 11. Take about 45 minutes.

## A neuron

A nerve cell gets signals from many others. It adds them up, roughly; when the sum passes a threshold, it sends a signal itself.
In 1943 McCulloch and Pitts made a formula of that. It is all that today's *neurons* share with the brain. A **neuron**, or **unit**,

1. multiplies each input by a weight of its own, and adds up: $u = \sum_i w_i\, x_i$
2. adds its bias: $u + b$
3. puts the result through a function φ (say "phi"), its **activation**: $y = \varphi(u + b)$.

Steps 1 and 2 you know: they are one output of a convolution. New is step 3. The simplest common activation is **ReLU** (*rectified
linear unit*): what is below 0 becomes 0, all else stays, $\varphi(s) = \max(0, s)$.

By hand. The weights are {{neuron.weights}}, the bias is {{neuron.bias}}. The inputs are {{neuron.inputs}}:

{{neuron.products}} = {{neuron.before}}, with the bias {{neuron.sum}}, and max(0, {{neuron.sum}}) = **{{neuron.sum}}**.

Now the inputs {{neuron.others}}. Take a pencil.
*/

// %%
p1.guess();

// %% [markdown]
/*
### Exercise 12.1 · A neuron

Replace both `todo()`.
*/

// %% exercise q1
function neuron(inputs: number[], weights: number[], bias: number): number {
  let sum = bias;
  for (let i = 0; i < inputs.length; i++) {
    sum += todo();
  }
  return todo();
}

q1.check(neuron);

// %% [markdown]
/*
## Four activations

For decades other functions were usual. They were meant to keep the output within limits, so slides call an activation a
"squashing function":

- **sigmoid**: $1 / (1 + e^{-s})$, between 0 and 1 (e is 2.718…);
- **tanh**: a sigmoid stretched to lie between −1 and 1.

ReLU squashes only one side. **Leaky ReLU** multiplies what is negative by a small number, such as 0.1, instead of 0.
*/

// %%
const tenths = Array.from({ length: 61 }, (_, i) => (i - 30) / 10);
const steps = [...tenths.slice(0, 30), -0.001, ...tenths.slice(30)]; // one just left of 0, where ReLU bends
const activations = {
  sigmoid: (x: number[]) => toList(sigmoid(x)),
  tanh: (x: number[]) => toList(tanh(x)),
  ReLU: (x: number[]) => toList(relu(x)),
  "leaky ReLU": (x: number[]) => toList(leakyRelu(x, { negativeSlope: 0.1 })),
};
const curves = Object.entries(activations).map(([name, of]) => ({ name, x: steps, y: of(steps) }));
const [atEnd] = curves.map(({ y }) => y[y.length - 1].toFixed(2));

show(linePlot(curves, {
  title: `At 3 the sigmoid has reached ${atEnd}; ReLU has no upper limit`,
  xLabel: "sum of a neuron",
  yLabel: "output",
  alt: "Four curves from −3 to 3. " +
    curves.map(({ name, y }) => `${name} goes from ${y[0].toFixed(2)} to ${y[y.length - 1].toFixed(2)}`).join("; ") + ".",
}));

// %% [markdown]
/*
In lesson 06 weights were learned by nudging: change one a little and look how the result changes. So it matters how much of a nudge
an activation lets through. How much does the sigmoid let through far to the right?
*/

// %%
p2.guess();

// %% [markdown]
/*
The **slope** of a function at a place is the change of its output divided by a small change of its input.
*/

// %%
const nudge = 1e-4;
const slopes = Object.entries(activations).map(([name, of]) => {
  const [here, there] = [of(steps), of(steps.map((x) => x + nudge))];
  return { name, x: steps, y: here.map((y, i) => (there[i] - y) / nudge) };
});
const steepest = Math.max(...slopes[0].y);

show(linePlot(slopes, {
  title: `The sigmoid lets at most ${steepest.toFixed(2)} of a nudge through, ReLU all or nothing`,
  xLabel: "sum of a neuron",
  yLabel: "slope",
  alt: `Slopes of the four activations. The sigmoid's is largest in the middle, ${steepest.toFixed(2)}. ` +
    "ReLU's is 0 on the left and 1 on the right; leaky ReLU's is 0.1 on the left and 1 on the right.",
}));

// %% [markdown]
/*
Where a curve is flat, the unit is **saturated**: what you do to its inputs hardly shows. Behind each other, slopes multiply. Of a
nudge that passes five sigmoids at their steepest, (1/4)⁵ = {{vanishing.five}} is left. This is one reason why networks with many layers learned badly
for so long. ReLU lets positive sums through whole, and it is cheap: no power of e. Since about 2011 it has been the usual choice.
(Slides list it as a layer of its own. It has no weights; whether one calls it a layer or a part of one is taste.)

## ReLU on a map

Here is the harbour again. Its Sobel map for x is positive where it gets darker from left to right, negative where it gets
lighter. Now every number of the map goes through ReLU. Which edges does that lose?
*/

// %%
p3.guess();

// %%
const sobelMap = sobel(sampleImage("harbour"), { mode: "valid" }).x;
const rectified = relu(sobelMap);
const shareOf = (values: number[], holds: (v: number) => boolean) =>
  Math.round((100 * values.filter(holds).length) / values.length);
const cutOff = shareOf(toList(sobelMap), (v) => v < 0);

show(imagePlot([
  { image: sobelMap, title: "before" },
  { image: rectified, title: "after ReLU" },
], {
  range: [-255, 255],
  title: `ReLU sets ${cutOff} % of the map to 0 (mid-grey)`,
  alt: [sobelMap, rectified].map((map, i) =>
    `${i ? "After" : "Before"} ReLU, ${shareOf(toList(map), (v) => v < 0)} percent of the map are below 0 ` +
    `(dark lines) and ${shareOf(toList(map), (v) => v > 0)} percent above (light lines).`).join(" "),
}));

// %% [markdown]
/*
Nothing need be lost. With the filters w and −w, one map keeps the edges of one kind, the other map those of the other kind. And the sum of the two is the
absolute value: relu(s) + relu(−s) = |s|. Keep that, you will use it.

## A bias too low

A unit with ReLU and three inputs between 0 and 1, tried on 200 random inputs. We lower its bias.
*/

// %%
const random = randomGenerator(12);
const manyInputs = Array.from({ length: 200 }, () => [random.uniform(), random.uniform(), random.uniform()]);
const unitWeights = [[0.8], [-0.5], [0.3]];
for (const bias of [0.5, 0, -0.5, -2]) {
  const outputs = toList(relu(dense(manyInputs, unitWeights, { bias: [bias] })));
  const awake = outputs.filter((y) => y > 0).length;
  console.log(`bias ${bias}: above 0 for ${awake} of ${outputs.length} inputs`);
}

// %% [markdown]
/*
The last bias is too low: the unit is never above 0. Can learning wake it? Nudge each of its weights a little.
*/

// %%
p4.guess();

// %%
const outputsWith = (weights: number[][], activate: typeof relu) =>
  toList(activate(dense(manyInputs, weights, { bias: [-2] })));
const nudged = unitWeights.map(([w], i) => [i === 0 ? w + 0.01 : w]);
const leakyTenth = (sums: Parameters<typeof relu>[0]) => leakyRelu(sums, { negativeSlope: 0.1 });
for (const [name, activate] of [["ReLU", relu], ["leaky ReLU", leakyTenth]] as const) {
  const [before, after] = [outputsWith(unitWeights, activate), outputsWith(nudged, activate)];
  const changed = after.filter((y, n) => y !== before[n]).length;
  console.log(`${name}: a nudge of weight 0 changes ${changed} of ${after.length} outputs`);
}

// %% [markdown]
/*
That is a **dying ReLU**. One step of learning that was too large can push a unit there, and nothing brings it back. Leaky ReLU
is one cure: a nudge always shows a little. Smaller steps are another (lesson 16).

### Exercise 12.2 · Leaky ReLU

For a whole feature map: what is negative is multiplied by `slope`, the rest stays. Write it alone. The map that comes in must not change.
*/

// %% exercise q2
function leaky(map: number[][], slope: number): number[][] {
  return todo();
}

q2.check(leaky);

// %% [markdown]
/*
## Dense: every unit looks at everything

A convolution looks at small places. At the end of a network somebody has to look at all maps at once. First they are laid out in one
list, as in lesson 10: **flatten**. In our order, and TensorFlow's, it goes row by row, pixel by pixel, the channels of a pixel together. (Slides write
`tf.reshape(pool2, [-1, feature_dim])`; there 7 × 7 × 64 become {{slide.flat}} numbers.)
*/

// %%
p5.guess();

// %%
const counted = [0, 1, 2].map((r) => [0, 1, 2, 3].map((c) => [0, 1].map((n) => 100 * r + 10 * c + n)));
console.log("100 × row + 10 × column + channel:");
console.log(toList(flatten(counted)).join(" "));

// %% [markdown]
/*
Which numbers were neighbours is no longer written anywhere. Shuffle them all in the same way, and the next layer could learn just as well.
That is why the convolutions come first.

Then a **dense** layer (slides: *fully connected*): each unit is a neuron with a weight for every input. Its weights are a table: a row for
each input, a column for each unit. Inputs {{hand.inputs}} and this table:

{{hand.table}}

Unit 0: {{hand.unit0}}. And unit 1?
*/

// %%
p6.guess();

// %%
dense(smallDense.inputs, smallDense.weights, { bias: smallDense.bias })

// %% [markdown]
/*
A row times each column: that is the product of a row of numbers and a matrix (a table). With a batch, each example is a row, and the
whole layer is one matrix product: $Y = X\,W + b$, with shapes [n, inputs] · [inputs, units] → [n, units].
(Books often write W x + b with examples as columns; then W lies on its side. PyTorch keeps it so.) One dense layer from those {{slide.flat}} numbers to 1,024
units has {{slide.weights}} weights: most of that network.

### Exercise 12.3 · A dense layer

For a batch, without activation: `output[n][u]` for example n and unit u.
*/

// %% exercise q3
function denseLayer(batch: number[][], weights: number[][], bias: number[]): number[][] {
  return todo();
}

q3.check(denseLayer);

// %% [markdown]
/*
## Two dense layers in a row

Put two dense layers behind each other, with nothing between them. What can they do that a single one cannot?
*/

// %%
p7.guess();

// %% [markdown]
/*
Try it with numbers: two inputs, two units, then one unit. The cell also multiplies the two tables of weights, and puts ReLU between
the layers.
*/

// %%
const { inputs: two, weights1, bias1, weights2, bias2 } = twoLayers;
const product = toNested(dense(weights1, weights2)) as number[][]; // of the two tables
const biasBehind = toList(dense(bias1, weights2, { bias: bias2 }));
const between = dense(two, weights1, { bias: bias1 });

console.log("two layers:           ", toList(dense(between, weights2, { bias: bias2 }))[0]);
console.log("their product:        ", toList(dense(two, product, { bias: biasBehind }))[0], "with weights", product.join(", "));
console.log("two layers with ReLU: ", toList(dense(relu(between), weights2, { bias: bias2 }))[0]);

// %% [markdown]
/*
The product of the two tables of weights is the table of the single layer, here two rows and one column. With ReLU between the layers the second unit's
negative sum is cut off, and this single layer no longer gives the result. So an activation is what makes a second layer worth
having. The same is true of convolutions: two in a row, with nothing between, are one convolution with a larger kernel.

## What can one line do?

A neuron that decides says *yes* where its sum is above 0. With two inputs x and y the sum is w₀x + w₁y + b, and where it is exactly 0 lies a straight
line. On one side of it is yes, on the other no.

Four points: *yes* where exactly one of x and y is 1. (Logic calls it *exclusive or*, XOR.)
*/

// %%
show(scatterPlot([
  { name: "yes", x: [0, 1], y: [1, 0] },
  { name: "no", x: [0, 1], y: [0, 1] },
], {
  title: "Can a straight line separate yes from no?",
  xLabel: "x",
  yLabel: "y",
  alt: "Four points at the corners of a square. Yes at (0, 1) and (1, 0), no at (0, 0) and (1, 1): each kind on a diagonal.",
}));
p8.guess();

// %% [markdown]
/*
Minsky and Papert's book on what such units cannot do (1969) discouraged many. Two units, with ReLU, and a third that weighs them are
enough:

{{exactlyOneTable}}

The first unit counts how many are 1; the second wakes only when both are, and then takes the yes back. Units between
input and output are called **hidden**. Look at what they do to the points:
*/

// %%
const corners = [[0, 1], [1, 0], [0, 0], [1, 1]];
const hiddenAt = toNested(relu(dense(corners, exactlyOne.weights1, { bias: exactlyOne.bias1 }))) as number[][];
console.log("outputs:", outputsOf(exactlyOne, corners).join(", "));

show(hiddenFigure(hiddenAt.slice(0, 2), hiddenAt.slice(2)));

// %% [markdown]
/*
That is what hidden layers are for: they move things until a line is enough.

There is another way to see it. Each hidden unit draws a line and is silent on one side of it. If every unit takes away from the output where it is on, *yes*
is left only where all are silent: where all their off-sides overlap. Below, discs should be yes and squares no; the blue region is
what the network says yes to. The number of each unit stands on the side where it is on. Drag the lines by their diamonds and turn them by their numbers, until no point is crossed out:

- **one line**, then **corner**: how many units do you need?
- **strip**: two lines, each looking away from the other;
- **triangle**, with three. The blue edge lies a little beyond each line, and the corners are blunt. Why? (Move *bias of the output*.)
- **ring**: eight lines. With how few can you do it? Take units away with −.

The button *one answer* shows a solution.
*/

// %%
show(boundaryExplorer({
  preset: "one line",
  title: "Lines of hidden units, and the region they make",
}));

// %% [markdown]
/*
Why the edge lies beyond the line: the output is its bias minus the units, so a unit must exceed that bias before yes turns to no. Near
a corner two units add up, and reach it sooner.

Few units give regions with few corners, many units come near to any shape. A second hidden layer combines such regions: this one and
that one, but not a third. In a network for pictures: edges, then corners and arcs, then parts, then things.

### Exercise 12.4 · A strip, by two units

Points with x from 0 to 5 and y from 0 to 3. *Yes*, output above 0, where x and y differ by at most 1; *no*, not above 0, everywhere else. Choose the weights of two
hidden units with ReLU and of the output.

Return `weights1` with the shape [2, 2] (a row for each of x and y, a column for each unit), `bias1` [2], `weights2` [2, 1], `bias2` [1].
*/

// %% exercise q4
function strip(): { weights1: number[][]; bias1: number[]; weights2: number[][]; bias2: number[] } {
  return todo();
}

q4.check(strip);

// %% [markdown]
/*
## From scores to probabilities

To choose among ten digits, the last layer has ten units, one a class. Their sums are called **scores**, or *logits*. The largest
wins. But how sure is it? Scores can be negative and of any size. We want numbers between 0 and 1 that add up to 1.

**Softmax** raises e to the power of each score, which makes all of them positive, and divides by their sum:

$$p_k = \frac{e^{s_k} }{\sum_j e^{s_j} }$$

{{softmaxTable}}

A lead of 1 makes an answer 2.7 times as probable. With only two classes, softmax is the sigmoid of the difference of their scores. That is
why slides end a network for cats and dogs in `Dense(1, activation="sigmoid")`.
*/

// %%
function naiveSoftmax(scores: number[]): number[] {
  const powers = scores.map((score) => Math.exp(score));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
}
console.log(threeScores.join(", "), "→", naiveSoftmax(threeScores).map((p) => p.toFixed(3)).join(", "));

// %% [markdown]
/*
Two surprises. First: add 100 to each score.
*/

// %%
p9.guess();

// %% [markdown]
/*
Second: scores near 1000.
*/

// %%
p10.guess();

// %%
for (const shift of [100, 998]) {
  const shifted = threeScores.map((score) => score + shift);
  console.log(shifted.join(", "), "→", naiveSoftmax(shifted).map((p) => p.toFixed(3)).join(", "));
}

// %% [markdown]
/*
### Exercise 12.5 · A softmax for all scores

Use the first surprise to cure the second. Write it alone.
*/

// %% exercise q5
function stableSoftmax(scores: number[]): number[] {
  return todo();
}

q5.check(stableSoftmax);

// %% [markdown]
/*
These numbers are called probabilities because they behave so. Whether a 0.9 is right nine times out of ten is another question, and
must be measured.

## What a wrong answer costs

To learn, one number must say how bad an answer is: a **loss**. Only the probability p of the *right* class should count. When it is 1 the cost should be
0. When it is small, the cost should be large. The usual choice is the surprise, **−ln p**. (ln is the logarithm to base e, `Math.log`: the
number with which e must be raised to give p. Lectures often write log.) How much does it cost to give the right class 0.01?
*/

// %%
p11.guess();

// %%
const chances = Array.from({ length: 100 }, (_, i) => (i + 1) / 100);
const surprises = chances.map((p) => -Math.log(p));
for (const p of [0.9, 0.5, 0.01]) console.log(`p = ${p}: −ln p = ${(-Math.log(p)).toFixed(3)}`);

show(linePlot({ x: chances, y: surprises }, {
  title: `A right class with p = 0.01 costs ${surprises[0].toFixed(1)}, with p = 0.5 only ${surprises[49].toFixed(2)}`,
  xLabel: "probability given to the right class",
  yLabel: "cost, −ln p",
  alt: `A curve that falls from ${surprises[0].toFixed(1)} at 0.01 steeply, then slowly to 0 at 1.`,
}));

// %% [markdown]
/*
In formulas the truth is a list y with a 1 at the right class and 0 elsewhere (*one-hot*), and ŷ (say "y hat") is what the network
says. Then the cost is called **cross-entropy**:

$$H(y, \hat{y}) = -\sum_k y_k \ln \hat{y}_k = \sum_k y_k \ln \frac{1}{\hat{y}_k}$$

All terms but one are 0. Beware of the slide with $-\sum_k y_k \log \frac{1}{\hat{y}_k}$: it has both signs, the minus and the fraction, and they cancel. Such a
loss is never above 0, and a network that makes it small learns to be wrong. For a batch one takes the mean: −ln 0.9 = {{costs.good}} and −ln 0.5 = {{costs.half}} have the mean {{costs.mean}}.
*/

// %%
const guesses = [[0.9, 0.1, 0], [0.2, 0.3, 0.5]];
const right = [0, 2];
const onSlide = -guesses.reduce((sum, row, n) => sum + Math.log(1 / row[right[n]]), 0) / right.length;
console.log("cross-entropy:        ", crossEntropy(guesses, right).toFixed(3));
console.log("with the slide's sign:", onSlide.toFixed(3));

// %% [markdown]
/*
What does it cost to know nothing?
*/

// %%
p12.guess();

// %% [markdown]
/*
### Exercise 12.6 · Cross-entropy of a batch

`probabilities[n]` is what the network gave to each class for example n, and `labels[n]` is the right class. Count a probability below 1e-7 as 1e-7, as
TensorFlow.js does: a right class with 0 should cost much ({{costs.floor}}), but not Infinity.
*/

// %% exercise q6
function meanCost(probabilities: number[][], labels: number[]): number {
  return todo();
}

q6.check(meanCost);

// %% [markdown]
/*
## A network without learning

Now all of it. Four edge filters, ReLU, max pooling 4 × 4, flatten: that makes the features of a picture. Then one dense layer with ten units, and
softmax.

Its weights? For each digit we take the *mean* of the features of 50 examples. A new picture should get the digit whose mean m is nearest. The
squared distance is |x − m|² = |x|² − 2 m·x + |m|². Here m·x is the sum of products, and |x|² the sum of the squares of x; that is the same for all
digits. So *nearest* means: largest **m·x − |m|²/2**. That is a dense layer, with weights m and bias −|m|²/2.

The cell builds it. How many of 500 digits that it has not seen will it read correctly?
*/

// %%
p13.guess();

// %%
const examples = syntheticDigits({ count: 500, seed: 1 });
type Features = (images: typeof test.images) => ReturnType<typeof flatten>;
const featuresOf: Features = (images) => flatten(maxPool2d(relu(conv2d(images, edgeWeights)), { size: 4 }));

const scoresWith = (of: Features) => {
  const { weights, bias } = nearestMean(of(examples.images), examples.labels); // [features][10], [10]
  return dense(of(test.images), weights, { bias });
};
const scores = scoresWith(featuresOf); // [500, 10]
console.log(`${accuracy(scores, test.labels).toFixed(1)} % of the new digits are right`);

// %% [markdown]
/*
And the digit from the beginning? The scores are multiplied by `sharpness` before softmax; distances have no natural scale, so somebody must choose
it.
*/

// %%
const sharpness = 2;
const answers = softmax(times(scores, sharpness));
const forDigit = toList(answers.pick(which, null));
const reading = forDigit.indexOf(Math.max(...forDigit));
const digitCost = crossEntropy(forDigit, [test.labels.get(which)]);

show(barPlot({ labels: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], values: forDigit }, {
  title: `It reads a ${reading} with probability ${forDigit[reading].toFixed(2)}; this costs ${digitCost.toFixed(3)}`,
  xLabel: "digit",
  yLabel: "probability",
  alt: `Ten bars. The largest is ${forDigit[reading].toFixed(2)} for ${reading}; the right digit is ${test.labels.get(which)}.`,
}));

// %% [markdown]
/*
These are the three answers to the beginning: which digit, how sure, and what it costs. This one was easy. Here are its worst
answers, in which the right digit got the smallest probability.
*/

// %%
const worst = costliest(answers, test.labels, 5);

show(imagePlot(worst.map(({ n, said, p }) => ({
  image: test.images.pick(n, null, null, 0),
  title: `read as ${said}, p = ${p.toFixed(2)}`,
})), {
  columns: 5,
  title: `The costliest answer costs ${worst[0].cost.toFixed(1)}, the fifth ${worst[4].cost.toFixed(1)}`,
  alt: worst.map(({ right, said, p }) => `A ${right} read as ${said} with ${p.toFixed(2)}.`).join(" "),
}));

// %% [markdown]
/*
Would it help to make all answers surer?
*/

// %%
p14.guess();

// %%
const factors = [0.25, 0.5, 1, 2, 4, 8, 16];
const losses = factors.map((factor) => crossEntropy(softmax(times(scores, factor)), test.labels));
const bestFactor = factors[losses.indexOf(Math.min(...losses))];
const rightEach = factors.map((factor) => accuracy(times(scores, factor), test.labels).toFixed(1));

show(onDoublings(linePlot({ x: factors, y: losses }, {
  title: `The loss is smallest at sharpness ${bestFactor}. Right each time: ${[...new Set(rightEach)].join(", ")} %`,
  xLabel: "sharpness: factor of all scores",
  yLabel: "mean cross-entropy",
  alt: `The mean cross-entropy for sharpness ${factors.map((f, i) => `${f}: ${losses[i].toFixed(2)}`).join(", ")}.`,
}), factors));

// %% [markdown]
/*
Too low: it says "perhaps" to everything. Too high: it is as sure of its mistakes as of the rest. So a loss is not the accuracy (one slide puts it so): it
also measures whether the certainty is deserved. And it changes smoothly with every weight, which accuracy does not: that is why one learns with
it.

Last, what does each part contribute? Without ReLU, with average pooling, everything from pixels to scores is sums of sums: one single linear layer. How much is ReLU worth?
*/

// %%
const variants: [string, Features][] = [
  ["pixels, nothing else", (images) => flatten(conv2d(images, [[[[1 / 255]]]]))],
  ["edges, average pooling", (images) => flatten(averagePool2d(conv2d(images, edgeWeights), { size: 4 }))],
  ["edges, ReLU, average pooling", (images) => flatten(averagePool2d(relu(conv2d(images, edgeWeights)), { size: 4 }))],
  ["edges, ReLU, max pooling", featuresOf],
];
const rates = variants.map(([, of]) => accuracy(scoresWith(of), test.labels));

show(barPlot({ labels: variants.map(([name]) => name), values: rates }, {
  title: `ReLU alone lifts ${rates[1].toFixed(0)} % to ${rates[2].toFixed(0)} %`,
  xLabel: "features",
  yLabel: "new digits read correctly (%)",
  alt: variants.map(([name], i) => `With ${name}: ${rates[i].toFixed(1)} percent.`).join(" "),
}));

// %% [markdown]
/*
Without ReLU, a light and a dark edge in the same pooling window cancel. Change `featuresOf` and run the cells again: other pool sizes, leaky ReLU, filters of
your own. How far do you come without learning?

## Where people go wrong

- **"ReLU and then the bias."** The bias belongs into the sum. Behind the ReLU it would no longer move the threshold.
- **"More layers always do more."** Without activation, any number of them is one.
- **Softmax twice.** Many losses take scores and do softmax themselves (PyTorch's `CrossEntropyLoss`; Keras with `from_logits=True`). Giving them
  probabilities runs, and learns badly.
- **ReLU on the last layer.** It cuts off scores before softmax. The last layer has no activation but softmax.
- **"0.93, so it is 93 % certain."** Only as far as somebody has measured. You have just changed it with a factor.
- **Sigmoid or softmax?** Softmax where exactly one class is right; a sigmoid for each class where several may be.

## In five lines

1. A neuron: weighted sum, bias, activation. Without the activation, layers collapse into one.
2. ReLU keeps what is positive; its slope is 1 or 0. Sigmoid and tanh saturate; a ReLU unit that is never on is dead.
3. Flatten and dense: every unit weighs every feature, X W + b. Hidden units bend space until a line is enough.
4. Softmax makes probabilities of scores; subtract the largest score first.
5. Cross-entropy is −ln of the probability of the right class: small when nearly right, large when sure and wrong.

**Next:** the weights here were means. Lesson 13 asks how the loss changes with each weight of each layer, and so in which direction to
nudge it.

## Further reading

- W. McCulloch and W. Pitts, *A Logical Calculus of the Ideas Immanent in Nervous Activity* (1943).
- M. Minsky and S. Papert, *Perceptrons* (1969).
- X. Glorot, A. Bordes and Y. Bengio, *Deep Sparse Rectifier Neural Networks* (2011).
- A. Maas, A. Hannun and A. Ng, *Rectifier Nonlinearities Improve Neural Network Acoustic Models* (2013): leaky ReLU.
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), chapter 6; XOR by two units is section 6.1.
- C. Guo and others, *On Calibration of Modern Neural Networks* (2017): whether 0.9 means nine in ten.
*/

// %%
showProgress();
