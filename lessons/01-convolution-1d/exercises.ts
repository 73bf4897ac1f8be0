import {
  type ArrayInput,
  boxKernel1d,
  convolve1d,
  correlate1d,
  gaussianKernel1d,
  toList,
  toNdarray,
} from "cnn-workbook";
import { dependent, exercise, integers, mapped, prediction, signals, tuple } from "cnn-workbook/exercises";
import { scoreKernel } from "./heart.js";

export { heart, type KernelScore, scoreKernel } from "./heart.js";

const signalAndKernel = dependent(signals({ minLength: 1, maxLength: 5 }), (kernel) =>
  tuple<[number[], number[]]>(
    signals({ minLength: kernel.length, maxLength: kernel.length + 6 }),
    mapped(integers(0, 0), () => kernel),
  ),
);

const signalAndOddKernel = dependent(integers(0, 3), (half) =>
  tuple<[number[], number[]]>(
    signals({ minLength: 1, maxLength: 9 }),
    signals({ minLength: 2 * half + 1, maxLength: 2 * half + 1 }),
  ),
);

const signalKernelStart = dependent(signalAndKernel, ([signal, kernel]) =>
  mapped(integers(0, signal.length - kernel.length), (start): [number[], number[], number] => [signal, kernel, start]),
);

export const p1 = prediction({
  id: "01.p1",
  question: "The average of five makes the noise about half as large. What happens to the tall peaks?",
  choices: [
    "They keep their height: a peak is signal, not noise",
    "They become a few percent lower",
    "They become lower by more than a fifth",
  ],
  answer: 3,
  explain: `An average knows nothing of signal and noise. A sharp peak is one large sample between smaller ones, and is mixed with them: here it loses ${scoreKernel(boxKernel1d(5)).peaksDown} %.`,
});

export const p2 = prediction({
  id: "01.p2",
  question: "Which number does the kernel 1 2 1 give over the middle of the triangle 1 2 3 2 1?",
  answer: toList(correlate1d([1, 2, 3, 2, 1], [1, 2, 1], { mode: "same" }))[2],
  explain: "Under the kernel lie 2 3 2. So 1×2 + 2×3 + 1×2 = 10. (7 is what the box gives there.)",
});

export const p3 = prediction({
  id: "01.p3",
  question: "What does the kernel −1 0 1 give where the signal is almost flat?",
  choices: ["Almost the signal itself", "Almost zero", "Twice the signal", "Minus the signal"],
  answer: 2,
  explain:
    "On a flat stretch the next sample and the previous one are equal, so their difference is zero, however high the signal is. The weights add up to zero: such a kernel ignores what is constant.",
});

const spikeAfterMiddle = toList(
  correlate1d([0, 0, 0, 0, 1, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0, 1], { mode: "same" }),
);

export const p4 = prediction({
  id: "01.p4",
  question: "The kernel is eight zeros and then a 1, four places after the middle. What becomes of the beats?",
  choices: [
    "They come earlier, by four samples",
    "They come later, by four samples",
    "They are lost: nearly all weights are 0",
  ],
  answer: spikeAfterMiddle.indexOf(1) < 4 ? 1 : 2,
  explain:
    "Each output takes the sample four places ahead of it. So what happens at sample 58 is seen at 54 already: earlier. (Correlation; convolution, which comes next, would move it the other way.)",
});

export const p5 = prediction({
  id: "01.p5",
  question:
    "`correlate1d` slides 3 2 1 over the spike 0 0 1 0 0. Which three numbers stand in the middle of the result?",
  choices: ["3 2 1", "1 2 3", "0 6 0", "2 2 2"],
  answer: 2,
  explain:
    "Coming from the left, the kernel meets the spike with its last weight, 1. One step on it meets it with 2, then with 3. The kernel comes out back to front.",
});

const full = correlate1d(new Float64Array(500), [1, 1, 1, 1, 1], { mode: "full" }).size;

export const p6 = prediction({
  id: "01.p6",
  question: "How many numbers has the full result of 5 weights on 500 samples?",
  answer: full,
  explain: `The kernel reaches 4 places beyond the signal: 500 + 5 − 1 = ${full}. (500 is the length in mode same, 496 in mode valid.) Check it on the table: 5 + 3 − 1 = 7 rows. (Where you read N + K + 1, that is a slip.)`,
});

export const q1 = exercise<(signal: number[], kernel: number[], start: number) => number>({
  id: "01.1",
  title: "One output: the weighted sum at one position",
  hints: [
    "`kernel[0]` lies over `signal[start]`. Over which sample lies `kernel[1]`? And `kernel[k]`?",
    "Multiply `kernel[k]` by the sample that lies under it, `signal[start + …]`.",
  ],
  solution: (signal, kernel, start) => {
    let sum = 0;
    for (let k = 0; k < kernel.length; k++) {
      sum += kernel[k] * signal[start + k];
    }
    return sum;
  },
  mistakes: [
    {
      name: "ignores start",
      answer: (signal, kernel) => kernel.reduce((sum, weight, k) => sum + weight * signal[k], 0),
      says: "Your kernel always lies at the beginning of the signal. It should begin at sample `start`: weight k lies over sample start + k.",
    },
    {
      name: "always the same sample",
      answer: (signal, kernel, start) => kernel.reduce((sum, weight) => sum + weight * signal[start], 0),
      says: "All your weights lie over the same sample, `signal[start]`. Weight k lies k places further on: over sample start + k.",
    },
    {
      name: "only the first product",
      answer: (signal, kernel, start) => kernel[0] * signal[start],
      says: "You return after the first product. Let the loop go through all weights, and return behind it.",
    },
    {
      name: "only the last product",
      answer: (signal, kernel, start) => kernel[kernel.length - 1] * signal[start + kernel.length - 1],
      says: "Only the last product is left: each one replaces the one before. Add them up, with `+=`.",
    },
    {
      name: "adds without weighing",
      answer: (signal, kernel, start) => kernel.reduce((sum, _, k) => sum + signal[start + k], 0),
      says: "You add the samples under the kernel but do not weigh them. Multiply each one by its weight first.",
    },
    {
      name: "kernel turned round",
      answer: (signal, kernel, start) =>
        kernel.reduce((sum, _, k) => sum + kernel[kernel.length - 1 - k] * signal[start + k], 0),
      says: "Your first weight lies over the last sample. Here the kernel slides as it stands: weight 0 over sample `start`. (Turned round is convolution, exercise 01.3.)",
    },
    {
      name: "divides by the length",
      answer: (signal, kernel, start) =>
        kernel.reduce((sum, weight, k) => sum + weight * signal[start + k], 0) / kernel.length,
      says: "You divide by the number of weights. An average has that division in its weights already (0.2 five times); the output is the plain sum.",
    },
    {
      name: "adds weight and sample",
      answer: (signal, kernel, start) => kernel.reduce((sum, weight, k) => sum + weight + signal[start + k], 0),
      says: "You add weight and sample. Multiply them, then add the products.",
    },
    {
      name: "shifts the kernel instead of the signal",
      answer: (signal, kernel, start) => kernel.reduce((sum, _, k) => sum + kernel[start + k] * signal[k], 0),
      says: "You moved along the kernel: `start` belongs to the signal. Weight k lies over sample start + k, so read `kernel[k]` and `signal[start + k]`.",
    },
  ],
  check(answer, t) {
    t.equal(answer([4, 5, 3, 7], [2, 10], 1), 40, "The first weight lies over the sample at place 1: 2×5 + 10×3.");
    t.equal(answer([2, 5, 7], [1, 0, 0], 0), 2, "A kernel 1 0 0 picks the sample under its first weight.");
    t.agrees(signalKernelStart, "Weight k lies over sample start + k, wherever the kernel begins.");
  },
});

export const q2 = exercise<(signal: number[], kernel: number[]) => number[]>({
  id: "01.2",
  title: "All outputs: slide the kernel over the signal",
  hints: [
    "For each position n one output: the sum of exercise 01.1 with start = n. Collect them in an array.",
    "The last position is the one where the kernel's last weight lies over the last sample: n = N − K. It counts too.",
    "`for (let n = 0; n <= signal.length - kernel.length; n++) { … output.push(sum); }`",
  ],
  solution: (signal, kernel) => {
    const output: number[] = [];
    for (let n = 0; n <= signal.length - kernel.length; n++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) {
        sum += kernel[k] * signal[n + k];
      }
      output.push(sum);
    }
    return output;
  },
  mistakes: [
    {
      name: "one position too few",
      answer: (signal, kernel) => valid(signal, kernel).slice(0, -1),
      says: "The last position is missing: the one where the kernel's last weight lies over the last sample. N − K + 1 positions fit, and your loop stops one early.",
    },
    {
      name: "runs off the end",
      answer: (signal, kernel) =>
        signal.map((_, n) => kernel.reduce((sum, weight, k) => sum + weight * signal[n + k], 0)),
      says: "You start a position at every sample, also where the kernel hangs over the end. There is no sample there, and a sum with `undefined` is NaN. Stop at n = N − K.",
    },
    {
      name: "kernel turned round",
      answer: (signal, kernel) => valid(signal, [...kernel].reverse()),
      says: "Your kernel is turned round: its last weight meets the first sample. Slide it as it stands. (Exercise 01.3 asks for the turned one.)",
    },
    {
      name: "jumps by the kernel's length",
      answer: (signal, kernel) => valid(signal, kernel).filter((_, n) => n % kernel.length === 0),
      says: "Your kernel jumps by its whole length. Move it by one sample each time, so that neighbouring positions overlap.",
    },
    {
      name: "averages",
      answer: (signal, kernel) => valid(signal, kernel).map((sum) => sum / kernel.length),
      says: "You divide each output by the number of weights. The output is the plain weighted sum; an average has the division in its weights.",
    },
    {
      name: "zeros at the ends",
      answer: (signal, kernel) => toList(correlate1d(signal, kernel, { mode: "full" })),
      says: "You let the kernel hang over both ends of the signal. Here only positions count at which the whole kernel lies on it.",
    },
    {
      name: "the sum keeps growing",
      answer: (signal, kernel) => {
        let sum = 0;
        return valid(signal, kernel).map((value) => {
          sum += value;
          return sum;
        });
      },
      says: "Your sum keeps growing from one position to the next. Put `let sum = 0` inside the outer loop, so that each position starts anew.",
    },
    {
      name: "right only for three weights",
      answer: (signal, kernel) =>
        signal.slice(2).map((_, n) => kernel.reduce((sum, weight, k) => sum + weight * signal[n + k], 0)),
      says: "Your number of positions is right for three weights only. In general the last position is N − K, so `n <= signal.length - kernel.length`.",
    },
    {
      name: "zeros left at the end",
      answer: (signal, kernel) => {
        const values = valid(signal, kernel);
        return signal.map((_, n) => values[n] ?? 0);
      },
      says: "Your result is as long as the signal, with zeros at its end. Only N − K + 1 positions exist; make the array that long, or start with `[]` and push.",
    },
    {
      name: "one sum for everything",
      answer: (signal, kernel) => [valid(signal, kernel).reduce((sum, value) => sum + value, 0)],
      says: "All positions ended up in one sum. Start a new sum at each position: put `let sum = 0` inside the outer loop, and collect each sum in the array.",
    },
  ],
  check(answer, t) {
    t.equal(
      answer([1, 2, 3, 2, 1], [1, 1, 1]),
      [6, 7, 6],
      "The box over the triangle: the three middle rows of the table.",
    );
    t.equal(answer([4, 1, 3], [1, 10]), [14, 31], "4 + 10×1, then 1 + 10×3.");
    t.equal(answer([3, 5], [2, 1]), [11], "A kernel as long as the signal fits once.");
    t.agrees(signalAndKernel, "N − K + 1 positions, from left to right, the kernel as it stands.");
  },
});

export const q3 = exercise<(signal: number[], kernel: number[]) => number[]>({
  id: "01.3",
  title: "Convolution: turn the kernel round, then slide",
  hints: [
    "Only the kernel changes: its last weight comes first. After that it is exercise 01.2.",
    "`kernel.reverse()` turns the kernel itself round, also for whoever gave it to you. `[...kernel].reverse()` turns a copy.",
    "Or leave the kernel and read it from its end: `kernel[kernel.length - 1 - k]`.",
  ],
  solution: (signal, kernel) => {
    const output: number[] = [];
    for (let n = 0; n <= signal.length - kernel.length; n++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) {
        sum += kernel[kernel.length - 1 - k] * signal[n + k];
      }
      output.push(sum);
    }
    return output;
  },
  mistakes: [
    {
      name: "not turned",
      answer: (signal, kernel) => valid(signal, kernel),
      says: "That is correlation: your kernel slides as it stands. Convolution turns it round first, so its last weight meets the first sample.",
    },
    {
      name: "result turned",
      answer: (signal, kernel) => valid(signal, kernel).reverse(),
      says: "You turned the result round. Turn the kernel round, and leave the signal and the outputs in their order.",
    },
    {
      name: "signal turned",
      answer: (signal, kernel) => valid([...signal].reverse(), kernel),
      says: "You turned the signal round. That gives the right numbers from right to left. Turn the kernel, which is shorter, and keep the order of the outputs.",
    },
    {
      name: "turns the caller's kernel",
      answer: (signal, kernel) => valid(signal, kernel.reverse()),
      says: "`reverse` turns the caller's own kernel round, so the next one who uses it gets it back to front. Copy it first: `[...kernel].reverse()`.",
    },
    {
      name: "reads past the kernel's end",
      answer: (signal, kernel) =>
        valid(signal, kernel).map((_, n) =>
          kernel.reduce((sum, _weight, k) => sum + kernel[kernel.length - k] * signal[n + k], 0),
        ),
      says: "You read `kernel[K - k]`. For k = 0 that is one past the end, where nothing is, and the sum becomes NaN. The last weight is `kernel[K - 1]`.",
    },
    {
      name: "reads before the first sample",
      answer: (signal, kernel) =>
        valid(signal, kernel).map((_, n) => kernel.reduce((sum, weight, k) => sum + weight * signal[n - k], 0)),
      says: "You read `signal[n - k]` from n = 0 on, which is before the first sample, and the sum becomes NaN. In that formula n is the last sample under the kernel: let it go from K − 1 to N − 1.",
    },
    {
      name: "every second position",
      answer: (signal, kernel) => valid(signal, [...kernel].reverse()).filter((_, n) => n % 2 === 0),
      says: "You kept every second position, like the example in the text. Here all of them are asked for.",
    },
    {
      name: "same instead of valid",
      answer: (signal, kernel) => toList(convolve1d(signal, kernel, { mode: "same" })),
      says: "The values are those of a convolution, but there are as many as samples. Keep only positions at which the whole kernel lies on the signal.",
    },
    {
      name: "full instead of valid",
      answer: (signal, kernel) => toList(convolve1d(signal, kernel, { mode: "full" })),
      says: "The values are those of a convolution, but with the ends where the kernel hangs over the signal. Keep only positions at which the whole kernel lies on it.",
    },
  ],
  check(answer, t) {
    t.equal(answer([0, 0, 1, 0, 0], [3, 2, 1]), [3, 2, 1], "A spike gives the kernel as it is written.");
    t.equal(answer([3, 2, 1, 7], [0.5, 0.75, 1, 0.25]), [7], "0.25×3 + 1×2 + 0.75×1 + 0.5×7, as in the text.");
    t.agrees(signalAndKernel, "The last weight meets the first sample, and the signal keeps its order.");
  },
});

export const q4 = exercise<(signal: number[], kernel: number[]) => number[]>({
  id: "01.4",
  title: "The same length: zeros at both ends",
  hints: [
    "A kernel of 3 needs one zero on each side, a kernel of 5 needs two. How many does a kernel of K need?",
    "(K − 1) / 2 on each side. Make a longer signal: zeros, the samples, zeros.",
    "`const zeros = new Array((kernel.length - 1) / 2).fill(0); const padded = [...zeros, ...signal, ...zeros];` Then slide over `padded`.",
  ],
  solution: (signal, kernel) => {
    const half = (kernel.length - 1) / 2;
    const output: number[] = [];
    for (let n = 0; n < signal.length; n++) {
      let sum = 0;
      for (let k = 0; k < kernel.length; k++) {
        sum += kernel[k] * (signal[n + k - half] ?? 0);
      }
      output.push(sum);
    }
    return output;
  },
  mistakes: [
    {
      name: "no zeros",
      answer: (signal, kernel) => valid(signal, kernel),
      says: "The result is shorter than the signal: no zeros were put beside it. With (K − 1)/2 zeros on each side every sample gets an output.",
    },
    {
      name: "full",
      answer: (signal, kernel) => toList(correlate1d(signal, kernel, { mode: "full" })),
      says: "The result is longer than the signal: K − 1 zeros on each side give the full mode. Half as many keep the length.",
    },
    {
      name: "one zero for every kernel",
      answer: (signal, kernel) => valid([0, ...signal, 0], kernel),
      says: "One zero on each side suits a kernel of 3 only. A kernel of K needs (K − 1)/2 on each side: none for 1, two for 5.",
    },
    {
      name: "half of K, not of K − 1",
      answer: (signal, kernel) => {
        const zeros = new Array(Math.ceil(kernel.length / 2)).fill(0);
        return valid([...zeros, ...signal, ...zeros], kernel);
      },
      says: "That is one zero too many on each side: half of K, rounded up. (K − 1)/2 keep the length.",
    },
    {
      name: "K zeros",
      answer: (signal, kernel) => {
        const zeros = kernel.map(() => 0);
        return valid([...zeros, ...signal, ...zeros], kernel);
      },
      says: "K zeros on each side are far too many: at the ends the kernel lies on nothing but zeros. (K − 1)/2 keep the length.",
    },
    {
      name: "zeros only at the end",
      answer: (signal, kernel) => valid([...signal, ...kernel.slice(1).map(() => 0)], kernel),
      says: "The length is right, but all zeros are at the end, so every output sits (K − 1)/2 samples too early. Put half of them in front.",
    },
    {
      name: "zeros only in front",
      answer: (signal, kernel) => valid([...kernel.slice(1).map(() => 0), ...signal], kernel),
      says: "The length is right, but all zeros are in front, so every output sits (K − 1)/2 samples too late. Put half of them at the end.",
    },
    {
      name: "repeats the ends",
      answer: (signal, kernel) => {
        const half = (kernel.length - 1) / 2;
        const before = new Array(half).fill(signal[0]);
        const after = new Array(half).fill(signal[signal.length - 1]);
        return valid([...before, ...signal, ...after], kernel);
      },
      says: "You repeat the first and the last sample. That is often the better choice for pictures, but here zeros are asked for, as networks use them.",
    },
    {
      name: "kernel turned round",
      answer: (signal, kernel) => toList(correlate1d(signal, [...kernel].reverse(), { mode: "same" })),
      says: "Your kernel is turned round. `slideSame` slides it as it stands: only the ends differ from exercise 01.2.",
    },
    {
      name: "pads results, not the signal",
      answer: (signal, kernel) => {
        const zeros = new Array((kernel.length - 1) / 2).fill(0);
        return [...zeros, ...valid(signal, kernel), ...zeros];
      },
      says: "You put zeros beside the result. Then the ends are zero, though part of the kernel lies on real samples there. Put the zeros beside the signal, before sliding.",
    },
  ],
  check(answer, t) {
    t.equal(answer([1, 2, 3, 2, 1], [1, 1, 1]), [3, 6, 7, 6, 3], "At the first sample the box covers a zero, 1 and 2.");
    t.equal(answer([5, 1, 2], [1, 0, 10]), [10, 25, 1], "0×1 + 1×10, then 5 + 10×2, then 1 + 10×0.");
    t.equal(answer([1, 1, 1, 1, 1], [1, 1, 1, 1, 1]), [3, 4, 5, 4, 3], "Five weights need two zeros on each side.");
    t.agrees(signalAndOddKernel, "(K − 1)/2 zeros on each side, also for a kernel longer than the signal.");
  },
});

export const q5 = exercise<() => number[]>({
  id: "01.5",
  title: "Take away 40 % of the noise, and at most 8 % of the peaks",
  hints: [
    "Five weights are few. Try seven, the same from both sides, with the largest in the middle.",
    "Which weights would leave a peak as it is? A peak looks like a small hill. An average of hill and foot is too low; subtracting a little of the foot makes up for it.",
    "So let the outermost weights be slightly negative. Savitzky and Golay (1964) computed such weights: fit a parabola to the samples under the kernel, and take its height in the middle.",
    "For seven samples theirs are −2 3 6 7 6 3 −2, each divided by 21.",
  ],
  solution: () => {
    const weights = [-2, 3, 6, 7, 6, 3, -2];
    return weights.map((weight) => weight / 21);
  },
  mistakes: [
    {
      name: "a box of three",
      answer: () => [1 / 3, 1 / 3, 1 / 3],
      says: "The box of three removes enough noise, but it still lowers the peaks too far. A box weighs the foot of the peak as much as its top: give the middle more.",
    },
    {
      name: "a box of five",
      answer: () => [0.2, 0.2, 0.2, 0.2, 0.2],
      says: "The box of five lowers the peaks by a quarter and more. A box weighs the foot of the peak as much as its top: give the middle more.",
    },
    {
      name: "the signal as it is",
      answer: () => [1],
      says: "A single 1 leaves everything as it is, the noise too. To take noise away, several samples must be mixed.",
    },
    {
      name: "quarter, half, quarter",
      answer: () => [0.25, 0.5, 0.25],
      says: "Close: the peaks are safe, but not enough noise goes. More samples must take part. Can you let them, and make up for the height that this costs?",
    },
    {
      name: "a Gaussian",
      answer: () => toList(gaussianKernel1d({ sigma: 0.8 })),
      says: "At the same noise a Gaussian costs the peaks hardly less than a box. All its weights are positive. Must they be?",
    },
    {
      name: "not divided",
      answer: () => [-2, 3, 6, 7, 6, 3, -2],
      says: "Your weights add up to 21, so the whole signal becomes 21 times as large. Divide each weight by their sum.",
    },
  ],
  check(answer, t) {
    const weights = numbersIn(answer());
    t.ok(weights.length > 0, "Return an array of finite numbers: the weights from left to right.");
    if (weights.length === 0) return;
    const odd = weights.length % 2 === 1 && weights.length <= 101;
    t.ok(odd, `Take an odd number of weights, at most 101, so that one is in the middle. You have ${weights.length}.`);
    if (!odd) return;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    t.ok(
      Math.abs(sum - 1) < 1e-3,
      `The weights must add up to 1, or the signal changes its size. Yours add up to ${Number(sum.toPrecision(4))}.`,
    );
    const { noiseDown, peaksDown } = scoreKernel(weights);
    const change = (down: number) => (down >= 0 ? `down by ${down} %` : `up by ${-down} %`);
    const have = `Noise ${change(noiseDown)}, peaks ${change(peaksDown)}.`;
    t.ok(noiseDown >= 0, `${have} Large weights of opposite signs amplify noise: their squares add up to more than 1.`);
    t.ok(
      noiseDown >= 40 || Math.abs(peaksDown) <= 8,
      `${have} Both goals are missed: 40 % of the noise must go, and the peaks may change by 8 %. Try seven weights with a broad middle.`,
    );
    t.ok(noiseDown >= 40, `${have} At least 40 % of the noise must go: spread the weight over more samples.`);
    t.ok(
      Math.abs(peaksDown) <= 8,
      `${have} The peaks may change by 8 % at most: give the middle more weight, or the outermost slightly negative ones.`,
    );
  },
});

/** The numbers of an array of any kind; none where it is no list of finite numbers. */
function numbersIn(answer: unknown): number[] {
  try {
    return toList(toNdarray(answer as ArrayInput, "weights", { rank: 1 }));
  } catch {
    return [];
  }
}

/** The positions at which the whole kernel lies on the signal, the kernel as it stands; none where it is longer. */
function valid(signal: number[], kernel: number[]): number[] {
  return kernel.length > signal.length ? [] : toList(correlate1d(signal, kernel, { mode: "valid" }));
}
