// %% [markdown]
/*
# 01 · Convolution in one dimension

Electrodes on the chest measure the heart as a voltage of about one millivolt (mV), and much else besides. Below are {{recorded.seconds}} seconds of such a recording. **How tall are the peaks, and what lies between them?**
A doctor needs both answers, and the noise hides them.

Each of its {{recorded.samples}} numbers is a **sample**: the voltage at one moment, {{recorded.rate}} of them a second. A list
of samples is a **signal**. Run the cell to see this one.
*/

// %%
import { boxKernel1d, convolve1d, correlate1d, gaussianKernel1d, toList } from "cnn-workbook";
import { convolutionExplorer, linePlot, show, showProgress, stemPlot, todo } from "cnn-workbook";
import { heart, scoreKernel } from "cnn-workbook/lessons/01-convolution-1d";
import { p1, p2, p3, p4, p5, p6, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/01-convolution-1d";

show(linePlot({ x: heart.time, y: heart.voltage }, {
  title: "What the electrodes measure",
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "Four seconds of a noisy heart signal: a tall peak about every 0.9 seconds. " +
    "Between the peaks are ripples in which small waves are hard to make out.",
}));

// %% [markdown]
/*
You will clean this recording with a handful of numbers. The operation that does it is *convolution*, the C in CNN. In
lesson 00 nine weights blurred a picture; here, on a line of numbers, you can follow every step with a pencil.

At the end you can

- compute a convolution with pencil and paper, and write it as a loop;
- say how long the result is, and what happens at its ends;
- tell convolution from correlation, and say which of the two neural networks use;
- choose a kernel for a job, and say what it costs.

You need lesson 00. Take about 40 minutes.

The recording comes from a published model of the heart (McSharry et al. 2003) with noise added, by chance and for each
sample on its own. So we also know the heart without the noise, and can measure what our cleaning does to it. (Real
recordings have other disturbances too, such as interference from the power line.)

## Average the neighbours

Noise pushes every sample up or down by chance. The samples beside it are pushed too, each by its own chance. In an
average of five samples some of these pushes cancel each other.

So let us replace each sample by the average of five: the sample itself, two before it and two after it.

What will that do to the tall peaks? Decide before you see it. Write the number of your choice between the
brackets, for example `p1.guess(2)`, and run the cell. Only your first guess is kept. A wrong guess costs nothing, and you
will remember the answer better for it.
*/

// %%
p1.guess();

// %% [markdown]
/*
An average of five is a sum in which each sample has the weight 0.2. `correlate1d` computes it for every sample; how it
does that is what this lesson is about. (`mode: "same"` says: as many numbers out as in. More on that later.)
*/

// %%
const fifths = [0.2, 0.2, 0.2, 0.2, 0.2];
const averaged = correlate1d(heart.voltage, fifths, { mode: "same" });

show(linePlot([
  { x: heart.time, y: heart.voltage, name: "measured", faint: true },
  { x: heart.time, y: averaged, name: "average of five" },
], {
  title: "The average of five samples, everywhere",
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "The averaged signal is smoother than the measured one. " +
    "Small rounded waves appear before and after each tall peak.",
}));

// %% [markdown]
/*
There are small waves between the peaks after all. Five numbers, each 0.2, made them visible.

Now the tall peaks. `scoreKernel` measures, over a minute of such a recording, by how much weights reduce the noise and the
height of the peaks. And since we know the heart without noise, we can look at a single beat of it.
*/

// %%
const box5 = scoreKernel(fifths);
const averagedClean = correlate1d(heart.clean, fifths, { mode: "same" });
const oneBeat = (signal: typeof heart.clean) => toList(signal).slice(45, 75);

show(linePlot([
  { x: oneBeat(heart.time), y: oneBeat(heart.clean), name: "heart without noise" },
  { x: oneBeat(heart.time), y: oneBeat(averagedClean), name: "average of five" },
], {
  title: `Over a minute: noise −${box5.noiseDown} %, peaks −${box5.peaksDown} %`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "A single beat without noise, and its average of five. " +
    `Over a minute the peaks lose ${box5.peaksDown} percent, the noise ${box5.noiseDown} percent.`,
}));

// %% [markdown]
/*
The title has both numbers. Would a doctor accept them? And could five or seven *other* numbers do better? To choose them
we must see exactly what such numbers do.

## One position at a time

Take a small signal that rises and falls, the *triangle* `1 2 3 2 1`. Over it we slide three ones, the *box* `1 1 1`. The
numbers that slide are called the **kernel**, and each of them is a **weight**. (For an average each weight would be ⅓.
Ones keep the sums easy; you can divide by 3 at the end.)

Start with the box so far to the left that only its last weight lies over the triangle. Multiply each weight by the number
under it, and add the products. Move the box one place to the right, and do it again. We number the positions n, and call
n = 0 the one in the middle. A dot marks a place beside the triangle, which counts as zero.

{{overlapTable}}

The sums {{overlapTable.match(/\*\*\d+/g).map((s) => s.slice(2)).join(", ")}} are the result: a wider, rounder triangle.

Drag the box over the triangle, or click the slider and press the arrow keys, and follow the products.
*/

// %%
show(convolutionExplorer({ signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1], basic: true }));

// %% [markdown]
/*
Now with a kernel that weighs the middle twice: `1 2 1`. It stands over the middle of the triangle, at n = 0. Work the
sum out in your head and guess the number, for example `p2.guess(5)`. After that you can type `1 2 1` into the explorer.
*/

// %%
p2.guess();

// %% [markdown]
/*
### Exercise 01.1 · One output

Write the sum for one position. `start` is the place, counted from 0, of the sample under the kernel's first weight. The
loop is there; replace `todo()` by the product that belongs to weight `k`.

For the signal `[4, 5, 3, 7]`, the kernel `[2, 10]` and start 1, the answer is 2 × 5 + 10 × 3 = 40.
*/

// %% exercise q1
function outputAt(signal: number[], kernel: number[], start: number): number {
  let sum = 0;
  for (let k = 0; k < kernel.length; k++) {
    sum += todo();
  }
  return sum;
}

q1.check(outputAt);

// %% [markdown]
/*
`q1.hint()` in a cell of its own gives a hint, `q1.solution()` a solution.

## The same as a formula

Give the samples names: x[0], x[1], x[2] and so on. The weights are w[0] to w[K−1]; K is how many there are. Then the
output at n, where the kernel's first weight lies over sample n, is

$$z[n] \;=\; w[0]\,x[n] + w[1]\,x[n+1] + \dots + w[K-1]\,x[n+K-1] \;=\; \sum_{k=0}^{K-1} w[k]\;x[n+k].$$

The sign Σ says: let k run from 0 to K−1, and add up what stands behind it. It is the loop that you just wrote.

(Here n counts from the first sample, as arrays do. The table counted from the middle: its rows −1, 0 and 1 are n = 0, 1
and 2 now.)

Each output is a **weighted sum of neighbours**. With `mode: "valid"`, `correlate1d` computes it at every position where
the whole kernel lies on the signal. An array prints as its shape, here how many numbers it has, and then the numbers:
*/

// %%
correlate1d([1, 2, 3, 2, 1], [1, 1, 1], { mode: "valid" });

// %% [markdown]
/*
### Exercise 01.2 · All outputs

Write the sliding yourself: every position at which the whole kernel lies on the signal, from left to right. You may call
your `outputAt`, or write both loops.

Count first: a kernel of 3 on a signal of 5 has 3 positions. How many has a kernel of K on a signal of N?
*/

// %% exercise q2
function slide(signal: number[], kernel: number[]): number[] {
  return todo();
}

q2.check(slide);

// %% [markdown]
/*
## Few weights, used everywhere

Our recording has {{recorded.samples}} samples. If every output had a weight of its own for every sample, we would need
{{recorded.samples}} × {{recorded.samples}} = {{denseWeights}} weights. The average of five needs five. Convolution saves in two ways:

- it is **local**: an output looks at its neighbours only;
- its weights are **shared**: the same ones at every position.

Pictures have millions of numbers. Without these two savings nobody could train a network on them. Lesson 08 comes back
to this, with the numbers of a real network.

## Other weights, other effects

The kernel −1 0 1 takes the next sample minus the previous one. It does not average; it asks a question about the signal.
What will it answer on the long, almost flat stretches between the beats?
*/

// %%
p3.guess();

// %%
const weights = [-1, 0, 1];
const answered = correlate1d(heart.clean, weights, { mode: "same" });

show(linePlot([
  { x: heart.time, y: heart.clean, name: "heart without noise" },
  { x: heart.time, y: answered, name: `kernel ${weights.join(" ")}` },
], {
  title: `Kernel ${weights.join(" ").replaceAll("-", "−")}: what it answers, beat by beat`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    `The heart's signal and the output of the kernel ${weights.join(" ")}. At each beat the output swings between ` +
    `${Math.max(...toList(answered)).toFixed(1)} and ${Math.min(...toList(answered)).toFixed(1)} mV.`,
}));

// %% [markdown]
/*
Where the signal rises the result is positive, where it falls negative. So it shows the *edges* of each beat. In
lesson 06 the same three numbers find the edges in pictures.

Change `weights` in the cell above and run it again. Try

- `[1, -2, 1]`: where does the signal *bend*?
- `[-0.5, 2, -0.5]`: twice the sample, minus half of each neighbour. It sharpens.

Put `heart.voltage` in place of `heart.clean`: questions about differences are easily drowned by noise.

One more: `[0, 0, 0, 0, 0, 0, 0, 0, 1]`, a single 1, four places after the middle. What does it do to the beats?
*/

// %%
p4.guess();

// %% [markdown]
/*
Try it in the cell above, too.

## To flip or not to flip

Box, `1 2 1` and `1 -2 1` look the same from both sides. `-1 0 1` does not, and we never asked which end goes first. A
plainer case: slide `3 2 1` over a single spike, `0 0 1 0 0`. Which three numbers stand in the middle of the result?
*/

// %%
p5.guess();

// %%
const spike = [0, 0, 1, 0, 0];
const oneWay = toList(correlate1d(spike, [3, 2, 1], { mode: "same" }));
const otherWay = toList(convolve1d(spike, [3, 2, 1], { mode: "same" }));

show(stemPlot([
  { y: oneWay, name: "correlation" },
  { y: otherWay, name: "convolution" },
], {
  title: "The kernel 3 2 1 on a spike",
  xLabel: "sample",
  yLabel: "output",
  alt: `On a single spike, correlation gives ${oneWay.join(" ")} and convolution ${otherWay.join(" ")}.`,
}));

// %% [markdown]
/*
There are two ways to slide. What we have done so far, with the kernel as it stands, is called **correlation**. The *last*
weight meets the spike first, so the kernel comes out back to front: {{spikeCorrelated.slice(1, 4).join(" ")}}.

**Convolution** turns the kernel round before it slides. A spike then gives the kernel as it is written:
{{spikeConvolved.slice(1, 4).join(" ")}}. Watch both: turn the switch, and move the kernel.
*/

// %%
show(convolutionExplorer({ signal: [0, 0, 1, 0, 0], kernel: [3, 2, 1] }));

// %% [markdown]
/*
In the formula only one sign changes:

$$\text{correlation: } \sum_{k=0}^{K-1} w[k]\,x[n+k] \qquad\qquad \text{convolution: } \sum_{k=0}^{K-1} w[k]\,x[n-k].$$

With x[n−k], n is the *last* sample under the kernel, so the first whole position is n = K−1.

By hand: signal `3 2 1 7 1 2 5 4`, kernel `0.5 0.75 1 0.25`. Turned round, the kernel is `0.25 1 0.75 0.5`. Its first
position gives 0.25×3 + 1×2 + 0.75×1 + 0.5×7 = {{turned[0]}}. Not turned, the same place gives {{unturned[0]}}. All
positions, first turned and then not (you can work out one more in each line):
*/

// %%
const long = [3, 2, 1, 7, 1, 2, 5, 4];
console.log("turned    ", toList(convolve1d(long, [0.5, 0.75, 1, 0.25], { mode: "valid" })).join("  "));
console.log("not turned", toList(correlate1d(long, [0.5, 0.75, 1, 0.25], { mode: "valid" })).join("  "));

// %% [markdown]
/*
A network may also take only every second position, a **stride** of 2: {{turned.join(", ")}} (lesson 09).

**Which one do neural networks mean?** Correlation. What Keras, PyTorch and TensorFlow.js call a convolution does not turn
the kernel. It makes no difference to them: the weights are learned, and the network simply learns them the other way
round. When you set weights by hand, or compare with a signal-processing book, it does matter. In this course
`correlate1d` never turns and `convolve1d` always does, as in SciPy.

Why would anyone turn the kernel? Because then signal and kernel may change places: `1 2 3` and `0 5 1` give
{{swap.one}} in full, whichever of them slides. With correlation they give {{swap.other}} or {{swap.otherWay}}. Books that
calculate with convolutions need that.
*/

// %% [markdown]
/*
### Exercise 01.3 · Convolution

Write `convolve`, at every position where the whole kernel lies on the signal. Take care to leave the `kernel` that you
are given as it is: whoever called you may still need it.
*/

// %% exercise q3
function convolve(signal: number[], kernel: number[]): number[] {
  return todo();
}

q3.check(convolve);

// %% [markdown]
/*
## What happens at the ends

Near its ends a signal has too few neighbours. There are three conventions:

- **valid**: only positions where the whole kernel lies on the signal. The result is shorter.
- **same**: put zeros beside the signal, so that the result is as long as the signal. Neural networks call this *padding*.
- **full**: every position where at least one weight lies on the signal, as in the table. The result is longer.
*/

// %%
for (const mode of ["valid", "same", "full"] as const) {
  console.log(
    mode.padEnd(6),
    toList(correlate1d([1, 2, 3, 2, 1], [1, 1, 1], { mode })).join(" "),
  );
}

// %% [markdown]
/*
The box of 3 on the triangle of 5 gives {{lengths.valid}}, {{lengths.same}} and {{lengths.full}} numbers. The last
explorer marks the three under its output.

Think of the table above, and say: how many numbers has the *full* result of a kernel of 5 on our recording of
{{recorded.samples}} samples?
*/

// %%
p6.guess();

// %% [markdown]
/*
Zeros are an invention: nobody measured them. They pull an average towards zero at both ends, and they make an edge where
there is none: look at t = 0 in the figure of −1 0 1. You will see the same at the border of pictures in lesson 04, which
goes dark.

With an even number of weights one side gets one zero more: in SciPy and in this course the front, in TensorFlow the end.

### Exercise 01.4 · Same length

Write `slideSame` for kernels with an odd number of weights: put as many zeros on each side as are needed, then slide
without turning.
*/

// %% exercise q4
function slideSame(signal: number[], kernel: number[]): number[] {
  return todo();
}

q4.check(slideSame);

// %% [markdown]
/*
## Back to the heart

Now the question from the beginning. First wider boxes, up to eleven samples. `scoreKernel` slides a kernel over a minute
of recording and measures how far noise and peaks go down.
*/

// %%
const widths = [1, 3, 5, 7, 9, 11];
const scores = widths.map((width) => scoreKernel(boxKernel1d(width)));

show(linePlot([
  { x: widths, y: scores.map((score) => score.noiseDown), name: "noise" },
  { x: widths, y: scores.map((score) => score.peaksDown), name: "peaks" },
], {
  title: "Wider boxes lose the peaks",
  xLabel: "width of the box (samples)",
  yLabel: "reduction (%)",
  alt:
    `With wider boxes the noise goes down less and less, to ${scores.at(-1)?.noiseDown} percent at eleven samples, ` +
    `and the peaks go down steadily, to ${scores.at(-1)?.peaksDown} percent.`,
}));

// %% [markdown]
/*
The noise can be worked out with a pencil. Pushes that have nothing to do with each other combine like the two sides of a
right angle: their squares add (Pythagoras). So weights w leave the share √(w[0]² + w[1]² + …) of the noise. Five times 0.2: √(5 × 0.04) = {{share}}, so {{shareDown}} % less; measured above as
{{box5.noiseDown}} %. A box of K leaves 1/√K: four times as wide, half the noise. Meanwhile the peaks vanish. At eleven samples
they have lost {{box11.peaksDown}} %. Wider is not the way.

What about the shape? The *Gaussian* kernel gives the centre the most weight and lets it fall off smoothly to both sides.
`sigma` says how wide the hill is, in samples.
*/

// %%
const gaussian = gaussianKernel1d({ sigma: 1.4 });
console.log("weights ", toList(gaussian).map((weight) => weight.toFixed(2)).join("  "));
console.log("Gaussian", scoreKernel(gaussian));
console.log("box of 5", scoreKernel(boxKernel1d(5)));

// %% [markdown]
/*
At the same noise the Gaussian costs the peaks a little less than the box. It is still too much. All these weights are
positive. Can you do better?

### Exercise 01.5 · Keep the peaks

Find weights that take away at least **40 %** of the noise and cost the peaks at most **8 %**. Any odd number of weights is
allowed. They must add up to 1, or else the whole signal becomes larger or smaller.

Try weights with `scoreKernel([...])`, look, think, try again. Neither a box nor a Gaussian will do. If you get stuck,
`q5.hint()` knows an idea from 1964.
*/

// %% exercise q5
function keepThePeaks(): number[] {
  return todo();
}

q5.check(keepThePeaks);

// %%
const mine = [1 / 3, 1 / 3, 1 / 3];
const score = scoreKernel(mine);
const cleaned = correlate1d(heart.voltage, mine, { mode: "same" });

show(linePlot([
  { x: heart.time, y: heart.voltage, name: "measured", faint: true },
  { x: heart.time, y: cleaned, name: "cleaned" },
], {
  title: `Noise −${score.noiseDown} %, peaks −${score.peaksDown} %`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    `The measured signal and the cleaned one: the noise is down by ${score.noiseDown} percent, ` +
    `the peaks by ${score.peaksDown} percent.`,
}));

const tops = (signal: typeof heart.clean) =>
  heart.peaks.map((at) => Math.max(...toList(signal).slice(at - 2, at + 3)).toFixed(2)).join("  ");
console.log("Height of the peaks in mV");
console.log("measured     ", tops(heart.voltage));
console.log("cleaned      ", tops(cleaned));
console.log("without noise", tops(heart.clean));

// %% [markdown]
/*
Write your own weights into `mine` to see what they do to the recording. Now both questions from the beginning have an
answer. The peaks are {{peakHeight}} mV tall on average. Before each of them lies a small wave, the *P wave*: the atria, the
upper chambers, are excited, just before they contract. After it comes a wider one, the *T wave*: the ventricles recover.
(The names are Einthoven's, 1895.)

You chose a handful of weights by trying. A convolutional network chooses thousands, by a method that beats trying
(lesson 13). What it does with them afterwards is what you did here: slide, multiply, add.

## Where people go wrong

- **"Convolution removes noise."** It removes whatever changes quickly, noise or not, if the weights are those of an
  average. Other weights keep only what changes quickly.
- **"A sum with w[k − n] is a convolution."** One often sees Σ x[k] w[k − n] under that name, in lecture slides too. There w
  slides without being turned, so it is correlation. Convolution has w[n − k].
- **"A network's convolution flips."** It does not. See above.

## In five lines

1. Slide a kernel over a signal; at each place multiply, and add: a weighted sum of neighbours.
2. Few weights, the same ones everywhere: local and shared.
3. Correlation slides the kernel as it is; convolution turns it round first. Networks use correlation.
4. N samples and K weights give N − K + 1 outputs (valid), N (same) or N + K − 1 (full).
5. Averages trade noise against sharp peaks; the weights decide how well.

**Next:** lesson 02 throws samples away, and finds out when that lies.

## Further reading

- S. W. Smith, *The Scientist and Engineer's Guide to Digital Signal Processing* (1997), chapters 6 and 15: convolution,
  and why the moving average is so good at what it does.
- A. Savitzky and M. J. E. Golay, *Smoothing and Differentiation of Data by Simplified Least Squares Procedures* (1964):
  weights that keep peaks.
- P. E. McSharry, G. D. Clifford, L. Tarassenko and L. A. Smith, *A Dynamical Model for Generating Synthetic
  Electrocardiogram Signals* (2003): the heart in this lesson.
- I. Goodfellow, Y. Bengio and A. Courville, *Deep Learning* (2016), section 9.1: convolution as networks use it.
*/

// %%
showProgress();
