// %% [markdown]
/*
# 10 · Counting

VGG-16 is a network of 2014 that says what is in a photograph: 1000 kinds of things. It has 13 convolutional layers and 3 dense
layers, and its file holds {{vggParams.millions}} million numbers, {{vggParams.bytes}} megabytes. **Where are all these numbers? And where is the work?**

Whether a network fits into a phone, how long a picture takes, how many pictures a graphics card can train on at once: all of
it can be counted before anything is trained.

Decide before you count. Where are most of the parameters?
*/

// %%
import { barPlot, show, showProgress, todo } from "cnn-workbook";
import { architectureDiagram, architectures, summarize } from "cnn-workbook/architectures";
import type { Architecture, Layer } from "cnn-workbook/architectures";
import { family, familyFigure, forDigits } from "cnn-workbook/lessons/10-counting";
import { multiplyAddsPerSecond, shareFigure, sharingFigure } from "cnn-workbook/lessons/10-counting";
import { asOnSlide, besideSlide, countedRows, slideRows, slideTotals } from "cnn-workbook/lessons/10-counting";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12 } from "cnn-workbook/lessons/10-counting";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/10-counting";

p1.guess();

// %% [markdown]
/*
At the end you can

- count the parameters and the work of a convolutional and of a dense layer, with pencil and paper;
- read a network's summary, and find the layer that costs most;
- check a published table, and estimate the memory of a training run;
- design a network that keeps to a budget.

You need lessons 08 and 09. Take about 45 minutes.

## Four counts, by hand

A layer with 3 filters of 3 × 3. What comes in is 4 × 5 × 2: 4 rows, 5 columns, 2 channels. Stride 1, no padding, so lesson 09 gives
2 × 3 places.

| count | how | |
| --- | --- | ---: |
| numbers of a neuron | 3 × 3 × 2 weights and a bias | {{hand.each}} |
| neurons | 2 × 3 places × 3 filters | {{hand.neurons}} |
| connections: numbers, were nothing shared | {{hand.neurons}} × {{hand.each}} | {{hand.connections}} |
| parameters: numbers kept, one set a filter | 3 × {{hand.each}} | **{{hand.parameters}}** |

A bias is counted here like a weight: it is a number that the layer keeps. The same by code:
*/

// %%
const input = [4, 5, 2];
const [filters, kernelSide] = [3, 3];
const places = input.slice(0, 2).map((side) => (side - kernelSide) / 1 + 1);
const neuronNumbers = kernelSide * kernelSide * input[2] + 1;
const neuronCount = places[0] * places[1] * filters;
console.log(`a neuron: ${neuronNumbers}   neurons: ${neuronCount}`);
console.log(`connections: ${neuronCount * neuronNumbers}   parameters: ${filters * neuronNumbers}`);
show(sharingFigure(filters, places[0] * places[1]));

// %% [markdown]
/*
Each cell of the figure is a neuron, and the number in it says which set of weights and bias it uses.

Now a real one: the first layer of AlexNet, with the 227 of lesson 09. 227 × 227 × 3 come in; 96 filters of 11 × 11, stride 4.
So (227 − 11) / 4 + 1 = 55, and 55 × 55 × 96 come out.

By what number does sharing divide the parameters: how many times more would they be without it?
*/

// %%
p2.guess();

// %% [markdown]
/*
### Exercise 10.1 · Four counts of a layer

`input` is [height, width, channels], `kernel` is [rows, columns]. Return the four counts in the order of the table. The first line is
done. Replace each `todo()`. The check tries AlexNet's layer too.
*/

// %% exercise q1
function fourCounts(
  input: number[],
  kernel: number[],
  stride: number,
  padding: number,
  filters: number,
): number[] {
  const rows = (input[0] - kernel[0] + 2 * padding) / stride + 1;
  const columns: number = todo();
  const each: number = todo(); // numbers of one neuron, its bias included
  const neurons: number = todo();
  return [each, neurons, each * neurons, todo()];
}

q1.check(fourCounts);

// %% [markdown]
/*
## Dense: nothing local, nothing shared

A neuron of a **dense** layer has a weight for every number that comes in (lesson 08). On a small colour picture, 32 × 32 × 3, these
are 3,072 weights: one can live with it. And on 200 × 200 × 3? Take a pencil.
*/

// %%
p3.guess();

// %% [markdown]
/*
And one neuron is not enough: a layer wants hundreds. Each has weights of its own.

How large would AlexNet's *second* layer be, were it dense? The lecture takes 55 × 55 × 96 in and 55 × 55 × 256 out. (It leaves out
the pooling that AlexNet has between its layers, and that its filters come in two groups.) As a convolution it has 256 filters of
5 × 5. How many biases are that?
*/

// %%
p4.guess();

// %%
const incoming = [55, 55, 96];
const outgoing = [55, 55, 256];
const numbersIn = incoming.reduce((a, b) => a * b);
const numbersOut = outgoing.reduce((a, b) => a * b);
const write = (value: number) => value.toLocaleString("en");

console.log("                    weights      biases");
console.log(`convolution ${write(5 * 5 * incoming[2] * outgoing[2]).padStart(15)} ${write(outgoing[2]).padStart(11)}`);
console.log(`dense       ${write(numbersIn * numbersOut).padStart(15)} ${write(numbersOut).padStart(11)}`);
console.log(`dense, at 4 bytes a number: ${Math.round((4 * numbersIn * numbersOut) / 1e9)} gigabytes`);

// %% [markdown]
/*
Nobody builds such a layer. But dense layers stand at the *end* of many networks, where the picture has become small. There its
numbers are first put into one long list. That is called **flattening**: 7 × 7 × 64 becomes a list of 3,136. It has no parameters.

### Exercise 10.2 · A dense layer behind a picture

`input` is the shape [height, width, channels] of what is flattened; `units` says how many neurons the dense layer has.
*/

// %% exercise q2
function denseParameters(input: number[], units: number): number {
  return todo();
}

q2.check(denseParameters);

// %% [markdown]
/*
## Work: how often is a weight used?

Computing a neuron is multiplying and adding, over and over: weight times value, add to the sum. One such pair is a
**multiply-add**. (MAC is another name for it.) It is the usual measure of a network's work. Biases, activations and pooling
are left out: beside the products they hardly count.

Take the layer by hand again: 3 filters of 3 × 3 × 2, and 2 × 3 places. How many multiply-adds are that for one picture?
*/

// %%
p5.guess();

// %% [markdown]
/*
Two ways to see it. Each output needs as many products as a filter has weights. Or: each weight is used once at each place. So

$$\text{multiply-adds} = \text{places} \times \text{weights}.$$

In a dense layer each weight is used exactly once. There the two numbers are equal.

### Exercise 10.3 · Multiply-adds of a layer

`output` is the shape [height, width, filters] of what comes out, `kernel` is [rows, columns], and `channels` come in.
*/

// %% exercise q3
function multiplyAdds(output: number[], kernel: number[], channels: number): number {
  return todo();
}

q3.check(multiplyAdds);

// %% [markdown]
/*
## A network as a list

Most networks are a list of layers: what comes out of one goes into the next. Such a list is plain data. This is a network for
handwritten digits, from the lectures. Its `maxPool2d` keeps the largest number of each block of 2 × 2 cells, channel by
channel. That is **pooling**: it halves both sides and has no parameters. Lesson 11 is about it.

Which of its layers has most parameters? Guess from the list.
*/

// %%
const digitNetwork: Architecture = {
  name: "digits",
  input: [28, 28, 1],
  layers: [
    { type: "conv2d", filters: 32, kernel: 5, padding: "same" },
    { type: "maxPool2d", size: 2 },
    { type: "conv2d", filters: 64, kernel: 5, padding: "same" },
    { type: "maxPool2d", size: 2 },
    { type: "flatten" },
    { type: "dense", units: 1024 },
    { type: "dense", units: 10 },
  ],
};

p6.guess();

// %%
console.log(String(summarize(digitNetwork)));
show(architectureDiagram(digitNetwork));

// %% [markdown]
/*
`summarize` gives a line a layer: the shape that comes out, parameters, multiply-adds, and how many pixels one output sees along a
side (the receptive field of lesson 09). Keras prints such a table, too, without the last two columns. The diagram is the same
list drawn; point at a box for its counts.

The last line of the table, *activations*, counts all numbers that come out of the layers, added up. (The flattened list is
counted again.)

Which layer has most parameters? Which does most of the work? Find both in the table. Then change the list and run both cells
again. What happens to the large layer when you take out one pooling? When you leave out the padding?

### Exercise 10.4 · Your own summary

Go through a list and return `[parameters, multiplyAdds]` of the whole network. There are three kinds of layers, and `layer.type` says
which: after `if (layer.type === "conv")` you may use `layer.kernel` and `layer.filters`. Convolutions have square filters, stride
1, no padding. Pooling drops a last block that is not whole. A dense layer flattens what comes in.

For `example` below, on an input of [8, 8, 1], the answer is [{{exampleCounts}}].
*/

// %%
type Part =
  | { type: "conv"; kernel: number; filters: number }
  | { type: "pool"; size: number }
  | { type: "dense"; units: number };

const example: Part[] = [
  { type: "conv", kernel: 3, filters: 4 },
  { type: "pool", size: 2 },
  { type: "dense", units: 10 },
];

// %% exercise q4
function countNetwork(input: number[], layers: Part[]): number[] {
  return todo();
}

q4.check(countNetwork);

// %% [markdown]
/*
## A famous table, checked

This is the table of VGG-16 from the lecture, a line a layer. (It also stands in the slides of CS231n, a well-known course.)
*Memory* is how many numbers come out, rounded; *weights* leave the biases out.
*/

// %%
for (const { layer, memory, weights } of slideRows) {
  console.log(layer.padEnd(10), asOnSlide(memory).padStart(6), write(weights).padStart(13));
}
console.log(`\nTOTAL memory ${asOnSlide(slideTotals.memory)}   TOTAL params ${asOnSlide(slideTotals.params)}`);

// %% [markdown]
/*
Something in it is wrong. Add up roughly, with a pencil. Where?
*/

// %%
p7.guess();

// %% [markdown]
/*
Now compute it. `summarize` gives every row. It counts the biases, one for each channel that comes out, so `countedRows` takes them
off. A row that differs by more than one percent gets an arrow.
*/

// %%
const vgg = summarize(architectures.vgg16);
const counted = countedRows(vgg);
console.log(besideSlide(counted));
const held = counted.reduce((sum, row) => sum + row.memory, 0);
const kept = counted.reduce((sum, row) => sum + row.weights, 0);
console.log(`\nmemory  ${write(held)}  (slide: ${write(slideTotals.memory)})`);
console.log(`weights ${write(kept)}, with biases ${write(vgg.totals.params)}`);
console.log(`4 bytes a number: ${Math.round((4 * held) / 1e6)} megabytes for one picture`);

// %% [markdown]
/*
## Where are the numbers, where is the work?

Back to the question of the beginning. The parameters you have now. And the work: where does VGG-16 do most of its multiply-adds?
*/

// %%
p8.guess();

// %%
const denseRows = vgg.rows.filter(({ type }) => type === "dense");
const percentOf = (column: "params" | "multiplyAdds") =>
  ((100 * denseRows.reduce((sum, row) => sum + row[column], 0)) / vgg.totals[column]).toFixed(1);

show(shareFigure(vgg, {
  title: `The dense layers hold ${percentOf("params")} % of the parameters and do ${percentOf("multiplyAdds")} % of the work`,
  alt: `Bars for each layer of VGG-16. The three dense layers hold ${percentOf("params")} percent of the parameters ` +
    `and do ${percentOf("multiplyAdds")} percent of the multiply-adds; the convolutions have the rest.`,
}));

// %% [markdown]
/*
So the question has two answers, and they are opposite. To make VGG-16 *smaller*, change its end. To make it *faster*, change its
convolutions.

How long is {{vggWork}} billion multiply-adds? Measure it: let our own `conv2d` compute a layer, and see how many it does in a second.
*/

// %%
const perSecond = multiplyAddsPerSecond(56, 32); // 56 × 56 places, 32 channels in and out
console.log(`${(perSecond / 1e9).toFixed(2)} billion multiply-adds a second`);
console.log(`one photograph through VGG-16: about ${(vgg.totals.multiplyAdds / perSecond).toFixed(0)} seconds`);

// %% [markdown]
/*
Lesson 15 uses TensorFlow, which does the same many times faster. A graphics card does thousands of billions a second. Take
multiply-adds as a measure of work, not of time: how fast data comes from memory matters, too.

## Small filters, same view

Why has VGG only filters of 3 × 3? The column *sees* has the answer. Two 3 × 3 layers in a row see 5 × 5 pixels, three see 7 × 7
(lesson 09). Compare one 7 × 7 layer with three 3 × 3 layers, always 64 channels in and 64 out, no biases. How many weights have the
three, in percent of the one?
*/

// %%
p9.guess();

// %%
const same64 = (kernel: number) =>
  ({ type: "conv2d", filters: 64, kernel, padding: "same", bias: false }) as const;
const oneLarge = summarize({ name: "one 7 × 7", input: [56, 56, 64], layers: [same64(7)] });
const threeSmall = summarize({ name: "three 3 × 3", input: [56, 56, 64], layers: [3, 3, 3].map(same64) });
for (const { name, rows, totals } of [oneLarge, threeSmall]) {
  const seen = rows[rows.length - 1].receptiveField;
  console.log(name.padEnd(12), `sees ${seen}  weights ${write(totals.params)}  multiply-adds ${write(totals.multiplyAdds)}`);
}

// %% [markdown]
/*
Between the three layers stand activations besides (lesson 12), so three can do more than one. At its last pooling VGG-16 sees
{{vggSees}} pixels along a side, of 224.

## Memory

A number takes 4 bytes (32 bits). To *use* a network you need its parameters, and the numbers of a layer or two at a time. To
*train* it you need much more (lessons 13 and 14 say why):

- for each parameter its slope, also called its gradient (lesson 06), and with Adam, the usual method, two running averages: **4 numbers a parameter**;
- the outputs of *all* layers, for *each* picture of the batch, since the gradient is computed from them, and a gradient for
  each: **2 numbers an output, times the batch**. (The slide's “~*2 for bwd”, backward, means this.)

With 32 pictures at a time, what takes more?
*/

// %%
p10.guess();

// %%
const network = architectures.vgg16; // another one? architectures.alexNet, architectures.vgg11
const pictures = 32;
const { totals } = summarize(network);
const forParameters = 4 * 4 * totals.trainableParams;
const forOutputs = 4 * 2 * totals.activations * pictures;
const fitting = Math.max(0, Math.floor((8e9 - forParameters) / (4 * 2 * totals.activations)));

show(barPlot({ labels: ["parameters", "outputs"], values: [forParameters / 1e9, forOutputs / 1e9] }, {
  title: `${network.name}, ${pictures} pictures: ${((forParameters + forOutputs) / 1e9).toFixed(1)} GB. ` +
    `Into 8 GB would fit ${fitting}`,
  xLabel: "what the memory is for",
  yLabel: "gigabytes",
  alt: `Training ${network.name} on ${pictures} pictures takes ${(forParameters / 1e9).toFixed(1)} gigabytes for ` +
    `parameters and ${(forOutputs / 1e9).toFixed(1)} for outputs. Into 8 gigabytes fit ${fitting} pictures.`,
}));

// %% [markdown]
/*
Change `pictures` to 1, then 64. Then take `architectures.alexNet`: it has almost half of VGG's parameters. How many times more
pictures fit? What took the space?

It is an estimate. A framework throws away what it no longer needs, and takes room for its own work.

## The family

ResNet-50 (2015) has 50 layers with weights. How many parameters do you expect, compared with VGG-16 and its 16?
*/

// %%
p11.guess();

// %%
show(familyFigure(family()));

// %% [markdown]
/*
Point at a network for its numbers. Find one with few parameters and much work, and one the other way round. (U-Net finds cells in
microscope pictures; it has no dense layer, and keeps the picture large.)

Not every network is a chain. In GoogLeNet (2014) several small chains look at the same input side by side, and their channels
are put together (*concat*). Here is the first such module. Which of its convolutions cost most? Take a pencil. (*relu* is an
activation, lesson 12.)
*/

// %%
const firstModule: Architecture = {
  name: "The first module of GoogLeNet",
  input: [28, 28, 192],
  layers: architectures.googLeNet2014.layers.filter(({ type }) => type === "concat").slice(0, 1),
};
show(architectureDiagram(firstModule));

p12.guess();

// %%
console.log(String(summarize(firstModule)));

// %% [markdown]
/*
(The table goes from the left chain to the right one.) The 1 × 1 convolutions make the channels fewer before the
costly 3 × 3 and 5 × 5 come. Without the one before it, the 5 × 5 would get 192 channels in place of 16, and have {{192 / 16}} times
the work. To see a whole network, write `show(architectureDiagram(architectures.googLeNet2014))`.

SqueezeNet was made to recognise as well as AlexNet with few parameters, and does. So the number of parameters says little about
how good a network is. Lesson 18 looks at the one idea of each.

### Exercise 10.5 · A network under a budget

Now you. A network that reads digits shall run on a small chip:

- 28 × 28 × 1 in, 10 numbers out, at least one convolution;
- at most {{allowed.params}} parameters, and at most {{allowed.multiplyAdds}} multiply-adds;
- each number that is flattened sees at least {{allowed.sees}} pixels along a side, most of a digit.

Return the list of layers, in the form of `digitNetwork`. To watch it while you work, add a cell with
`summarize(forDigits(myNetwork()))`.
*/

// %% exercise q5
function myNetwork(): Layer[] {
  return todo();
}

q5.check(myNetwork);

// %% [markdown]
/*
Keep it: in lesson 15 you can train it. For comparison, `digitNetwork` has {{digitsNetwork.params}} parameters, of them
{{digitsNetwork.share}} in one dense layer.

## Where people go wrong

- **"Many parameters, so slow."** The first convolutions have few parameters and much work; dense layers have it the other way round.
- **"A larger picture needs more parameters."** In convolutions no; work and memory grow. But a dense layer behind a flattened larger
  picture does grow, and no longer fits.
- **"Pooling makes the network smaller."** It has no parameters and takes none from the convolutions after it. It takes places:
  work, memory, and the length of the list before the dense layer.
- **Mixing up FLOPs and multiply-adds.** One multiply-add is two floating-point operations. Papers write FLOPs for either:
  VGG-16 has {{vggWork}} billion or twice that. Compare only within a table.
- **What is counted?** Weights with biases or without; networks with batch normalisation (lesson 16) hold measured numbers that
  are not learned. `summarize` gives both. AlexNet has a version of 2012 in two groups and later ones with other filters.
- **Megabytes.** A megabyte is a million bytes here. Some programs divide by 1,048,576 and call that a megabyte, too.

## In five lines

1. Convolution: (rows × columns × channels in + 1) × filters parameters, whatever the size of the picture.
2. Dense: (numbers in + 1) × neurons. Behind a flattened picture that is often most of the network.
3. Multiply-adds: places × weights in a convolution; in a dense layer each weight once.
4. Training memory: 4 numbers a parameter with Adam, and 2 an output for each picture of the batch.
5. Where are VGG-16's numbers, and where is its work? {{vggShares.numbers}} of the numbers in the three dense layers,
   {{vggShares.work}} of the work in the convolutions.

**Next:** lesson 11 looks at pooling, which here only made things smaller.

## Further reading

- A. Krizhevsky, I. Sutskever and G. Hinton, *ImageNet Classification with Deep Convolutional Neural Networks* (2012).
- K. Simonyan and A. Zisserman, *Very Deep Convolutional Networks for Large-Scale Image Recognition* (2014): section 2.3 has the 3 × 3
  argument.
- C. Szegedy and others, *Going Deeper with Convolutions* (2014): GoogLeNet and its modules.
- F. Iandola and others, *SqueezeNet* (2016).
- A. Canziani, A. Paszke and E. Culurciello, *An Analysis of Deep Neural Network Models for Practical Applications* (2016): such
  a figure, with accuracy and measured time.
*/

// %%
showProgress();
