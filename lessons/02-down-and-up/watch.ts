import { type ArrayInput, downsample, ecg, toList, toNdarray, upsample } from "cnn-workbook";

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
const heart = ecg({ seconds, sampleRate, heartRate: 48, noise: 0, seed: 3 });
const hum = tone({ frequency: 50, sampleRate, seconds, amplitude: 0.2 });

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

/** Something that makes a signal shorter, or leaves it. */
export type Way = (signal: number[]) => ArrayInput;

/** Around a beat's top, in samples of the recording: the top may fall beside it. */
const NEAR = 10;

/**
 * What a way of making the recording shorter leaves of the hum and of the peaks.
 *
 * @returns how far the hum swings and how tall the peaks are on average, in mV; each measured with the other absent
 * @example judge((signal) => downsample(signal, { factor: 5 }))
 */
export function judge(way: Way): { hum: number; peaks: number } {
  const [hum, heartOnly] = [recording.hum, recording.clean].map((part) => toList(toNdarray(way(part), "way's result")));
  const shrink = heartOnly.length / recording.clean.length;
  const tops = recording.peaks.map((at) => {
    const near = heartOnly.slice(Math.max(0, Math.floor((at - NEAR) * shrink)), Math.ceil((at + NEAR) * shrink) + 1);
    return Math.max(...near);
  });
  return {
    hum: rounded(Math.max(...hum.slice(2, -2).map(Math.abs)), 3),
    peaks: rounded(tops.reduce((sum, top) => sum + top, 0) / tops.length, 2),
  };
}

/**
 * How far the recording lies from the heart alone once it went down by five and up again.
 *
 * @param way - goes down to every fifth sample
 * @param method - how the room between the samples is filled
 * @returns mean distance in µV, for the recording and for one without hum
 * @example errorAfter((signal) => downsample(signal, { factor: 5 }), "hold")
 */
export function errorAfter(way: Way, method: "hold" | "linear"): { withHum: number; withoutHum: number } {
  const error = (signal: number[]) => {
    const again = toList(upsample(way(signal), { factor: 5, method })).slice(0, signal.length);
    return Math.round(1000 * meanError(again, recording.clean));
  };
  return { withHum: error(recording.voltage), withoutHum: error(recording.clean) };
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
