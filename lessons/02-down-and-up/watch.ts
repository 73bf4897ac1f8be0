import { type ArrayInput, downsample, ecg, toList, toNdarray } from "cnn-workbook";

/** What a tone is made of. */
export interface ToneOptions {
  /** Waves a second, in hertz. */
  frequency: number;
  /** Samples a second, in hertz. */
  sampleRate: number;
  /** Length in seconds. */
  seconds: number;
  /** How far it swings to each side; default 1. */
  amplitude?: number;
}

/** A little after a wave's beginning, so that no sample falls on its zero by chance. */
const START = 0.4;

/**
 * A pure tone: an even wave up and down.
 *
 * @returns one number a sample
 * @example tone({ frequency: 50, sampleRate: 256, seconds: 2 })
 */
export function tone({ frequency, sampleRate, seconds, amplitude = 1 }: ToneOptions): number[] {
  const turns = (2 * Math.PI * frequency) / sampleRate;
  return Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => amplitude * Math.sin(turns * i + START));
}

/**
 * Measures how many waves a second a signal makes, from where it passes zero upwards.
 *
 * @param signal - samples that swing around zero
 * @param sampleRate - samples a second, in hertz
 * @returns hertz; 0 where it does not pass zero upwards twice
 * @example countWaves([0, 1, 0, -1, 0, 1, 0, -1, 0, 1], 8) // 2
 */
export function countWaves(signal: ArrayInput, sampleRate: number): number {
  const x = toList(toNdarray(signal, "signal", { rank: 1 }));
  const rises = x.flatMap((value, i) => (i > 0 && x[i - 1] < 0 && value >= 0 ? [i - value / (value - x[i - 1])] : []));
  if (rises.length < 2) return 0;
  return ((rises.length - 1) * sampleRate) / (rises[rises.length - 1] - rises[0]);
}

/**
 * How far two signals lie apart on average, whichever is above.
 *
 * @throws {RangeError} signals of different lengths
 * @example meanError([1, 2], [1, 4]) // 1
 */
export function meanError(signal: ArrayInput, truth: ArrayInput): number {
  const [a, b] = [signal, truth].map((input, i) => toList(toNdarray(input, i === 0 ? "signal" : "truth", { rank: 1 })));
  if (a.length !== b.length) {
    throw new RangeError(`\`signal\` has ${a.length} samples and \`truth\` ${b.length}; they must be as many`);
  }
  return a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;
}

const seconds = 6;
const sampleRate = 256;
const heart = ecg({ seconds, sampleRate, heartRate: 66, noise: 0, seed: 3 });
const hum = tone({ frequency: 50, sampleRate, seconds, amplitude: 0.15 });

/** What the watch measures: a heart at rest, and the power line's hum of 50 Hz. Voltages in mV, one entry a sample. */
export const recording = {
  seconds,
  sampleRate,
  time: toList(heart.time),
  /** Heart and hum together. */
  voltage: toList(heart.clean).map((value, i) => value + hum[i]),
  /** The heart alone. */
  clean: toList(heart.clean),
  /** The hum alone. */
  hum,
  /** The sample at the top of each beat. */
  peaks: heart.peaks,
};

/**
 * The frequency that one sees of a tone when a recorder of 256 samples a second keeps every fifth. It is measured.
 *
 * @param frequency - of the tone, in hertz, below 128
 * @returns hertz
 * @example seenFrequency(10) // about 10
 */
export function seenFrequency(frequency: number): number {
  const kept = downsample(tone({ frequency, sampleRate, seconds: 20 }), { factor: 5 });
  return countWaves(kept, sampleRate / 5);
}
