import { downsample, toList, upsample } from "cnn-workbook";
import { exercise, integers, mapped, matrices, numbers, prediction, signals, tuple } from "cnn-workbook/exercises";
import { blockAt, blocks, grid, mean, overlapping, partialBlocks, sides, sumOf, transposed } from "./blocks.js";
import { countWaves, errorAfter, recording, seenFrequency } from "./watch.js";

export { countWaves, errorAfter, judge, meanError, recording, seenFrequency, tone, type Way } from "./watch.js";

const slow = countWaves(downsample(recording.hum, { factor: 5 }), recording.sampleRate / 5);

export const p1 = prediction({
  id: "02.p1",
  question: "The watch keeps every fifth sample. What becomes of the fuzz?",
  choices: [
    "It stays fuzz, drawn with fewer points",
    "It disappears, and the heart remains",
    "It becomes slow waves, about as slow as the heart",
    "It becomes fuzz that is faster than before",
  ],
  answer: 3,
  explain: `There are now ${slow.toFixed(1)} waves a second, ${Math.round(60 * slow)} a minute. They are in no heart, and one cannot see them in the recording. This lesson finds out where they come from.`,
});

const eight = [4, 1, 3, 8, 6, 2, 5, 7];
const there = toList(downsample(eight));
const back = toList(upsample(there, { method: "linear" }));

export const p2 = prediction({
  id: "02.p2",
  question:
    "The eight samples 4 1 3 8 6 2 5 7 go down by two and up again by straight lines. Place 5, counted from 0, held 2. Which number stands there now?",
  answer: back[5],
  explain: `Down leaves ${there.join(" ")}. Place 5 is an odd place, so its 2 was thrown away. The line fills it halfway between its neighbours 6 and 5: ${back[5]}. Nothing in the four samples tells that there was a 2.`,
});

export const p3 = prediction({
  id: "02.p3",
  question: "Which kernel, slid over 4 0 3 0 6 0 5 0 in mode same, gives the hold, 4 4 3 3 6 6 5 5?",
  choices: ["1 1 1", "0 1 1", "1 1 0", "1 0 0"],
  answer: 3,
  explain:
    "A zero at an odd place must become the sample before it, so the weight on the left is 1; a sample must stay, so the middle is 1; and what comes after must not matter, so the weight on the right is 0. (1 0 0 fills the odd places but loses the samples themselves. 0 1 1 fills with the next sample; that would be the hold if the kernel were turned round, as in a convolution.)",
});

export const p4 = prediction({
  id: "02.p4",
  question: "The wave 0 1 0 −1 goes on for ever. One keeps every third sample, beginning with the first. What is left?",
  choices: [
    "A wave that is three times as fast",
    "A wave that is three times as slow",
    "Only zeros",
    "Numbers without any order",
  ],
  answer: 2,
  explain:
    "Places 0, 3, 6, 9, 12 hold 0, −1, 0, 1, 0. Four kept samples make a wave, as before, but they stand three times as far apart. It even starts downwards, where the true wave starts upwards.",
});

export const p5 = prediction({
  id: "02.p5",
  question:
    "The watch keeps 51.2 samples a second. Let the hum rise slowly, from 0 to 110 Hz. What does the frequency that one sees do?",
  choices: [
    "It rises with the hum, all the way",
    "It rises to half of 51.2, and stays there",
    "It rises to half of 51.2, falls to 0, rises again, and so on",
    "It rises to 51.2, jumps to 0, rises again, and so on",
  ],
  answer: 3,
  explain: `Up to 25.6 Hz one sees the truth. From there on the nearest whole number of waves is one instead of none, and it comes nearer: 40 Hz is seen as ${seenFrequency(40).toFixed(1)}. At 51.2 Hz each sample hits the same place of a wave: nothing moves.`,
});

export const p6 = prediction({
  id: "02.p6",
  question: "One keeps every fifth sample first, and then averages five of these. Does that help?",
  choices: [
    "Yes: the order does not matter",
    "No: the slow waves stay, and the peaks lose most of their height",
    "Partly: the slow waves go, but the peaks lose most of their height",
    "No: it changes almost nothing",
  ],
  answer: 2,
  explain:
    "After dropping, the waves are as slow as the heart. An average takes away what changes quickly; here that is the heart's peaks. What became slow has to be stopped before.",
});

const [unsmoothed, smoothed] = [false, true].map(
  (antialias) => errorAfter((signal: number[]) => downsample(signal, { factor: 5, antialias }), "linear").withoutHum,
);

export const p7 = prediction({
  id: "02.p7",
  question: "Without any hum, down by five and up again by straight lines: what does smoothing first do?",
  choices: [
    "It brings the result nearer to the heart",
    "It takes the result a little further from the heart",
    "It changes nothing, as there is nothing to take away",
  ],
  answer: 2,
  explain: `Smoothing cannot know what is hum and what is heart. It rounds the heart's peaks as well: ${smoothed} µV from the heart with Gaussian weights, ${unsmoothed} µV without smoothing. That is the price; with hum, it is small against what one gains.`,
});

export const p8 = prediction({
  id: "02.p8",
  question:
    "Rings that become finer from the middle outwards: what does every fifth pixel of them, in every fifth row, show?",
  choices: [
    "The same rings, coarser",
    "The rings in the middle, and an even grey where they are too fine",
    "More than one set of rings",
    "A random pattern where they are too fine",
  ],
  answer: 3,
  explain:
    "Where the rings have one wave in five pixels, each kept pixel hits the same place of a wave, as at 51.2 Hz in the recording. There nothing seems to change from pixel to pixel, so it looks like the middle of rings.",
});

export const p9 = prediction({
  id: "02.p9",
  question: "24 pictures a second, and 22 blades a second pass the top, all alike. What does the propeller seem to do?",
  choices: [
    "It turns forwards, 22 blades a second",
    "It turns forwards, 2 blades a second",
    "It turns backwards, 2 blades a second",
    "It stands still",
  ],
  answer: 3,
  explain:
    "From one picture to the next 22/24 = 0.917 of the way to the next blade is done. The nearest whole number is 1, so what is left is 0.083 backwards; times 24 pictures makes 2 blades a second, backwards. The wheels of carriages in old films do the same.",
});

const signalAndFactor = tuple<[number[], number]>(signals({ minLength: 1, maxLength: 9 }), integers(1, 4));

export const q1 = exercise<(signal: number[], factor: number) => number[]>({
  id: "02.1",
  title: "Keep every factor-th sample",
  hints: [
    "The first sample is kept, then the one at place `factor`, then the one at 2 × factor. At which place is the n-th?",
    "Go on as long as that place is one of the signal's: n × factor < signal.length.",
    "`for (let n = 0; n * factor < signal.length; n++) kept.push(…);`",
  ],
  solution: (signal, factor) => {
    const kept: number[] = [];
    for (let n = 0; n * factor < signal.length; n++) {
      kept.push(signal[n * factor]);
    }
    return kept;
  },
  mistakes: [
    {
      name: "starts with the last of each group",
      answer: (signal, factor) => signal.filter((_, i) => i % factor === factor - 1),
      says: "You keep the last sample of each group. f(2n) begins with n = 0, so the first sample is kept, then place `factor`, and so on.",
    },
    {
      name: "starts at place factor",
      answer: (signal, factor) => signal.filter((_, i) => i > 0 && i % factor === 0),
      says: "Your first sample is missing. Places are counted from 0, and 0 × factor = 0: the first one is kept.",
    },
    {
      name: "always every second",
      answer: (signal) => signal.filter((_, i) => i % 2 === 0),
      says: "You always keep every second sample. `factor` says how far to go: place n × factor.",
    },
    {
      name: "one too few at the end",
      answer: (signal, factor) =>
        Array.from({ length: Math.floor(signal.length / factor) }, (_, n) => signal[n * factor]),
      says: "When the length is no multiple of `factor`, your last sample is missing. Of 5 samples, every second leaves three: places 0, 2 and 4.",
    },
    {
      name: "one too many at the end",
      answer: (signal, factor) =>
        Array.from({ length: Math.floor(signal.length / factor) + 1 }, (_, n) => signal[n * factor]),
      says: "You read one place past the end, where there is no sample, and get `undefined`. Go on only while n × factor is less than the length.",
    },
    {
      name: "one step for each sample",
      answer: (signal, factor) => signal.map((_, n) => signal[n * factor]),
      says: "You take as many steps as there are samples, and most of them end past the last one, at `undefined`. Stop as soon as the place, n × factor, is no longer less than the length.",
    },
    {
      name: "returns inside the loop",
      answer: (signal) => signal.slice(0, 1),
      says: "Only the first sample comes back. Does `return` stand inside the loop? Put it behind the loop.",
    },
    {
      name: "the first part of the signal",
      answer: (signal, factor) => signal.slice(0, Math.ceil(signal.length / factor)),
      says: "The number of samples is right, but you keep the beginning of the signal and cut off its end. Take samples from all of it, `factor` places apart.",
    },
    {
      name: "drops every factor-th",
      answer: (signal, factor) => signal.filter((_, i) => i % factor !== 0),
      says: "You drop every factor-th sample and keep the others. It is the other way round: keep places 0, factor, 2 × factor …",
    },
    {
      name: "averages the group",
      answer: (signal, factor) => groups(signal, factor).map(mean),
      says: "You return the average of each group. That is a good idea, and this lesson comes to it. Here only take the first of each group.",
    },
    {
      name: "zeros instead of dropping",
      answer: (signal, factor) => signal.map((value, i) => (i % factor === 0 ? value : 0)),
      says: "You replaced the other samples by zeros. Leave them out, so that the result is shorter.",
    },
    {
      name: "places instead of samples",
      answer: (signal, factor) => groups(signal, factor).map((_, n) => n * factor),
      says: "You collected the places, n × factor. Collect the samples that stand there: `signal[n * factor]`.",
    },
  ],
  check(answer, t) {
    t.equal(answer([4, 1, 3, 8, 6, 2, 5, 7], 2), [4, 3, 6, 5], "Places 0, 2, 4 and 6, as in the text.");
    t.equal(answer([9, 2, 7, 4, 5], 3), [9, 4], "Places 0 and 3; place 6 is past the end.");
    t.equal(answer([8, 6, 1], 1), [8, 6, 1], "Every single one is kept.");
    t.agrees(signalAndFactor, "The n-th kept sample is the one at place n × factor, as long as there is one.");
  },
});

export const q2 = exercise<(signal: number[], factor: number) => number[]>({
  id: "02.2",
  title: "Make room: zeros after each sample",
  hints: [
    "How many zeros come after each sample when one becomes `factor`?",
    "One of the `factor` places holds the sample itself, the other factor − 1 hold zeros. The last sample has its zeros too.",
    "Make the result full of zeros first, `new Array(signal.length * factor).fill(0)`, then put sample n at place n × factor.",
  ],
  solution: (signal, factor) => {
    const wide: number[] = new Array(signal.length * factor).fill(0);
    for (let n = 0; n < signal.length; n++) {
      wide[n * factor] = signal[n];
    }
    return wide;
  },
  mistakes: [
    {
      name: "a list for each sample",
      answer: (signal, factor) => signal.map((value) => [value, ...zeros(factor - 1)]) as unknown as number[],
      says: "Each sample has become a list of its own. The result is one list of numbers: use `flatMap` in place of `map`.",
    },
    {
      name: "samples at every second place",
      answer: (signal, factor) =>
        Array.from({ length: signal.length * factor }, (_, i) => (i % 2 === 0 ? (signal[i / 2] ?? 0) : 0)),
      says: "The length is right, but your samples stand two places apart, which is right for `factor` 2 only. Sample n belongs at place n × factor.",
    },
    {
      name: "zeros in front",
      answer: (signal, factor) => signal.flatMap((value) => [...zeros(factor - 1), value]),
      says: "Your zeros stand in front of each sample. Sample n belongs at place n × factor, so sample 0 comes first and its zeros follow.",
    },
    {
      name: "no zeros after the last",
      answer: (signal, factor) => withZeros(signal, factor).slice(0, (signal.length - 1) * factor + 1),
      says: "The zeros after the last sample are missing. Each sample becomes `factor` numbers, the last one too, so the result is N × factor long.",
    },
    {
      name: "always one zero",
      answer: (signal) => withZeros(signal, 2),
      says: "You always put one zero. With `factor` 3 each sample becomes three numbers: itself and two zeros.",
    },
    {
      name: "factor zeros",
      answer: (signal, factor) => withZeros(signal, factor + 1),
      says: "You put `factor` zeros after each sample, so that it becomes factor + 1 numbers. The sample itself takes one of the places: factor − 1 zeros.",
    },
    {
      name: "repeats the sample",
      answer: (signal, factor) => signal.flatMap((value) => new Array(factor).fill(value)),
      says: "You repeat each sample. That is the hold, and a good way to fill. Here leave zeros.",
    },
    {
      name: "all zeros at the end",
      answer: (signal, factor) => [...signal, ...zeros(signal.length * (factor - 1))],
      says: "The length is right, but all zeros stand at the end. Spread the samples: sample n at place n × factor.",
    },
    {
      name: "straight lines",
      answer: (signal, factor) => toList(upsample(signal, { factor, method: "linear" })),
      says: "You fill with straight lines already. That is the next exercise; here leave zeros.",
    },
    {
      name: "f(n / factor) at every place",
      answer: (signal, factor) => Array.from({ length: signal.length * factor }, (_, i) => signal[i / factor]),
      says: "You read `signal[i / factor]` at every place. Between the samples i / factor is no whole number, and the array has nothing there: `undefined`. Put a zero there.",
    },
    {
      name: "nothing between the samples",
      answer: (signal, factor) => {
        const wide: number[] = [];
        signal.forEach((value, n) => {
          wide[n * factor] = value;
        });
        return wide;
      },
      says: "The samples stand at the right places, but between them is nothing at all (`undefined`), not 0. Start with an array full of zeros: `new Array(signal.length * factor).fill(0)`.",
    },
    {
      name: "too few zeros to begin with",
      answer: (signal, factor) => {
        const wide: number[] = new Array(signal.length).fill(0);
        signal.forEach((value, n) => {
          wide[n * factor] = value;
        });
        return wide;
      },
      says: "Your array of zeros is as long as the signal, but the result is `factor` times as long: `new Array(signal.length * factor).fill(0)`.",
    },
    {
      name: "moved, not spread",
      answer: (signal, factor) => {
        const wide: number[] = new Array(signal.length * factor).fill(0);
        signal.forEach((value, n) => {
          wide[n + factor] = value;
        });
        return wide;
      },
      says: "You moved all samples by `factor` places. They must be spread: sample n goes to place n × factor, not n + factor.",
    },
    {
      name: "keeps the length",
      answer: (signal, factor) => signal.map((value, i) => (i % factor === 0 ? value : 0)),
      says: "You kept the length and overwrote samples with zeros. Going up nothing is lost: the result is N × factor long and holds every sample.",
    },
    {
      name: "goes down instead",
      answer: (signal, factor) => signal.filter((_, i) => i % factor === 0),
      says: "You kept every factor-th sample: that is the way down. Here the signal becomes longer.",
    },
  ],
  check(answer, t) {
    t.equal(answer([4, 3, 6, 5], 2), [4, 0, 3, 0, 6, 0, 5, 0], "f(n / 2) at even places and 0 at odd ones.");
    t.equal(answer([7, 2], 3), [7, 0, 0, 2, 0, 0], "Each sample becomes three numbers: itself and two zeros.");
    t.equal(answer([8, 6, 1], 1), [8, 6, 1], "Factor 1 changes nothing.");
    t.agrees(signalAndFactor, "Sample n stands at place n × factor, and zeros everywhere else.");
  },
});

export const q3 = exercise<(signal: number[], factor: number) => number[]>({
  id: "02.3",
  title: "Fill the room with straight lines",
  hints: [
    "After k of `factor` steps you have gone the share k / factor of the way from `here` to `next`.",
    "The whole way is `next - here`. Start at `here` and add that share of the way.",
    "`here + ((next - here) * k) / factor`",
  ],
  solution: (signal, factor) => {
    const filled: number[] = [];
    for (let n = 0; n < signal.length; n++) {
      const here = signal[n];
      const next = signal[n + 1] ?? here;
      for (let k = 0; k < factor; k++) {
        filled.push(here + ((next - here) * k) / factor);
      }
    }
    return filled;
  },
  mistakes: [
    {
      name: "hold",
      answer: (signal, factor) => toList(upsample(signal, { factor, method: "hold" })),
      says: "You repeat `here` until the next sample: that is the hold. After k steps the line has gone k / factor of the way to `next`.",
    },
    {
      name: "zeros",
      answer: (signal, factor) => withZeros(signal, factor),
      says: "There are still zeros between the samples. Put the line there: `here` plus a share of the way to `next`.",
    },
    {
      name: "halfway everywhere",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => (k === 0 ? here : (here + next) / 2)),
      says: "You take the middle of both neighbours at each place. That is right for `factor` 2 only. After k of `factor` steps one has gone k / factor of the way.",
    },
    {
      name: "middle at every step",
      answer: (signal, factor) => lines(signal, factor, (here, next) => (here + next) / 2),
      says: "You take the middle of both neighbours even where k is 0. There the sample itself must stand: no step has been taken yet.",
    },
    {
      name: "divides by factor − 1",
      answer: (signal, factor) =>
        lines(signal, factor, (here, next, k) => here + (next - here) * (k / (factor - 1 || 1))),
      says: "Your line reaches `next` one step too early, and then `next` comes once more. It takes `factor` steps from one sample to the next: divide by `factor`.",
    },
    {
      name: "one step ahead",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => here + ((next - here) * (k + 1)) / factor),
      says: "You are one step ahead: at k = 0 the line has not moved yet, so `here` itself must stand there.",
    },
    {
      name: "from next to here",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => next + ((here - next) * k) / factor),
      says: "Your line runs backwards, from `next` to `here`. Where k is 0, all of `here` and nothing of `next` must stand: start at `here` and add a share of `next - here`.",
    },
    {
      name: "adds a share of next",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => here + (next * k) / factor),
      says: "You add a share of `next` and keep all of `here`. The way from one to the other is `next - here`: add a share of that.",
    },
    {
      name: "forgets the share",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => here + (next - here) * k),
      says: "Each of your steps goes the whole way to `next`. There are `factor` steps on the way, so each goes 1 / factor of it.",
    },
    {
      name: "a share of the sum",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => ((here + next) * k) / factor),
      says: "You take a share of `here + next`. Where k is 0 nothing is left then, though `here` must stand there. Start at `here` and add a share of the way, `next - here`.",
    },
    {
      name: "forgets where it starts",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => ((next - here) * k) / factor),
      says: "You compute how far the line has gone, but not from where: it starts at `here`. Add `here`.",
    },
    {
      name: "away from next",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => here + ((here - next) * k) / factor),
      says: "Your line goes away from `next`: it rises where it should fall. The way is `next - here`, not `here - next`.",
    },
    {
      name: "one step, whatever k",
      answer: (signal, factor) => lines(signal, factor, (here, next) => here + (next - here) / factor),
      says: "You go one step from `here`, at every k. After k steps k such steps are done: multiply by k.",
    },
    {
      name: "brackets missing",
      answer: (signal, factor) => lines(signal, factor, (here, next, k) => here + next - (here * k) / factor),
      says: "Brackets are missing: only `here` is multiplied by the share, and all of `next` is added. The share belongs to the whole way, `(next - here)`.",
    },
    {
      name: "rounds",
      answer: (signal, factor) =>
        lines(signal, factor, (here, next, k) => Math.round(here + ((next - here) * k) / factor)),
      says: "You round to whole numbers. A line passes between them too: keep the fractions.",
    },
    {
      name: "stops at the last sample",
      answer: (signal, factor) =>
        toList(upsample(signal, { factor, method: "linear" })).slice(0, (signal.length - 1) * factor + 1),
      says: "Your result stops at the last sample. Each sample becomes `factor` numbers, the last one too: it stays level there.",
    },
    {
      name: "down to zero at the end",
      answer: (signal, factor) =>
        signal.flatMap((here, n) =>
          Array.from({ length: factor }, (_, k) => here + (((signal[n + 1] ?? 0) - here) * k) / factor),
        ),
      says: "After the last sample your line falls towards zero, as the kernel in the text does. Here it stays level: there is no next sample, so use `here` itself.",
    },
    {
      name: "not a number at the end",
      answer: (signal, factor) =>
        signal.flatMap((here, n) =>
          Array.from({ length: factor }, (_, k) => here + ((signal[n + 1] - here) * k) / factor),
        ),
      says: "After the last sample you read a next one, which does not exist: `undefined` makes NaN. Use `signal[n + 1] ?? here`, as in the starter.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([4, 3, 6, 5], 2),
      [4, 3.5, 3, 4.5, 6, 5.5, 5, 5],
      "Halfway between both neighbours, and level at the end.",
    );
    t.equal(answer([2, 8], 3), [2, 4, 6, 8, 8, 8], "From 2 to 8 in three steps of 2.");
    t.equal(answer([7], 4), [7, 7, 7, 7], "A single sample stays level.");
    t.agrees(signalAndFactor, "After k of factor steps the line has gone k / factor of the way from here to next.");
  },
});

const frequencyAndRate = tuple<[number, number]>(
  numbers(0, 90),
  mapped(integers(1, 60), (half) => half / 2),
);

export const q4 = exercise<(frequency: number, rate: number) => number>({
  id: "02.4",
  title: "Which frequency will you see?",
  hints: [
    "From one sample to the next the wave goes through `frequency / rate` waves. Which part of that can nobody see?",
    "Whole waves: after them everything is as before. Take away the nearest whole number: `Math.round(wavesPerSample)`.",
    "What is left may be negative (the wave seems to run backwards): take `Math.abs`. And it is in waves per sample; you want waves per second.",
    "`Math.abs(wavesPerSample - whole) * rate`",
  ],
  solution: (frequency, rate) => {
    const wavesPerSample = frequency / rate;
    const whole = Math.round(wavesPerSample);
    return Math.abs(wavesPerSample - whole) * rate;
  },
  mistakes: [
    {
      name: "the frequency itself",
      answer: (frequency) => frequency,
      says: "You return the true frequency. One sees it only if a wave gets more than two samples; otherwise whole waves pass unseen between two samples.",
    },
    {
      name: "what is left of the division",
      answer: (frequency, rate) => frequency % rate,
      says: "You take away whole waves, but never one too many: 0.977 of a wave forward looks like 0.023 backward. Take the nearest whole number, `Math.round`, not the one below.",
    },
    {
      name: "negative",
      answer: (frequency, rate) => frequency - rate * Math.round(frequency / rate),
      says: "You are right but for the sign: a negative frequency means that the wave seems to run backwards. A count of waves a second is not negative: use `Math.abs`.",
    },
    {
      name: "waves per sample",
      answer: (frequency, rate) => Math.abs(frequency / rate - Math.round(frequency / rate)),
      says: "Your result is in waves per sample. For waves a second multiply by `rate`, the samples a second.",
    },
    {
      name: "distance to the rate",
      answer: (frequency, rate) => Math.abs(frequency - rate),
      says: "You compare with `rate` only, which is right when the nearest whole number of waves is 1. It may be 0 (a slow wave, seen as it is) or 2 and more.",
    },
    {
      name: "distance, but only for fast waves",
      answer: (frequency, rate) => (frequency < rate / 2 ? frequency : Math.abs(frequency - rate)),
      says: "Right for frequencies up to one and a half times `rate`. Beyond, two or more whole waves pass between two samples: take away the nearest whole number of them.",
    },
    {
      name: "the rate minus the frequency",
      answer: (frequency, rate) => (frequency > rate / 2 ? rate - frequency : frequency),
      says: "Right up to `rate`. Beyond it your result is negative: there more than one whole wave passes between two samples. Take away the nearest whole number of waves, whatever it is.",
    },
    {
      name: "rounds the result",
      answer: (frequency, rate) => Math.round(Math.abs(frequency / rate - Math.round(frequency / rate)) * rate),
      says: "You round the result as well. Only the number of whole waves is rounded; a frequency may have a fraction.",
    },
    {
      name: "times the frequency",
      answer: (frequency, rate) => Math.abs(frequency / rate - Math.round(frequency / rate)) * frequency,
      says: "You multiply by the frequency. What is left is in waves per sample, and there are `rate` samples a second: multiply by `rate`.",
    },
    {
      name: "the whole waves",
      answer: (frequency, rate) => Math.round(frequency / rate) * rate,
      says: "You return what nobody can see, the whole waves. What one sees is the rest: `wavesPerSample` minus that whole number.",
    },
    {
      name: "negative waves per sample",
      answer: (frequency, rate) => frequency / rate - Math.round(frequency / rate),
      says: "Two steps are missing: take `Math.abs`, since backwards waves count too, and multiply by `rate` to get from waves per sample to waves per second.",
    },
    {
      name: "the number of waves",
      answer: (frequency, rate) => Math.round(frequency / rate),
      says: "You return how many whole waves pass between two samples, which nobody can see. Take that number away from `wavesPerSample`; what is left is seen.",
    },
    {
      name: "nothing taken away",
      answer: (frequency, rate) => frequency / rate,
      says: "You return the waves per sample. Two steps follow: take away the nearest whole number, and multiply what is left by `rate`.",
    },
    {
      name: "the difference to the rate",
      answer: (frequency, rate) => frequency - rate,
      says: "You take away one whole wave per sample, always, and the sign shows. Take away the nearest whole number, which may be 0, 1, 2 …, and return the distance, `Math.abs`.",
    },
    {
      name: "multiplies too early",
      answer: (frequency, rate) => Math.abs(frequency / rate - Math.round(frequency / rate) * rate),
      says: "Brackets are missing: only the whole waves are multiplied by `rate`. First subtract, both in waves per sample; then multiply what is left.",
    },
    {
      name: "stays at half the rate",
      answer: (frequency, rate) => Math.min(frequency, rate / 2),
      says: "You let the frequency stop at half the rate. It does not stop there: it comes down again, to 0 at `rate`.",
    },
    {
      name: "rest of half the rate",
      answer: (frequency, rate) => frequency % (rate / 2),
      says: "Beyond half the rate you begin at 0 again. Look at the figure: there the seen frequency turns round and falls.",
    },
    {
      name: "frequency and rate swapped",
      answer: (frequency, rate) =>
        frequency === 0 ? 0 : Math.abs(rate / frequency - Math.round(rate / frequency)) * frequency,
      says: "You divide `rate` by `frequency`, which is samples per wave. The waves per sample are frequency / rate.",
    },
    {
      name: "one wave too many",
      answer: (frequency, rate) => Math.abs(frequency - rate * Math.ceil(frequency / rate)),
      says: "You round up always, also 0.1 of a wave to a whole one. Take the nearest whole number, `Math.round`.",
    },
  ],
  check(answer, t) {
    t.equal(answer(50, 51.2), 1.2, "The watch: 0.977 waves per sample look like 0.023 backwards.", { tolerance: 1e-6 });
    t.equal(answer(3, 10), 3, "More than three samples a wave: one sees the truth.");
    t.equal(answer(13, 10), 3, "1.3 waves per sample look like 0.3 of a wave.");
    t.equal(answer(16, 10), 4, "1.6 waves per sample look like 0.4 of a wave backwards.");
    t.equal(answer(20, 10), 0, "Two whole waves per sample: nothing seems to move.");
    t.equal(answer(15, 10), 5, "1.5 waves per sample look like half a wave.");
    t.agrees(
      frequencyAndRate,
      "Take away the nearest whole number of waves per sample; what is left, times the rate.",
      {
        tolerance: 1e-6,
      },
    );
  },
});

const imageAndFactor = tuple<[number[][], number]>(matrices({ rows: [4, 9], columns: [4, 9] }), integers(1, 4));

export const q5 = exercise<(image: number[][], factor: number) => number[][]>({
  id: "02.5",
  title: "Shrink a picture without lying",
  hints: [
    "The new pixel in row y and column x is the mean of a block. In which row and column does that block begin?",
    "At row y × factor and column x × factor; it has `factor` rows and `factor` columns. How many pixels is that?",
    "Four loops, one in the other: y and x over the new picture, r and c over the block. The sum starts at 0 for each new pixel.",
    "Inside: `sum += image[y * factor + r][x * factor + c];` and after the block: `row.push(sum / (factor * factor));`. The new picture has `Math.floor(image.length / factor)` rows.",
  ],
  solution: (image, factor) => {
    const small: number[][] = [];
    for (let y = 0; y < Math.floor(image.length / factor); y++) {
      const row: number[] = [];
      for (let x = 0; x < Math.floor(image[0].length / factor); x++) {
        let sum = 0;
        for (let r = 0; r < factor; r++) {
          for (let c = 0; c < factor; c++) {
            sum += image[y * factor + r][x * factor + c];
          }
        }
        row.push(sum / (factor * factor));
      }
      small.push(row);
    }
    return small;
  },
  mistakes: [
    {
      name: "every factor-th pixel",
      answer: (image, factor) => blocks(image, factor, (block) => block[0]),
      says: "You take the first pixel of each block and drop the others: that is what lies. Take the mean of all pixels in the block.",
    },
    {
      name: "the last pixel of each block",
      answer: (image, factor) => blocks(image, factor, (block) => block[block.length - 1]),
      says: "Each of your pixels is the last one of its block; the others are dropped, and that is what lies. Take the mean of all pixels in the block.",
    },
    {
      name: "sums",
      answer: (image, factor) => blocks(image, factor, sumOf),
      says: "You return the sum of each block. For the mean divide it by the number of pixels: `sum / (factor * factor)`. (Without the brackets it divides and multiplies again.)",
    },
    {
      name: "divides by factor",
      answer: (image, factor) => blocks(image, factor, (block) => sumOf(block) / factor),
      says: "You divide by `factor`, but a block has factor × factor pixels. Your picture is `factor` times too bright.",
    },
    {
      name: "divides by twice the factor",
      answer: (image, factor) => blocks(image, factor, (block) => sumOf(block) / (2 * factor)),
      says: "You divide by 2 × factor, which is right for factor 2 only. A block has factor × factor pixels.",
    },
    {
      name: "rows and columns swapped",
      answer: (image, factor) => transposed(blocks(image, factor, mean)),
      says: "Rows and columns are swapped: your picture lies on its side. `image[row][column]`: the row comes first, and `small` collects rows.",
    },
    {
      name: "rounds",
      answer: (image, factor) => blocks(image, factor, (block) => Math.round(mean(block))),
      says: "You round the means to whole numbers. Keep the fractions: rounding is for saving a file, not for computing.",
    },
    {
      name: "rounds down",
      answer: (image, factor) => blocks(image, factor, (block) => Math.floor(mean(block))),
      says: "You round the means down, so the picture becomes darker. Keep the fractions.",
    },
    {
      name: "overlapping blocks",
      answer: overlapping,
      says: "Your blocks overlap: each begins one pixel after the one before, so the picture hardly shrinks. Block x begins at column x × factor.",
    },
    {
      name: "blocks begin one pixel apart",
      answer: (image, factor) => blocks(image, factor, (_, y, x) => mean(blockAt(image, y, x, factor))),
      says: "Your size is right, but your blocks begin at row y and column x, one pixel apart. They begin at row y × factor and column x × factor.",
    },
    {
      name: "reads rows as columns",
      answer: (image, factor) => {
        const turned = transposed(image);
        return blocks(image, factor, (_, y, x) => mean(blockAt(turned, y * factor, x * factor, factor)));
      },
      says: "You read `image[column][row]`. The row comes first: `image[y * factor + r][x * factor + c]`.",
    },
    {
      name: "one long list",
      answer: (image, factor) => blocks(image, factor, mean).flat() as unknown as number[][],
      says: "All means are in one long list. A picture is an array of rows: collect each row in its own array, and push that into `small`.",
    },
    {
      name: "the same row again and again",
      answer: (image, factor) => {
        const means = blocks(image, factor, mean);
        return means.map(() => means.flat());
      },
      says: "All your rows are one and the same array, which keeps growing. Put `const row: number[] = []` inside the loop over y, so that each row starts empty.",
    },
    {
      name: "all rows are the last one",
      answer: (image, factor) => {
        const means = blocks(image, factor, mean);
        return means.map(() => means[means.length - 1]);
      },
      says: "All rows show your last one. `new Array(n).fill(row)` puts one and the same array into each place: make a new array for each row.",
    },
    {
      name: "pushes before the block is whole",
      answer: (image, factor) =>
        blocks(image, factor, mean).map((row, y) =>
          row.flatMap((_, x) => {
            const block = blockAt(image, y * factor, x * factor, factor);
            return Array.from(
              { length: factor },
              (_unused, r) => sumOf(block.slice(0, (r + 1) * factor)) / factor ** 2,
            );
          }),
        ),
      says: "Your rows are `factor` times too long: you push a number after each row of a block. Push once, behind both loops over r and c, when the sum is whole.",
    },
    {
      name: "returns after the first row",
      answer: (image, factor) => blocks(image, factor, mean).slice(0, 1),
      says: "You return after the first row. Put `return small` behind the loop over y.",
    },
    {
      name: "only the last row",
      answer: (image, factor) => blocks(image, factor, mean).slice(-1),
      says: "Only your last row is left. Make `small` once, before the loop over y, and push each row into it.",
    },
    {
      name: "largest instead of mean",
      answer: (image, factor) => blocks(image, factor, (block) => Math.max(...block)),
      says: "You take the largest pixel of each block. Lesson 11 does that in networks, for another reason. It does not smooth: take the mean.",
    },
    {
      name: "partial blocks too",
      answer: partialBlocks,
      says: "Your last row or column comes from a block that is not full. Here such blocks are left out: ⌊height / factor⌋ rows and ⌊width / factor⌋ columns, rounded down.",
    },
    {
      name: "beyond the border",
      answer: (image, factor) => {
        const [rows, columns] = sides(image).map((side) => Math.ceil(side / factor));
        return grid(rows, columns, (y, x) => mean(blockAt(image, y * factor, x * factor, factor)));
      },
      says: "Your last block reaches over the border, where there are no pixels. Round the number of blocks down: `Math.floor(image.length / factor)`, and for the columns with `image[0].length`.",
    },
    {
      name: "as many columns as rows",
      answer: (image, factor) => {
        const rows = Math.floor(image.length / factor);
        return grid(rows, rows, (y, x) => mean(blockAt(image, y * factor, x * factor, factor)));
      },
      says: "You make as many columns as rows. Pictures need not be square: columns are counted by `image[0].length`.",
    },
    {
      name: "the sum keeps growing",
      answer: (image, factor) => {
        let total = 0;
        return blocks(image, factor, (block) => {
          total += sumOf(block);
          return total / block.length;
        });
      },
      says: "Your sum keeps growing from one block to the next. Put `let sum = 0` inside the loop over x, so that each new pixel starts anew.",
    },
    {
      name: "the sum is reset once a row",
      answer: (image, factor) =>
        blocks(image, factor, sumOf).map((row) => {
          let total = 0;
          return row.map((value) => {
            total += value;
            return total / (factor * factor);
          });
        }),
      says: "Your sum starts anew in each row of blocks only. Put `let sum = 0` inside the loop over x, so that each new pixel starts anew.",
    },
    {
      name: "only along the rows",
      answer: (image, factor) => blocks(image, factor, (block) => mean(block.slice(0, factor))),
      says: "You average along one row of each block only. Stripes that lie across it would still lie: take all `factor` rows of the block.",
    },
    {
      name: "only down the columns",
      answer: (image, factor) => blocks(image, factor, (block) => mean(block.filter((_, i) => i % factor === 0))),
      says: "You average down one column of each block only. Upright stripes would still lie: take all `factor` columns of the block.",
    },
    {
      name: "always blocks of two",
      answer: (image) => blocks(image, 2, mean),
      says: "Your blocks are always 2 × 2. `factor` says how large they are.",
    },
  ],
  check(answer, t) {
    const image = [
      [1, 3, 5, 8],
      [2, 6, 7, 4],
      [9, 0, 2, 1],
      [5, 4, 0, 2],
      [6, 8, 3, 9],
      [1, 1, 5, 7],
    ];
    t.equal(
      answer(image, 2),
      [
        [3, 6],
        [4.5, 1.25],
        [4, 6],
      ],
      "The first block holds 1, 3, 2 and 6: their mean is 3.",
    );
    t.equal(answer([[7, 2, 9, 4, 6]], 1), [[7, 2, 9, 4, 6]], "Factor 1 changes nothing.");
    t.equal(
      answer(
        [
          [2, 4, 3, 9, 8],
          [6, 4, 1, 3, 8],
          [5, 5, 5, 5, 5],
        ],
        2,
      ),
      [[4, 4]],
      "The last column and the last row fill no block: they are left out.",
    );
    t.agrees(imageAndFactor, "Each new pixel is the mean of its own full block of factor × factor pixels.");
  },
});

function zeros(count: number): number[] {
  return new Array(Math.max(0, count)).fill(0);
}

function withZeros(signal: number[], factor: number): number[] {
  return signal.flatMap((value) => [value, ...zeros(factor - 1)]);
}

/** The samples in parts of `factor`; the last may be shorter. */
function groups(signal: number[], factor: number): number[][] {
  const count = Math.ceil(signal.length / factor);
  return Array.from({ length: count }, (_, n) => signal.slice(n * factor, (n + 1) * factor));
}

/** For each sample `factor` numbers; after the last one the next is the last itself. */
function lines(signal: number[], factor: number, at: (here: number, next: number, k: number) => number): number[] {
  return signal.flatMap((here, n) => Array.from({ length: factor }, (_, k) => at(here, signal[n + 1] ?? here, k)));
}
