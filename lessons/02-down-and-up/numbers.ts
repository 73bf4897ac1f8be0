import { correlate1d, downsample, sampleImage, toList, upsample } from "cnn-workbook";
import { countWaves, recording, tone } from "./watch.js";

const factor = 5;
export const rate = recording.sampleRate;
export const keptRate = rate / factor;
const seconds = recording.seconds;

/** What the hum seems to be once every fifth sample is kept, measured. */
const slowHertz = countWaves(downsample(recording.hum, { factor }), keptRate);
export const slow = slowHertz.toFixed(1);

/** How far the hum gets from one kept sample to the next. */
export const wavesPerSample = (50 / keptRate).toFixed(3);
export const backwards = (1 - 50 / keptRate).toFixed(3);
export const backwardsHertz = ((1 - 50 / keptRate) * keptRate).toFixed(1);
export const half = keptRate / 2;
export const fullHalf = rate / 2;

/** The example by hand. */
export const eight = [4, 1, 3, 8, 6, 2, 5, 7];
export const down = toList(downsample(eight));
export const zeros = toList(upsample(down));
export const hold = toList(upsample(down, { method: "hold" }));
/** Samples that come back whole after down and up by straight lines. */
export const straight = toList(upsample([1, 3, 5, 4], { method: "linear" }));
export const slid = toList(correlate1d(zeros, [0.5, 1, 0.5], { mode: "same" }));

const cells = (values: (number | string)[]) => `| ${values.join(" | ")} |`;

/** The four samples that are left, and the three ways to fill the room between them. */
export const fillTable = [
  cells(["place", ...eight.map((_, i) => i)]),
  cells(["---", ...eight.map(() => "---:")]),
  cells(["before", ...eight]),
  cells(["down: every second", ...eight.map((value, i) => (i % 2 === 0 ? value : ""))]),
  cells(["up: zeros", ...zeros]),
  cells(["up: hold", ...hold]),
].join("\n");

/** What an average of five leaves of the hum and of the peaks, in percent. */
const five = new Array(factor).fill(1 / factor);
const averaged = (signal: number[]) => toList(correlate1d(signal, five, { mode: "same" }));
const inner = (signal: number[]) => signal.slice(factor, -factor);
const swing = (signal: number[]) => Math.max(...inner(signal));
export const humLeft = ((100 * swing(averaged(recording.hum))) / swing(recording.hum)).toFixed(1);

/** What the average leaves of a faster hum, in percent. */
const leftOf = (frequency: number) => {
  const kept = toList(downsample(averaged(tone({ frequency, sampleRate: rate, seconds })), { factor }));
  return Math.round(100 * Math.max(...kept.slice(2, -2)));
};
export const left60 = leftOf(60);
export const left77 = leftOf(77);

const [height, width] = sampleImage("harbour").shape;
export const harbour = {
  height,
  width,
  pixels: (height * width).toLocaleString("en"),
  small: `${height / 4} × ${width / 4}`,
  smallPixels: ((height * width) / 16).toLocaleString("en"),
};
