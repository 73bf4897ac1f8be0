// %% [markdown]
/*
# 06 · Edges

Someone photographed a sheet of paper with a phone. It lies at an angle, and the light is bad. **By how many degrees is the
sheet turned?** Scanner programs find out by themselves, and turn the page straight. You will do it too, with sums of products
and one function for angles.

Run the cell. Then put your own estimate, by eye, into `byEye`, and run it again. Clockwise counts as positive.
*/

// %%
import { correlate2d, gaussianFilter, gaussianLaplace, histogram, kernels, laplacian } from "cnn-workbook";
import { prewitt, randomGenerator, sampleImage, scharr, sobel, toList, toNested } from "cnn-workbook";
import { heatmap, imagePlot, linePlot, liveFigure, show, showProgress, todo } from "cnn-workbook";
import { arrowPlot, directionHistogram, marksAbove, page, piece } from "cnn-workbook/lessons/06-edges";
import { softEdge, tallPeaks, tiltOf, trueTilt, turn } from "cnn-workbook/lessons/06-edges";
import { centred, compareKernels, kernelError, learnKernel } from "cnn-workbook/lessons/06-edges";
import { zeroCrossings } from "cnn-workbook/lessons/06-edges";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/06-edges";

const byEye = 0;
show(imagePlot(page, {
  title: "By how many degrees is the sheet turned?",
  alt: "A sheet of ruled paper with five rows of handwritten digits lies at an angle on a dark table. " +
    "It is brighter on the left than on the right.",
}));

// %% [markdown]
/*
At the end you can

- read size and sign of an edge from a kernel's answer, and compute an edge's strength and direction;
- turn them into an edge map, and say what smoothing and the threshold do to it;
- say what Prewitt, Sobel, Scharr and the Laplacian are good for;
- let a program *learn* an edge kernel from examples, step by step.

You need lessons 01 and 03 to 05. Take about 45 minutes.

## Size and sign, by hand

An **edge** is a place where the brightness changes over a short way. In lesson 04 the kernel for vertical edges answered a
row 10 10 10 0 0 0 with {{stepRow}}: nothing on flat ground, because its weights add up to 0, and something wherever it
touches the edge. With the sides swapped the answers were negative. The kernel for horizontal edges is the same, turned:
`1 1 1 / 0 0 0 / −1 −1 −1`, upper row minus lower row.

Here are four fields, two bright and two dark. Let the kernel lie on rows 1 to 3, first at the left end:

| row | | | | | | |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| 0 | 10 | 10 | 10 | 0 | 0 | 0 |
| **1** | **10** | **10** | **10** | 0 | 0 | 0 |
| **2** | **10** | **10** | **10** | 0 | 0 | 0 |
| **3** | **0** | **0** | **0** | 10 | 10 | 10 |
| 4 | 0 | 0 | 0 | 10 | 10 | 10 |
| 5 | 0 | 0 | 0 | 10 | 10 | 10 |

Upper row minus lower row: (10 + 10 + 10) − (0 + 0 + 0) = 30. Slide it to the right on the same rows: one number for each of
its four places. Which four? Guess a list, such as `p1.guess([30, 1, 2, 3])`.
*/

// %%
p1.guess();

// %%
const [left, right] = [[10, 10, 10, 0, 0, 0], [0, 0, 0, 10, 10, 10]];
const fields = [left, left, left, right, right, right];
const answers = correlate2d(fields, kernels.horizontalEdges, { mode: "valid" });

show(heatmap([
  { matrix: fields, title: "four fields" },
  { matrix: answers, title: "upper row minus lower row" },
], {
  title: `Second row of the answers: ${toList(answers).slice(4, 8).join(", ")}`,
  signed: true,
  alt: `The answers are ${toList(answers).join(" ")} in four rows of four.`,
}));

// %% [markdown]
/*
Bright above dark is positive, dark above bright is negative. In between the kernel covers a piece of each edge: two columns
say 10, one says −10, so 10 + 10 − 10 = 10. So a small answer can mean a faint edge, or two that work against each other.

## Sobel's pair

Lesson 01 found the edges of a heartbeat with −1 0 1, and lesson 05 smoothed with 1 2 1. Sobel's kernels do both at once:
a difference along one axis, and a little smoothing along the other, so that noise disturbs less. (Prewitt's, which you just used,
weigh all rows alike.)

| x | | | | y | | |
| ---: | ---: | ---: | --- | ---: | ---: | ---: |
| 1 | 0 | −1 | | 1 | 2 | 1 |
| 2 | 0 | −2 | | 0 | 0 | 0 |
| 1 | 0 | −1 | | −1 | −2 | −1 |

They are also called **gradient** kernels. *x* measures the change to the right, *y* the change downwards. By hand, on a
patch that darkens towards its lower right corner:

| | | |
| ---: | ---: | ---: |
| 8 | 8 | 8 |
| 8 | 7 | 6 |
| 8 | 4 | 0 |

x: left column minus right column, the middle row twice: (8 + 2×8 + 8) − (8 + 2×6 + 0) = 32 − 20 = {{byHand.x}}.

### Exercise 06.1 · The other one

Write Sobel's y for a patch of three rows with three pixels. For the patch above it gives {{byHand.y}}.
*/

// %% exercise q1
function sobelY(patch: number[][]): number {
  return todo();
}

q1.check(sobelY);

// %% [markdown]
/*
Now a picture of a harbour. In it is a ridge of hills, almost level: bright sky above, darker hills below. What do the two
kernels give there?
*/

// %%
p2.guess();

// %% [markdown]
/*
`sobel` slides both kernels, and mirrors the picture at its border so that no false edge appears there. Mid-grey stands for
0, lighter is positive, darker is negative.
*/

// %%
const harbour = sampleImage("harbour");
const change = sobel(harbour);
const [xs, ys] = [toList(change.x), toList(change.y)];
const strongest = ys.indexOf(ys.reduce((best, y) => (Math.abs(y) > Math.abs(best) ? y : best)));

show(imagePlot([
  { image: change.x, title: "x: change to the right" },
  { image: change.y, title: "y: change downwards" },
], {
  title: `Where y is strongest (${ys[strongest]}), x gives ${xs[strongest]}`,
  range: [-255, 255],
  alt: "The answers of Sobel's two kernels, mid-grey with light and dark lines along edges. " +
    `Where y is strongest it gives ${ys[strongest]}, and x gives ${xs[strongest]}.`,
}));

// %% [markdown]
/*
The ridge is a light line in y and all but missing in x. Below the hills begins the water, which is brighter: a dark line. Now
find the number on the sail. A dark stroke has two edges of opposite sign, as the picture gets darker and then brighter
again. Slanted edges, such as those of the sail, show in both pictures.

## The arrow

Take x to the right and y downwards, and you have an arrow. Its length says how strong the edge is, the **magnitude**.
Pythagoras again: √(x² + y²). For our patch: √({{byHand.x}}² + {{byHand.y}}²) = {{byHand.magnitude}}. Its **direction** says
which way the picture darkens fastest: {{byHand.degrees}}° here. We count from the right (0°) over down (90°) to the left
(180°); up is −90°. Rows count downwards, so down is positive, and a turn clockwise makes the angle larger.

`Math.atan2(y, x)` gives that angle from both numbers, with their signs. It answers in *radians*: π radians are 180°.

### Exercise 06.2 · Strength and direction

Return both, the magnitude and the direction in degrees: `[20, 53.13…]` for `arrow(12, 16)`.
*/

// %% exercise q2
function arrow(x: number, y: number): number[] {
  return todo();
}

q2.check(arrow);

// %% [markdown]
/*
The library does all of it at once. Are these the numbers of the patch that you know?
*/

// %%
const onPatch = sobel([[8, 8, 8], [8, 7, 6], [8, 4, 0]], { mode: "valid" });
const inDegrees = (radians: number) => (radians * 180) / Math.PI;
console.log("x and y    ", onPatch.x.get(0, 0), onPatch.y.get(0, 0));
console.log("magnitude  ", onPatch.magnitude.get(0, 0));
console.log("direction  ", inDegrees(onPatch.direction.get(0, 0)).toFixed(1), "degrees");

// %% [markdown]
/*
A bright disc lies on a dark ground. Which way do the arrows at its rim point?
*/

// %%
p3.guess();

// %%
const disc = Array.from({ length: 21 }, (_, row) => Array.from({ length: 21 }, (_, column) =>
  Math.max(40, Math.min(220, 40 + 90 * (7.5 - Math.hypot(row - 10, column - 10))))));
const rim = sobel(disc);
const atRight = Math.sign(rim.x.get(10, 17)) >= 0 ? "outwards" : "inwards";

show(arrowPlot(disc, rim, {
  title: `The arrows point ${atRight}, straight across the edge`,
  step: 2,
  alt: `A bright disc on a dark ground with an arrow at every second pixel of its rim. The arrows point ${atRight}.`,
}));

// %% [markdown]
/*
**A convention to know.** Our kernels are positive where the picture gets *darker* to the right or downwards, as in the
slides of this course. OpenCV, SciPy and scikit-image have the opposite sign: positive where it gets *brighter*. The
magnitude is the same; the direction differs by 180°. Whoever mixes two libraries must know which way the arrow points. (In
mathematics the gradient points to where a function grows, so it is theirs.)

## Where is an edge, and where is none?

Every pixel has a magnitude, since there is noise everywhere. An **edge map** says yes or no: it is white where the magnitude
reaches a **threshold**.

### Exercise 06.3 · An edge map

The loops are there. Replace both `todo()`.
*/

// %% exercise q3
function edgeMap(x: number[][], y: number[][], threshold: number): number[][] {
  const map: number[][] = [];
  for (let r = 0; r < x.length; r++) {
    const row: number[] = [];
    for (let c = 0; c < x[r].length; c++) {
      const magnitude = todo();
      row.push(todo());
    }
    map.push(row);
  }
  return map;
}

q3.check(edgeMap);

// %% [markdown]
/*
Which threshold? A histogram (lesson 03) of the magnitudes helps, here of the sheet, smoothed a little. Most pixels lie on even
ground; their small magnitudes are noise. Edges make the long tail, which goes on beyond the figure. A threshold belongs where
the hill of noise has ended. Where would you put it?
*/

// %%
const sheet = sobel(gaussianFilter(page, { sigma: 1 }));
const counts = histogram(sheet.magnitude, { bins: 60, range: [0, 120] });
const weak = Math.round(100 - marksAbove(sheet.magnitude, 20).percent);

show(linePlot({ x: toList(counts.edges).slice(0, -1), y: counts.counts }, {
  title: `${weak} % of all pixels have a magnitude below 20`,
  xLabel: "magnitude (Sobel, grey values)",
  yLabel: "pixels",
  alt: `${weak} percent of the pixels have a magnitude below 20. As shipped they form a hill; ` +
    "from there a long low tail reaches to the right.",
}));

// %% [markdown]
/*
Try thresholds and smoothing. `sigma` is the width of the Gaussian of lesson 05; write `0.01` for none. Find a pair that
keeps the ruled lines on the dark side and no specks.
*/

// %%
const [sigma, threshold] = [1, 60];
const smoothed = sobel(gaussianFilter(page, { sigma })).magnitude;
const levels = [threshold / 4, threshold, threshold * 4];
const maps = levels.map((least) => marksAbove(smoothed, least));
const shares = maps.map((map) => Math.round(map.percent));

show(imagePlot(maps.map(({ image }, i) => ({ image, title: `at least ${levels[i]}: ${shares[i]} %` })), {
  title: `Sigma ${sigma}: from ${shares[0]} % of the pixels to ${shares[2]} %`,
  alt: `Three edge maps with the thresholds ${levels.join(", ")}: ${shares.join(", ")} percent are white.`,
}));

// %% [markdown]
/*
As shipped: a threshold too low lets noise in, one too high tears holes into weak edges. Smoothing allows a lower
threshold, but with a large sigma edges become wide, and neighbouring ones melt together. There is no setting that is right for
every picture. (Canny 1986 uses two thresholds: weak edges count where they touch strong ones. And it keeps only the
strongest pixel across each edge.)

## How far is the sheet turned?

The sheet has many edges, but they point in few directions. So sort the strong arrows by direction: a histogram again, in which
each arrow counts by its magnitude. How many tall peaks will there be between −180° and 180°?
*/

// %%
p4.guess();

// %%
const arrows = sobel(gaussianFilter(page, { sigma: 2 }));
const all = directionHistogram(arrows, { threshold: 60 });
const tall = tallPeaks(all).map((at) => `${at}°`).join(", ");

show(linePlot({ x: all.degrees, y: all.weights }, {
  title: `The sheet's arrows by direction: tall peaks near ${tall}`,
  xLabel: "direction (degrees)",
  yLabel: "sum of magnitudes",
  alt: `The histogram has tall peaks near ${tall} and is low elsewhere.`,
}));

// %% [markdown]
/*
Without tilt the peaks would stand at −180°, −90°, 0° and 90°. All are shifted by the same angle: the tilt. So `tiltOf` takes
directions that differ by a quarter turn for the same, finds the highest peak between −45° and 45°, and averages the arrows
around it.

Sobel's pair is not the only one. All take the same differences, but they weigh the three rows, or columns, differently:
**Prewitt** 1 1 1, **Sobel** 1 2 1, **Scharr** 3 10 3. Will they agree on the tilt, without smoothing?
*/

// %%
p5.guess();

// %%
const pairs = [
  { name: "Prewitt", gradient: prewitt, sum: 3 }, // 1 + 1 + 1: the answer to a step of 1
  { name: "Sobel", gradient: sobel, sum: 4 },
  { name: "Scharr", gradient: scharr, sum: 16 },
];
const soft = gaussianFilter(page, { sigma: 1 });
for (const { name, gradient, sum } of pairs) {
  const [asItIs, smoother] = [page, soft].map((image) => tiltOf(gradient(image), 20 * sum).toFixed(1));
  console.log(`${name.padEnd(8)} as it is ${asItIs}°   smoothed ${smoother}°`);
}

// %% [markdown]
/*
Which of them is right? Test them where the truth is known. `softEdge` draws a straight edge, as soft as a camera's, in any
direction. We turn it through a quarter turn, measure its direction with each pair, and subtract the true one.
*/

// %%
const angles = Array.from({ length: 46 }, (_, i) => 2 * i);
const errors = pairs.map(({ name, gradient }) => ({
  name,
  x: angles,
  y: angles.map((angle) => inDegrees(gradient(softEdge(angle)).direction.get(2, 2)) - angle),
}));
const worst = errors.map(({ name, y }) => `${name} ${Math.max(...y.map(Math.abs)).toFixed(1)}°`);

show(linePlot(errors, {
  title: `Largest error of direction: ${worst.join(", ")}`,
  xLabel: "true direction (degrees)",
  yLabel: "measured − true (degrees)",
  alt: `The largest errors of direction are ${worst.join(", ")}. All are right at 0, 45 and 90 degrees.`,
}));

// %% [markdown]
/*
Prewitt and Sobel pull a slanted edge towards the nearest axis: that is why they found the sheet straighter than Scharr did.
Scharr (2000) computed his weights so that directions come out right. Where only the strength matters, Sobel will do. And the
softer the edges, the less the pairs differ: put `sigma: 3` into the cell with the three pairs. With Scharr, then, the sheet:
*/

// %%
const tilt = tiltOf(scharr(soft), 320);

show(imagePlot([
  { image: page, title: "as photographed" },
  { image: turn(page, -tilt), title: `turned by ${(-tilt).toFixed(2)}°` },
], {
  title: `Measured ${tilt.toFixed(2)}°, in truth ${trueTilt}°, by your eye ${byEye}°`,
  alt: `The sheet before and after: turned back by ${tilt.toFixed(2)} degrees its lines are level.`,
}));

// %% [markdown]
/*
We know the truth, since a program drew this photograph. Nobody told ours where the sheet is, what is written on it, or how the
light falls. (In a picture with few
straight edges this fails, and also where the sheet is seen from one side, so that its corners are no right angles.)

## One kernel for all directions

Lesson 01 asked with 1 −2 1 where a signal *bends*. Ask the same across and down, add both, and you get lesson 04's
`0 1 0 / 1 −4 1 / 0 1 0`, the **Laplacian**. It has no direction, so one kernel finds all edges. On a row that steps from 0 to 10
it gives {{bend}}: positive on the dark side, negative on the bright one. The edge lies *between*, where the sign changes: a
**zero crossing**.

One kernel instead of two and a root: that sounds better. But pictures are noisy. How do the two compare when every pixel has
noise of the same strength?
*/

// %%
p6.guess();

// %%
const random = randomGenerator(3);
const noise = Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => random.normal()));
const spread = (values: number[]) => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);
const perStep = {
  sobelX: spread(toList(correlate2d(noise, kernels.sobelX, { mode: "valid" }))) / 4,
  laplacian: spread(toList(correlate2d(noise, kernels.laplacian4, { mode: "valid" }))),
};
console.log(`Noise, where a step of 1 is answered by 1: Sobel ${perStep.sobelX.toFixed(2)},`,
  `Laplacian ${perStep.laplacian.toFixed(2)}`);

// %% [markdown]
/*
The rule of lesson 01 gives {{noise.sobel}} and {{noise.laplacian}}. So smooth first. Smoothing and Laplacian can be joined in one
kernel, the **Laplacian of Gaussian** (Marr and Hildreth 1980). Its zero crossings are lines one pixel wide; we mark those where
the change is steep.
*/

// %%
const part = piece(harbour, { top: 200, left: 10, side: 200 });
const [plain, joined] = [laplacian(part), gaussianLaplace(part, { sigma: 2 })];
const signChanges = [plain, joined].map((values) => Math.round(zeroCrossings(values, 0).percent));
const shown = (values: typeof plain, times: number) =>
  (toNested(values) as number[][]).map((row) => row.map((v) => 128 + times * v));

show(imagePlot([
  { image: shown(plain, 2), title: "Laplacian" },
  { image: shown(joined, 6), title: "Laplacian of Gaussian" },
  { image: zeroCrossings(joined, 0.6).image, title: "its steep zero crossings" },
], {
  title: `The sign changes at ${signChanges[0]} % of the pixels, after smoothing at ${signChanges[1]} %`,
  alt: "As shipped: the Laplacian of a sailing boat shows grain all over. After a Gaussian each edge has a dark and a " +
    "light band, and the zero crossings between them draw the outlines of sail and number.",
}));

// %% [markdown]
/*
Change `sigma: 2` to 1 and to 4. Small sigma: more details, more noise. Large sigma: only what is large, with rounded
corners.

## Let it learn the kernel

People found Sobel's weights by thinking. Now suppose that we do not know them. We only have an **example**: a picture,
and the edges we want to see. Could a program find nine weights that turn one into the other?

Begin with one weight. The pixels are 1, 0, 2 and the wanted outputs 3, 0, 6. Each output is weight × pixel. (You see the
answer. The program does not.)

**How wrong is a weight?** Take the difference at each place, square it, and average: the **error**. (In lesson 05 we also took
the root. Without it the sums are simpler, and the least error is at the same weight.) With weight 0 the
differences are 3, 0 and 6, so the error is (9 + 0 + 36) / 3 = {{oneWeight.atZero}}. With weight 1 it is (4 + 0 + 16) / 3 =
{{oneWeight.atOne}}: better.

**Which way is down?** Move the weight by a little, a **nudge**, from 0 to {{oneWeight.nudge}}, and ask again:
{{oneWeight.nudged}}. The error changed by {{oneWeight.nudged}} − {{oneWeight.atZero}}. Divided by the nudge, that is the
**slope**: {{oneWeight.slope}}. It says how fast the error changes with the weight.

**A step.** A negative slope means: more weight, less error. So move *against* the slope, and further where it is steep. The
**learning rate** says how far: new weight = weight − learning rate × slope = 0 − 0.1 × ({{oneWeight.slope}}) = {{oneWeight.next}}.
Then measure the slope there, and so on. This is **gradient descent**.
*/

// %%
const pixels = [1, 0, 2];
const wish = [3, 0, 6];
const errorOf = (w: number) => pixels.reduce((sum, x, i) => sum + (w * x - wish[i]) ** 2, 0) / 3;

const rate = 0.1;
const path = [0];
for (let step = 0; step < 6; step++) {
  const w = path[path.length - 1];
  const slope = (errorOf(w + 0.01) - errorOf(w)) / 0.01;
  path.push(w - rate * slope);
}
const widest = Math.max(3, ...path.map((w) => Math.abs(w - 3)));
const span = Array.from({ length: 61 }, (_, i) => 3 + (widest * (i - 30)) / 30);

show(linePlot([
  { x: span, y: span.map(errorOf), name: "error of each weight" },
  { x: path, y: path.map(errorOf), name: "six steps" },
], {
  title: `Learning rate ${rate}: after six steps the weight is ${path[6].toFixed(2)}`,
  xLabel: "weight",
  yLabel: "error",
  alt: `The error is a bowl with its lowest point at weight 3. From 0 the steps go to ` +
    `${path.slice(1).map((w) => w.toFixed(2)).join(", ")}.`,
}));

// %% [markdown]
/*
The steps become shorter by themselves, because the bowl gets flatter towards its bottom. Could we go faster, with a learning rate of 1?
*/

// %%
p7.guess();

// %% [markdown]
/*
Put `rate = 1` into the cell above and see. Try 0.3 and 0.5 as well.

### Exercise 06.4 · Nine slopes

With nine weights nothing new happens: each weight has its own slope. Nudge one weight while the others stay, ask for the
error, put the weight back. Your function is given another function: `error(kernel)` says how wrong a kernel is. Return the
slopes in the kernel's rows and columns. The check uses small kernels too, of one row or two.
*/

// %% exercise q4
function slopesOf(
  error: (kernel: number[][]) => number,
  kernel: number[][],
  nudge: number,
): number[][] {
  return todo();
}

q4.check(slopesOf);

// %% [markdown]
/*
Now the real thing: a piece of the lighthouse, and its edges as Sobel's x shows them. `centred` subtracts the picture's mean and
divides by 255. With numbers up to 255 the error would be a bowl so steep that only tiny learning rates work. `learnKernel`
starts with nine zeros and does what you just read; `liveFigure` shows one figure and changes it. Watch the weights.
*/

// %%
const tower = centred(piece(harbour, { top: 290, left: 280, side: 60 }));
const target = correlate2d(tower, kernels.sobelX, { mode: "valid" });
let learned = learnKernel({ picture: tower, wanted: target }, { learningRate: 1, steps: 0 });
const progressOf = (step: number) => compareKernels(learned.kernel, {
  title: `After ${step} steps the error is ${learned.errors[learned.errors.length - 1].toPrecision(2)}`,
  learned: "learned",
  sobel: "hidden from it",
});

const live = liveFigure(progressOf(0));
for (let step = 10; step <= 200; step += 10) {
  const start = learned.kernel;
  learned = learnKernel({ picture: tower, wanted: target }, { learningRate: 1, steps: 10, start });
  live.update(progressOf(step));
  await new Promise((resolve) => setTimeout(resolve, 40)); // time to look
}

// %% [markdown]
/*
Nobody told it that left minus right finds edges. The example did. The error fell from {{photograph.before}} to
{{photograph.after}}. But look at the weights: the 2 of the middle row is not there yet. In a photograph neighbouring pixels are
almost alike, so it hardly matters to the error which row gets the weight; those slopes are small. Random pixels are all
different: there each weight shows its effect by itself.
*/

// %%
const lot = randomGenerator(5);
const sixty = new Array(60).fill(0);
const dots = sixty.map(() => sixty.map(() => lot.uniform(-0.5, 0.5)));

function learnFrom(picture: number[][], learningRate: number, steps: number) {
  const wanted = correlate2d(picture, kernels.sobelX, { mode: "valid" });
  const { kernel, errors } = learnKernel({ picture, wanted }, { learningRate, steps });
  const off = Math.max(...toList(kernels.sobelX).map((w, i) => Math.abs(w - kernel.flat()[i])));
  return { kernel, off: off.toFixed(2), error: errors[errors.length - 1] };
}
console.log("After 40 steps the worst weight is wrong by");
console.log("photograph     ", learnFrom(tower, 1, 40).off);
console.log("random pixels  ", learnFrom(dots, 1, 40).off);

// %% [markdown]
/*
Put a learning rate of 4 instead of 1 in the line of the photograph. That is faster, and still far behind.

A last picture: stripes. All its rows are one and the same row of random pixels. Again the wanted output is made by Sobel's x,
and the error falls to zero. Which kernel has been learned?
*/

// %%
p8.guess();

// %%
const stripes = dots.map(() => dots[0]);
const fromStripes = learnFrom(stripes, 1, 100);
show(compareKernels(fromStripes.kernel, {
  title: `Error ${fromStripes.error.toFixed(5)}, and weights wrong by up to ${fromStripes.off}`,
  learned: "from stripes",
}));

// %% [markdown]
/*
A kernel learns what its examples distinguish, and nothing else. You will meet this again with every network.

Last: why learn a kernel that we know already? Take the photograph with noise in it, as from a camera at night. Wanted are still the
edges of the picture *without* noise, by Sobel's x. What will be learned?
*/

// %%
p9.guess();

// %%
const night = (seed: number) => {
  const grain = randomGenerator(seed);
  return { picture: tower.map((row) => row.map((v) => v + grain.normal(0, 0.1))), wanted: target };
};
const learnedAtNight = learnKernel(night(1), { learningRate: 1, steps: 200 }).kernel;
const fresh = kernelError(night(2)); // other noise than it learned from
const nightError = fresh(learnedAtNight);
const sobelError = fresh(toNested(kernels.sobelX) as number[][]);

show(compareKernels(learnedAtNight, {
  title: `On new noise the learned kernel has ${Math.round((100 * nightError) / sobelError)} % of Sobel's error`,
  learned: `learned: error ${nightError.toFixed(2)}`,
  sobel: `Sobel's x: error ${sobelError.toFixed(2)}`,
}));

// %% [markdown]
/*
No book lists this kernel. It looks like a smaller Prewitt, and it suits this noise and such pictures, since it was learned from
them. That is why networks learn their kernels.

### Exercise 06.5 · Learn a hidden kernel

Write the whole of it: start with three rows of three zeros; in each of `steps` rounds measure the nine slopes and move all
nine weights against them. Return the kernel. The check hides kernels in its `error` functions, and yours must find them. You may
call your `slopesOf`.
*/

// %% exercise q5
function learn(
  error: (kernel: number[][]) => number,
  learningRate: number,
  steps: number,
  nudge: number,
): number[][] {
  return todo();
}

q5.check(learn);

// %% [markdown]
/*
When it passes, try it on your own kernel, in a new cell:

`learn(kernelError({ picture: dots, wanted: correlate2d(dots, kernels.sharpen, { mode: "valid" }) }), 2, 40, 0.001)`

Why only 3×3? Each step asks for the error ten times, once and once for each weight. A network with a million weights would have
to ask a million times. Lesson 13 gets all slopes from a single pass.

## Where people go wrong

- **"Sobel's x finds horizontal edges."** It measures change *along* x, so it finds *vertical* edges.
- **"Negative means no edge."** It means an edge the other way round. Cutting off negative values loses half of all edges.
- **"An edge has the direction of the line."** The arrow stands across the edge; the line runs a quarter turn from it.
- **"Error zero: the right kernel."** Right on these examples. See the stripes.
- **"The error grows, so the code is wrong."** First try a smaller learning rate.

## In five lines

1. Kernels whose weights add up to 0 ignore flat ground and answer to change: size says how strong, sign says which side is bright.
2. x and y make an arrow: magnitude √(x² + y²), direction `atan2(y, x)`, across the edge. The commonest directions tell a page's
   tilt.
3. Smooth before you take differences; a threshold then says where there is an edge.
4. Prewitt, Sobel and Scharr differ in how true directions are; the Laplacian has none, and is noisy.
5. A kernel can be learned: error, slope of each weight, a step against the slopes, again.

**Next:** lesson 07 slides a whole digit instead of an edge, and finds it on a form.

## Further reading

- I. Sobel and G. Feldman, *A 3×3 Isotropic Gradient Operator for Image Processing* (talk, 1968).
- D. Marr and E. Hildreth, *Theory of Edge Detection* (1980): the Laplacian of Gaussian and its zero crossings.
- J. Canny, *A Computational Approach to Edge Detection* (1986): what a good edge detector should do.
- H. Scharr, *Optimale Operatoren in der digitalen Bildverarbeitung* (dissertation, 2000): weights for true directions.
- R. Szeliski, *Computer Vision: Algorithms and Applications* (2nd edition, 2022), section 7.2: edges today.
*/

// %%
showProgress();
