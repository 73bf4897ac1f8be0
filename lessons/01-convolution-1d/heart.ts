import { type ArrayInput, correlate1d, ecg, toList } from "cnn-workbook";

/** The recording of this lesson: a heart at rest, and noise of 0.15 mV in every sample. */
export const heart = ecg({ seconds: 4, sampleRate: 125, heartRate: 66, noise: 0.15, seed: 3 });

/** A minute of another recording of the same kind, long enough to measure on. */
const long = ecg({ seconds: 60, sampleRate: 125, heartRate: 66, noise: 0.15, seed: 11 });

/** What a kernel does to a recorded heart, in percent. */
export interface KernelScore {
  /** How much smaller the noise becomes (its standard deviation). 100 is: no noise left. */
  noiseDown: number;
  /** How much lower the tall peaks become, on average. 0 is: as tall as before. */
  peaksDown: number;
}

/**
 * Slides a kernel over a minute of a recorded heart and measures what becomes of the noise and of the peaks.
 *
 * @param kernel - weights, an odd number of them, at most 101
 * @returns both in percent, one decimal
 * @throws {RangeError} an even number of weights, or more than 101
 * @example scoreKernel([0.2, 0.2, 0.2, 0.2, 0.2])
 */
export function scoreKernel(kernel: ArrayInput): KernelScore {
  const slide = (signal: ArrayInput) => toList(correlate1d(signal, kernel, { mode: "same" }));
  const weights = correlate1d([1], kernel, { mode: "full" }).size;
  if (weights % 2 === 0 || weights > 101) {
    throw new RangeError(`\`kernel\` must have an odd number of weights, at most 101, got ${weights}`);
  }
  const clean = toList(long.clean);
  const noise = toList(long.voltage).map((voltage, i) => voltage - clean[i]);
  const tops = (signal: number[]) =>
    mean(long.peaks.map((at) => Math.max(...signal.slice(Math.max(0, at - 2), at + 3))));
  return {
    noiseDown: percent(1 - spread(slide(noise)) / spread(noise)),
    peaksDown: percent(1 - tops(slide(clean)) / tops(clean)),
  };
}

function percent(share: number): number {
  return Math.round(1000 * share) / 10;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation. */
function spread(values: number[]): number {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
}
