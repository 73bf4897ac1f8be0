// %% [markdown]
/*
# 02 · Down and up

A watch measures the heart's voltage {{rate}} times a second. It also picks up a little of the power line in the wall,
whose voltage swings up and down 50 times a second in most countries. That is the fuzz on the curve below.

Memory is scarce in a watch, and a heart beats only about once a second. So the makers decide to keep **every fifth
sample** and to throw the others away. **Is what they keep still true?**
*/

// %%
import { correlate1d, crop, downsample, resizeImage, sampleImage, upsample } from "cnn-workbook";
import { convolutionExplorer, imagePlot, linePlot, show, showProgress, stemPlot } from "cnn-workbook";
import { toList, todo } from "cnn-workbook";
import { countWaves, errorAfter, judge, recording, seenFrequency } from "cnn-workbook/lessons/02-down-and-up";
import { tone } from "cnn-workbook/lessons/02-down-and-up";
import { p1, p2, p3, p4, p5, p6, p7, p8, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/02-down-and-up";

const rate = recording.sampleRate;

show(linePlot({ x: recording.time, y: recording.voltage }, {
  title: `What the watch measures: ${recording.voltage.length} samples`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    `${recording.seconds} seconds of a heart signal with ${recording.peaks.length} tall peaks. ` +
    "Fine, even fuzz lies on all of it.",
}));

// %% [markdown]
/*
What becomes of the fuzz when only every fifth sample is kept? Decide first. (The picture comes after the guess.)
*/

// %%
p1.guess();

// %%
const kept = downsample(recording.voltage, { factor: 5 });
const keptTime = downsample(recording.time, { factor: 5 });
const keptHum = downsample(recording.hum, { factor: 5 });
const keptRate = rate / 5;

show(linePlot([
  { x: keptTime, y: kept, name: "every fifth sample" },
  { x: keptTime, y: keptHum, name: "the hum among them" },
], {
  title: `The same ${recording.seconds} seconds: ${kept.size} samples`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "The kept samples, and what the hum alone has become in them. In the recording it made " +
    `${countWaves(recording.hum, rate).toFixed(1)} waves a second; ` +
    `in the kept samples it makes ${countWaves(keptHum, keptRate).toFixed(1)}.`,
}));

// %% [markdown]
/*
The fuzz is gone, and in its place there are slow waves, {{slow}} a second. Every one of these samples was measured,
and none was changed. Yet neither the heart nor the power line makes such waves. A doctor might take them for an
illness. **Who put them there, and how does one keep them out?**

The same happens when a picture is made smaller, and inside neural networks, which make their pictures smaller all the
time.

At the end you can

- make a signal shorter and longer again, with a pencil and in code;
- say what comes back, and what is lost for good;
- predict which false wave appears, and prevent it;
- shrink a picture so that it does not lie.

You need lesson 01. Take about 40 minutes.

The recording is made: the model heart of lesson 01, without noise, and a pure 50 Hz hum. So we know both parts and
can look at each alone: `recording.clean` is the heart, `recording.hum` the hum.

## Down: f(2n)

Some words first. How many samples there are in a second is the **sample rate**. Its unit is the *hertz* (Hz), times a
second: the watch records at {{rate}} Hz and keeps {{keptRate}} Hz. How many waves there are in a second is a wave's
**frequency**, in hertz too. One wave takes one **period**: at 50 Hz, 1/50 = 0.02 seconds.

Why throw samples away at all? Sound and pictures are large, and what one looks for in them is often large too: a beat
lasts a tenth of a second, a lighthouse fills half the height of a photograph. Samples much finer than that cost
memory and time. Making a signal shorter is **downsampling**. By a factor of two it takes every second sample,
beginning with the first:

$$f_\text{down}[n] = f[2n].$$

By hand: `{{eight.join(" ")}}`. The places are counted from 0. n = 0, 1, 2, 3 takes places 0, 2, 4, 6. That leaves
{{down.join(", ")}}. The same from code:
*/

// %%
const eight = [4, 1, 3, 8, 6, 2, 5, 7];
downsample(eight, { factor: 2 });

// %% [markdown]
/*
### Exercise 02.1 · Every factor-th sample

Write it for any factor. The first sample is always kept. Mind the end: of five samples, every second leaves three.
*/

// %% exercise q1
function keepEvery(signal: number[], factor: number): number[] {
  const kept: number[] = [];
  return todo();
}

q1.check(keepEvery);

// %% [markdown]
/*
## Up: f(n/2)

Later one may need the old length back: to compare with the original, or to lay a network's answer over the picture
(lesson 20). Making a signal longer is **upsampling**. By a factor of two, each sample moves to twice its place, which
leaves the odd places empty. The plainest thing is to put zeros there:

$$f_\text{up}[n] = \begin{cases} f[n/2] & n \text{ even} \\ 0 & n \text{ odd.} \end{cases}$$

Filling the empty places with something more likely is called **interpolation**. The **hold** repeats the sample
before. The **straight line** (linear interpolation) puts the value halfway between the two neighbours; after the last
sample, where no neighbour follows, it stays level.

{{fillTable}}

Work out the row of the straight line with a pencil. Which number stands at place 5?
*/

// %%
p2.guess();

// %%
const write = (name: string, values: number[]) =>
  console.log(name.padEnd(12), values.map((value) => String(value).padStart(4)).join(" "));

write("before", eight);
for (const method of ["zeros", "hold", "linear"] as const) {
  write(method, toList(upsample(downsample(eight), { factor: 2, method })));
}

const lined = toList(upsample(downsample(eight), { method: "linear" }));
const same = eight.filter((value, i) => value === lined[i]).length;

show(stemPlot([
  { y: eight, name: "before" },
  { y: lined, name: "down, then up by straight lines" },
], {
  title: `Down and up again: ${same} of ${eight.length} samples are as they were`,
  xLabel: "place",
  yLabel: "value",
  alt:
    `Before: ${eight.join(", ")}. After down and up: ${lined.join(", ")}. ` +
    "The even places are the same; at the odd ones stands a value between the neighbours, " +
    "whatever was there before.",
}));

// %% [markdown]
/*
The length is back. The samples that were thrown away are not: interpolation *invents* them from their neighbours, and
nobody can tell from the result that there was an 8 or a 2. Try other numbers in `eight`: for which ones does
everything come back?

### Exercise 02.2 · Make room

Write the zeros for any factor: each sample becomes `factor` numbers, itself and then zeros. The last one too.
*/

// %% exercise q2
function makeRoom(signal: number[], factor: number): number[] {
  return todo();
}

q2.check(makeRoom);

// %% [markdown]
/*
## Filling is sliding a kernel

Zeros look like a poor way to fill. But they leave room for something that you know from lesson 01. Slide a kernel of
three weights over `{{zeros.join(" ")}}`, with one zero beside each end (mode *same*). A sample meets only zeros at
both of its sides, and each zero lies between two samples. So three weights can decide what becomes of each.

Which three give the hold?
*/

// %%
p3.guess();

// %% [markdown]
/*
Try it. Type your three weights, with spaces between them, into the field of the kernel, and step from place to place.
*/

// %%
show(convolutionExplorer({ signal: upsample(downsample(eight)), kernel: [1, 1, 1], first: 0 }));

// %% [markdown]
/*
Now find three weights that give the straight line, as far as they can: write them into `three`.
*/

// %%
const three = [1, 1, 1];
const wide = upsample(downsample(eight));
write("zeros", toList(wide));
write("kernel slid", toList(correlate1d(wide, three, { mode: "same" })));
write("linear", lined);

// %% [markdown]
/*
The weights ½ 1 ½ give the straight line: a sample stays as it is, once itself, and a zero becomes half of its left
neighbour plus half of its right one. Only the last place differs, {{slid[7]}} instead of {{hold[7]}}: beyond the end
lies a zero, and the line falls towards it.

So one can go up in two steps: make room with zeros, then slide a kernel. The hold and the straight line are two such
kernels, and there are others. A network may learn the weights, as it learns all others; that layer is called a
transposed convolution (lesson 20).

### Exercise 02.3 · Straight lines

Fill by straight lines for any factor. With factor 3 the line from 2 to 8 goes 2, 4, 6. The loops are there: `here` is
a sample, `next` the one after it (the sample itself where none follows), and k counts the steps from 0. Replace
`todo()`.
*/

// %% exercise q3
function straightLines(signal: number[], factor: number): number[] {
  const filled: number[] = [];
  for (let n = 0; n < signal.length; n++) {
    const here = signal[n];
    const next = signal[n + 1] ?? here;
    for (let k = 0; k < factor; k++) {
      filled.push(todo());
    }
  }
  return filled;
}

q3.check(straightLines);

// %% [markdown]
/*
## Where the slow waves come from

Now back to the watch. A wave small enough for a pencil: `0 1 0 −1`, again and again. It has four samples to a wave.
You keep every *third* sample, beginning with the first. What is left?
*/

// %%
p4.guess();

// %%
const wave = Array.from({ length: 25 }, (_, i) => [0, 1, 0, -1][i % 4]);
const row = (step: number) =>
  wave.map((value, i) => (i % step === 0 ? String(value) : "·").padStart(3)).join("");
console.log("the wave     ", row(1));
console.log("every third  ", row(3));
console.log("every second ", row(2));

// %% [markdown]
/*
The kept samples form a perfect wave. It is just not the one that was there: it is three times as slow, and starts in
the other direction. And of every *second* sample only zeros are left; the wave seems to be gone.

The same with the hum. The thin curve is the hum of 50 Hz as it really is. The dots are the samples that the watch
keeps.
*/

// %%
const frequency = 50;
const trueWave = tone({ frequency, sampleRate: 2560, seconds: 0.37 });
const dots = tone({ frequency, sampleRate: keptRate, seconds: 0.37 });
const longer = tone({ frequency, sampleRate: keptRate, seconds: 20 });

show(linePlot([
  { x: trueWave.map((_, i) => i / 2560), y: trueWave, name: "true wave", faint: true },
  { x: dots.map((_, i) => i / keptRate), y: dots, name: "kept samples" },
], {
  title: `True: ${frequency} Hz. The dots alone: ${countWaves(longer, keptRate).toFixed(1)} Hz`,
  xLabel: "time (s)",
  yLabel: "hum (1 is its full height)",
  alt:
    `A wave of ${frequency} hertz and the samples of it that are kept, ${keptRate} a second. ` +
    `The line through the samples makes ${countWaves(longer, keptRate).toFixed(1)} waves a second.`,
}));

// %% [markdown]
/*
From one dot to the next the hum goes through 50 / {{keptRate}} = {{wavesPerSample}} waves: nearly a whole one. Each
dot finds it almost where the last dot found it, a little further *back*. A whole wave more or less leaves no trace in
the dots. So {{wavesPerSample}} of a wave forwards looks exactly like {{backwards}} of a wave backwards, and that,
{{keptRate}} times a second, makes {{backwardsHertz}} waves a second. There they are.

So: **take away the nearest whole number of waves per sample. What is left is what one sees.** The false wave is
called an **alias** of the true one, another name under which it goes, and the effect **aliasing**.

Change `frequency` above: 60, as in America; 20; 51.2; 101.

### Exercise 02.4 · Which frequency will you see?

Write the rule. By hand, for 13 Hz sampled at 10 Hz: 1.3 waves per sample; the nearest whole number is 1; what is left
is 0.3 waves per sample; times 10 samples a second makes 3 Hz. For 16 Hz: 1.6, nearest 2, 0.4 backwards, 4 Hz.
*/

// %% exercise q4
function seen(frequency: number, rate: number): number {
  const wavesPerSample = frequency / rate;
  return todo();
}

q4.check(seen);

// %% [markdown]
/*
Suppose that the hum's frequency rose slowly, from 0 to 110 Hz, and that the watch still kept {{keptRate}} samples a
second. Draw with your finger: to the right the true frequency, upwards the one that is seen. What shape is it?
*/

// %%
p5.guess();

// %%
const trueFrequencies = Array.from({ length: 111 }, (_, i) => i);
const measured = trueFrequencies.map((hertz) => seenFrequency(hertz));
const [at10, at40, at60] = [10, 40, 60].map((hertz) => measured[hertz].toFixed(1));

show(linePlot([
  { x: trueFrequencies, y: measured, name: "seen (measured)" },
  { x: [0, 60], y: [0, 60], name: "true frequency", faint: true },
], {
  title: `10, 40 and 60 Hz are seen as ${at10}, ${at40} and ${at60} Hz`,
  xLabel: "true frequency (Hz)",
  yLabel: "frequency seen (Hz)",
  alt:
    "The frequency measured in the kept samples against the true one. " +
    `10, 40 and 60 hertz are seen as ${at10}, ${at40} and ${at60}; the largest that is seen is ` +
    `${Math.max(...measured).toFixed(1)}.`,
}));

// %% [markdown]
/*
Up to {{half}} Hz, half the sample rate, the seen frequency is the true one. Beyond it every frequency hides among the
slow ones, and nothing in the samples tells which is which. So a wave needs **more than two samples in each period**;
in other words, the sample rate must be more than twice the highest frequency in the signal (Nyquist 1928, Shannon
1949). Exactly two are not enough: you have seen them give nothing but zeros. With more than two the samples determine
the signal completely, though straight lines are not the way to get it back.

The recording itself, at {{rate}} Hz, tells the truth about everything below {{fullHalf}} Hz, the hum included. It was
dropping samples that made it lie.

## Two steps, in which order?

So the hum is too fast for the samples that the watch keeps. Lesson 01 has a tool against what changes quickly: the
average.

One of the makers proposes to average five samples, everywhere, and then to keep every fifth average. Another one
says: first keep every fifth sample, then average five of those. These are the same two steps, and less work. Is it as
good?
*/

// %%
p6.guess();

// %%
const fifths = [0.2, 0.2, 0.2, 0.2, 0.2];
const average = (signal: number[]) => toList(correlate1d(signal, fifths, { mode: "same" }));
const keep = (signal: number[]) => toList(downsample(signal, { factor: 5 }));

const averagedFirst = keep(average(recording.voltage));
const keptFirst = average(keep(recording.voltage));
const before = judge((signal) => keep(average(signal)));
const after = judge((signal) => average(keep(signal)));

show(linePlot([
  { x: keptTime, y: averagedFirst, name: "average, then keep" },
  { x: keptTime, y: keptFirst, name: "keep, then average" },
], {
  title: `Peaks of ${before.peaks} mV averaged before, of ${after.peaks} mV averaged after`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "The two results. " +
    `Averaged before, the peaks have ${before.peaks} mV and the hum ${before.hum} mV; ` +
    `averaged after, the peaks have ${after.peaks} mV and the hum ${after.hum} mV.`,
}));

console.log("as recorded        ", judge((signal) => signal));
console.log("keep               ", judge(keep));
console.log("average, then keep ", before);
console.log("keep, then average ", after);

// %% [markdown]
/*
`judge` measures how far the hum swings and how tall the peaks are on average, in mV.

Averaged *before*, {{humLeft}} % of the hum is left, and the waves are gone. Why does a plain average work so well
here? Five samples take 5/{{rate}} seconds, almost a whole period of the hum: its ups and downs cancel. The price you
know from lesson 01: the peaks lose some of their height.

*Afterwards* it is too late. The false waves are as slow as the heart by then, and an average wide enough to take them
away would take the heart away as well.

And it saves no work: averages that nobody keeps need not be computed.
`correlate1d(signal, fifths, { mode: "same", stride: 5 })` computes every fifth one only.

So: **smooth first, then drop.** `downsample` does it when asked, with Gaussian weights:
`{ factor: 5, antialias: true }`. Now the whole way, down by five and up again. How far does the result lie from the
heart alone, on average?
*/

// %%
const faded = (signal: number[]) => downsample(signal, { factor: 5, antialias: true });

const smoothKeep = (signal: number[]) => keep(average(signal));

for (const method of ["hold", "linear"] as const) {
  console.log("keep,               up by", method, errorAfter(keep, method));
  console.log("average, then keep, up by", method, errorAfter(smoothKeep, method));
  console.log("antialias: true,    up by", method, errorAfter(faded, method));
}

// %% [markdown]
/*
The numbers are mean distances in µV, thousandths of a mV. With hum, smoothing first is by far the better way, and
straight lines beat the hold. But look at `withoutHum`: where nothing is too fast, smoothing costs a little. One pays
this price because one seldom knows what else is in a signal.

The average suited a hum of 50 Hz well. Does it suit another? Run the cell, then change the frequency.
*/

// %%
const otherHum = tone({ frequency: 60, sampleRate: rate, seconds: 6 });
const left = (signal: number[]) => `${Math.round(100 * Math.max(...signal.slice(2, -2)))} % left`;
console.log("average, then keep", left(keep(average(otherHum))));
console.log("antialias: true   ", left(toList(faded(otherHum))));

// %% [markdown]
/*
At 50 Hz the five samples fit the period by luck; at 60 Hz they do not, and {{left60.average}} % is left. The Gaussian
has no lucky frequency and no bad one: the faster the wave, the less of it remains. `downsample` and scikit-image use
it for that.

## The same in pictures

In a picture, down means in both directions: every second row, and of it every second pixel. Half the height and half
the width leave a *quarter* of the numbers. The harbour has {{harbour.height}} × {{harbour.width}} =
{{harbour.pixels}} pixels; with every fourth in both directions {{harbour.small}} = {{harbour.smallPixels}} are left,
a sixteenth.

How small may it get before you lose the lighthouse? Run the cell, then change the factors.
*/

// %%
const harbour = sampleImage("harbour");
const [harbourHeight, harbourWidth] = harbour.shape;
const smaller = [2, 8, 32].map((factor) => {
  const image = resizeImage(harbour, { height: Math.ceil(harbourHeight / factor) });
  const numbers = image.size.toLocaleString("en");
  const large = upsample(image, { factor, method: "hold" });
  return { image: large, title: `by ${factor}: ${numbers} numbers`, numbers };
});

show(imagePlot(smaller, {
  title: `The harbour with ${smaller.map(({ numbers }) => numbers).join(", ")} numbers`,
  alt:
    `The harbour, ${harbourHeight} by ${harbourWidth} pixels, made smaller and drawn large again: ` +
    `${smaller.map(({ numbers }) => numbers).join(", ")} numbers. ` +
    "As shipped, the lighthouse can be made out in the first two.",
}));

// %% [markdown]
/*
What is large survives. It is the fine parts that make trouble. In pictures, stripes take the place of waves. Here are
rings that become finer and finer from the middle outwards.
*/

// %%
const side = 240;
const rings = Array.from({ length: side }, (_, y) =>
  Array.from({ length: side }, (_, x) => {
    const r = Math.hypot(x - side / 2, y - side / 2);
    return 127.5 + 127.5 * Math.cos((Math.PI * r * r) / 500);
  }));

show(imagePlot(rings, {
  title: "Rings, finer and finer towards the border",
  alt:
    "Black and white rings around the middle of the picture, " +
    "broad inside and very fine near the border.",
}));

// %% [markdown]
/*
Now keep every fifth pixel of every fifth row. What will the small picture show?
*/

// %%
p7.guess();

// %%
const dropped = downsample(rings, { factor: 5 });
const careful = resizeImage(rings, { height: side / 5, width: side / 5 });
const border = (image: typeof dropped) => {
  const pixels = toList(image.pick(2, null));
  return `${Math.min(...pixels).toFixed(0)} to ${Math.max(...pixels).toFixed(0)}`;
};

show(imagePlot([
  { image: dropped, title: "every fifth pixel" },
  { image: careful, title: "smoothed first" },
], {
  title: `Near the border: values from ${border(dropped)}, and from ${border(careful)}`,
  alt:
    `The rings in ${dropped.shape[0]} by ${dropped.shape[1]} pixels. Near the border the values go ` +
    `from ${border(dropped)} where every fifth pixel was kept, ` +
    `and from ${border(careful)} where it was smoothed first.`,
}));

// %% [markdown]
/*
On the left new rings stand where nobody drew any. Each is an alias: in its middle the true rings have one wave in
five pixels. On the right the fine rings have turned into an even grey, as they do when you look at them from far
away. They are lost there too, but nothing false stands in their place.

`resizeImage` smooths first, unless you tell it not to with `antialias: false`. Not every program does. It is worth
finding out what yours does.

False patterns in pictures are called *moiré*. They appear where something has fine stripes: a fence, a roof, a brick
wall. Here is a part of the street with a shutter and bricks. The small pictures are made large again with the hold.
*/

// %%
const street = sampleImage("street");
const part = crop(street, { top: 72, height: 128, width: 132 });
const [partHeight, partWidth] = part.shape;
const small = {
  kept: downsample(part, { factor: 4 }),
  smooth: resizeImage(part, { height: partHeight / 4, width: partWidth / 4 }),
};

show(imagePlot([
  { image: part, title: "the street" },
  { image: upsample(small.kept, { factor: 4, method: "hold" }), title: "every fourth pixel" },
  { image: upsample(small.smooth, { factor: 4, method: "hold" }), title: "smoothed first" },
], {
  title: `From ${partHeight} × ${partWidth} pixels to ${small.kept.shape[0]} × ${small.kept.shape[1]}`,
  alt:
    "As shipped: with every fourth pixel the level slats of the shutter become slanted stripes, and the bricks " +
    "become a broken pattern. Smoothed first, the shutter is even and the bricks are soft.",
}));

// %% [markdown]
/*
### Exercise 02.5 · Shrink a picture without lying

Write it alone. `image` is an array of rows of numbers. Cut it into blocks of `factor` × `factor` pixels, from the top
left on. Each block becomes one pixel: the mean of the block. A last row or column that fills no whole block is left
out, so the result has ⌊height / factor⌋ rows and ⌊width / factor⌋ columns (⌊ ⌋: rounded down).

When it passes, look at your own work in a cell of its own:
`show(imagePlot(shrink(rings, 5), { title: "Mine", alt: "My rings" }))`.
*/

// %% exercise q5
function shrink(image: number[][], factor: number): number[][] {
  return todo();
}

q5.check(shrink);

// %% [markdown]
/*
What you have written is called *average pooling* in a network. Signal processing calls smoothing and dropping in one
*decimation*.

## What networks do with it

- A convolution with a **stride** of 2 computes every second output only; in a picture the top left one of each 2 × 2
  (lesson 09). That is sliding and then f(2n). If its kernel smooths, all is well; if it looks for edges, it lets fast
  changes through.
- **Pooling** makes one number of each block of 2 × 2, its mean or its largest value. Three of four numbers go (lesson
  11).
- Networks that colour every pixel go down, and **up** again (lesson 20).

So each step down may alias, and in many networks it does: move the picture by one pixel, and the answer can change.
Zhang (2019) put a small smoothing kernel before each step down. The answers became steadier, and more often right.

Last, something that has nothing to do with hearts. A film takes 24 pictures a second. The blades of a propeller pass
the top 22 times a second. All blades look the same. What does one see in the film?
*/

// %%
p8.guess();

// %% [markdown]
/*
## Where people go wrong

- **"Downsampling removes detail."** It does, if one smooths first. If one only removes points, as slides like to say,
  detail comes back as something else.
- **"Dropping pixels does not change the object."** True for what is large: the bird stays a bird. Its feathers, a
  fence or a brick wall may change into patterns that a network takes for features.
- **"Smooth the result."** Too late: an alias looks like any slow wave.
- **"Two samples in a period are enough."** More than two. `0 1 0 −1` leaves zeros.
- **"Upsampling brings the detail back."** It brings the length back. What stands between is invented.

## In five lines

1. Down by two: f(2n). Up by two: f(n/2) with zeros between; a kernel slid over them fills the room.
2. What was thrown away does not come back.
3. A wave needs more than two samples in each period; otherwise one sees an alias.
4. The alias: take away the nearest whole number of waves per sample.
5. Smooth first, then drop. In pictures: the mean of each block.

Who put the slow waves there? The makers of the watch, when they dropped samples: it is the hum of 50 Hz, looked at
{{keptRate}} times a second. They should smooth before they drop. Real devices do, and they smooth once more, with
electronics, before the very first sample is taken: a recording of {{rate}} samples a second, too, has an alias for
everything above {{fullHalf}} Hz.

**Next:** lesson 03 looks at pictures as arrays: rows, columns and channels.

## Further reading

- H. Nyquist, *Certain Topics in Telegraph Transmission Theory* (1928), and C. E. Shannon, *Communication in the
  Presence of Noise* (1949): how many samples a signal needs.
- S. W. Smith, *The Scientist and Engineer's Guide to Digital Signal Processing* (1997), chapter 3: sampling and
  aliasing.
- R. Zhang, *Making Convolutional Networks Shift-Invariant Again* (2019): smoothing before each step down.
- A. Odena, V. Dumoulin and C. Olah, *Deconvolution and Checkerboard Artifacts* (2016): what goes wrong on the way up.
*/

// %%
showProgress();
