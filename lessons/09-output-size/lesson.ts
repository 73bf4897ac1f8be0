// %% [markdown]
/*
# 09 · Output size

In 2012 a network called AlexNet recognised photographs far better than any program before it. For years nearly every program that
looks at pictures was built in its way, and its paper is among the most cited of all. It says: pictures of 224 × 224 pixels go in,
the first layer has filters of 11 × 11 that move by 4 pixels, and, in its drawing, 55 × 55 numbers come out for each filter.
**These statements cannot all be true.** How can one see that with a pencil? And which of the numbers is wrong?

Here is one such filter on a photograph. How wide is its output? Change `width`, and run the cell again, until the output is 55
wide. There are four such widths.
*/

// %%
import { convolution2dExplorer, imagePlot, linePlot, outputSizeExplorer, sampleImage, stemPlot } from "cnn-workbook";
import { show, showProgress, todo, toList } from "cnn-workbook";
import { architectures, summarize } from "cnn-workbook/architectures";
import { conv2d } from "cnn-workbook/layers";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 } from "cnn-workbook/lessons/09-output-size";
import { countsOf, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/09-output-size";
import { seenBy, shapesThrough, shrinking } from "cnn-workbook/lessons/09-output-size";
import { sizeWords, windowCount, windowPlot, windowRows } from "cnn-workbook/lessons/09-output-size";

const width = 224;
const harbour = sampleImage("harbour"); // [512, 512]
const photo = harbour.lo(220, 100).hi(Math.min(width, 292), Math.min(width, 412)); // cut out
const eleven = Array.from({ length: 11 }, () => new Array(11).fill([[1 / 121]])); // [11][11][1][1]
const map = conv2d(photo, eleven, { stride: 4 });

show(imagePlot([
  { image: photo, title: `${photo.shape.join(" × ")} pixels` },
  { image: map, title: "after a filter of 11 × 11, stride 4" },
], {
  title: `Width ${photo.shape[1]} gives an output of width ${map.shape[1]}`,
  alt: `A harbour, and a smaller, smoother picture of it. ` +
    `From ${photo.shape[1]} columns come ${map.shape[1]}.`,
}));

// %% [markdown]
/*
At the end you can

- say how large the output of a layer is, with stride, padding and dilation, with a pencil;
- choose the padding that keeps the size, and see when nothing fits;
- tell what “valid” and “same” mean in TensorFlow and in PyTorch, and where the two differ;
- follow the size through a network, and say how much of the picture one output sees.

You need lessons 04 and 08. Take about 40 minutes. Everything here happens along one axis. A picture has two, and each is
counted by itself.

## Count first

A row of 7 cells, and a window of 3 cells that moves by 1. The figure shows the input on top. Each row below is one position of the
window, with the cells under it, and makes one number of the output.
*/

// %%
const byOne = windowCount(7, 3);
show(windowPlot(7, 3, {
  title: `7 cells, a window of 3, stride 1: ${byOne} positions`,
  alt: `${byOne} windows: the first begins at cell 0, and each is one cell further to the right.`,
}));

// %% [markdown]
/*
There are {{seven.one}} positions, so the output has {{seven.one}} cells. Now let the window move by 2 cells at a time:
the **stride** is 2. How many positions are there?
*/

// %%
p1.guess();

// %%
const byTwo = windowCount(7, 3, { stride: 2 });
show(windowPlot(7, 3, {
  stride: 2,
  title: `The same with stride 2: ${byTwo} positions`,
  alt: `${byTwo} windows, each two cells further to the right than the one before.`,
}));

// %% [markdown]
/*
### Exercise 09.1 · Where windows start

Write down at which cells the windows start: for 7 cells, a window of 3 and stride 2 that is `[0, 2, 4]`. Replace both `todo()`.
*/

// %% exercise q1
function starts(input: number, kernel: number, stride: number): number[] {
  const last: number = todo(); // the last cell at which a window may start
  const list: number[] = [];
  for (let start = 0; start <= last; start += todo()) {
    list.push(start);
  }
  return list;
}

q1.check(starts);

// %% [markdown]
/*
## Then calculate

Slides and papers call the input's cells W (lesson 04 had N), the filter's F (there K), and the stride S. The last window may
start at cell W − F. The way from the first start to the last is therefore W − F cells long. It is walked in steps of S, so there
are (W − F) / S steps. And there is one window more than steps, because the first one is there before any step:

$$\text{output size} = \frac{W - F}{S} + 1$$

For W = 7 and F = 3:

- S = 1: (7 − 3) / 1 + 1 = {{seven.one}};
- S = 2: (7 − 3) / 2 + 1 = {{seven.two}};
- S = 3: (7 − 3) / 3 + 1 = {{seven.three}}.

The formula gives a fraction: the windows do not come out even. The slides write “does not fit”. What happens when you ask a
framework for it all the same?
*/

// %%
p2.guess();

// %%
const asWeights = (row: number[]) => [row.map((weight) => [[weight]])]; // [1][F][1][1]
const sumOf3 = asWeights([1, 1, 1]);
for (const lastCell of [7, 700]) {
  const cells = [1, 2, 3, 4, 5, 6, lastCell];
  const out = conv2d([cells], sumOf3, { stride: [1, 3] });
  console.log(`${cells.join(" ")}  →  ${toList(out).join(" ")}`);
}

// %% [markdown]
/*
The last cell is 7, then 700, and the sums stay the same. `conv2d`, TensorFlow and PyTorch all *round down*. Books write it with
brackets that are open at the top: ⌊2.33⌋ = 2. The figure shows what is lost:
*/

// %%
const byThree = windowRows(7, 3, { stride: 3 });
const lastSeen = byThree[byThree.length - 1].lastIndexOf(1);
show(windowPlot(7, 3, {
  stride: 3,
  title: `Stride 3: ${byThree.length} positions, and no window reaches beyond cell ${lastSeen}`,
  alt: `${byThree.length} windows side by side. Behind cell ${lastSeen} the input is crossed out.`,
}));

// %% [markdown]
/*
Pooling (lesson 11) slides windows in the same way: it takes, say, the largest number in each. There PyTorch can also round *up*
(`ceil_mode`): a last window that lies only partly on the input counts. The older framework Caffe rounded up when pooling. This
is one reason why a network that is copied from one framework to another may come out one cell too small. In this course's networks
it is `rounding: "ceil"`:
*/

// %%
for (const rounding of ["floor", "ceil"] as const) {
  const pool = { type: "maxPool2d", size: [1, 3], rounding } as const; // its stride is its size
  const [row] = summarize({ name: rounding, input: [1, 7, 1], layers: [pool] }).rows;
  console.log(rounding.padEnd(6), "7 cells, windows of 3, stride 3:", row.outputShape[1]);
}

// %% [markdown]
/*
## Every layer takes a little

Networks have many layers, and each begins with what the one before has left. Slides show 32 × 32 pixels under filters of 5 × 5:
first 28 × 28 are left, then 24 × 24, and so on. Someone plans ten such layers, stride 1. The network cannot be built. Which
layer is the first whose window does not fit? Take a pencil.
*/

// %%
p3.guess();

// %%
const tenLayers = Array.from({ length: 10 }, () => ({ type: "conv2d", filters: 1, kernel: 5 }) as const);
try {
  console.log(summarize({ name: "ten layers of 5 × 5", input: [32, 32, 1], layers: tenLayers }).toString());
} catch (error) {
  console.log((error as Error).message);
}

// %% [markdown]
/*
You will meet such messages. TensorFlow says “Negative dimension size”, PyTorch “Kernel size can't be greater than actual input
size”. They mean the same: the window is longer than what is left. Here is the size after each layer:
*/

// %%
const [threes, fives, sevens] = [3, 5, 7].map((kernel) => shrinking(32, kernel));

show(linePlot([
  { y: threes, name: "3 × 3" },
  { y: fives, name: "5 × 5" },
  { y: sevens, name: "7 × 7" },
  { y: shrinking(32, 5, 2), name: "5 × 5, zeros around" },
], {
  title: `Without padding, 5 × 5 filters end after ${fives.length - 1} layers, 7 × 7 after ${sevens.length - 1}`,
  xLabel: "layers",
  yLabel: "side of the picture (pixels)",
  alt: `From 32 pixels, after ten layers of 3 × 3 ${threes[threes.length - 1]} are left. 5 × 5 ends after ` +
    `${fives.length - 1} layers, 7 × 7 after ${sevens.length - 1}. One line stays at 32: 5 × 5 with zeros around each picture.`,
}));

// %% [markdown]
/*
## Padding

One line stays level. Each of its layers has **padding**: zeros around its input, as in lesson 04. P is the number of zeros on
*each* side. So how high is the output of a filter of 3 × 3 on 7 × 7 pixels, with P = 1 and stride 1?
*/

// %%
p4.guess();

// %%
const ringed = windowRows(7, 3, { padding: 1 });
show(windowPlot(7, 3, {
  padding: 1,
  title: `7 cells and a zero (P) at both ends: ${ringed.length} positions`,
  alt: `${ringed.length} windows on ${ringed[0].length} cells, the first and the last of which are padding.`,
}));

// %% [markdown]
/*
The zeros make the row longer by 2P. That is all that changes:

$$\text{output size} = \frac{W - F + 2P}{S} + 1$$

Padding also helps at the corners. A corner pixel of 6 × 6 lies in {{corner.without}} window of 3 × 3 (lesson 04). With a
ring of zeros it lies in {{corner.padded}}; a pixel inside lies in {{corner.inside}}.

Height and width come from the formula. And the channels? A picture of 32 × 32 × 3, ten filters of 5 × 5, stride 1, padding 2:
what is the whole shape?
*/

// %%
p5.guess();

// %%
const tenFilters = { type: "conv2d", filters: 10, kernel: 5, padding: 2 } as const;
const { rows: [afterTen] } = summarize({ name: "one layer", input: [32, 32, 3], layers: [tenFilters] });
console.log(afterTen.outputShape.join(" × "));

// %% [markdown]
/*
### Exercise 09.2 · Output size, or null

Frameworks round down without a word. Write a function that does not: it returns the output size where the windows come out even,
and `null` where they do not, or where not even one window fits.
*/

// %% exercise q2
function outputSize(input: number, kernel: number, stride: number, padding: number): number | null {
  return todo();
}

q2.check(outputSize);

// %% [markdown]
/*
## Which padding?

Mostly one wants the output to be as large as the input, with stride 1. Put W for the output size, and W drops out:

$$W = W - F + 2P + 1 \quad\Rightarrow\quad P = \frac{F - 1}{2}$$

F = 3 needs P = 1, F = 5 needs 2, F = 7 needs 3. F = 4 would need {{evenFilter}}: that is one reason why filters have odd sides.
(The other: they have a middle.) Common choices, says one of the slides, are

- F = 3, S = 1, P = 1 and F = 5, S = 1, P = 2, which keep the size;
- F = 1, S = 1, P = 0 (lesson 08: it mixes channels);
- F = 5, S = 2, P = “whatever fits”,

and a power of two as the number of filters: 32, 64, 128, 512.

Try F = 5, S = 2 on 32 pixels. Which P fits?
*/

// %%
p6.guess();

// %%
for (const padding of [0, 1, 2, 3, 4]) {
  console.log(`P = ${padding}:`, sizeWords(32, 5, { stride: 2, padding }));
}
console.log("1 before, 2 after:", sizeWords(32, 5, { stride: 2, padding: [1, 2] }));

// %% [markdown]
/*
With stride 2, an odd filter and an even picture, *no* padding that is the same on both sides fits. The last line has one zero
before and two after. You will need this below.

## Gaps: dilation

A filter may also have gaps. With **dilation** D its weights stand D cells apart; D = 1 is the ordinary filter. It reaches further
with no more weights. Here are 3 weights with D = 2:
*/

// %%
const dilation = 2;
const gaps = windowRows(9, 3, { dilation });
const reach = gaps[0].lastIndexOf(1) + 1;
show(windowPlot(9, 3, {
  dilation,
  title: `3 weights, dilation ${dilation}: each window reaches over ${reach} of 9 cells`,
  alt: `Positions: ${gaps.length}. In each, three cells lie under weights; ` +
    `cells left out between two weights: ${dilation - 1}.`,
}));

// %% [markdown]
/*
Call the cells from the first weight to the last, gaps included, its **reach**. How far do 3 weights reach with dilation 4?
*/

// %%
p7.guess();

// %% [markdown]
/*
Set `dilation` to 4 in the cell above the guess, and run it again: you see the reach, and how many positions are left. F weights
have F − 1 steps between them, and each step is D cells long. So the reach is D (F − 1) + 1. In every formula it takes the place
of F.

### Exercise 09.3 · The padding that keeps the size

For a filter with an odd number of weights, a dilation, and stride 1: how many zeros on each side keep the size?
*/

// %% exercise q3
function keepingPadding(kernel: number, dilation: number): number {
  return todo();
}

q3.check(keepingPadding);

// %% [markdown]
/*
Now you have all five numbers. Change them: type, or press the arrow keys in a field. Each bar under the cells is one window,
its thick parts are the weights; a click on it shows its output. Crossed-out cells lie behind the last window.

- Find two quite different ways to make 4 cells of 12, with nothing left over.
- Can cells *between* two windows be left out? When?
- Set F = 5 and S = 2 on 12 cells, and go through P = 0, 1, 2. Then switch on “same” and see where the zeros go.

The answers stand below the explorer.
*/

// %%
show(outputSizeExplorer({ input: 12, kernel: 3, stride: 2, padding: 1 }));

// %% [markdown]
/*
Windows of 3 with stride 3 make {{twelve.bigSteps}} cells of 12; a filter of 9 with stride 1 makes {{twelve.longFilter}}. Cells
between two windows are left out where the stride is longer than the window, as with F = 2 and S = 3. With F = 5 and S = 2 the formula gives
{{twelve.none}}, {{twelve.one}} and {{twelve.two}}; “same” puts {{twelve.before}} zero before and {{twelve.after}} after.

## Both axes at once

A picture has rows and columns, and the formula holds for each. So what a layer leaves out along one axis, it leaves out twice.
Take 7 × 7 pixels, a kernel of 3 × 3, stride 2 *and* dilation 2, no padding. How many of the 49 pixels does the layer look at?
*/

// %%
p11.guess();

// %% [markdown]
/*
Here is the kernel of lesson 04 on such a picture, where 34 stands in row 3, column 4. The zeros of the padding are dashed, and a
pixel that lies under no weight at any position is crossed out. Click the slider and step with the arrow keys; then change P, S
and D.

- Set stride 2 and dilation 2, and compare with your guess. Try every padding. Why does none of them help?
- Set stride 3 and dilation 1, without padding. How many pixels are crossed out? Count before you look at the sentence below.
- Which padding lets a kernel with stride 3 see every pixel?
*/

// %%
show(convolution2dExplorer({
  image: Array.from({ length: 7 }, (_, row) => Array.from({ length: 7 }, (_, column) => 10 * row + column)),
  kernel: [[0, 1, 2], [2, 2, 0], [0, 1, 2]],
  padding: 0,
  stride: 1,
  dilation: 1,
}));

// %% [markdown]
/*
With S = 2 and D = 2 the kernel and its weights both go on by two, so it meets {{plane.both}} of the {{plane.all}} pixels. An odd
padding only changes which: the odd rows and columns in place of the even ones, {{plane.odd}} pixels. (Keras and TensorFlow.js refuse
the two together: the stride or the dilation has to be 1. PyTorch does not.) With S = 3 the last row and the last column are
lost, {{plane.lost}} pixels; P = {{plane.padding}} sees them all.

## Two meanings of “same”

“Valid” means the same everywhere: no padding, rounded down. In lesson 04 “same” meant: as large as the input. What does it mean
with stride 2, where the output cannot be as large?

- **TensorFlow and Keras** (and this course): the output has ⌈W / S⌉ cells, W / S rounded up. As many zeros are added
  as that needs. If their number is odd, the end gets one more than the beginning.
- **PyTorch** refuses the word “same” when the stride is not 1. One writes `padding=1`: as many zeros before as after, then it
  rounds down.

On 224 pixels, with F = 3 and S = 2, TensorFlow makes {{halves.tf}} of it. PyTorch has {{halves.exact}}, rounded down
{{halves.torch}}. The sizes agree. So is it the same layer?

Take 8 cells, 1 to 8, and the weights 0 1 0: each output is the cell in the middle of its window. What do the two give?
*/

// %%
p8.guess();

// %%
const eight = [1, 2, 3, 4, 5, 6, 7, 8];
const middle = asWeights([0, 1, 0]);
const ourSame = conv2d([eight], middle, { stride: [1, 2], padding: "same" });
const bothSides = conv2d([eight], middle, { stride: [1, 2], padding: [0, 1] }); // none above and below
console.log("zeros as needed, one more at the end:", toList(ourSame).join(" "));
console.log("one zero on both sides:              ", toList(bothSides).join(" "));

for (const [name, zeros, out] of [["TensorFlow, same", 0, ourSame], ["PyTorch", 1, bothSides]] as const) {
  const middles = toList(out).join(" ");
  show(windowPlot(eight.length, 3, {
    ...{ stride: 2, padding: [zeros, 1], values: eight, weights: [0, 1, 0] },
    title: `${name}: zeros at the beginning ${zeros}, at the end 1; middles ${middles}`,
    alt: `Zeros at the beginning: ${zeros}. The weights 1 lie on ${middles}.`,
  }));
}

// %% [markdown]
/*
Strongly coloured cells are under the weight 1, faint ones under a 0. In PyTorch's case the zero at the end is in no window. And here is
TensorFlow.js itself (loading it takes a second):
*/

// %%
import { tf } from "cnn-workbook/training";

const eightTensor = tf.tensor4d(eight, [1, 1, eight.length, 1]); // a batch of one picture, one row high
const middleTensor = tf.tensor4d([0, 1, 0], [1, 3, 1, 1]);
const byTf = tf.conv2d(eightTensor, middleTensor, [1, 2], "same");
console.log("TensorFlow.js, same:", byTf.dataSync().join(" "));

// %% [markdown]
/*
The sizes are the same, there is no error, and every number comes from one cell further. Whoever copies trained weights from one
framework to the other gets a network that is a little worse, and no message says why. The cure is to give the padding in
numbers, [0, 1] or [1, 1]: in Keras by a layer `ZeroPadding2D` before a “valid” convolution, in PyTorch by `F.pad`.

On 7 cells there is no difference. Work out with a pencil why not: how many zeros does “same” need there?

## Back to AlexNet

Now the question from the beginning: F = 11, S = 4, and 55 should come out.

- W = 224: the formula gives {{alex.at224}}. Frameworks make {{alex.floor224}} of it and drop {{alex.lost}} column.
- W = 227: {{alex.at227}}. It fits.
- W = 224 with P = 2, as PyTorch's own version has it: {{alex.padded}}, rounded down 55.

So the pictures were 227 wide, or there was padding that the paper does not mention. The slides take 227. (For 228 to 230
the formula gives up to {{alex.at230}}, and rounding down makes 55 as well. So you found four widths: as many as the stride.)

Does it matter whether one column is lost? Follow the size through all layers.

### Exercise 09.4 · Sizes through a network

Each layer has `kernel`, `stride` and `padding`. Return the sizes after each layer, rounded down as frameworks do. For 32 cells
and two layers of 5 with stride 1, that is `[28, 24]`.
*/

// %% exercise q4
function sizes(input: number, layers: { kernel: number; stride: number; padding: number }[]): number[] {
  return todo();
}

q4.check(sizes);

// %% [markdown]
/*
Here is the whole network with three inputs, a column for each. `maxPool2d` is pooling with windows of 3 and stride 2; it makes
27 of 55. `flatten` lays all numbers in one row for the dense layers that decide (lesson 12).
*/

// %%
console.log(shapesThrough(architectures.alexNet2012OneGroup, [224, 227, 230]));

// %% [markdown]
/*
With 227 the dense layers receive {{alex.values227}} numbers, with 224 only {{alex.values224}}. A dense layer has a weight for
each number that comes in. So weights that were trained with 227 cannot be loaded into the network for 224: here, at last, the
program refuses.

## How much does one output see?

There is a second size to know: how much of the picture one output sees. One output of a layer of 3 × 3 comes from 3 cells along
each axis. But those cells may be outputs of another layer. An output's **receptive field** is all cells of the *input* that can
change it.

Two layers of 3 × 3, stride 1. How many input cells along an axis does one output see?
*/

// %%
p9.guess();

// %%
const second = { kernel: 3, stride: 1 };
for (const stride of [1, 2]) {
  const marks = countsOf([{ kernel: 3, stride }, second]).map((count) => (count > 0 ? "■" : "·"));
  console.log(`first layer's stride ${stride}: cells that change output 0:`, marks.join(" "));
}

// %% [markdown]
/*
`countsOf` finds this by trying: it puts a 1 in one input cell after the other, zeros elsewhere, and looks whether output 0
changes. With stride 2 in the first layer, the three numbers that the second layer looks at come from places 2 input cells apart.
Call that distance the **jump**. It is 1 at first, and each layer multiplies it by its stride. So a layer adds F − 1 steps of one
jump each:

{{seen}}

An output of this stack sees {{stackSees}} cells. Note the order: a layer's own stride acts only on the layers after it.

Here is the stack. Click on an output and see its field move. How far does it move when you go on by one output? (Compare the last
number of the table.) Then give all three layers F = 3 and stride 1, and after that dilations of 1, 2 and 4. How much does an
output see each time?
*/

// %%
show(outputSizeExplorer({
  input: 16,
  layers: [{ kernel: 3 }, { kernel: 2, stride: 2 }, { kernel: 3 }],
  view: "field",
}));

// %% [markdown]
/*
### Exercise 09.5 · Receptive field of a stack

Write it for any list of layers, from the first to the last. This one is yours alone. When it passes, try it on AlexNet's first
three layers, a convolution of 11 with stride 4, a pooling of 3 with stride 2 and a convolution of 5 with stride 1: the figure
below will tell whether you are right.
*/

// %% exercise q5
function fieldOf(layers: { kernel: number; stride: number }[]): number {
  return todo();
}

q5.check(fieldOf);

// %% [markdown]
/*
To tell a face from a wheel, a network has to see the whole of it. How many layers of 3 × 3, all with stride 1, would it take
until one output sees 224 cells?
*/

// %%
p10.guess();

// %%
const [byAlexNet, byVgg] = [architectures.alexNet2012OneGroup, architectures.vgg16].map(seenBy);
const plain = byVgg.map((_, layers) => 1 + 2 * layers);

show(linePlot([
  { y: byAlexNet, name: "AlexNet" },
  { y: byVgg, name: "VGG-16" },
  { y: plain, name: "3 × 3 only, stride 1" },
], {
  title: `AlexNet's last outputs see ${byAlexNet.at(-1)} pixels, VGG-16's ${byVgg.at(-1)}, plain 3 × 3 only ${plain.at(-1)}`,
  xLabel: "layers (convolution and pooling)",
  yLabel: "pixels seen along an axis",
  alt: `AlexNet reaches ${byAlexNet.at(-1)} pixels after ${byAlexNet.length - 1} layers, VGG-16 ${byVgg.at(-1)} after ` +
    `${byVgg.length - 1}. As many layers of 3 × 3 with stride 1 reach ${plain.at(-1)}, in a straight line.`,
}));

// %% [markdown]
/*
Strides make the lines bend upwards: each pooling with stride 2 doubles the jump. VGG-16 has nothing but 3 × 3 filters and
pooling, and still sees nearly the whole picture. Dilation widens the field, too, without making the picture smaller: three layers
of 3 with dilations 1, 2 and 4 see {{dilated}} cells, as many as {{plainAlike}} layers without.

Here is the whole of VGG-16. Choose a layer in the table, then drag over its output: the frame on the picture is what this
output sees. All numbers can be changed, of the input and of the layer. (Multiply-adds are for lesson 10.) Find out:

- What is the smallest input, as high as it is wide, with which the network can be built? Which layer stops it below that?
- Give it 448 × 448 pixels. Which one line gets more parameters, and why do all convolutions keep theirs?
- “as it was”, then stride 2 in the very first convolution. How much do the last outputs with places, those of `maxPool2d_5`,
  see now, and how many of them are left?

The answers stand below the explorer.
*/

// %%
import { networkExplorer } from "cnn-workbook";

show(networkExplorer({ network: architectures.vgg16, picture: sampleImage("street") }));

// %% [markdown]
/*
The smallest input is {{vgg.least}} × {{vgg.least}}; below it `{{vgg.stops}}` finds no window any more. With 448 × 448 only `{{vgg.grows}}`
grows, since a dense layer has a weight for each number that comes in; a filter has the same weights wherever it slides. With
stride 2 in front, the outputs see {{vgg.sees}} pixels instead of {{vgg.saw}}: every step behind it counts twice. And
{{vgg.left}} × {{vgg.left}} are left of 7 × 7.

One limit: the receptive field says which cells *can* change an output, not how much. Put three layers of 3 on each other, all
weights 1. How often does each of the 7 cells count in one output? Write down seven numbers before you run the cell.
*/

// %%
const ways = countsOf([second, second, second]).filter((count) => count > 0);
const most = Math.max(...ways);
show(stemPlot({ y: ways }, {
  title: `The middle cell counts ${most} times, a cell at the end ${ways[0]}`,
  xLabel: "cell of the receptive field",
  yLabel: "times it is counted",
  alt: `One stem for each cell: ${ways.join(", ")}. Highest in the middle.`,
}));

// %% [markdown]
/*
From the middle of the field many ways lead to the output, from its edge only one. So an output mostly sees the middle of its
field.

## Where people go wrong

- **“(W − F) / S, done.”** Steps, not windows. The first window is there before any step: + 1.
- **Padding counted once.** P zeros on each side are 2P.
- **“The framework would tell me.”** It rounds down and drops the last cells. It complains only when nothing is left.
- **“Same” means the same everywhere.** With a stride, TensorFlow and PyTorch look at different cells.
- **A dilated filter of 3 taken for 3 cells.** It reaches over D (F − 1) + 1.
- **“Two layers of 3 × 3 see 6.”** Their windows overlap: 5.

## In five lines

1. Output size: (W − F + 2P) / S + 1 along each axis; channels are as many as filters (lesson 08).
2. If it is no whole number, frameworks round down: cells at the end are lost.
3. P = (F − 1) / 2 keeps the size with stride 1; with dilation, D (F − 1) + 1 takes the place of F.
4. “Same” in TensorFlow: ⌈W / S⌉ cells, a zero more at the end if they are odd. PyTorch: as many on both sides.
5. Receptive field: each layer adds (F − 1) × jump, and multiplies the jump by its stride.

**Next:** lesson 10 counts what all this costs: weights, multiplications and memory, for whole networks.

## Further reading

- V. Dumoulin and F. Visin, *A Guide to Convolution Arithmetic for Deep Learning* (2016): every case as an animation.
- A. Krizhevsky, I. Sutskever and G. Hinton, *ImageNet Classification with Deep Convolutional Neural Networks* (2012): the paper
  with 224.
- F. Yu and V. Koltun, *Multi-Scale Context Aggregation by Dilated Convolutions* (2016).
- A. Araujo, W. Norris and J. Sim, *Computing Receptive Fields of Convolutional Neural Networks* (2019).
- W. Luo, Y. Li, R. Urtasun and R. Zemel, *Understanding the Effective Receptive Field in Deep Convolutional Neural Networks*
  (2016).
*/

// %%
showProgress();
