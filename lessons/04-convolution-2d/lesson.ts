// %% [markdown]
/*
# 04 · Convolution in two dimensions

A metal sheet comes out of the mill. A lamp shines on it from the upper right, dust lies on it, and somewhere runs a
**scratch, one pixel wide**. You may see it below, if you take your time. A machine has to see it on every sheet, ten times a
second. **Which numbers let it see the scratch, but not the lamp, the dust and the grain of the metal?**
*/

// %%
import { convolve2d, correlate2d, crop, kernels, sampleImage, toNested } from "cnn-workbook";
import { convolution2dExplorer, heatmap, imagePlot, kernelExplorer, linePlot } from "cnn-workbook";
import { show, showProgress, todo } from "cnn-workbook";
import { makeSheet, riddleOf, ringMean, scoreMarks, scoreScratch } from "cnn-workbook/lessons/04-convolution-2d";
import { p1, p2, p3, p4, p5, p6, p7, p8 } from "cnn-workbook/lessons/04-convolution-2d";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/04-convolution-2d";

const sheet = makeSheet(1);

show(imagePlot(sheet.image, {
  title: `A metal sheet, ${sheet.image.shape.join(" × ")} pixels`,
  alt:
    "A grey picture, dark at the lower left and bright at the upper right, with grain and specks. " +
    "A faint thin line rises to the right.",
}));

// %% [markdown]
/*
The simplest idea: a scratch is bright, so mark the brightest pixels. How well does that work?
*/

// %%
p1.guess();

// %%
const descending = [...sheet.image.data].sort((a, b) => b - a);
const threshold = descending[sheet.scratch.length];
const bright = scoreMarks(sheet, sheet.image, threshold);

// Everything above the threshold is drawn white, everything else black.
show(imagePlot(sheet.image, {
  title: `The brightest pixels: ${bright.found.toFixed(0)} % of the scratch`,
  range: [threshold, threshold + 1],
  alt:
    `White marks for all pixels above ${threshold}: ` +
    `${bright.found.toFixed(0)} percent of the scratch is among them.`,
}));

// %% [markdown]
/*
The marks show where the lamp is. One pixel by itself cannot say whether it belongs to a scratch. It has to be compared with
its neighbours: above, below, left, right and across. That is what a kernel with rows *and* columns does.

At the end you can

- compute such a convolution with a pencil, and write it as loops;
- say how large the output is, and why its border may go dark;
- tell from the weights what a kernel will do: blur, sharpen, find edges;
- design a kernel for a job, and measure how good it is.

You need lessons 00 to 03. Take about 45 minutes. (A program made the sheet, so we know where the scratch is and can count.)

## One output at a time

In lesson 01 a row of weights slid over a row of samples. Now a small table of weights, the **kernel**, slides over an image.
At each place: multiply every weight by the pixel under it, and add up all the products. As before, nothing is turned round;
that comes later.

Here is an image of 5 rows and 5 columns. A kernel of 3 × 3 lies over its upper left corner. Small and after a × stand the
weights, `{{example.weights}}` (a slash begins a new row):

{{placed}}

Row by row:

{{firstSum}}

{{rowSums}} = **{{example.first}}**. That is the output in row 0, column 0.

Now move the kernel one row *down*, and take a pencil. (The third row of pixels under it is {{example.third}}.)
*/

// %%
p2.guess();

// %% [markdown]
/*
All positions at once. The kernel fits at three heights and three widths, so there are {{whole}} outputs.
*/

// %%
const five = [
  [3, 3, 2, 1, 0],
  [0, 0, 1, 3, 1],
  [3, 1, 2, 2, 3],
  [2, 0, 0, 2, 2],
  [2, 0, 0, 0, 1],
];
const nineWeights = [
  [0, 1, 2],
  [2, 2, 0],
  [0, 1, 2],
];
correlate2d(five, nineWeights, { mode: "valid" })

// %% [markdown]
/*
Step through them. Each pixel under the kernel carries its weight in the corner. Drag the kernel, click on an output, or click
the slider and use the four arrow keys. Then change a weight in the field, and see which outputs change.
*/

// %%
show(convolution2dExplorer({ image: five, kernel: nineWeights, basic: true }));

// %% [markdown]
/*
## The formula

Call the image x, the kernel w and the output z. `x[r, c]` is the pixel in row r and column c. The kernel has H rows and W
columns; i counts its rows and j its columns, both from 0.

$$z[r, c] = \sum_{i=0}^{H-1} \sum_{j=0}^{W-1} w[i, j] \; x[r+i, c+j]$$

Two sums, so two loops: go through the rows of the kernel, and in each row through its columns. r and c say where its upper
left weight lies. It is the formula of lesson 01 with a second index.

### Exercise 04.1 · One output

The loops are there. Replace `todo()` by the product that belongs to i and j.
*/

// %% exercise q1
function outputAt(image: number[][], kernel: number[][], row: number, column: number): number {
  let sum = 0;
  for (let i = 0; i < kernel.length; i++) {
    for (let j = 0; j < kernel[0].length; j++) {
      sum += todo();
    }
  }
  return sum;
}

q1.check(outputAt);

// %% [markdown]
/*
### Exercise 04.2 · All outputs

Now the whole output, at every position where the kernel lies wholly on the image: an array of rows. Neither image nor kernel
need be square.
*/

// %% exercise q2
function slide2d(image: number[][], kernel: number[][]): number[][] {
  return todo();
}

q2.check(slide2d);

// %% [markdown]
/*
## A kernel that answers a question

The weights of the example had no meaning. This kernel asks something: *is it brighter on the left than on the right?*

| | | |
| ---: | ---: | ---: |
| 1 | 0 | −1 |
| 1 | 0 | −1 |
| 1 | 0 | −1 |

Imagine a picture in which each row is `10 10 10 0 0 0`: bright on the left, black on the right. What will each row of the
valid output be?
*/

// %%
p3.guess();

// %%
const brightLeft = Array.from({ length: 6 }, () => [10, 10, 10, 0, 0, 0]);
const brightRight = Array.from({ length: 6 }, () => [0, 0, 0, 10, 10, 10]);
const edgeOf = (image: number[][]) => correlate2d(image, kernels.verticalEdges, { mode: "valid" });
const signOf = (image: number[][]) => (edgeOf(image).get(1, 1) > 0 ? "plus" : "minus");

show(heatmap([
  { matrix: brightLeft, title: "bright on the left" },
  { matrix: edgeOf(brightLeft), title: `its edge: ${signOf(brightLeft)}` },
  { matrix: brightRight, title: "bright on the right" },
  { matrix: edgeOf(brightRight), title: `its edge: ${signOf(brightRight)}` },
], {
  title: "An answer only where the brightness changes, and its sign says which way",
  columns: 2,
  alt:
    `Bright left of dark gives ${edgeOf(brightLeft).get(0, 1)} along the edge, dark left of bright ` +
    `${edgeOf(brightRight).get(0, 1)}; beside the edge the outputs are 0.`,
}));

// %% [markdown]
/*
A **vertical edge** is such a place: the brightness changes from left to right, and the border between the two sides runs up
and down.

Now pixels that are all different. By hand: the first three pixels of the left column are {{vertical.left}} =
{{vertical.leftSum}}, those two columns to the right {{vertical.right}} = {{vertical.rightSum}}. So the first output is
{{vertical.leftSum}} − {{vertical.rightSum}} = {{vertical.first}}: negative, since the right side is brighter. Work out the
next one, column 1 less column 3, before you press the right arrow key. Where is the output largest, and what do you see in
the image there?
*/

// %%
const six = [
  [3, 0, 1, 2, 7, 4],
  [1, 5, 8, 9, 3, 1],
  [2, 7, 2, 5, 1, 3],
  [0, 1, 3, 1, 7, 8],
  [4, 2, 1, 6, 2, 8],
  [2, 4, 5, 2, 3, 9],
];
show(convolution2dExplorer({ image: six, kernel: kernels.verticalEdges, basic: true }));

// %% [markdown]
/*
The largest output is {{most.value}}, in row {{most.row}}, column {{most.column}}: on the left lie {{most.left}}, on the right
only {{most.right}}.

Now on a picture. Turn the kernel's table on its side, and it asks whether it is brighter *above* than *below*:
`1 1 1 / 0 0 0 / −1 −1 −1`. One of the two outputs below comes from this kernel, the other from the first. Mid-grey is 0, lighter
is positive, darker is negative. Look at the tower: at its sides, and at the borders of its stripes.
*/

// %%
const harbour = sampleImage("harbour");
const shore = crop(harbour, { top: 60, left: 250, height: 300, width: 262 });
const riddle = riddleOf(shore);

show(imagePlot(shore, {
  title: "A part of the harbour",
  alt: "A lighthouse with dark and light stripes, beside it a white house, on rocks.",
}));
show(imagePlot([
  { image: riddle.A, title: "A" },
  { image: riddle.B, title: "B" },
], {
  title: "One kernel compares left with right, the other above with below",
  range: [-255, 255],
  alt:
    "Two grey relief pictures of it. In A the borders of the stripes stand out, " +
    "and the sides of the tower are hardly there. In B it is the other way round.",
}));

// %%
p4.guess();

// %% [markdown]
/*
The same nine numbers, only turned: each kernel sees what the other misses.

The outputs of such kernels go below 0 and above 255, which a screen cannot show. Two ways to deal with it:
*/

// %%
const signed = toNested(riddle.B) as number[][];
const shifted = signed.map((row) => row.map((value) => 127.5 + value / 2));
const negatives = riddle.B.data.filter((value) => value < 0).length;
const percent = ((100 * negatives) / riddle.B.size).toFixed(0);

show(imagePlot([
  { image: shifted, title: "halved and raised: 0 is mid-grey" },
  { image: signed, title: "clipped to 0 … 255" },
], {
  title: `Clipping throws away the sign: ${percent} % of the values are negative`,
  alt:
    "Left, both signs can be told apart. " +
    `Right, the ${percent} percent that are negative are all black.`,
}));

// %% [markdown]
/*
Clipped (lesson 03), every edge from dark to bright is lost. A network sets what is below 0 to 0 too, on purpose (ReLU,
lesson 12). It can learn a second kernel for the other sign.

## How large is the output?

Lesson 01 had three modes. They hold for rows and for columns, each on its own:

- **valid**: the whole kernel lies on the image. Height N − K + 1, where N is the image's height and K the kernel's.
- **same**: zeros around the image, so that the output is as large as the image.
- **full**: every position where at least one weight lies on the image. Height N + K − 1. Networks hardly ever use it.

Work it out for an image of 512 × 512 and a kernel of 9 × 9, then run the cell.
*/

// %%
const box9 = Array.from({ length: 9 }, () => new Array(9).fill(1 / 81));
for (const mode of ["valid", "same", "full"] as const) {
  console.log(mode.padEnd(6), correlate2d(harbour, box9, { mode }).shape.join(" × "));
}

// %% [markdown]
/*
### Exercise 04.3 · The output's shape

Given the shapes of image and kernel as [height, width], and the mode, return the shape of the output.
*/

// %% exercise q3
function outputShape(image: number[], kernel: number[], mode: "full" | "same" | "valid"): number[] {
  return todo();
}

q3.check(outputShape);

// %% [markdown]
/*
## Two reasons for zeros around the image

Valid mode invents nothing. But it has two downsides:

1. **The image shrinks.** Each 3 × 3 kernel takes 2 rows and 2 columns, each 9 × 9 takes 8. A network has dozens of such
   steps, one after the other (lesson 09).
2. **The border counts less.** Think of 6 × 6 pixels and a 3 × 3 kernel. The pixel in the corner lies under the kernel in one
   position only.

In how many positions does the pixel at row 1, column 1 lie under it?
*/

// %%
p5.guess();

// %%
const ones = (rows: number, columns: number) =>
  Array.from({ length: rows }, () => new Array(columns).fill(1));
const used = (rows: number, columns: number, size: number) =>
  correlate2d(ones(rows - size + 1, columns - size + 1), ones(size, size), { mode: "full" });
const counts = used(6, 6, 3);
const corner = counts.get(0, 0);
const middle = counts.get(counts.shape[0] >> 1, counts.shape[1] >> 1);

show(heatmap(counts, {
  title: `Outputs in which a pixel takes part: ${corner} at the corner, ${middle} in the middle`,
  alt: `The corner pixels take part in ${corner} of the outputs, those in the middle in ${middle}.`,
}));

// %% [markdown]
/*
Put `used(12, 12, 5)` in the place of `used(6, 6, 3)`: a larger kernel neglects a wider border. If something matters at the edge of a photograph, valid mode hardly looks at it.

Zeros around the image, the **padding**, mend both. With a 3 × 3 kernel one ring of zeros keeps the size; with K × K it takes
(K − 1)/2 rings. But zeros are black pixels that nobody photographed. An image is 90 everywhere, the kernel an average of
3 × 3: what comes out in the corner?
*/

// %%
p6.guess();

// %%
const around = [
  { name: "fill", words: "zeros around" },
  { name: "symm", words: "mirrored" },
  { name: "wrap", words: "wrapped round" },
] as const;
const smoothed = around.map(({ name }) => correlate2d(harbour, box9, { mode: "same", boundary: name }));
const depth = Math.min(60, ...harbour.shape);
const corners = around.map(({ words }, i) => `${words} ${smoothed[i].get(0, 0).toFixed(0)}`);

show(imagePlot(around.map(({ words }, i) => ({
  image: crop(smoothed[i], { height: depth, width: depth }),
  title: words,
})), {
  title: "The upper left corner after a 9 × 9 average: the border depends on what lies around",
  alt:
    `In the corner itself: ${corners.join(", ")}; the picture has ${harbour.get(0, 0)} there.`,
}));

// %% [markdown]
/*
In the corner only {{corner.inside}} of the {{corner.all}} weights lie on the picture, {{corner.share}} % of the average. How
many pixels deep is the dark rim? Decide before you run the next cell.
*/

// %%
const distances = Array.from({ length: 9 }, (_, d) => d);
const means = smoothed.map((image) => distances.map((d) => ringMean(image, d)));

show(linePlot(around.map(({ words }, i) => ({ x: distances, y: means[i], name: words })), {
  title: `With zeros the outermost pixels are ${(100 * (1 - means[0][0] / means[1][0])).toFixed(0)} % darker`,
  xLabel: "distance from the border (pixels)",
  yLabel: "mean brightness (0 to 255)",
  alt:
    `With zeros around, the mean brightness is ${means[0][0].toFixed(0)} at the border and ` +
    `${means[0][5].toFixed(0)} five pixels in. Mirrored, it is ${means[1][0].toFixed(0)} at the border.`,
}));

// %% [markdown]
/*
{{corner.reach}} pixels, (K − 1)/2: from there on no weight reaches a zero.

`boundary: "symm"` mirrors the picture at its border, edge pixels included. `"wrap"` continues it with the opposite side, as
if it were wound round a tube: fine for a texture, strange for a landscape, where sea comes out beside sky. Neural networks
mostly take zeros all the same. They are cheap, and the network learns to live with them; it can even tell from the dark rim
where the border is.

### Exercise 04.4 · A border that does not go dark

Another way is to repeat the outermost pixel as often as needed: a row 5 1 2 becomes … 5 5 **5 1 2** 2 2 … Write `slideSame`
with that. The output is as large as the image, and the kernel has odd sides. Its *middle* lies on the pixel in question. The
loops over rows and columns are there; the sum is yours.
*/

// %% exercise q4
function slideSame(image: number[][], kernel: number[][]): number[][] {
  const output: number[][] = [];
  for (let row = 0; row < image.length; row++) {
    const line: number[] = [];
    for (let column = 0; column < image[0].length; column++) {
      line.push(todo());
    }
    output.push(line);
  }
  return output;
}

q4.check(slideSame);

// %% [markdown]
/*
## Read a kernel before you use it

Over a place where all pixels are equal, a flat area, the output is that pixel times the **sum of the weights**. So the sum
says at once what becomes of the brightness. Try it with `0 −1 0 / −1 6 −1 / 0 −1 0`, where every pixel is 100:
*/

// %%
p7.guess();

// %%
const table = ["identity", "boxBlur", "gaussianBlur", "sharpen"] as const;
const differences = ["diagonalEdges", "laplacian4", "laplacian8"] as const;
const flat = Array.from({ length: 3 }, () => [100, 100, 100]);
for (const name of [...table, ...differences]) {
  const sum = kernels[name].data.reduce((total, weight) => total + weight, 0);
  const out = correlate2d(flat, kernels[name], { mode: "valid" }).get(0, 0);
  console.log(`${name.padEnd(14)} weights sum to ${sum.toFixed(0)}, 100 becomes ${out.toFixed(0)}`);
}

// %% [markdown]
/*
These are the kernels one meets everywhere. Those whose sum is 1 keep the brightness:

- **identity**, a 1 in the middle: each pixel stays.
- **box blur**, nine times 1/9: the mean of the neighbours.
- **Gaussian blur**, `1 2 1 / 2 4 2 / 1 2 1` in sixteenths: a mean in which the near ones count more (lesson 05).
- **sharpen**, 5 and four times −1: the pixel, plus what it has more than each of its four neighbours.
*/

// %%
const symm = { mode: "same", boundary: "symm" } as const;
const detail = crop(shore, { top: 175, left: 100, height: 115, width: 160 });
const effects = ["as it was", "softer", "softened less", "harder"];

show(imagePlot(table.map((name, i) => ({
  image: correlate2d(detail, kernels[name], symm),
  title: `${name}: ${effects[i]}`,
})), {
  title: "Weights that sum to 1: the brightness stays",
  columns: 2,
  alt:
    "Four versions of the house, equally bright: " +
    "unchanged, two softened, and one with harder edges and grain.",
}));

// %% [markdown]
/*
Those whose sum is 0 answer nothing on flat areas, however bright, and so show where something *changes*:

- **laplacian4**, `0 1 0 / 1 −4 1 / 0 1 0`: neighbours less pixel, in four directions. Edges of any direction.
- **laplacian8**, 8 and eight times −1: pixel less neighbours, in eight directions. The sign is the other way round.
- **diagonalEdges**, `1 0 −1 / 0 0 0 / −1 0 1`: corners and slanted lines. On a straight vertical or horizontal edge its
  plus and minus cancel.
*/

// %%
show(imagePlot(differences.map((name) => ({
  image: correlate2d(detail, kernels[name], symm),
  title: name,
})), {
  title: "Weights that sum to 0: flat areas vanish, mid-grey is 0",
  range: [-128, 128],
  columns: 3,
  alt:
    "Three grey pictures with light and dark outlines of windows, roof and rocks; " +
    "the flat wall is mid-grey.",
}));

// %% [markdown]
/*
Now you. Each field holds a weight, and the picture follows at once. Click on a picture: below stand the products under that
pixel. With *open a picture …* you use a photograph of your own; it is read in your browser and goes nowhere. (*sobelX* and
*sobelY* come in lesson 06.) It begins with `−2 −1 0 / −1 1 1 / 0 1 2`. What is its sum, and what will the picture look like?

Then find out:

1. Choose *sharpen*, and change nothing but the weight in the middle until flat areas vanish. Which number is it, and which
   kernel above is that?
2. Which number in the middle leaves flat areas half as bright?
3. Choose *boxBlur*, then *5 × 5*. The kernel has 25 weights now. Does the picture get softer?
*/

// %%
const mine = [
  [-2, -1, 0],
  [-1, 1, 1],
  [0, 1, 2],
];
show(kernelExplorer({ image: detail, kernel: mine }));

// %% [markdown]
/*
The weights sum to 1, so the brightness stays, and each pixel also tells how much brighter it gets towards the lower right: a
relief, lit from one side. Around the middle of *sharpen* lie weights that sum to {{middleOf.around}}. With {{middleOf.vanish}} in the
middle all cancel: that is *laplacian4* with plus and minus exchanged. With {{middleOf.half}} the sum is {{middleOf.share}}. The 16
new weights of the box are zeros, and zeros change nothing.

## Turned by half a turn

Lesson 01 turned the kernel round for *convolution* and left it as it is for *correlation*. In two dimensions turning round
means both axes: upside down and left to right, which together is half a turn, 180°.

Slide `1 2 3 / 4 5 6 / 7 8 9`, as it is, over a black image with a single pixel of 1 in the middle. Which number stands to the
*upper left* of the middle?
*/

// %%
p8.guess();

// %%
const point = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0]);
point[2][2] = 1;
const digits = [[1, 2, 3], [4, 5, 6], [7, 8, 9]];

const slid = correlate2d(point, digits, { mode: "same" });
const turnedFirst = convolve2d(point, digits, { mode: "same" });

show(heatmap([
  { matrix: slid, title: "correlation" },
  { matrix: turnedFirst, title: "convolution" },
], {
  title: "A single bright pixel draws the kernel: correlation turned, convolution as written",
  alt:
    `Around the pixel the outputs begin, at the upper left, with ${slid.get(1, 1)} in correlation ` +
    `and with ${turnedFirst.get(1, 1)} in convolution.`,
}));

// %% [markdown]
/*
As in lesson 01: what Keras, PyTorch and TensorFlow.js call a convolution is correlation, and their weights are learned, so it
makes no difference to them. Blur, sharpen and the Laplacians look the same after half a turn and do not care. For an edge
kernel half a turn swaps plus and minus. In the formula of convolution each + under x becomes a −:
`x[r − i, c − j]`. In this course `correlate2d` never turns and `convolve2d` always does, as in SciPy.

Write the kernel `0 0 0 / 0 0 1 / 0 0 0` into the field. Which way will the picture move? Decide, then click the slider
and press the End key. Turn the kernel with the switch, and look again. Then choose *box* and watch the outputs at the
border, where the zeros are.
*/

// %%
show(convolution2dExplorer({ image: five, kernel: nineWeights, mode: "same" }));

// %% [markdown]
/*
As it stands, this kernel takes the pixel on the *right* of each place, so the picture moves to the *left*. Turned, it moves it
to the right.

## Small, local, shared

A 3 × 3 kernel knows nothing of the picture but nine pixels at a time. Is that enough? What belongs together in a picture
mostly lies close together: the two sides of an edge, the strokes of a window. So the first layer of a network looks for small
patterns: edges, lines, corners, dots. The next layer slides kernels over *those* outputs and finds combinations: two edges
that meet, a square. Layer after layer, eyes and wheels are put together from strokes (lesson 17 makes them visible).

It is also cheap to store. 9 × 9 weights for a picture of 512 × 512 are {{costs.weights}} numbers. If each output had its own
weight for every pixel, as in a fully connected layer, there would be {{costs.dense}}. To compute it still takes
{{costs.products}} multiplications, {{costs.weights}} for each pixel; lesson 05 shows kernels that need only {{costs.separable}}.

## Back to the sheet

Now find the scratch. For a kernel, each output above {{half}} counts as a mark, half of the scratch's brightness.
`scoreScratch` slides a kernel over four *other* sheets and counts how much of the scratch is marked, and how many of a
thousand pixels elsewhere. Here is the kernel 8 and eight times −1, divided by 6:
*/

// %%
const attempt = [
  [-1, -1, -1],
  [-1, 8, -1],
  [-1, -1, -1],
].map((row) => row.map((weight) => weight / 6));

const answered = correlate2d(sheet.image, attempt, symm);
const score = scoreScratch(attempt);

show(imagePlot(answered, {
  title: `Found ${score.found} % of the scratch, with ${score.falseAlarms} false alarms in a thousand`,
  range: [0, 20],
  alt:
    `The kernel's output on the sheet. On four other sheets ${score.found} percent of the scratch is found, ` +
    `with ${score.falseAlarms} false alarms in a thousand pixels.`,
}));

// %% [markdown]
/*
The lamp is gone: a sum of 0 ignores it. But a speck of dust differs from its neighbours too, and so does the grain. What has a
scratch that dust has not?

### Exercise 04.5 · Your kernel

Design a kernel, of odd sides up to 9, such that

- where all pixels are equal, or become evenly brighter in one direction, the output is 0;
- over a rising line that is 10 brighter than its sides the output is 10;
- it finds at least **90 %** of the scratch with at most **5** false alarms in a thousand.

Try it in the cell above first: every number there follows your kernel. You may write the weights out, or let loops fill them
in. The check says which demand is not met.
*/

// %% exercise q5
function scratchKernel(): number[][] {
  return todo();
}

q5.check(scratchKernel);

// %% [markdown]
/*
When it passes, put `scratchKernel()` in the place of `attempt` in the cell above and look at the picture. That is the answer to
the question at the beginning: a few dozen numbers, positive along the scratch and negative beside it, that sum to 0.

And its limit: it sees scratches that rise at 45°. Others need kernels of their own. A network's first layer holds a set of
kernels in many directions, 32 in a small one, and nobody designs them: they are learned from examples (lessons 06 and 13).

## Where people go wrong

- **Rows are not x.** `image[row][column]`: down first, then across. `image[x][y]` gives no error on a square image, and the wrong pixel.
- **"Full has N + K + 1 rows."** Some slides say so. It is N + K − 1: test a formula with 1 and 1.
- **"Convolution flips, so the network does."** It does not; and in two dimensions a flip turns *both* axes.
- **"The edges of the photo are dark."** No, the padding is. Look at what lies around before you trust a border.
- **"The picture of edges is black, so there are none."** Perhaps they were negative, and clipped.

## In five lines

1. Slide a table of weights over an image; at each place multiply, and add everything up.
2. valid N − K + 1, same N, full N + K − 1, for height and width each on its own.
3. Zeros around keep the size and darken the border; mirroring or repeating does not.
4. Weights that sum to 1 keep the brightness; weights that sum to 0 ignore it and show changes, with a sign.
5. Few weights, the same ones everywhere, each output from its surroundings only: local and shared.

**Next:** lesson 05 looks closely at the kernels that smooth.

## Further reading

- R. C. Gonzalez and R. E. Woods, *Digital Image Processing* (4th edition, 2018), chapter 3: filtering in space, boundaries, the
  Laplacian.
- V. Dumoulin and F. Visin, *A Guide to Convolution Arithmetic for Deep Learning* (2016): animations of every mode and stride.
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), section 9.1 and 9.2: convolution as networks use it, and
  why it is sparse and shared.
*/

// %%
showProgress();
