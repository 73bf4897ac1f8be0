// %% [markdown]
/*
# 13 · Backpropagation by hand

In lesson 06 a program learned nine weights. It nudged each of them and looked how the error changed: ten passes for one step. Below is
a small network for digits, built of layers that you know. It has {{size.weights}} weights. **How long would it have to nudge, for one single step?**
*/

// %%
import { type ArrayInput, convolve2d, correlate2d, heatmap, linePlot, randomGenerator } from "cnn-workbook";
import { show, showProgress, todo, toList, toNested } from "cnn-workbook";
import { averagePool2dBackward, conv2d, conv2dBackward, crossEntropy, dense } from "cnn-workbook/layers";
import { denseBackward, flatten, flattenBackward, gradientCheck, maxPool2d } from "cnn-workbook/layers";
import { maxPool2dBackward, relu, reluBackward, sigmoid, sigmoidBackward } from "cnn-workbook/layers";
import { softmax, softmaxCrossEntropyBackward } from "cnn-workbook/layers";
import { inWords, millisecondsOf, type Network, networkFigure } from "cnn-workbook/lessons/13-backpropagation";
import { scaled, scaledDigits, startNetwork, strongest, weightsOf } from "cnn-workbook/lessons/13-backpropagation";
import { type HandWeights, stepAgainst, stepByHand, type TwoLayers } from "cnn-workbook/lessons/13-backpropagation";
import { smallDense, smallScores, smallSlide, twoLayers } from "cnn-workbook/lessons/13-backpropagation";
import { p1, p2, p3, p4, p5, p6, p7 } from "cnn-workbook/lessons/13-backpropagation";
import { p8, p9, p10, p11, p12, p13, p14 } from "cnn-workbook/lessons/13-backpropagation";
import { q1, q2, q3, q4, q5, q6 } from "cnn-workbook/lessons/13-backpropagation";

const digits = scaledDigits({ count: 40, seed: 1 }); // pixels from 0 to 1
const oneDigit = digits.images.pick(7, null, null, null); // [28, 28, 1]
const untrained = startNetwork(); // random weights; the filters' biases a little below 0

function forward(net: Network, images: ArrayInput) {
  const conv = conv2d(images, net.filters, { bias: net.filterBias }); // eight filters 3 × 3
  const active = relu(conv);
  const pooled = maxPool2d(active, { size: 2 });
  const features = flatten(pooled);
  return { conv, active, pooled, features, scores: dense(features, net.weights, { bias: net.bias }) };
}

const forwardTime = millisecondsOf(() => forward(untrained, oneDigit)); // the shortest of many tries
const nudgeTime = (forwardTime * (weightsOf(untrained) + 1)) / 1000;
console.log(`one pass, one digit:         ${forwardTime.toFixed(2)} ms`);
console.log(`a pass for each weight:      ${nudgeTime.toFixed(1)} s`);
console.log(`the same for 1,000 digits:   ${((1000 * nudgeTime) / 60).toFixed(0)} min`);
console.log(`and for 100 steps:           ${((100_000 * nudgeTime) / 3600).toFixed(0)} hours`);

// %% [markdown]
/*
Yet lesson 00 trained a network of this kind in less than a minute, on thousands of digits. There is a way to get **all slopes in one pass**, backwards. It is called
*backpropagation*. At the end you run it on this network, and measure.

At the end you can

- get the slope of a loss by any weight of a network, by hand;
- send slopes back through ReLU, dense, pooling and convolution, and write each in code;
- check any such code by nudging, and find where a fault is;
- say why slopes vanish on their way.

You need lessons 06, 11 and 12. Take about 45 minutes.

## Rates multiply

Begin with one neuron and one weight. As on the slides, z is the sum, a is what the activation (here the sigmoid) makes of it, and J is the loss:

w → z = w x + b → a = sigmoid(z) → J = (a − target)²

The input is x = 3, the weight w = 1, the bias b = −3, and the target 1. So z = {{one.z}}, a = {{one.a}} and J = {{one.loss}}.

A nudge of w passes through all three steps. At each we ask: how many times as fast does the right side change as the left? That is the slope
(lesson 06) of that step. We call it its **rate**. (The learning rate is something else.)

{{one.table}}
*/

// %%
p1.guess();

// %% [markdown]
/*
Where do the rates come from? First line: nudge w by 0.01, and z changes by 3 × 0.01. Last line: (a + h − target)² − (a − target)² = 2 (a − target) h + h²,
and for a small nudge h the h² hardly counts. The middle one, a (1 − a), one finds in books; at its largest it is the 1/4 of lesson 12. We check all three together, by nudging w:
*/

// %%
const lossWith = (w: number, b: number) => (1 / (1 + Math.exp(-(w * 3 + b))) - 1) ** 2;
const byNudging = (lossWith(1.0001, -3) - lossWith(1, -3)) / 0.0001;
const nearby = Array.from({ length: 61 }, (_, i) => i / 30);

show(linePlot([
  { name: "loss", x: nearby, y: nearby.map((w) => lossWith(w, -3)) },
  { name: "its slope at w = 1", x: [0.6, 1.4], y: [0.6, 1.4].map((w) => lossWith(1, -3) + (w - 1) * byNudging) },
], {
  title: `At w = 1 the loss changes ${byNudging.toFixed(2).replace("-", "−")} times as fast as w`,
  xLabel: "weight w",
  yLabel: "loss J",
  alt: `A falling curve with a straight line that touches it at w = 1; the slope of the line is ${byNudging.toFixed(2)}.`,
}));

// %% [markdown]
/*
One writes **dJ/dw** for "how fast J changes with w", and says: the slope of J *by* w. The **chain rule** is what you just did:

$$\frac{dJ}{dw} = \frac{dJ}{da} \cdot \frac{da}{dz} \cdot \frac{dz}{dw} \qquad \text{here } (-1) \cdot \tfrac{1}{4} \cdot 3$$

The bias enters z with the rate 1, so dJ/db = {{one.byA}} × 1/4 × 1 = {{one.byB}}. The first two rates are the same for both. That is the trick: compute them once, from the loss
backwards.

More weight, less loss: a step *against* the slope makes w larger. Now another example.
*/

// %%
p2.guess();

// %% [markdown]
/*
### Exercise 13.1 · All slopes of one neuron

The same neuron with any number of inputs. The way forward is there. Replace the four `todo()`.
*/

// %% exercise q1
function neuronSlopes(
  inputs: number[],
  weights: number[],
  bias: number,
  target: number,
): { weights: number[]; bias: number } {
  let z = bias;
  for (let i = 0; i < inputs.length; i++) z += weights[i] * inputs[i];
  const a = 1 / (1 + Math.exp(-z));

  const lossByA: number = todo();
  const aByZ: number = todo();
  const lossByZ = lossByA * aByZ;
  return { weights: inputs.map((x) => todo()), bias: todo() };
}

q1.check(neuronSlopes);

// %% [markdown]
/*
## Two layers

Now the network of the slides: two inputs x, two hidden units h, two outputs o, all with sigmoids. (Slides count from 1 and write
$a^{[1]}_1$ for our h₀, $a^{[2]}_1$ for o₀.) Each line has a weight, and each unit a bias, written above it. The loss is the sum of the squared differences to the target 1, 0.
*/

// %%
const { inputs, target } = twoLayers;

function forwardByHand({ weights1, bias1, weights2, bias2 }: HandWeights) {
  const hidden = toList(sigmoid(dense(inputs, weights1, { bias: bias1 })));
  const outputs = toList(sigmoid(dense(hidden, weights2, { bias: bias2 })));
  const loss = outputs.reduce((sum, o, u) => sum + (o - target[u]) ** 2, 0);
  return { hidden, outputs, loss };
}
const there = forwardByHand(twoLayers);

show(networkFigure(twoLayers, there, {
  title: `Forward: the outputs are ${inWords(there.outputs)}, the loss is ${there.loss.toFixed(2)}`,
  alt: `A network of two inputs, two hidden units and two outputs. The inputs are ${inWords(inputs)}, ` +
    `the hidden units ${inWords(there.hidden)}, the outputs ${inWords(there.outputs)}.`,
}));

// %% [markdown]
/*
The weights are chosen so that a pencil is enough. Compute along. Sum of h₀: {{hand.sum0}}, and sigmoid(0) = 0.5. Sum of h₁: {{hand.sum1}}, which is ln 3; there the
sigmoid is exactly 3/4. The outputs: {{hand.output0}} and {{hand.output1}}, so both are 0.5. J = (0.5 − 1)² + (0.5 − 0)² = {{hand.loss}}.

Now back, from right to left.

- **J with the outputs**: 2 (o − target) gives {{hand.byOutputs}}.
- **J with their sums**: times o (1 − o) = 1/4: {{hand.bySums2}}.
- **J with a weight**: times what the weight multiplies. From h₀ to o₀: {{hand.weight}}.

Then on to h₀. Two lines lead from it, to o₀ with weight 3 and to o₁ with weight −1. How fast does an output's sum change with h₀? As fast as the weight
says. Through o₀: {{hand.way0}}. Through o₁: {{hand.way1}}.
*/

// %%
p3.guess();

// %% [markdown]
/*
That is the second rule, and there are only two. **Along a way rates multiply; where ways meet, they add.** For h₁: {{hand.otherWays}}. From there it goes on as before. The weight
from x₀ to h₀, for example: {{hand.first}}.

Now you, with the pencil: the weight from x₁ to h₁. (h₁ is 3/4, so its sigmoid has the rate 3/4 × 1/4.) Your number must be the lower right one of `weights1` below.

The code does the same; each line takes the result of the one before. In the figure two rates stand below each unit: J with what the unit gives, and J with its sum.
*/

// %%
function backByHand({ weights1, bias1, weights2, bias2 }: TwoLayers) {
  const { hidden, outputs, loss } = forwardByHand({ weights1, bias1, weights2, bias2 });
  const byOutputs = outputs.map((o, u) => 2 * (o - target[u]));
  const bySums2 = byOutputs.map((rate, u) => rate * outputs[u] * (1 - outputs[u]));
  const byHidden = weights2.map((row) => row.reduce((sum, w, u) => sum + w * bySums2[u], 0));
  const bySums1 = byHidden.map((rate, u) => rate * hidden[u] * (1 - hidden[u]));
  const slopes = {
    weights1: inputs.map((x) => bySums1.map((rate) => x * rate)),
    bias1: bySums1,
    weights2: hidden.map((h) => bySums2.map((rate) => h * rate)),
    bias2: bySums2,
  };
  const rates = { outputs: byOutputs, outputSums: bySums2, hidden: byHidden, hiddenSums: bySums1 };
  return { loss, rates, slopes };
}
const back = backByHand(twoLayers);
const rounded = (_: string, value: unknown) => (typeof value === "number" ? Math.round(1e5 * value) / 1e5 : value);
for (const [name, slopes] of Object.entries(back.slopes)) console.log(name, JSON.stringify(slopes, rounded));

show(networkFigure(twoLayers, { ...there, rates: back.rates }, {
  title: `Back: the loss changes ${inWords(back.rates.hidden)} times as fast as the hidden units`,
  alt: `The same network. The slopes by the outputs are ${inWords(back.rates.outputs)}, by their sums ` +
    `${inWords(back.rates.outputSums)}; by the hidden units ${inWords(back.rates.hidden)}, by their sums ` +
    `${inWords(back.rates.hiddenSums)}.`,
}));

// %% [markdown]
/*
All slopes together, in arrays of the shapes of the weights, are called the **gradient**. (The arrow of lesson 06 was the same thing: the slopes of the
brightness along x and y.)

Is it right? Nudge. The library's `gradientCheck` moves each number of each array a little to both sides, and compares with what you give it. The **relative error** is the largest
difference, divided by the largest slope of the array. Differences that rounding alone can make count as 0.
*/

// %%
const { weights1, bias1, weights2, bias2 } = twoLayers;
gradientCheck((w) => forwardByHand(w).loss, { weights1, bias1, weights2, bias2 }, back.slopes)

// %% [markdown]
/*
## A step, and a lost sign

The slides' update goes against the slopes, for each weight W and summed over M examples:

$$W = W - \sum_{m=1}^{M} \frac{dJ}{dW}$$

There is no learning rate: that is a rate of 1. And why a sum? Each example is a way of its own from the weight to the loss. (If the loss is the *mean* over the examples, as in
lesson 12, the sum is divided by M. That changes only the length of the steps.)

For a filter's coefficient f, another slide has $f = f \sum \frac{dJ}{df}$. The sign before the sum got lost.
*/

// %%
p4.guess();

// %%
function lossesWith(rate: number): number[] {
  const losses: number[] = [];
  for (let net = twoLayers, step = 0; step <= 15; step++) {
    const { loss, slopes } = backByHand(net);
    losses.push(loss);
    net = stepByHand(net, slopes, rate);
  }
  return losses;
}
const [minus, plus] = [lossesWith(1), lossesWith(-1)];

show(linePlot([{ name: "with minus", y: minus }, { name: "with plus", y: plus }], {
  title: `One step leads from ${minus[0].toFixed(2)} to ${minus[1].toFixed(2)} with minus, to ${plus[1].toFixed(2)} with plus`,
  xLabel: "step",
  yLabel: "loss J",
  alt: `Two curves that begin at ${minus[0].toFixed(2)}. With minus the loss goes to ${minus[15].toFixed(3)}, ` +
    `with plus to ${plus[15].toFixed(2)}.`,
}));

// %% [markdown]
/*
## Each layer by itself

What did a layer need to know on the way back? What came back to its outputs (the slope of the loss by each of them; we call it `above`), and what it was given on the way forward. Nothing else of the
network. So we can make the way back for each layer once, and put layers together as we like.

**ReLU.** What was above 0 passed unchanged; the rest became 0.
*/

// %%
p5.guess();

// %% [markdown]
/*
### Exercise 13.2 · Back through ReLU

At exactly 0, ReLU has a corner and no slope. Take 0 there, as TensorFlow and PyTorch do.
*/

// %% exercise q2
function reluBack(above: number[], input: number[]): number[] {
  return todo();
}

q2.check(reluBack);

// %% [markdown]
/*
**Dense.** You have done it twice already. Here are the layer of lesson 12, its three inputs, and what comes back to its two units:

{{layer.table}}

A weight: its input times what comes back to its unit. The upper left one has the slope {{layer.example}}. A bias: what comes back to its unit. And an input?
*/

// %%
p6.guess();

// %%
const { input: byInput, weights: byWeights, bias: byBias } = denseBackward(
  smallDense.above,
  smallDense.inputs,
  smallDense.weights,
);
console.log("by the inputs", toList(byInput).join(", "));
console.log("by the weights", JSON.stringify(toNested(byWeights)));
console.log("by the bias", toList(byBias).join(", "));

// %% [markdown]
/*
Forward, the product with the table; back, the product with the table on its side (**transposed**; in books $W^T$).

### Exercise 13.3 · Back through a dense layer

For one example. `above` has a number for each unit, `weights` a row for each input. Return all three parts, each in the shape of what it belongs to. For a batch one would add up the
weights' and biases' slopes over the examples.
*/

// %% exercise q3
function denseBack(
  above: number[],
  inputs: number[],
  weights: number[][],
): { inputs: number[]; weights: number[][]; bias: number[] } {
  return todo();
}

q3.check(denseBack);

// %% [markdown]
/*
## Back through pooling

Pooling has no weights. But the layers before it want to know what comes back through it.
*/

// %%
p7.guess();

// %%
const map = [[2, 3, 4, 0], [1, 5, 3, 2], [0, 4, 2, 3], [1, 0, 6, 1]];
const toPooled = [[8, 12], [16, 20]];
const throughMax = maxPool2dBackward(toPooled, map, { size: 2 });
const throughMean = averagePool2dBackward(toPooled, map, { size: 2 });
const nonzero = (values: number[]) => values.filter((value) => value !== 0).length;

show(heatmap([
  { matrix: map, title: "map" },
  { matrix: toPooled, title: "comes back" },
  { matrix: throughMax, title: "through max" },
  { matrix: throughMean, title: "through average" },
], {
  title: `Through max ${nonzero(toList(throughMax))} of 16 cells get something, ` +
    `through average ${nonzero(toList(throughMean))}`,
  alt: `Slopes of ${toPooled.flat().join(", ")} come back to four windows. Max pooling gives each to the largest cell of its ` +
    `window: ${toList(throughMax).join(" ")}. Average pooling gives each cell a quarter: ${toList(throughMean).join(" ")}.`,
}));

// %% [markdown]
/*
Max pooling sends everything to where the maximum was (exercise 11.4); average pooling shares equally. Where windows overlap, a cell adds up what it gets from each.

### Exercise 13.4 · Back through max pooling

Windows side by side (stride = `size`). The result has the shape of `map`. A cell that belongs to no window gets 0; of several equal
largest ones the first gets it, row by row. Write it alone.
*/

// %% exercise q4
function maxPoolBack(above: number[][], map: number[][], size: number): number[][] {
  return todo();
}

q4.check(maxPoolBack);

// %% [markdown]
/*
## Convolution: one weight, many places

First in one dimension. The samples are {{slide.signal}}. A kernel of two weights, k₀ and k₁, slides over them and makes three outputs: output n is k₀ xₙ + k₁ xₙ₊₁. To the outputs
come back {{slide.above}}.

In output n, the weight k₀ multiplies xₙ. So through output 0 the loss changes 2 × 1 = 2 times as fast as k₀; for the three outputs the rates are {{slide.first}}.
*/

// %%
p8.guess();

// %% [markdown]
/*
Both weights, then:

- k₀: {{slide.k0}}
- k₁: {{slide.k1}}

Look at the pattern: what came back slides over the samples. **The slopes by the kernel are the correlation of the input with what came back.** Slides draw the layer as a dense one in which some weights are the
same, and write $\frac{dJ}{df_k} = \frac{dJ}{dw_{1,1} } + \frac{dJ}{dw_{1,2} } + \frac{dJ}{dw_{3,4} } + \frac{dJ}{dw_{4,5} }$: the slopes of all the weights for which the coefficient stands. Shared weights add up.
*/

// %%
p9.guess();

// %%
const asFilter = [smallSlide.kernel.map((weight) => [[weight]])]; // [1][2][1][1]
const throughSlide = conv2dBackward([smallSlide.above], [smallSlide.signal], asFilter);
console.log("by k₀ and k₁:  ", toList(throughSlide.weights).join(", "));
console.log("by the bias:   ", toList(throughSlide.bias).join(", "));

// %% [markdown]
/*
### Exercise 13.5 · The slopes by a kernel's weights

In two dimensions: one channel, mode valid, the kernel not turned. From `above`, [rows, columns] of the output, and `image`. The size of the kernel follows from the two. Write it alone.
*/

// %% exercise q5
function kernelSlopes(above: number[][], image: number[][]): number[][] {
  return todo();
}

q5.check(kernelSlopes);

// %% [markdown]
/*
And what comes back to the samples? Say the kernel is {{slide.kernel}}. Sample x₁ went into output 0 with k₁ and into output 1 with k₀. In other words, each output stamps the kernel back onto the samples that it saw, times what came back to it:

{{slide.stamps}}

You know this: it is lesson 01's *full convolution*, with the kernel turned round. Networks correlate forward, so back they convolve. (As a layer of its own this is called *transposed convolution*; lesson 20 needs it.) With several channels and filters, each pair of them does the same, and a channel adds up what comes back from all filters. The next cell shows these numbers, and checks both rules on a picture.
*/

// %%
const picture = [[1, 4, 2, 5], [0, 3, 7, 1], [6, 2, 1, 3]];
const kernel = [[3, -2], [1, 0.5]];
const toOutput = [[2, -1, 4], [0, 3, 1]];
const asLayer = kernel.map((row) => row.map((weight) => [[weight]])); // [2][2][1][1]
const throughConv = conv2dBackward(toOutput, picture, asLayer);

console.log("samples, by the layer:     ", toList(throughSlide.input).join(", "));
console.log("kernel, by the layer:      ", toList(throughConv.weights).join(", "));
console.log("correlated with the input: ", toList(correlate2d(picture, toOutput, { mode: "valid" })).join(", "));
console.log("picture, by the layer:     ", toList(throughConv.input).join(", "));
console.log("convolved with the kernel: ", toList(convolve2d(toOutput, kernel, { mode: "full" })).join(", "));

// %% [markdown]
/*
### Exercise 13.6 · Lesson 06 in one pass

Now keep the promise of lesson 06: all slopes of its error, without a nudge. Its error is the mean, over all places of the output, of (output − wanted)². Write it alone: forward, what comes back
to the outputs, and back to the kernel. You may call your `kernelSlopes`, and `correlate2d`.
*/

// %% exercise q6
function errorSlopes(picture: number[][], wanted: number[][], kernel: number[][]): number[][] {
  return todo();
}

q6.check(errorSlopes);

// %% [markdown]
/*
## From scores to slopes

What comes last on the way forward comes first on the way back: softmax and cross-entropy (lesson 12).
*/

// %%
p10.guess();

// %% [markdown]
/*
The loss is −ln of the right class' probability. With $p_k = e^{s_k} / \sum_j e^{s_j}$ this is $J = -s_{\text{right} } + \ln \sum_j e^{s_j}$. How fast does it change with the score $s_k$? The slope of $e^s$ is $e^s$ itself, that of $\ln u$ is $1/u$. So the
second term has the rate $e^{s_k} / \sum_j e^{s_j}$, which is $p_k$; the first has −1 for the right class and 0 for others. Write $y_k$ for the truth: 1 for the right class, 0 for others. Together:

$$\frac{dJ}{ds_k} = p_k - y_k$$

**What the network said, minus what is true.** For the scores {{answer.scores}}, with class 1 right:

{{answer.table}}

For the mean over a batch, all are divided by the number of examples.
*/

// %%
toList(softmaxCrossEntropyBackward(smallScores.scores, smallScores.label)).map((slope) => slope.toFixed(3)).join(", ")

// %% [markdown]
/*
## All of it, and a check

Here is the way back through the network from the beginning: its layers in reverse order. (The last argument is for later: with `true`, pooling goes back in a wrong way.) We check it on a small copy, on random pixels.
*/

// %%
function backward(net: Network, images: ArrayInput, labels: ArrayInput, faulty = false) {
  const pass = forward(net, images);
  const toScores = softmaxCrossEntropyBackward(pass.scores, labels);
  const throughDense = denseBackward(toScores, pass.features, net.weights);
  const pooled = flattenBackward(throughDense.input, pass.pooled);
  const throughPool = faulty ? averagePool2dBackward : maxPool2dBackward;
  const active = throughPool(pooled, pass.active, { size: 2 });
  const conv = reluBackward(active, pass.conv);
  const { input: image, weights: filters, bias: filterBias } = conv2dBackward(conv, images, net.filters);
  const slopes: Network = { filters, filterBias, weights: throughDense.weights, bias: throughDense.bias };
  return { slopes, pass, image, conv, active, pooled };
}
const lossOf = (net: Network, images: ArrayInput, labels: ArrayInput) =>
  crossEntropy(softmax(forward(net, images).scores), labels);

const small = startNetwork({ side: 8, maps: 4, classes: 3 });
const dice = randomGenerator(13);
const dots = Array.from({ length: 8 }, () => Array.from({ length: 8 }, () => dice.uniform(-1, 1)));
gradientCheck((w) => lossOf(w, dots, [2]), small, backward(small, dots, [2]).slopes)

// %% [markdown]
/*
Two passes for every number: such a check is for small networks, once, when the code is new.

Now a fault, of a kind that happens: on the way back, pooling shares equally, as if it were average pooling. Forward it takes the largest as before.
*/

// %%
p11.guess();

// %%
gradientCheck((w) => lossOf(w, dots, [2]), small, backward(small, dots, [2], true).slopes)

// %%
function train(faulty: boolean) {
  let net = untrained;
  const losses: number[] = [];
  for (let step = 0; step <= 20; step++) {
    const { pass, slopes } = backward(net, digits.images, digits.labels, faulty);
    losses.push(crossEntropy(softmax(pass.scores), digits.labels));
    net = stepAgainst(net, slopes, 0.1);
  }
  return { net, losses };
}
const [correct, wrong] = [train(false), train(true)];

show(linePlot([
  { name: "right slopes", y: correct.losses },
  { name: "with the fault", y: wrong.losses },
], {
  title: `After 20 steps: ${correct.losses[20].toFixed(2)} with right slopes, ${wrong.losses[20].toFixed(2)} with the fault`,
  xLabel: "step",
  yLabel: "mean cross-entropy",
  alt: `Two curves that begin at ${correct.losses[0].toFixed(2)}. With right slopes the loss goes to ` +
    `${correct.losses[20].toFixed(2)}, with the fault to ${wrong.losses[20].toFixed(2)}.`,
}));

// %% [markdown]
/*
A falling loss does not prove the slopes; nudges do. And they tell where to look: the dense layer's slopes agree, the filters' do not, so the fault lies between the two.

(These are 40 digits, seen 20 times. Lesson 14 trains properly, and asks about digits that the network has not seen.)

## What flows back

Take the trained network and a digit. On the way forward numbers go from the picture to the scores. Then slopes come back. Look at how many get through.
*/

// %%
p12.guess();

// %%
const sample = 17;
const shownImage = digits.images.lo(sample).hi(1);
const flow = backward(correct.net, shownImage, digits.labels.lo(sample).hi(1));
const reached = nonzero(toList(flow.conv));
const filter = strongest(flow.conv); // the one to which most comes back

show(heatmap([
  { matrix: scaled(shownImage, 0), title: "picture" },
  { matrix: scaled(flow.pass.conv, filter), title: `filter ${filter}` },
  { matrix: scaled(flow.pass.active, filter), title: "after ReLU" },
  { matrix: scaled(flow.pass.pooled, filter), title: "pooled" },
], {
  values: false,
  signed: true,
  title: "Forward, from left to right (each map divided by its largest number)",
  alt: `The digit ${digits.labels.get(sample)}, the map that filter ${filter} makes of it, the same after ReLU, and pooled.`,
}));
show(heatmap([
  { matrix: scaled(flow.image, 0), title: "to the picture" },
  { matrix: scaled(flow.conv, filter), title: `to filter ${filter}` },
  { matrix: scaled(flow.active, filter), title: "to ReLU's output" },
  { matrix: scaled(flow.pooled, filter), title: "to the pooled map" },
], {
  values: false,
  signed: true,
  title: `Back, from right to left: slopes reach ${reached} of ${flow.conv.size} numbers of the maps`,
  alt: `What comes back to each of the four. To the filters' maps, ${reached} of ${flow.conv.size} slopes are not 0; ` +
    `in the map shown they lie scattered, one at most in each window of 2 × 2.`,
}));

// %% [markdown]
/*
Read the lower row from the right. Every pooled number gets a slope. Pooling hands each to one of four cells. (On empty paper all four are 0, so the first gets it: hence the regular grid.) ReLU stops what it had cut off, and with it the whole empty paper. The filters stamp the rest onto
the picture, all eight of them, and there the stamps add up. Red: more ink here, more loss. Blue: more ink here, less loss. (Lesson 17 makes use of that.) Change `sample` and look at other digits.

And now the question from the beginning.
*/

// %%
p13.guess();

// %%
const bothTime = millisecondsOf(() => backward(untrained, oneDigit, [digits.labels.get(7)]));
const backTime = bothTime - forwardTime;
console.log(`forward:              ${forwardTime.toFixed(2)} ms`);
console.log(`back, all slopes:     ${backTime.toFixed(2)} ms, ${(backTime / forwardTime).toFixed(1)} times as long`);
const times = Math.round((1000 * nudgeTime) / bothTime).toLocaleString("en");
console.log(`all slopes by nudges: ${nudgeTime.toFixed(1)} s, ${times} times as long as both passes`);

// %% [markdown]
/*
However many weights there are, the way back costs about two or three times forward. This is why networks with millions of weights can learn at all. The price is memory: every layer must keep what it was given until the way
back has passed.

## Slopes that vanish

Rates multiply. So what if many are small, one behind the other? Take ten neurons in a row, each with one input, and the weight 1.
*/

// %%
p14.guess();

// %%
const lineWeight = 1;
function alongTheLine(activate: typeof relu, goBack: typeof reluBackward): number[] {
  const sums: number[] = [];
  for (let value = 0.5, layer = 0; layer < 10; layer++) {
    sums.push(lineWeight * value);
    value = activate([sums[layer]]).get(0);
  }
  const rates = [1]; // by the output of the last
  for (let layer = 9; layer >= 0; layer--) rates.unshift(goBack([rates[0]], [sums[layer]]).get(0) * lineWeight);
  return rates;
}
const [bySigmoids, byRelus] = [alongTheLine(sigmoid, sigmoidBackward), alongTheLine(relu, reluBackward)];

show(linePlot([
  { name: "sigmoid", y: bySigmoids.map((rate) => Math.log10(rate)) },
  { name: "ReLU", y: byRelus.map((rate) => Math.log10(rate)) },
], {
  title: `What is left at the first layer: sigmoid ${bySigmoids[0].toPrecision(2)}, ReLU ${byRelus[0].toPrecision(2)}`,
  xLabel: "layers passed on the way forward",
  yLabel: "slope, as a power of ten",
  alt: `From right to left, the slope through sigmoids falls from 1 to ${bySigmoids[0].toPrecision(2)}; ` +
    `through ReLU it goes to ${byRelus[0].toPrecision(2)}.`,
}));

// %% [markdown]
/*
Set `lineWeight` to 0.5, then to 2. With ReLU the weights alone decide: 0.5 makes slopes vanish too, 2 makes them **explode**. So weights must begin with the right size, which is a matter of lesson 16. Hochreiter described slopes that vanish and explode in 1991.

## Where people go wrong

- **"Backpropagation is learning."** It only finds the slopes. The step against them is gradient descent.
- **The mean where weights are shared.** Slopes add up over the places. Only the loss itself may be a mean, over the examples.
- **Slopes from the step before.** Some frameworks add new slopes to the old ones until told to set them to 0 (PyTorch: `zero_grad`).
- **Weights changed too early.** First all slopes, with the weights of the way forward; then all steps.
- **"The loss falls, so the slopes are right."** You have seen otherwise.
- **A check on a corner.** Where a sum is exactly 0, or two numbers in a window are equal, there is no slope to compare with. Use random pixels. (`gradientCheck` finds such places and leaves them out.)

## In five lines

1. Along a way rates multiply; where ways meet, they add. That is all.
2. Each layer needs what comes back from above and what it was given. ReLU passes or stops; max pooling sends to the winner.
3. Dense: a weight's slope is its input times what comes back to its unit; back to the inputs it is the table on its side.
4. Convolution: shared weights add up, a correlation of input and what came back; back to the picture the kernels are stamped.
5. Softmax with cross-entropy: p − y. All slopes together cost about two forward passes. Check them by nudging.

**Next:** lesson 14 builds a network from nothing and trains it with these slopes, fast.

## Further reading

- S. Linnainmaa, *The representation of the cumulative rounding error of an algorithm as a Taylor expansion of the local rounding errors* (Master's thesis, in Finnish, 1970): the method, without networks.
- D. Rumelhart, G. Hinton and R. Williams, *Learning representations by back-propagating errors* (1986): four pages that made it known.
- Y. LeCun and others, *Backpropagation Applied to Handwritten Zip Code Recognition* (1989): shared weights.
- S. Hochreiter, *Untersuchungen zu dynamischen neuronalen Netzen* (diploma thesis, 1991): slopes that vanish.
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), section 6.5.
*/

// %%
showProgress();
