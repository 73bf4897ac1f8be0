import { boxKernel1d, convolve1d, correlate1d, toList } from "cnn-workbook";
import { heart, scoreKernel } from "./heart.js";

/** The slides' example: a box slides over a triangle. */
export const triangle = [1, 2, 3, 2, 1];
export const box = [1, 1, 1];

/** A row a position: what lies under the box, and the sum. */
export const overlapTable = [
  "| position n | under the box | products added | sum |",
  "| ---: | --- | --- | ---: |",
  ...toList(correlate1d(triangle, box)).map((sum, i) => {
    const under = box.map((_, k) => triangle[i + k - (box.length - 1)]);
    const cells = under.map((value) => value ?? "·").join(" ");
    const products = under.flatMap((value, k) => (value === undefined ? [] : [`${box[k]}×${value}`])).join(" + ");
    return `| ${String(i - 3).replace("-", "−")} | ${cells} | ${products} | **${sum}** |`;
  }),
].join("\n");

export const recorded = { seconds: heart.seconds, rate: heart.sampleRate, samples: heart.clean.size };

/** Mean height of the tall peaks without noise, in mV. */
export const peakHeight = (heart.peaks.reduce((sum, at) => sum + heart.clean.get(at), 0) / heart.peaks.length).toFixed(
  1,
);
export const box5 = scoreKernel(boxKernel1d(5));
export const box11 = scoreKernel(boxKernel1d(11));

/** One weight for each pair of samples, against five weights in all. */
export const denseWeights = (recorded.samples ** 2).toLocaleString("en");

/** The slides' example of convolution with a turned kernel, every second position. */
export const turned = toList(convolve1d([3, 2, 1, 7, 1, 2, 5, 4], [0.5, 0.75, 1, 0.25], { mode: "valid", stride: 2 }));
export const unturned = toList(
  correlate1d([3, 2, 1, 7, 1, 2, 5, 4], [0.5, 0.75, 1, 0.25], { mode: "valid", stride: 2 }),
);

export const spikeCorrelated = toList(correlate1d([0, 0, 1, 0, 0], [3, 2, 1], { mode: "same" }));
export const spikeConvolved = toList(convolve1d([0, 0, 1, 0, 0], [3, 2, 1], { mode: "same" }));

const ends = (mode: "full" | "same" | "valid") => correlate1d(triangle, box, { mode }).size;
export const lengths = { full: ends("full"), same: ends("same"), valid: ends("valid") };

/** What five equal weights leave of independent noise, and how much that is down. */
const left = Math.hypot(...toList(boxKernel1d(5)));
export const share = left.toFixed(3);
export const shareDown = (100 * (1 - left)).toFixed(1);

const [short, other] = [
  [1, 2, 3],
  [0, 5, 1],
];
/** Signal and kernel change places. */
export const swap = {
  one: toList(convolve1d(short, other)).join(" "),
  other: toList(correlate1d(short, other)).join(" "),
  otherWay: toList(correlate1d(other, short)).join(" "),
};
