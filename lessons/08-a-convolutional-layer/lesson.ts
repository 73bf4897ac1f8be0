// %% [markdown]
/*
# 08 · A convolutional layer

An awning with red and white stripes hangs in the street below. Run the cell. **How many red stripes has it along its lower
edge?** You can count them. A program gets {{streetShape}} numbers. No kernel that you have met so far can tell it what is *red*: they all worked on
grey pictures, and in grey a red stripe is just a darker stripe.

This lesson gives kernels colours, and uses many kernels at once. The result is called a *convolutional layer*. Networks are
built of such layers, and the weights of the layers are what networks learn.
*/

// %%
import { heatmap, imagePlot, kernels, sampleImage, show, showProgress, sobel } from "cnn-workbook";
import { toGray, todo, toList, toNested } from "cnn-workbook";
import { conv2d } from "cnn-workbook/layers";
import { diagonal, redBegins, sixBySix, upright } from "cnn-workbook/lessons/08-a-convolutional-layer";
import { fourBias, fourNames, fourWeights } from "cnn-workbook/lessons/08-a-convolutional-layer";
import { above0, brightestOf, midGrey, sortMarks } from "cnn-workbook/lessons/08-a-convolutional-layer";
import { spread, strip } from "cnn-workbook/lessons/08-a-convolutional-layer";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "cnn-workbook/lessons/08-a-convolutional-layer";
import { p10, p11, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/08-a-convolutional-layer";

const street = sampleImage("street");
show(imagePlot(street, {
  title: `A street, ${street.shape.join(" × ")}`,
  alt: "A row of houses. On the left a shop has an awning with red and white stripes. " +
    "Further right there are a yellow house with green shutters, and a blue house with a red door.",
}));

// %% [markdown]
/*
At the end you can

- compute what a filter makes of several channels, with pencil and paper and as loops;
- read and write the weights of a layer, and count its parameters;
- say what a bias is for, and what a 1 × 1 convolution is good for;
- set the weights of a layer so that it does a job, and load them into TensorFlow.js.

You need lessons 03, 04 and 06. Take about 45 minutes.

## The brightest red

The simplest idea: red things have much red in them. So take the red channel (lesson 03) and mark its brightest pixels, one in
twenty. What will be marked?
*/

// %%
p1.guess();

// %%
const brightest = brightestOf(street, 0, 0.05); // channel 0, one pixel in twenty
const [red, green, blue] = brightest.colour;

show(imagePlot([
  { image: street.pick(null, null, 0), title: "the red channel" },
  { image: brightest.image, title: "its brightest pixels, in their colours" },
], {
  title: `The brightest pixels have, on average, the colour ${brightest.colour.join(", ")}`,
  alt: `The red channel as a grey picture, and its brightest pixels in their colours. ` +
    `Their mean colour is red ${red}, green ${green}, blue ${blue}.`,
}));

// %% [markdown]
/*
## One filter, all channels

One channel does not show what is red. You must *compare* the channels. So give the kernel a table of weights for each channel.
Such a stack of tables is called a **filter**. (Many people call it a kernel, too. Here a kernel is one table.)

A filter is small in height and width. But it always goes through the **full depth**: it has weights for all channels that come in.

Before we compute one: a filter slides over a picture with three channels. How many channels come out?
*/

// %%
p2.guess();

// %%
const smallPicture = [
  [[1, 0], [2, 1], [0, 4]],
  [[3, 2], [1, 0], [2, 1]],
];
const smallFilter = [
  [[1, 0], [0, 3]],
  [[2, -1], [-1, 1]],
];
const tables = Object.entries({ picture: smallPicture, filter: smallFilter }).flatMap(([name, rows]) =>
  [0, 1].map((n) => ({
    matrix: rows.map((row) => row.map((values) => values[n])),
    title: `${name}, channel ${n}`,
  })));

show(heatmap(tables, {
  title: "A picture and a filter, both with two channels",
  signed: true,
  columns: 2,
  alt: tables.map(({ matrix, title }) => `${title}: ${matrix.map((row) => row.join(" ")).join(" / ")}`).join("; "),
}));

// %% [markdown]
/*
By hand, with the picture of 2 rows, 3 columns and 2 channels above. Lay the filter on the left of the picture. Multiply in each channel by itself:

- channel 0: {{hand.channel0}}
- channel 1: {{hand.channel1}}

Now add the channels: {{hand.sums[0]}} + {{hand.sums[1]}}. And one thing more, a number that belongs to the filter and is added to every
output: its **bias**, here {{hand.bias}}. The output is {{hand.total}} = **{{hand.first}}**.

The filter fits at one more place, a column further right. Take a pencil.
*/

// %%
p3.guess();

// %% [markdown]
/*
`conv2d` computes it. It wants the picture pixel by pixel, as in lesson 03: each pixel is a list of its channels. Each weight stands
in brackets of its own; you will soon see why.
*/

// %%
const smallWeights = smallFilter.map((row) => row.map((weights) => weights.map((weight) => [weight])));
conv2d(smallPicture, smallWeights, { bias: [-4] })

// %% [markdown]
/*
### Exercise 08.1 · One output, all channels

`image[r][c][n]` is the value in row r, column c and channel n; `filter[i][j][n]` is a weight. The loops are there. Replace both
`todo()`: the value with which the sum begins, and what each round adds to it.
*/

// %% exercise q1
function outputAt(
  image: number[][][],
  filter: number[][][],
  bias: number,
  row: number,
  column: number,
): number {
  let sum: number = todo();
  for (let i = 0; i < filter.length; i++) {
    for (let j = 0; j < filter[0].length; j++) {
      for (let n = 0; n < filter[0][0].length; n++) {
        sum += todo();
      }
    }
  }
  return sum;
}

q1.check(outputAt);

// %% [markdown]
/*
## What is red?

The smallest filter has one row and one column. It compares the channels of a single pixel. Let red count 1, and green and blue
−½ each:

{{mixTable}}

White gives nearly 0. (Our white is not quite neutral, so {{whiteSum}} is left.) Only red gives a large sum. A bias of −90 brings
all others below 0, and we mark what is still above 0.

Before you run the cell: the bias goes from −90 down to −130. What happens to the marks?
*/

// %%
p4.guess();

// %%
const mix = [1, -0.5, -0.5]; // weights for red, green, blue
const threshold = -90; // the bias
const redness = conv2d(street, [[mix.map((weight) => [weight])]], { bias: [threshold] }).pick(null, null, 0);
const markedShare = (100 * toList(redness).filter((value) => value > 0).length) / redness.size;

show(imagePlot([
  { image: midGrey(redness), title: "output of the filter: mid-grey is 0" },
  { image: above0(redness), title: "where it is above 0" },
], {
  title: `Weights ${mix.join(", ")} and bias ${threshold}: ${markedShare.toFixed(1)} % of the pixels are above 0`,
  alt: `The output as a grey picture and, in white, the pixels above 0: ${markedShare.toFixed(1)} percent. ` +
    "As shipped, these are the stripes of the awning and the door on the right.",
}));

// %% [markdown]
/*
Three weights and a bias find the red things. The bias acts as a threshold. Change the numbers and run the cell again:

- bias −60, then −130;
- find weights for *blue* things, and a bias for them;
- find weights for *yellow*. (Yellow is red and green without blue.)

## Many filters: a layer

One filter asks one question. Lesson 07 ended with several: a crossing, a stem below it, a bar to the left. So let several filters slide over the same picture, and put their
outputs together as channels. That is a **convolutional layer**. Each channel of its output is called a **feature map**, or
**activation map**: it shows where a filter found what it looks for.

A picture of 6 × 6 pixels, 0 and 1, and two filters of 3 × 3. Filter 0 looks for a falling diagonal, filter 1 for an upright line.
The −1 say what should *not* be there.
*/

// %%
show(heatmap([
  { matrix: sixBySix, title: "picture" },
  { matrix: diagonal, title: "filter 0" },
  { matrix: upright, title: "filter 1" },
], {
  title: "A picture with one channel, and two filters",
  signed: true,
  alt: `The picture has the rows ${sixBySix.map((row) => row.join("")).join(", ")}. Filter 0 has 1 on its ` +
    "falling diagonal and −1 elsewhere. Filter 1 has 1 in its middle column and −1 elsewhere.",
}));

// %% [markdown]
/*
Take a **stride** of 2: move by two columns, not one (lesson 01). What does filter 0 give at row 0, column 0, and at its next stop,
row 0, column 2? Guess both, such as `p5.guess([1, 2])`.
*/

// %%
p5.guess();

// %%
const plane = sixBySix.map((row) => row.map((value) => [value])); // [6][6][1]
const bothFilters = diagonal.map((row, i) => row.map((_, j) => [[diagonal[i][j], upright[i][j]]])); // [3][3][1][2]
const maps = conv2d(plane, bothFilters);
const best = [0, 1].map((m) => Math.max(...toList(maps.pick(null, null, m))));

show(heatmap([0, 1].map((m) => ({ matrix: maps.pick(null, null, m), title: `map of filter ${m}` })), {
  title: `Shape ${maps.shape.join(" × ")}; the largest values are ${best.join(" and ")}`,
  signed: true,
  alt: `Two tables. ${[0, 1].map((m) => `Filter ${m}: ${(toNested(maps.pick(null, null, m)) as number[][])
    .map((row) => row.join(" ")).join("; ")}`).join(". ")}.`,
}));
console.log("with stride 2:", toList(conv2d(plane, bothFilters, { stride: 2 }).pick(null, null, 0)).join(" "));

// %% [markdown]
/*
A 3 says: exactly my pattern. Find both 3s of filter 0 in the picture. The two maps are *one* array; its shape is in the title.

## All weights in one array

The weights of a layer are an array of order 4:

$$\text{rows} \times \text{columns} \times \text{channels in} \times \text{filters} \;=\; K_1 \times K_2 \times N_{in} \times N_{out}.$$

The last cell built one: `[3][3][1][2]`. It holds a table of weights for each pair of a channel n and a filter m. And each filter has
one bias, b[m]. So this is the whole layer, with x for what comes in, w for the weights, and z for what comes out:

$$z[r, c, m] \;=\; b[m] + \sum_{i=0}^{K_1-1}\; \sum_{j=0}^{K_2-1}\; \sum_{n=0}^{N_{in}-1} w[i, j, n, m]\; x[r+i, c+j, n].$$

It is lesson 04's formula with one more sum, over the channels n, once for each filter m. Nothing is turned round.

This is the order of TensorFlow and of this course. PyTorch has another: [filter, channel, row, column], and its pictures are
[channel, row, column]. (Lecture slides that speak of a "2 × 4 × 4" output mean that order.) The numbers are the same, in other
places. Whoever copies weights from one to the other has to move the axes.

Ten filters of 5 × 5 for a colour picture: what is the shape of the weights, in our order? Guess a list.
*/

// %%
p6.guess();

// %% [markdown]
/*
### Exercise 08.2 · A whole layer

Write it, for all places where the whole filter lies on the picture. The result is `output[r][c][m]`. You may call your `outputAt`,
but it takes a single filter, without the m; six loops are just as good.

For one row of three pixels, one channel, and two filters of 1 × 1, `layer([[[1], [2], [3]]], [[[[10, 0]]]], [0, 5])` is
`[[[10, 5], [20, 5], [30, 5]]]`.
*/

// %% exercise q2
function layer(image: number[][][], weights: number[][][][], bias: number[]): number[][][] {
  return todo();
}

q2.check(layer);

// %% [markdown]
/*
## Sobel's pair is a layer

In lesson 06 you slid two kernels over the harbour, one for x, one for y. That is a layer with one channel in and two filters. How
many parameters has it? **Parameters** are all the numbers that a layer keeps, and which a network may learn: weights and biases.
*/

// %%
p7.guess();

// %%
const harbour = sampleImage("harbour"); // [512, 512], one channel
const [sobelX, sobelY] = [kernels.sobelX, kernels.sobelY].map((kernel) => toNested(kernel) as number[][]);
const sobelWeights = sobelX.map((row, i) => row.map((_, j) => [[sobelX[i][j], sobelY[i][j]]]));
const sobelBias = [0, 0];
const gradients = conv2d(harbour, sobelWeights, { bias: sobelBias });
const kept = sobelWeights.flat(3).length + sobelBias.length;
const byLesson06 = toList(sobel(harbour, { mode: "valid" }).x);
const agree = toList(gradients.pick(null, null, 0)).every((value, at) => value === byLesson06[at]);

show(imagePlot(["x", "y"].map((name, m) => ({ image: gradients.pick(null, null, m), title: `map ${m}: ${name}` })), {
  title: `${kept} parameters make ${gradients.shape.join(" × ")} numbers`,
  range: [-255, 255],
  alt: "Two grey pictures with light and dark lines: edges from left to right in map 0, from top to bottom in map 1.",
}));
console.log(`map 0 is what sobel gave for x: ${agree}`);

// %% [markdown]
/*
People found these numbers by thinking. In lesson 06 a program found nine of them from examples. A network finds all its
weights that way. You choose how many filters a layer has; 32, 64, 128 and 512 are common.

### Exercise 08.3 · Parameters of a layer

`image` is the shape of what comes in, [height, width, channels]; `kernel` is [rows, columns] of each filter; `filters` says how many
there are. Not everything that you get is needed.
*/

// %% exercise q3
function parameters(image: number[], kernel: number[], filters: number): number {
  return todo();
}

q3.check(parameters);

// %% [markdown]
/*
## Local and shared

A **neuron** computes one of the numbers that come out: it takes some numbers, multiplies each by a weight, adds the products, and
adds its bias. A neuron of a 5 × 5 filter on a colour picture has 5 × 5 × 3 = {{neuron.weights}} weights and a bias. With 3 × 3 on 20 channels it
has {{neuron.deep}} weights. It sees only a small part of height and width, its **receptive field**, but all channels. At each place
there is one neuron for each filter. They see the same numbers and ask different questions.

In a *dense* layer each neuron looks at everything: on a picture of 32 × 32 × 3 it has {{neuron.dense}} weights. What does a
convolutional layer save? The neurons of Sobel's pair on 512 × 512 pixels, wired in three ways:

| each neuron looks at | its weights | parameters |
| --- | --- | ---: |
| all {{counts.pixels}} pixels (dense) | its own | {{counts.dense}} |
| 3 × 3 pixels (*local*) | its own | {{counts.local}} |
| 3 × 3 pixels (*local*) | the same for all of a map (*shared*) | **{{counts.shared}}** |

**Local** is sensible because what makes an edge or a corner lies close together. (Lesson 03 shuffled the pixels of a picture:
then local makes no sense any more.) **Shared** is sensible because an edge on the left is the same as an edge on the right: a
question worth asking in one place is worth asking everywhere.

Sharing has a consequence. Move the picture 60 columns to the right, and put it through the same layer. (What leaves on the right
comes in on the left.) What happens to the output?
*/

// %%
p8.guess();

// %%
const shift = 60;
const moved = (toNested(harbour) as number[][]).map((row) => [...row.slice(-shift), ...row.slice(0, -shift)]);
const fromMoved = conv2d(moved, sobelWeights);
const [mapRows, mapColumns] = fromMoved.shape;
const after = toList(fromMoved.lo(0, shift, 0)); // without its first columns
const atMoved = toList(gradients.hi(mapRows, mapColumns - shift, 2)); // without its last columns
const atSame = toList(gradients.lo(0, shift, 0));
const [alike, unmoved] = [atMoved, atSame].map((values) =>
  Math.round((100 * after.filter((value, at) => value === values[at]).length) / after.length));

show(imagePlot([
  { image: gradients.pick(null, null, 0), title: "map 0 of the picture" },
  { image: fromMoved.pick(null, null, 0), title: `map 0, the picture moved by ${shift}` },
], {
  title: `${alike} % of the numbers come back ${shift} columns further right, ${unmoved} % where they were`,
  range: [-255, 255],
  alt: `Map 0 before and after. ${alike} percent of the numbers come back ${shift} columns further right, ` +
    `${unmoved} percent where they were.`,
}));

// %% [markdown]
/*
This is called **equivariance**: the output moves as the input moves. (Slides and books often say "translation invariant", which
would mean that the output *stays*. It does not.) It holds for shifts. If the picture is turned or enlarged, the answers change.

## Four filters on colours

Now a layer for the street: four filters of 9 × 9, {{fourSize.weights}} weights and 4 biases, {{fourSize.parameters}} parameters. One filter asks each of these:

- **blur**: the mean grey value of 81 pixels;
- **blue minus red**, averaged;
- **edges**: grey on the left minus grey on the right;
- **red minus the rest**, averaged.

The layer has them in another order. Look at its four maps (each with its own scale: largest white, smallest black) and find out
which is which.
*/

// %%
const fourMaps = conv2d(street, fourWeights, { bias: fourBias });
const fourPictures = fourNames.map((_, m) => spread(fourMaps.pick(null, null, m)));
const brightAt = (rows: number[][], r: number, c: number) => Math.round(rows[Math.min(r, rows.length - 1)]?.[c] ?? 0);

show(imagePlot(fourPictures.map((image, m) => ({ image, title: `map ${m}` })), {
  columns: 2,
  title: `From ${street.shape.join(" × ")} to ${fourMaps.shape.join(" × ")}`,
  alt: `Four grey pictures of the street. From 0 (black) to 255 (white), ${fourPictures.map((rows, m) =>
    `map ${m} has ${brightAt(rows, 26, 416)} in the sky, ${brightAt(rows, 246, 362)} on the red door, ` +
    `${brightAt(rows, 276, 60)} on the white base of the wall`).join("; ")}.`,
}));

// %% [markdown]
/*
Give four map numbers, in the order of the list: blur, blue minus red, edges, red minus the rest. For example
`p9.guess([0, 1, 2, 3])`.
*/

// %%
p9.guess();

// %%
for (const [m, name] of fourNames.entries()) console.log(`map ${m}  ${name}`);

// %% [markdown]
/*
The next layer of a network would get these four maps as *its* channels. Its filters can ask questions such as: an edge, and red on
one side of it?

## 1 × 1

A filter of 1 × 1 looks strange, but you used one for the red things. It mixes the channels of each pixel, with the same weights
everywhere. Turning colour into grey is such a layer: three weights (lesson 03).
*/

// %%
const greyByLayer = conv2d(street, [[[[0.2125], [0.7154], [0.0721]]]]);
const greyBefore = toList(toGray(street));
const farthest = toList(greyByLayer).reduce((most, v, at) => Math.max(most, Math.abs(v - greyBefore[at])), 0);
console.log(`largest difference from toGray: ${farthest.toFixed(6)}`);

// %% [markdown]
/*
What can such a layer do, and what can it never do, whatever its weights and biases are?
*/

// %%
p10.guess();

// %% [markdown]
/*
Networks use 1 × 1 layers to turn many channels into fewer: 256 maps into 64 mixtures of them, before a layer that would be slow
with 256 (lesson 18).

### Exercise 08.4 · Set the weights

Write a layer of two 1 × 1 filters for colour pictures. Return its weights, shape [1, 1, 3, 2], and its two biases.

- Filter 0: red minus the mean of green and blue.
- Filter 1: the negative in grey, 255 minus the mean of red, green and blue.

When it passes, look at it in a new cell: `const mine = conv2d(street, mixer().weights, { bias: mixer().bias });` and then
`show(imagePlot(mine.pick(null, null, 1), { title: "negative", alt: "negative" }));`
*/

// %% exercise q4
function mixer(): { weights: number[][][][]; bias: number[] } {
  return todo();
}

q4.check(mixer);

// %% [markdown]
/*
## The same layer in TensorFlow.js

`tf.layers.conv2d` is the layer of the library with which you will train networks from lesson 15 on. It begins with
random weights. We replace them by ours. (Loading TensorFlow takes a second. Lesson 12 explains *activation*; `"linear"` means that
there is none.)
*/

// %%
import { tf, toTensor } from "cnn-workbook/training";

const theirLayer = tf.layers.conv2d({
  filters: 4,
  kernelSize: 9,
  activation: "linear",
  inputShape: street.shape,
});
const model = tf.sequential({ layers: [theirLayer] });
console.log("weights", theirLayer.getWeights()[0].shape, "biases", theirLayer.getWeights()[1].shape);
theirLayer.setWeights([toTensor(fourWeights), toTensor(fourBias)]);
model.summary();

// %% [markdown]
/*
`null` stands for the number of pictures, which may be any: a layer takes batches. So the street goes in as a batch of one, by
`expandDims(0)`.
*/

// %%
const theirs = (model.predict(toTensor(street).expandDims(0)) as tf.Tensor).dataSync();
const ours = toList(fourMaps);
const apart = ours.reduce((most, value, at) => Math.max(most, Math.abs(value - theirs[at])), 0);
console.log(`${theirs.length} numbers; the largest difference is ${apart.toExponential(1)}`);

// %% [markdown]
/*
They agree as far as TensorFlow's numbers go: it computes with about seven digits, our `conv2d` with sixteen.

## Count the stripes

Now the awning. In a row of pixels along its lower edge a stripe *begins* wherever something not red lies on the left and something
red on the right. A filter can do both: compare channels and compare columns.

### Exercise 08.5 · Where red begins

Write a layer with one 3 × 3 filter for colours: weights [3, 3, 3, 1], one bias. Its output must be **above 0** where something red
begins from left to right, and **not above 0** everywhere else: not where red ends, nor inside something red, nor where red lies below another
colour, nor where two other colours meet. The check tries all pairs of these colours, side by side and above each other:

{{colourTable}}
*/

// %% exercise q5
function redBegin(): { weights: number[][][][]; bias: number[] } {
  return todo();
}

q5.check(redBegin);

// %% [markdown]
/*
`redBegins` is our answer. (Put your own in its place: `redBegin()`.) Along one row of pixels we count how often the output rises
above 0.
*/

// %%
const detector = redBegins;
const beginnings = conv2d(street, detector.weights, { bias: detector.bias }).pick(null, null, 0);
const alongRow = Math.min(222, beginnings.shape[0] - 1);
const answers = toList(beginnings.pick(alongRow, null));
const starts = answers.flatMap((value, at) => (value > 0 && !(answers[at - 1] > 0) ? [at + 1] : []));

show(imagePlot([
  { image: strip(street, alongRow + 1), title: `around row ${alongRow + 1}` },
  { image: strip(above0(beginnings), alongRow), title: "output above 0" },
], {
  columns: 1,
  title: `Along row ${alongRow + 1} red begins ${starts.length} times`,
  alt: `A strip of the street, and the places where the output is above 0. Along row ${alongRow + 1} red begins ` +
    `${starts.length} times, at the columns ${starts.join(", ")}.`,
}));

// %% [markdown]
/*
Is it what you counted? (The first stripe is at the corner and narrower than the others.) The layer needs {{redParameters}} numbers for it.

We chose this row. Now let the detector look at the whole street. Will it mark places where nothing is red?
*/

// %%
p11.guess();

// %%
const { atRed, elsewhere } = sortMarks(beginnings, street);
show(imagePlot([
  { image: street, title: "street" },
  { image: above0(beginnings), title: "output above 0" },
], {
  title: `${atRed} marks at something red, ${elsewhere} elsewhere`,
  alt: `The street, and white marks where the output is above 0: ${atRed} at something red, ${elsewhere} elsewhere.`,
}));

// %% [markdown]
/*
The marks elsewhere stand at the chimneys, with blue sky on their left, and where the shop's green door ends and bricks begin.
One layer only adds up. A second layer could take the maps *red on the right* and *red on the left*, and combine them. Between the
two something must set to 0 what is below 0, as we did when we marked. That is lesson 12.

So, the awning has {{stripes}} red stripes along its edge. {{redParameters}} numbers found them, in a row that we chose, and they make mistakes
elsewhere.

## Where people go wrong

- **"A colour picture goes in, so a filter gives three maps."** One filter, one map. The channels are added.
- **"3 × 3, so nine weights."** Nine for each channel that comes in. On 64 channels, a "3 × 3" filter has {{deepWeights}} weights.
- **"A larger picture needs more parameters."** It needs more computing. The parameters are shared.
- **"One bias for each pixel."** One for each filter.
- **"The weights are [filters, …]."** In PyTorch. In TensorFlow the filters come last. A layer of 3 × 3 × 3 × 3 hides the error.
- **"For a convolutional layer it makes no difference where things are."** Its maps move with the picture. Pooling, lesson 11,
  makes small shifts matter less.

## In five lines

1. A filter has weights for all channels; products are added over rows, columns and channels, and the bias once.
2. A layer has several filters. Each makes one channel of the output: shape [height, width, filters].
3. Parameters: rows × columns × channels in × filters, and one bias for each filter, whatever the size of the picture.
4. Local and shared: few parameters, and answers that move with the picture.
5. A 1 × 1 layer mixes channels; a bias is a threshold.

**Next:** lesson 09 asks how large the output is, with stride and padding. In a whole network (slides call it the classic
structure) each convolutional layer is followed by an activation (lesson 12) and often by pooling (lesson 11); dense layers
make the decision at the end.

## Further reading

- Y. LeCun and others, *Backpropagation Applied to Handwritten Zip Code Recognition* (1989): shared weights, learned.
- M. Lin, Q. Chen and S. Yan, *Network in Network* (2014): where 1 × 1 convolutions come from.
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), sections 9.1 to 9.5.
- V. Dumoulin and F. Visin, *A Guide to Convolution Arithmetic for Deep Learning* (2016).
*/

// %%
showProgress();
