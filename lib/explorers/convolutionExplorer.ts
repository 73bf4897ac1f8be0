import { type ArrayInput, toList, toNdarray, wholeNumber } from "../arrays/index.js";
import type { Explorer } from "../plots/index.js";
import { MOST_WEIGHTS } from "./convolution1d/parseKernel.js";
import { convolutionPicture } from "./convolution1d/picture.js";
import { type ConvolutionSettings, moveTo, outputCount, startState } from "./convolution1d/state.js";
import { finding } from "./convolution1d/words.js";

export interface ConvolutionExplorerOptions {
  /** [n] samples, 2 to 40. */
  signal: ArrayInput;
  /** [k] weights, 1 to 15. */
  kernel: ArrayInput;
  /** Words above it. */
  title?: string;
  /** Turned round before it slides (convolution); as it is (correlation) when left out. */
  flip?: boolean;
  /** Only the sliding, for a first meeting: no switch that turns the kernel, no modes. Default false. */
  basic?: boolean;
  /** The number of the first sample; when left out, 0 stands in the middle of the signal. */
  first?: number;
  /** What there is to see and find, for those who cannot see it; the sums, when left out. */
  alt?: string;
}

const MOST_SAMPLES = 40;

/**
 * Something to play with: a kernel that is dragged over a signal, with every product and their sum, and the output that
 * grows from them. `show` displays it; it works without a running kernel.
 *
 * @param options - `signal` and `kernel` (not modified), `title`, `flip`, `basic`, `first`, `alt`
 * @throws {RangeError} an empty or too long signal or kernel, NaN, or `first` that is no whole number
 * @example show(convolutionExplorer({ signal: [1, 2, 3, 2, 1], kernel: [1, 1, 1] }))
 */
export function convolutionExplorer(options: ConvolutionExplorerOptions): Explorer {
  const settings = readSettings(options);
  const start = startState(settings);
  const alt = options.alt ?? finding(start);
  // Half-way there is most to see.
  const half = moveTo(start, Math.floor(outputCount(start) / 2));
  const html = convolutionPicture(half, alt);
  return { explorer: "convolution1d", settings: { ...settings }, alt, html };
}

function readSettings({
  signal,
  kernel,
  title = "",
  flip = false,
  basic = false,
  first,
}: ConvolutionExplorerOptions): ConvolutionSettings {
  const samples = toList(toNdarray(signal, "signal", { rank: 1 }));
  const weights = toList(toNdarray(kernel, "kernel", { rank: 1 }));
  if (samples.length < 2 || samples.length > MOST_SAMPLES) {
    throw new RangeError(`\`signal\` must have 2 to ${MOST_SAMPLES} samples, got ${samples.length}`);
  }
  if (weights.length > MOST_WEIGHTS) {
    throw new RangeError(`\`kernel\` must have 1 to ${MOST_WEIGHTS} weights, got ${weights.length}`);
  }
  const number = wholeNumber(first ?? -Math.floor(samples.length / 2), "first", -1e6, 1e6);
  return { signal: samples, kernel: weights, flip, basic, first: number, title };
}
