// %% [markdown]
/*
# 02 · Down and up

A watch measures the heart's voltage {{rate}} times a second. It also picks up a little of the power line in the wall,
whose voltage swings up and down 50 times a second in most countries. That is the fuzz on the curve below. It is called
**hum**, after the sound that it makes in a loudspeaker.

Memory is scarce in a watch, and a heart beats only about once a second. So the makers decide to keep **every fifth
sample** and to throw the others away. **Is what they keep still true?**
*/

// %%
import { correlate1d, crop, downsample, resizeImage, sampleImage, upsample } from "cnn-workbook";
import { convolutionExplorer, imagePlot, linePlot, show, showProgress, stemPlot } from "cnn-workbook";
import { toList, todo } from "cnn-workbook";
import { countWaves, errorAfter, judge, recording, seenFrequency } from "cnn-workbook/lessons/02-down-and-up";
import { tone } from "cnn-workbook/lessons/02-down-and-up";
import { p1, p2, p3, p4, p5, p6, p7, p8, p9, q1, q2, q3, q4, q5 } from "cnn-workbook/lessons/02-down-and-up";

const rate = recording.sampleRate;

show(linePlot({ x: recording.time, y: recording.voltage }, {
  title: `${recording.voltage.length} samples: ${recording.peaks.length} beats, and fuzz on all of them`,
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

// `countWaves` counts the waves a second.
show(linePlot([
  { x: keptTime, y: kept, name: "every fifth sample" },
  { x: keptTime, y: keptHum, name: "the hum among them" },
], {
  title: `The hum: ${countWaves(recording.hum, rate).toFixed(1)} waves a second before, ` +
    `${countWaves(keptHum, keptRate).toFixed(1)} in the ${kept.size} samples that are kept`,
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

The recording is made: the model heart of lesson 01, without noise, and a pure hum. So we know both parts and can look
at each alone: `recording.clean` is the heart, `recording.hum` the hum.

## Down: f(2n)

Why throw samples away at all? Sound and pictures are large, and what one looks for in them is often large too: a beat
lasts a tenth of a second, a lighthouse fills half the height of a photograph. Samples much finer than that cost
memory and time. Making a signal shorter is **downsampling**. By a factor of two it takes every second sample,
beginning with the first. Call the signal f, and its sample at place n f[n]; places are counted from 0. Then

$$f_\text{down}[n] = f[2n].$$

By hand: `{{eight.join(" ")}}`. n = 0, 1, 2, 3 takes places 0, 2, 4, 6. That leaves {{down.join(", ")}}. The same from
code:
*/

// %%
const eight = [4, 1, 3, 8, 6, 2, 5, 7];
downsample(eight, { factor: 2 });

// %% [markdown]
/*
### Exercise 02.1 · Every factor-th sample

Write it for any factor. The first sample is always kept. Take care at the end: of five samples, every second leaves
three.
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
  xLabel: "place n",
  yLabel: "value",
  alt:
    `Before: ${eight.join(", ")}. After down and up: ${lined.join(", ")}. ` +
    "The even places are the same; the odd ones are made from their neighbours, " +
    "whatever was there before.",
}));

// %% [markdown]
/*
The length is back. The samples that were thrown away are not: interpolation *invents* them from their neighbours, and
nobody can tell from the result that there was an 8 or a 2.

For which eight samples does *everything* come back? Write some into `eight` and run that cell and the last one again.

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

(Everything comes back where each odd place already held the middle of its neighbours, and the last two are equal:
`{{straight.join(" ")}}`.)

Zeros look like a poor way to fill. But they leave room for something that you know from lesson 01. Slide a kernel of
three weights over `{{zeros.join(" ")}}`, as it stands (correlation), with one zero beside each end (mode *same*). Each
sample has zeros on both sides, and each zero lies between two samples. So three weights decide what becomes of both.

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
Now find three weights that give the straight line: write them into `three`. One place will not fit, whatever you take.
Which one, and why?
*/

// %%
const three = [1, 1, 1];
const wide = upsample(downsample(eight));
write("zeros", toList(wide));
write("kernel slid", toList(correlate1d(wide, three, { mode: "same" })));
write("linear", lined);

// %% [markdown]
/*
The weights ½ 1 ½ give the straight line. Over a sample the 1 keeps it, and both halves meet zeros. Over a zero the
halves take half of the left neighbour and half of the right one. Only the last place differs, {{slid[7]}} instead of
{{hold[7]}}: beyond the end lies a zero, and the line falls towards it.

So one can go up in two steps: make room with zeros, then slide a kernel. The hold is one such kernel, the straight line
another. A network can *learn* these weights, as it learns all its weights; that layer is called a transposed
convolution (lesson 20).

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

Now back to the watch. First a wave small enough for a pencil: `0 1 0 −1`, again and again. One wave takes four samples.
You keep every *third* sample, beginning with the first. Write down twelve or more samples, mark those that you keep,
and read them alone. What is left?
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
The kept samples form a perfect wave. But it is not the one that was there: it is three times as slow, and it starts in
the other direction. If one keeps every *second* sample, only zeros are left; the wave seems to be gone.

Before we look at the hum in the same way, three words. How many waves there are in a second is a wave's **frequency**.
Its unit is the *hertz* (Hz), which means "times a second": the hum has 50 Hz. One wave takes one **period**, here 1/50
= 0.02 seconds. How many samples there are in a second is the **sample rate**, in hertz too: the watch measures at
{{rate}} Hz and keeps {{keptRate}} Hz.

The thin curve is the hum as it really is. The dots are the samples that the watch keeps. `tone` makes a pure wave.
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
called an **alias** of the true one, which means another name for it, and the effect **aliasing**.

What will you see of 60 Hz, as in America? Of 20, 51.2 and 101 Hz? Work each out first, then change `frequency` above.

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
Suppose that the hum's frequency rises slowly, from 0 to 110 Hz, and that the watch keeps {{keptRate}} samples a second
as before. Draw the curve on paper: to the right the true frequency, upwards the one that is seen. What shape is it?
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
Below {{half}} Hz, half the sample rate, the seen frequency is the true one. Beyond it every frequency looks like a slow
one, and nothing in the samples tells which is which. So a wave needs **more than two samples in each period**; in other
words, the sample rate must be more than twice the highest frequency in the signal (Nyquist 1928, Shannon 1949). Exactly
two are not enough: every second sample of `0 1 0 −1` gave nothing but zeros. With more than two, the samples of a long
signal determine it completely, though straight lines are not the way to get it back.

The recording itself, at {{rate}} Hz, tells the truth about everything below {{fullHalf}} Hz, the hum included. It was
dropping samples that made it lie.

## Two steps, in which order?

So the hum is too fast for the samples that the watch keeps. Lesson 01 has a tool against what changes quickly: the
average.

One of the makers says: average five samples, everywhere, and then keep every fifth average. Another says: first keep
every fifth sample, and then average five of those. These are the same two steps, and less work. Is it as good?

(The cell after your guess measures both: `judge` says how far the hum still swings, and how tall the peaks are on
average, in mV.)
*/

// %%
p6.guess();

// %%
const fifths = [0.2, 0.2, 0.2, 0.2, 0.2];
const average = (signal: number[]) => toList(correlate1d(signal, fifths, { mode: "same" }));
const keep = (signal: number[]) => toList(downsample(signal, { factor: 5 }));

const averageKeep = (signal: number[]) => keep(average(signal));
const keepAverage = (signal: number[]) => average(keep(signal));
const [early, late] = [averageKeep, keepAverage].map((way) => judge(way));

show(linePlot([
  { x: keptTime, y: averageKeep(recording.voltage), name: "average, then keep" },
  { x: keptTime, y: keepAverage(recording.voltage), name: "keep, then average" },
], {
  title: `Averaged before: hum ${early.hum}, peaks ${early.peaks} mV. After: ${late.hum} and ${late.peaks}`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    `Averaged before, the peaks have ${early.peaks} mV and the hum ${early.hum} mV; ` +
    `averaged after, the peaks have ${late.peaks} mV and the hum ${late.hum} mV.`,
}));
console.log("as recorded", judge((signal) => signal), "  only kept", judge(keep));

// %% [markdown]
/*
Averaged *before*, {{humLeft}} % of the hum is left, and the waves are gone. Why does a plain average work so well
here? Five samples take 5/{{rate}} seconds, almost a whole period of the hum: its ups and downs cancel. The price you
know from lesson 01: the peaks lose some of their height.

*Afterwards* it is too late. The false waves are as slow as the heart by then, and an average wide enough to take them
away would take the heart away as well.

With a pencil: the wave `1 −1 1 −1 1 −1 1 −1`, down by two. Average each sample with the next one, then keep every
second. And the other way round: keep every second, then average. Write both down before you run the cell.
*/

// %%
const fast = [1, -1, 1, -1, 1, -1, 1, -1];
const pairs = (signal: number[]) => toList(correlate1d(signal, [0.5, 0.5], { mode: "valid" }));
console.log("average, then keep  ", toList(downsample(pairs(fast))).join(" "));
console.log("keep, then average  ", pairs(toList(downsample(fast))).join(" "));

// %% [markdown]
/*
Averaged first, the fast wave is gone. Kept first, it has become a level line of ones, and no average takes a level line
away.

Averaging last does not save work either: averages that nobody keeps need not be computed.
`correlate1d(signal, fifths, { mode: "same", stride: 5 })` computes every fifth one only.

So: **smooth first, then drop.** Now the whole way, down by five and up again by straight lines. How far from the true
heart do we end? `errorAfter` gives the mean distance in µV, thousandths of a mV.
*/

// %%
const beat = (signal: number[]) => signal.slice(720, 860);
const again = (way: typeof keep) =>
  beat(toList(upsample(way(recording.voltage), { factor: 5, method: "linear" })));
const [plainError, smoothError] = [keep, averageKeep].map((way) => errorAfter(way, "linear"));

show(linePlot([
  { x: beat(recording.time), y: beat(recording.clean), name: "the heart alone" },
  { x: beat(recording.time), y: again(keep), name: "keep, up" },
  { x: beat(recording.time), y: again(averageKeep), name: "average, keep, up" },
], {
  title: `${plainError.withHum} µV from the heart; smoothed first, ${smoothError.withHum} µV`,
  xLabel: "time (s)",
  yLabel: "voltage (mV)",
  alt:
    "One beat, down by five and up again. On average over the recording the result lies " +
    `${plainError.withHum} microvolts from the heart; smoothed first, ${smoothError.withHum}.`,
}));

// %% [markdown]
/*
And on a mountain, far from any power line? There is no hum there, and nothing else that is too fast. Does smoothing
first still bring the result nearer to the heart?
*/

// %%
p7.guess();

// %% [markdown]
/*
`downsample` smooths first when asked, with Gaussian weights: `{ factor: 5, antialias: true }`. The cell compares the
three ways.
*/

// %%
const faded = (signal: number[]) => toList(downsample(signal, { factor: 5, antialias: true }));
const ways = { "keep": keep, "average, then keep": averageKeep, "antialias: true": faded };

for (const [name, way] of Object.entries(ways)) {
  console.log(name.padEnd(19), "up by hold  ", errorAfter(way, "hold"));
  console.log(name.padEnd(19), "up by linear", errorAfter(way, "linear"));
}

// %% [markdown]
/*
With hum, smoothing first is by far the better way, and straight lines are better than the hold. But look at
`withoutHum`: where nothing is too fast, smoothing costs a little. One pays this price because one seldom knows what
else is in a signal.

The average suited a hum of 50 Hz well. Does it suit others? Try 50, 60, 77 and 100. Which is the worst, and for which
way?
*/

// %%
const otherHum = tone({ frequency: 60, sampleRate: rate, seconds: 6 });
const left = (signal: number[]) => `${Math.round(100 * Math.max(...signal.slice(2, -2)))} % left`;
console.log("average, then keep", left(keep(average(otherHum))));
console.log("antialias: true   ", left(faded(otherHum)));

// %% [markdown]
/*
At 50 Hz five samples happen to take one period. At 60 Hz they do not, and {{left60}} % is left; at 77 Hz
{{left77}} %. For the Gaussian no frequency is special: the faster the wave, the less of it is left. `downsample` and
scikit-image use it for that reason.

## The same in pictures

In a picture, down means in both directions: every second row, and of it every second pixel. Half the height and half
the width leave a *quarter* of the numbers. The harbour has {{harbour.height}} × {{harbour.width}} =
{{harbour.pixels}} pixels; with every fourth in both directions {{harbour.small}} = {{harbour.smallPixels}} are left,
a sixteenth.

How small may it become until you no longer see a lighthouse? Run the cell, then change the factors. (`resizeImage`
smooths first.)
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
p8.guess();

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
  title: `Values near the border: ${border(dropped)}; smoothed first, ${border(careful)}`,
  alt:
    `The rings in ${dropped.shape[0]} by ${dropped.shape[1]} pixels. Near the border the values go ` +
    `from ${border(dropped)} where every fifth pixel was kept, ` +
    `and from ${border(careful)} where it was smoothed first.`,
}));

// %% [markdown]
/*
On the left new rings stand where nobody drew any. Each is an alias: in its middle the true rings have one wave in
five pixels. On the right the fine rings have turned into an even grey, as they do when you look at them from far
away. They are lost there too, but almost nothing false stands in their place. The weak chequered marks around the
middle are the limit itself: there the rings have about two small pixels to a wave.

`resizeImage` smooths first, unless you tell it not to with `antialias: false`. Not every program does. Find out what
yours does.

False patterns in pictures are called *moiré*. They appear where something has fine stripes: a fence, a roof, a brick
wall. Here is a part of the street with a shutter and bricks. The small pictures are made large again with the hold. Look at the shutter, at the
bricks and at the bars of the window.
*/

// %%
const by = 4;
const part = crop(sampleImage("street"), { top: 72, height: 128, width: 132 });
const [partHeight, partWidth] = part.shape;
const droppedPart = downsample(part, { factor: by });
const [height, width] = droppedPart.shape;
const smoothPart = resizeImage(part, { height, width });
const large = (image: typeof part) => upsample(image, { factor: by, method: "hold" });

show(imagePlot([
  { image: part, title: "the street" },
  { image: large(droppedPart), title: `one pixel of each ${by} × ${by}` },
  { image: large(smoothPart), title: "smoothed first" },
], {
  title: `From ${partHeight} × ${partWidth} to ${height} × ${width} pixels: dropping draws new stripes`,
  alt:
    "As shipped: with every fourth pixel the level slats of the shutter become slanted stripes, and the bricks " +
    "become a broken pattern. Smoothed first, the shutter is even and the bricks are soft.",
}));

// %% [markdown]
/*
The slats of the shutter repeat every 3 pixels. Every fourth row: 4/3 waves from one kept row to the next, the nearest
whole number is 1, and 1/3 of a wave is left. So a false stripe should come every 3 kept rows. Count them. What should
become of the slats with every *third* row? Work it out, then write `by = 3`. And what does `by = 5` do to the bars of
the window?

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
(The street: by 3, one whole wave passes from one kept row to the next, and nothing is left: no level stripes at all. By 5, a thin
bar falls between two kept pixels and is gone.)

What you have written is called *average pooling* in a network. In signal processing, smoothing and dropping in one step
is called *decimation*.

## What networks do with it

- A convolution with a **stride** of 2 computes every second output only; in a picture, one of four (lesson 09). That is
  sliding and then f(2n). If its kernel smooths, little goes wrong; if it looks for edges, it lets fast changes through.
- **Pooling** makes one number of each block of 2 × 2, its mean or its largest value. Three of four numbers go (lesson
  11).
- Networks that give every pixel a label go down, and **up** again (lesson 20).

So each step down may alias, and in many networks it does: move the picture by one pixel, and the answer can change.
Zhang (2019) put a small smoothing kernel before each step down. The answers became steadier, and more often right.

Last, something that has nothing to do with hearts. A film takes 24 pictures a second. The blades of a propeller pass
the top 22 times a second. All blades look the same. What does one see in the film?
*/

// %%
p9.guess();

// %% [markdown]
/*
## Where people go wrong

- **"Downsampling removes detail."** It does, if one smooths first. If one only removes points, as many slides
  say, detail comes back as something else.
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
