// %% [markdown]
/*
# 05 · Smoothing

A camera in the dark makes two kinds of mistakes. Every pixel is a little wrong: **grain**. And a few pixels are
completely wrong, black or white, because a spot of the sensor is broken: **specks**.

Below is one picture, damaged once in each way. Measured over the whole picture, both are *equally* wrong. **Which filter
repairs which damage? And which filter comes first when a picture has both?**
*/

// %%
import { boxFilter, boxKernel1d, gaussianFilter, gaussianKernel1d } from "cnn-workbook";
import { correlate1d, correlate2d, crop, kernels, loadImage, medianFilter } from "cnn-workbook";
import { resizeImage, separateKernel, toGray, toList, toNested, unsharpMask } from "cnn-workbook";
import { heatmap, imagePlot, linePlot, show, showProgress, todo } from "cnn-workbook";
import { addGrain, addSpecks, errorOf, scene } from "cnn-workbook/lessons/05-smoothing";
import { goal, ruins, scoreRestore } from "cnn-workbook/lessons/05-smoothing";
import { spokeContrast, starPicture, stripesLeft } from "cnn-workbook/lessons/05-smoothing";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9 } from "cnn-workbook/lessons/05-smoothing";
import { q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/05-smoothing";

const clean = scene;
const grainy = addGrain(clean, { deviation: 20 });
const specked = addSpecks(clean, { share: 0.022 });
const wrongBy = (image: typeof clean) => errorOf(image, clean).toFixed(1);

show(imagePlot([
  { image: clean, title: "clean" },
  { image: grainy, title: `grain: error ${wrongBy(grainy)}` },
  { image: specked, title: `specks: error ${wrongBy(specked)}` },
], {
  title: "The same picture, damaged in two ways",
  alt: "A picture three times: clean, with fine grain everywhere, and with scattered black and " +
    `white specks. The errors are ${wrongBy(grainy)} and ${wrongBy(specked)} grey values.`,
}));

// %% [markdown]
/*
The **error** says how far a picture is from the clean one, in grey values. For each pixel take the difference and square
it; take the mean of all squares, and its root. (It is also called the root mean square error.) We can measure it because
we did the damage ourselves: for grain, every pixel got a random push of about {{damage.deviation}} grey values; for
specks, {{damage.specks}} % of the pixels became black or white.

At the end you can

- choose between a box, a Gaussian and a median, and say what each costs;
- choose sigma and size so that they fit each other;
- make a large blur fast by doing it in two passes;
- sharpen a picture, and say why that brings the grain back;
- restore a badly damaged picture.

You need lessons 01, 03 and 04. Take about 45 minutes. (For a picture of your own, set `clean` in the cell above to
`toGray(resizeImage(await loadImage("mine.jpg"), { width: 240 }))`, and run all cells again. The numbers in the text are
those of the lighthouse.)

## An average treats all damage alike

You know the mean of nine from lesson 04: the 3 × 3 box. `boxFilter` computes it, and mirrors the picture at its border.
Both pictures go through it. Which comes closer to the clean one?
*/

// %%
p1.guess();

// %%
const boxedGrain = boxFilter(grainy, { size: 3 });
const boxedSpecks = boxFilter(specked, { size: 3 });

show(imagePlot([
  { image: boxedGrain, title: `grain: error ${wrongBy(boxedGrain)}` },
  { image: boxedSpecks, title: `specks: error ${wrongBy(boxedSpecks)}` },
], {
  title: `After the mean of nine: grain ${wrongBy(grainy)} → ${wrongBy(boxedGrain)}, ` +
    `specks ${wrongBy(specked)} → ${wrongBy(boxedSpecks)}`,
  alt: "The grain has become fainter and softer. Each speck has become a pale square. The errors are " +
    `${wrongBy(boxedGrain)} and ${wrongBy(boxedSpecks)}.`,
}));

// %% [markdown]
/*
Lesson 01 has the reason. If the pushes go up as often as down and have nothing to do with each other, weights leave the
share √(sum of their squares) of them. Nothing in this rule asks whether the pushes are many small ones or a few large
ones. It holds in two dimensions too. Nine weights of 1/9 leave √(9 × 1/81) = 1/3. Check it on a flat grey wall:
*/

// %%
const wall = Array.from({ length: 200 }, () => new Array(200).fill(128));
const wallWithGrain = addGrain(wall, { deviation: 20 });
const wallWithSpecks = addSpecks(wall, { share: 0.0246 });

for (const [name, damaged] of [["grain ", wallWithGrain], ["specks", wallWithSpecks]] as const) {
  const before = errorOf(damaged, wall);
  const after = errorOf(boxFilter(damaged, { size: 3 }), wall);
  console.log(`${name}  ${before.toFixed(1)} → ${after.toFixed(1)}  share left: ${(after / before).toFixed(3)}`);
}

// %% [markdown]
/*
But a third of {{damage.deviation}} is {{boxed.noise}}, and on the lighthouse {{boxed.grain}} were left. The rest is the
price. The box also averages bricks and edges: it changes even the *clean* picture, by {{boxed.detail}}. Noise left and
detail lost have nothing to do with each other, so again their squares add:
√({{boxed.noise}}² + {{boxed.detail}}²) = {{boxed.together}}.

A larger box leaves less noise. What happens to the error?
*/

// %%
p2.guess();

// %%
const sides = [1, 3, 5, 7, 9, 11];
const errors = sides.map((size) => errorOf(boxFilter(grainy, { size }), clean));
const lost = sides.map((size) => errorOf(boxFilter(clean, { size }), clean));
const bestSide = sides[errors.indexOf(Math.min(...errors))];

show(linePlot([
  { x: sides, y: errors, name: "error" },
  { x: sides, y: sides.map((size) => 20 / size), name: "noise left" },
  { x: sides, y: lost, name: "detail lost" },
], {
  title: `The best box has ${bestSide} × ${bestSide} pixels: error ${Math.min(...errors).toFixed(2)}`,
  xLabel: "side of the box (pixels)",
  yLabel: "grey values",
  alt: `With larger boxes the noise left falls to ${(20 / sides.at(-1)!).toFixed(1)} and the detail lost ` +
    `rises to ${lost.at(-1)!.toFixed(1)}. The error is smallest, ${Math.min(...errors).toFixed(2)}, ` +
    `for a box of ${bestSide}.`,
}));

// %% [markdown]
/*
The amount of blurring grows with the size of the kernel. Every smoothing filter makes this trade. The question is how much
detail it asks for the same noise.

## Box against Gaussian

What does a kernel do to a single bright point? It leaves its own shape there, as in lesson 01. So filter a point to see
the kernel. We compare a box of 9 × 9 with the Gaussian that leaves the same share of noise.
*/

// %%
const point = Array.from({ length: 25 }, () => new Array(25).fill(0));
point[12][12] = 1000; // so bright that its thousandths are easy to read

const square = boxFilter(point, { size: 9 });
const hill = gaussianFilter(point, { sigma: 2.54 });
const share = (spot: typeof square) => (Math.hypot(...toList(spot)) / 1000).toFixed(3);

show(heatmap([
  { matrix: square, title: `box 9 × 9: leaves ${share(square)} of the noise` },
  { matrix: hill, title: `Gaussian, sigma 2.54: leaves ${share(hill)}` },
], {
  title: "One bright point becomes a square or a round hill (thousandths)",
  alt: "The box spreads the point evenly over a square with hard edges. " +
    "The Gaussian makes a round hill that falls off smoothly.",
}));

// %% [markdown]
/*
Two differences. The box has hard edges: a pixel counts fully or not at all. And it treats directions differently: its
corners are √2 times as far from the middle as its sides. The Gaussian depends only on the distance, so it is round.

Does that matter? Below is a star of white and black spokes. Towards the middle they get finer. Look for the ring where a
white and a black spoke together are 6 pixels wide, about a third of the way out. The star goes through the same box.
*/

// %%
const star = starPicture({ size: 201, spokes: 36 });
show(imagePlot(star, {
  title: "A star of 36 white and 36 black spokes",
  alt: "White and black spokes around a grey middle. They get narrower from the rim to the middle.",
}));
p3.guess();

// %%
const boxedStar = boxFilter(star, { size: 9 });
const smoothStar = gaussianFilter(star, { sigma: 2.54 });
const contrast = (picture: typeof boxedStar, pair: number) =>
  spokeContrast(picture, { pair }).toFixed(0).replace("-", "−");
const course = (picture: typeof boxedStar) => [14, 10, 6].map((pair) => contrast(picture, pair)).join(", ");

show(imagePlot([
  { image: boxedStar, title: "box 9 × 9" },
  { image: smoothStar, title: "Gaussian, sigma 2.54" },
], {
  title: `White less black where a pair is 6 pixels wide: box ${contrast(boxedStar, 6)}, ` +
    `Gaussian ${contrast(smoothStar, 6)}`,
  alt: "The star after each. Where a pair of spokes is 14, 10 and 6 pixels wide, white less black is " +
    `${course(boxedStar)} grey values under the box, ${course(smoothStar)} under the Gaussian.`,
}));

const part = { top: 38, left: 76, height: 36, width: 50 }; // above the middle
show(imagePlot([
  { image: crop(star, part), title: "the star" },
  { image: crop(boxedStar, part), title: "box" },
  { image: crop(smoothStar, part), title: "Gaussian" },
], {
  title: "Closer: the ring where a pair of spokes is 6 pixels wide, and around it",
  alt: "The same detail three times. In its ring, white spokes less black ones: " +
    `${contrast(boxedStar, 6)} under the box, ${contrast(smoothStar, 6)} under the Gaussian.`,
}));

const pairs = Array.from({ length: 91 }, (_, i) => 2 + i / 5);
const afterBox = pairs.map((pair) => stripesLeft(boxKernel1d(9), pair));
const afterGaussian = pairs.map((pair) => stripesLeft(gaussianKernel1d({ sigma: 2.54 }), pair));
const crossings = afterBox.filter((left, i) => i > 0 && left * afterBox[i - 1] < 0).length;
const lowest = (values: number[]) => Math.min(...values).toFixed(2).replace("-0.00", "0").replace("-", "−");

show(linePlot([
  { x: pairs, y: afterBox, name: "box 9" },
  { x: pairs, y: afterGaussian, name: "Gaussian 2.54" },
], {
  title: `Stripes left: box down to ${lowest(afterBox)}, Gaussian down to ${lowest(afterGaussian)}`,
  xLabel: "one white and one black stripe together (pixels)",
  yLabel: "share of the stripes left",
  alt: `With finer stripes the box's curve falls to ${lowest(afterBox)} and crosses zero ${crossings} times. ` +
    `The Gaussian's lowest value is ${lowest(afterGaussian)}.`,
}));

// %% [markdown]
/*
Look at the upright white spoke in the detail: under the box it ends black. With a pencil: stripes of 3 white pixels (1) and
3 black ones (0), and a box of nine in the middle of a *white* stripe. It covers 0 0 0 1 1 1 0 0 0, mean 1/3. In the middle
of a *black* stripe it covers 1 1 1 0 0 0 1 1 1, mean 2/3. Black is brighter than white now. Below zero in the figure means just that: **black and white exchanged**.

So a box does not simply remove what is fine. It shows detail that is not there. A Gaussian does not: what is finer is
always weaker. (Cut off as ours is, it goes below zero too, but by less than one part in ten thousand.) That is why lesson 02 smoothed with it before throwing pixels away.

Now your turn. Find the sigma, to one decimal, that brings the grainy picture closest to the clean one.
*/

// %%
const sigma = 3;
const smooth = gaussianFilter(grainy, { sigma });
show(imagePlot(smooth, {
  title: `Gaussian, sigma ${sigma}: error ${errorOf(smooth, clean).toFixed(2)}`,
  alt: `The grainy picture after a Gaussian of sigma ${sigma}: error ${errorOf(smooth, clean).toFixed(2)}.`,
}));

// %% [markdown]
/*
The best one leaves {{bestError}}, at a sigma of {{best.sigma}}. The best box left {{boxError}}.

## Sigma and size

Sigma says how wide the hill is. The weight at the distance d from the middle is

$$w(d) \;\propto\; e^{-d^2 / (2\sigma^2)}.$$

(∝ says: up to a factor. The factor makes the weights add up to 1.) The hill never quite reaches zero, so it must be cut off
somewhere. That is the *size*, and it has to fit sigma. A common recipe takes 9 × 9 and a sigma of 3. Look at it, cut
through the middle:
*/

// %%
const shortCut = gaussianKernel1d({ sigma: 3, radius: 4 });
const longCut = gaussianKernel1d({ sigma: 3 });
const distance = (kernel: typeof shortCut) => toList(kernel).map((_, i) => i - (kernel.size - 1) / 2);
const rimShare = Math.round((100 * shortCut.get(0)) / shortCut.get((shortCut.size - 1) / 2));

show(linePlot([
  { x: distance(shortCut), y: shortCut, name: `cut to ${shortCut.size}` },
  { x: distance(longCut), y: longCut, name: `cut to ${longCut.size}` },
], {
  title: `Cut to ${shortCut.size}, the rim still has ${rimShare} % of the weight in the middle`,
  xLabel: "distance from the middle (pixels)",
  yLabel: "weight",
  alt: `Two hills of sigma 3. The one with ${shortCut.size} weights ends abruptly, at ${rimShare} percent of ` +
    `its height; the one with ${longCut.size} runs out smoothly.`,
}));

// %% [markdown]
/*
At the distance 4 the weight is still e^(−16/18), {{rim.share}} % of that in the middle. A kernel that ends there is on its
way to a box: of stripes 6 pixels wide it leaves {{cut.short}} %, the whole Gaussian {{cut.long}} %, a box of nine
{{cut.box}} %. The minus sign is back.

The rule in SciPy and in this course: the radius is 4 sigma, rounded. For sigma 3 that is {{rim.radius}} pixels to each
side, {{rim.side}} in all. A size of {{rim.sideFor1}} belongs to sigma {{rim.sigmaFor9}}. (OpenCV cuts at 3 sigma for
pictures of 8 bits.)

What happens if you blur twice, first with sigma 3 and then with sigma 4? To which single sigma does that come? Write a
number, for example `p4.guess(3.5)`.
*/

// %%
p4.guess();

// %%
const twice = gaussianFilter(gaussianFilter(clean, { sigma: 3 }), { sigma: 4 });
for (const once of [3.5, 4, 4.5, 5, 6, 7, 12]) {
  const apart = errorOf(twice, gaussianFilter(clean, { sigma: once }));
  console.log(`twice, and once with sigma ${String(once).padEnd(3)}: apart by ${apart.toFixed(3)} grey values`);
}

// %% [markdown]
/*
The squares add, σ² = σ₁² + σ₂². A large blur can be made of small ones. In a deep network the same happens to what a
neuron sees: layer upon layer, small kernels add up (lesson 10).

## Down, then across

Here is the small Gaussian of lesson 04, without its sixteenths. Its first line is 1 2 1. Its second line is twice that,
its third the same as the first: **every line is a multiple of 1 2 1**, and the factors are 1, 2 and 1.

| | 1 | 2 | 1 |
| ---: | ---: | ---: | ---: |
| **1** | 1 | 2 | 1 |
| **2** | 2 | 4 | 2 |
| **1** | 1 | 2 | 1 |

Each entry is its number on the left times its number above. A kernel that is a column times a row is **separable**. Then
you may slide the row across the picture first, and after that the column down through the result. Why is that the same? Take three
lines of a picture. The row turns them into 3 sums, one for each line. The column weighs these by 1, 2 and 1, and so each
pixel has got both weights, one times the other.

Try it on 4 0 8 / 1 5 2 / 6 3 0 before you run the cell: three sums across, then one sum down.
*/

// %%
const patch = [
  [4, 0, 8],
  [1, 5, 2],
  [6, 3, 0],
];
const sums = patch.map((line) => toList(correlate1d(line, [1, 2, 1], { mode: "valid" }))[0]);
console.log("across, 1 2 1 on each line:", sums.join("  "));
console.log("down, 1 2 1 on these sums: ", toList(correlate1d(sums, [1, 2, 1], { mode: "valid" }))[0]);
const whole = [
  [1, 2, 1],
  [2, 4, 2],
  [1, 2, 1],
];
console.log("the nine weights at once:  ", correlate2d(patch, whole, { mode: "valid" }).get(0, 0));

// %% [markdown]
/*
### Exercise 05.1 · Column times row

Make the kernel that belongs to a column and a row. The loops are there; replace `todo()`.
*/

// %% exercise q1
function columnTimesRow(column: number[], row: number[]): number[][] {
  const kernel: number[][] = [];
  for (let i = 0; i < column.length; i++) {
    const line: number[] = [];
    for (let j = 0; j < row.length; j++) {
      line.push(todo());
    }
    kernel.push(line);
  }
  return kernel;
}

q1.check(columnTimesRow);

// %% [markdown]
/*
What it saves, in products for each pixel:

{{productTable}}

The gap widens with the size: K × K products against 2K. Every box is separable, and every Gaussian (of all round
shapes it is the only one). `boxFilter` and `gaussianFilter` use that, and `correlate2d` looks whether your kernel allows
it. So to measure the difference we must spoil the kernel: one of its
{{rim.side ** 2}} weights a hundredth larger, and it is no column times a row any more.
*/

// %%
const large = gaussianFilter(point, { sigma: 3 }); // the filtered point is the kernel, 25 × 25
const spoilt = gaussianFilter(point, { sigma: 3 });
spoilt.set(0, 0, spoilt.get(0, 0) * 1.01);

const milliseconds = (kernel: typeof large) => {
  const times = [1, 2, 3, 4, 5, 6].map(() => {
    const start = performance.now();
    correlate2d(clean, kernel, { mode: "same" });
    return performance.now() - start;
  });
  return Math.min(...times); // the first run is slower: the program is still warming up
};
const [passes, piece] = [milliseconds(large), milliseconds(spoilt)];
console.log(`25 × 25 in two passes: ${passes.toFixed(1)} ms`);
console.log(`25 × 25 in one piece:  ${piece.toFixed(1)} ms, ${(piece / passes).toFixed(1)} times as long`);
console.log(`products: ${25 * 25} against ${2 * 25}, ${(25 * 25 / 50).toFixed(1)} times as many`);

// %% [markdown]
/*
(Time is not made of products alone, and your computer does other things meanwhile. So the two factors differ.)

### Exercise 05.2 · In two passes

Slide the row across, then the column down, at all positions where they fit (mode *valid*). The first pass is written with
`correlate1d`. Write the second.
*/

// %% exercise q2
function twoPasses(image: number[][], column: number[], row: number[]): number[][] {
  const across = image.map((line) => toList(correlate1d(line, row, { mode: "valid" })));
  return todo();
}

q2.check(twoPasses);

// %% [markdown]
/*
Not every kernel can be taken apart. Here are four that you met in lesson 04, line by line. Three are a column times a row.
Which one is not?
*/

// %%
p5.guess();

// %%
const four = {
  "1 0 −1 / 1 0 −1 / 1 0 −1": kernels.verticalEdges,
  "1 0 −1 / 0 0 0 / −1 0 1": kernels.diagonalEdges,
  "0 1 0 / 1 −4 1 / 0 1 0": kernels.laplacian4,
  "1 1 1 / 1 1 1 / 1 1 1": [[1, 1, 1], [1, 1, 1], [1, 1, 1]],
};
for (const [name, kernel] of Object.entries(four)) {
  const parts = separateKernel(kernel);
  const found = parts ? `column ${toList(parts.column).join(" ")}, row ${toList(parts.row).join(" ")}` : "no";
  console.log(`${name.padEnd(26)} ${found.replaceAll("-", "−")}`);
}

// %% [markdown]
/*
`separateKernel` makes the test: all lines must be multiples of one line. Mathematicians say that the kernel has *rank 1*.
Small networks for telephones save products in a similar way (MobileNet, lesson 18).

## The middle of nine

Box and Gaussian make weighted sums, and a sum cannot ignore anyone: a speck of 255 among dark neighbours always has its
share. So let us not add. Nine pixels, a speck in the middle:

| | | |
| ---: | ---: | ---: |
| 52 | 55 | 50 |
| 48 | 255 | 53 |
| 51 | 49 | 54 |

Put them in order: {{window9.inOrder}}. The one in the middle is the **median**, {{window9.median}}. The mean would be
{{window9.mean}}. And if the speck were 1000, or a million? The median stays {{window9.median}}: it asks
only which is larger, not by how much.

### Exercise 05.3 · The median

Write it for an odd number of values. The window belongs to the caller; leave its order as it is.
*/

// %% exercise q3
function medianOf(values: number[]): number {
  return todo();
}

q3.check(medianOf);

// %% [markdown]
/*
`medianFilter` takes the median of the window around every pixel. What does it do where the picture is *not* damaged? At a
step from dark to bright, the majority in each window decides: the step stays where it is, and sharp. A line that is only one
pixel wide is another matter. What is left of a bright one on a dark ground, with 3 × 3?
*/

// %%
p6.guess();

// %%
const shapes = Array.from({ length: 11 }, (_, y) =>
  Array.from({ length: 24 }, (_, x) => {
    const onLine = x === 4;
    const inSquare = x >= 9 && x <= 13 && y >= 3 && y <= 7;
    return onLine || inSquare || x >= 19 ? 200 : 40;
  }));

show(imagePlot([
  { image: shapes, title: "line, square, step" },
  { image: boxFilter(shapes, { size: 3 }), title: "mean of nine" },
  { image: medianFilter(shapes, { size: 3 }), title: "median of nine" },
], {
  columns: 3,
  title: "Three shapes under the mean and the median",
  alt: "A thin line, a square and a step. The mean makes all of them soft. The median keeps the step sharp, " +
    `takes the corners off the square, and leaves the line at ${medianFilter(shapes).get(5, 4)} on ` +
    `${medianFilter(shapes).get(5, 2)}.`,
}));

// %% [markdown]
/*
The step is kept, the square has lost its corners, and the line is gone. Now the two damaged pictures from the beginning.
*/

// %%
const filters = {
  "Gaussian, sigma 1": (image: typeof clean) => gaussianFilter(image, { sigma: 1 }),
  "median 3 × 3": (image: typeof clean) => medianFilter(image, { size: 3 }),
};
const repaired = Object.entries(filters).flatMap(([name, filter]) => [
  { image: filter(grainy), title: `grain, ${name}: ${wrongBy(filter(grainy))}` },
  { image: filter(specked), title: `specks, ${name}: ${wrongBy(filter(specked))}` },
]);

show(imagePlot(repaired, {
  columns: 2,
  title: "Who repairs what? With the error that is left",
  alt: `${repaired.map(({ title }) => title).join("; ")}.`,
}));

// %% [markdown]
/*
| error | damaged | Gaussian | median |
| --- | ---: | ---: | ---: |
| grain | {{damage.grain}} | **{{table.grainGaussian}}** | {{table.grainMedian}} |
| specks | {{damage.speck}} | {{table.specksGaussian}} | **{{table.specksMedian}}** |

Half of the answer: the Gaussian for grain, the median for specks. What the median leaves there is almost all lost detail:
it changes the clean picture by {{table.cleanMedian}} already. On a flat wall the specks vanish altogether, and of the grain a
median of nine leaves {{wallShare.median}} %, the mean {{wallShare.mean}} %. See for yourself: put `medianFilter` in the
place of `boxFilter` in the cell with the wall.

**No kernel can do this.** For every kernel, filtering a sum gives the sum of the filtered parts; it is *linear*. Take windows of
three numbers: the median of 1 0 0 is 0, the median of 0 1 0 is 0. But the sum of the two windows is 1 1 0, and its median
is 1, not 0 + 0. So the median is not linear, and no choice of weights can imitate it. You will meet another
filter of this kind in lesson 11: max pooling, which takes the *largest* of a window.

## Sharpening by blurring

A blur takes the detail away. What it takes away is the difference between the picture and the blurred picture. Add that
difference once more, and the detail is doubled. The name of this is **unsharp mask**, from photographers who did it with a
blurred negative.

With a pencil, on a step: 20 20 20 80 80 80. Blur it with the mean of three (beyond the ends it goes on with 20 and 80),
take the blurred step away from the step, and add the difference to the step. What becomes of the *first* 80?
*/

// %%
p7.guess();

// %%
const step = [20, 20, 20, 80, 80, 80];
const blurredStep = toList(boxFilter([step], { size: 3 }));
const stepDetail = step.map((value, i) => value - blurredStep[i]);
const aligned = (values: number[]) => values.map((v) => v.toFixed(0).replace(/^-(?!0$)/, "−").padStart(5)).join("");

console.log("picture          ", aligned(step));
console.log("blurred          ", aligned(blurredStep));
console.log("detail           ", aligned(stepDetail), "  picture − blurred");
console.log("picture + detail ", aligned(step.map((value, i) => value + stepDetail[i])));

// %% [markdown]
/*
On the dark side the step becomes darker, on the bright side brighter. That is all sharpening does: it puts a dark and a
bright rim along every edge, and the eye reads them as sharpness. The picture has gained no information.

In general: sharpened = picture + amount × (picture − blurred).
*/

// %%
const amount = 1.5;
const close = crop(clean, { height: Math.min(90, clean.shape[0]), width: Math.min(100, clean.shape[1]) });
const strong = unsharpMask(close, { sigma: 1.5, amount });
const tooStrong = unsharpMask(close, { sigma: 1.5, amount: 4 * amount });

show(imagePlot([
  { image: close, title: "picture" },
  { image: strong, title: `amount ${amount}` },
  { image: tooStrong, title: `amount ${4 * amount}` },
], {
  title: "Sharpened: with a large amount every edge gets a rim",
  alt: `A detail of the picture, sharpened with amount ${amount} and ${4 * amount}. Edges become harder; ` +
    "with the large amount they have bright and dark rims, and grain appears in flat areas.",
}));

// %% [markdown]
/*
Change `amount`. What is left of the formula when it is −1? Try it, and see whether the picture agrees.

### Exercise 05.4 · One kernel

The blurred picture comes from a kernel, and the picture itself does too: 1 in the middle, else 0, the *identity* of
lesson 04. So the whole unsharp mask is **one** kernel. Make it from the blur's kernel and the amount. Both sides of the
blur's kernel are odd, but they may differ.
*/

// %% exercise q4
function sharpenKernel(blur: number[][], amount: number): number[][] {
  return todo();
}

q4.check(sharpenKernel);

// %% [markdown]
/*
Lesson 04 had a sharpening kernel, and now you can see where it comes from. Blur with the mean of five pixels in a cross,
0.2 each, and sharpen with the amount 5. In the middle that gives 1 + 5 − 5 × 0.2 = {{cross.middle}}, beside it
−5 × 0.2 = {{cross.beside}}, in the corners 0:

{{cross.kernel.map((line) => "    " + line).join("\n")}}

Its weights add up to 1, so a flat wall keeps its brightness. But what about grain on that wall, say of 5 grey values?
Use the rule with the squares, or guess.
*/

// %%
p8.guess();

// %%
const fine = addGrain(wall, { deviation: 5 });
const border = { mode: "same", boundary: "symm" } as const;
const sharpWall = correlate2d(fine, kernels.sharpen, border);
console.log(`Grain on a flat wall: ${errorOf(fine, wall).toFixed(1)} → ${errorOf(sharpWall, wall).toFixed(1)}`);

const faint = addGrain(close, { deviation: 5 });
const harder = correlate2d(faint, kernels.sharpen, border);
show(imagePlot([
  { image: faint, title: `faint grain: error ${errorOf(faint, close).toFixed(1)}` },
  { image: harder, title: `sharpened: error ${errorOf(harder, close).toFixed(1)}` },
], {
  title: `The sharpening kernel on faint grain: error ${errorOf(faint, close).toFixed(1)} → ` +
    `${errorOf(harder, close).toFixed(1)}`,
  alt: `Before sharpening the error is ${errorOf(faint, close).toFixed(1)}, afterwards ` +
    `${errorOf(harder, close).toFixed(1)}.`,
}));

// %% [markdown]
/*
(In the picture, part of the error is the rims, which sharpening makes on purpose. On the wall it is all grain.)

Smoothing and sharpening are opposites. Averages reduce what changes from pixel to pixel, noise and detail alike.
Sharpening enlarges it, detail and noise alike.

## Both at once

The last part of the question. Here is the picture with grain *and* with {{damage.more}} % specks. You will use both
filters. In which order?
*/

// %%
p9.guess();

// %%
const both = addSpecks(grainy, { share: 0.05 });
const medianFirst = gaussianFilter(medianFilter(both), { sigma: 0.8 });
const gaussianFirst = medianFilter(gaussianFilter(both, { sigma: 0.8 }));

show(imagePlot([
  { image: both, title: `both damages: ${wrongBy(both)}` },
  { image: gaussianFirst, title: `Gaussian, median: ${wrongBy(gaussianFirst)}` },
  { image: medianFirst, title: `median, Gaussian: ${wrongBy(medianFirst)}` },
], {
  title: "Two orders of the same two filters, with the error that is left",
  alt: `Both damages: error ${wrongBy(both)}. Gaussian and then median: ${wrongBy(gaussianFirst)}. ` +
    `Median and then Gaussian: ${wrongBy(medianFirst)}.`,
}));

// %% [markdown]
/*
The answer to the question from the beginning: a median for the specks, a Gaussian for the grain, and **the median first**:
from {{table.both}} to {{table.medianFirst}}. The other way round the Gaussian makes a soft spot of each speck, wider than the
median's window can remove: {{table.gaussianFirst}}. Two kernels may change places, the result is the same (except near the
border). A median and a kernel may not.

### Exercise 05.5 · Restore

Now pictures that are nearly lost. Every pixel has grain, and **every fifth pixel** is a speck. Three such pictures are
waiting in `ruins`, each with `damaged` and, for measuring only, `clean`. They show a house, the sail of a boat with a
number, and its side with a name. Can you read the name?
*/

// %%
show(imagePlot(ruins.map(({ damaged, clean: original }) => ({
  image: damaged,
  title: `error ${errorOf(damaged, original).toFixed(0)}`,
})), {
  title: `Bring the mean error down to ${goal}`,
  columns: 3,
  alt: "Three parts of a harbour under many specks: a house, a sail with a number, a boat's side with a name.",
}));

// %% [markdown]
/*
Bring the mean error over the three down to at most **{{goal}}** grey values. Use any filter of this lesson, and anything that
you can write yourself.

| what is done | mean error |
| --- | ---: |
| nothing | {{ladder.damaged}} |
| a Gaussian | {{ladder.gaussian}} |
| a median | {{ladder.median}} |
| a median, then a Gaussian | {{ladder.medianThenGaussian}} |
| what is asked | {{goal}} |

So the lesson's two filters in the right order are not enough: you need an idea. (What do you know about a speck that you do
not know about grain?) `scoreRestore(restore)` in a cell of its own gives your mean error. Below 12 is very good. Below 11
takes a second idea.
*/

// %% exercise q5
function restore(damaged: number[][]): number[][] {
  return todo();
}

q5.check(restore);

// %%
const attempt = (damaged: number[][]) => toNested(medianFilter(damaged)) as number[][];
show(imagePlot(ruins.map(({ damaged, clean: original }) => {
  const result = attempt(toNested(damaged) as number[][]);
  return { image: result, title: `error ${errorOf(result, original).toFixed(1)}` };
}), {
  columns: 3,
  title: `Mean error ${scoreRestore(attempt).toFixed(1)}`,
  alt: `The restored pictures. Their mean error is ${scoreRestore(attempt).toFixed(1)}.`,
}));

// %% [markdown]
/*
Write your own way into `attempt` to look at the pictures. Can you read the name now?

## Where people go wrong

- **"Smoothing removes noise."** It removes what changes quickly. Noise does, and so does hair, text and brick.
- **"9 × 9 with sigma 3."** The hill is cut at {{rim.share}} % of its height. Choose sigma first, and a radius of 3 to 4 sigma.
- **"Twice sigma 2 is sigma 4."** It is √(4 + 4), about 2.8.
- **"The median is the better blur."** For specks. Against grain the Gaussian is better, and the median takes thin lines and corners.
- **"`values.sort()` sorts numbers."** It sorts them as texts: 100, 20, 9.
- **"Sharpening brings back lost detail."** It enlarges what is left, and the noise with it.
- **"A smaller error is a better picture."** The error counts all pixels alike. People look at edges and faces; they often
  prefer a sharp picture with a little grain to a soft one whose error is smaller.

## In five lines

1. A weighted average leaves the share √(Σ w²) of any independent noise, grain or specks; the price is detail.
2. A Gaussian is round and never inverts stripes; a box does. Radius: 4 sigma. Blurring again adds the squares of sigma.
3. A separable kernel is a column times a row: 2K products instead of K².
4. A median ignores outliers and keeps steps, and loses thin lines. It is no kernel. Use it before averaging.
5. Unsharp mask: picture + amount × (picture − blurred), one kernel; it enlarges noise too.

**Next:** lesson 06 looks for what smoothing softens: edges. Nearly every edge finder smooths first. You know why.

## Further reading

- R. Szeliski, *Computer Vision: Algorithms and Applications* (second edition, 2022), sections 3.2 and 3.3: linear and
  non-linear neighbourhood filters.
- R. C. Gonzalez and R. E. Woods, *Digital Image Processing* (fourth edition, 2018), chapters 3 and 5: smoothing, sharpening
  and restoration.
- J. W. Tukey, *Exploratory Data Analysis* (1977): running medians.
- T. S. Huang, G. J. Yang and G. Y. Tang, *A Fast Two-Dimensional Median Filtering Algorithm* (1979): how to avoid sorting
  every window anew.
*/

// %%
showProgress();
