import ndarray from "ndarray";
import { checkOptions, type Float64NdArray, finiteNumber, readable } from "../arrays/index.js";
import { heartRhythm } from "./heartRhythm.js";
import { type HeartState, heartStep } from "./heartStep.js";
import { randomGenerator } from "./randomGenerator.js";

/** What kind of electrocardiogram to make. */
export interface EcgOptions {
  /** Length in seconds, more than 0 and at most 3600; default 4. */
  seconds?: number;
  /** Samples a second, 50 to 5000; default 250. */
  sampleRate?: number;
  /** Mean heart beats a minute, 30 to 200; default 60. */
  heartRate?: number;
  /** Standard deviation of the beats a minute, 0 to 20; default 1, a person at rest. */
  heartRateDeviation?: number;
  /** Standard deviation of the noise in mV, 0 to 10; default 0.1. */
  noise?: number;
  /** Seed of the rhythm and the noise; default 1. */
  seed?: number;
}

/** An electrocardiogram and how it was made. The arrays have one entry a sample. */
export interface Ecg {
  /** Seconds since the first sample. */
  time: Float64NdArray;
  /** What the electrodes measure, in mV: the heart's voltage and the noise. */
  voltage: Float64NdArray;
  /** The heart's voltage alone, in mV. */
  clean: Float64NdArray;
  /** The sample at the top of each heart beat (its R peak), in order. */
  peaks: number[];
  seconds: number;
  sampleRate: number;
  heartRate: number;
  heartRateDeviation: number;
  noise: number;
  seed: number;
}

/** Scales the model's height so that the top of a beat at 60 a minute lies near 1.2 mV, as in the paper's figures. */
const MILLIVOLT = 1.2 / 0.0399;
const INTEGRATION_RATE = 512;
const BEATS_BEFORE_START = 3;

/**
 * Makes an electrocardiogram: the voltage of a beating heart, with its waves P, Q, R, S and T, and measurement noise.
 * It starts halfway between two beats. The same options give the same numbers; a longer one begins like a shorter one.
 *
 * @returns time, noisy and clean voltage, the R peaks, and the options in use
 * @throws {RangeError} an option out of range
 * @example ecg({ seconds: 2, noise: 0.2, seed: 7 }).voltage.shape // [500]
 * @see McSharry, Clifford, Tarassenko & Smith, A dynamical model for generating synthetic electrocardiogram signals,
 *   IEEE Transactions on Biomedical Engineering 50 (2003): equations 1 to 3 and table 1, integrated by Runge and Kutta
 */
export function ecg(options: EcgOptions = {}): Ecg {
  const settings = checkSettings(options);
  const count = Math.max(1, Math.round(settings.seconds * settings.sampleRate));
  const { clean, peaks } = beat(count, settings);
  const random = randomGenerator(settings.seed);
  const vector = (data: Float64Array) => readable(ndarray(data, [count]));
  return {
    time: vector(clean.map((_, i) => i / settings.sampleRate)),
    voltage: vector(clean.map((millivolt) => millivolt + random.normal(0, settings.noise))),
    clean: vector(clean),
    peaks,
    ...settings,
  };
}

const SETTINGS = ["seconds", "sampleRate", "heartRate", "heartRateDeviation", "noise", "seed"] as const;

function checkSettings(options: EcgOptions): Required<EcgOptions> {
  const {
    seconds = 4,
    sampleRate = 250,
    heartRate = 60,
    heartRateDeviation = 1,
    noise = 0.1,
    seed = 1,
  } = checkOptions(options, "ecg", SETTINGS);
  if (!(seconds > 0)) throw new RangeError(`\`seconds\` must be a number greater than 0, got ${seconds}`);
  return {
    seconds: finiteNumber(seconds, "seconds", 0, 3600),
    sampleRate: finiteNumber(sampleRate, "sampleRate", 50, 5000),
    heartRate: finiteNumber(heartRate, "heartRate", 30, 200),
    heartRateDeviation: finiteNumber(heartRateDeviation, "heartRateDeviation", 0, 20),
    noise: finiteNumber(noise, "noise", 0, 10),
    seed,
  };
}

/** Follows the heart through `count` samples, after some beats in which the start is forgotten. */
function beat(count: number, settings: Required<EcgOptions>): { clean: Float64Array; peaks: number[] } {
  const rhythm = heartRhythm(settings);
  const substeps = Math.ceil(INTEGRATION_RATE / settings.sampleRate);
  const step = 1 / (settings.sampleRate * substeps);
  let state: HeartState = { x: -1, y: 0, z: 0 };
  let time = -(BEATS_BEFORE_START * 60) / settings.heartRate;
  const advance = () => {
    const before = state.y;
    state = heartStep(state, time, step, rhythm, settings.heartRate);
    time += step;
    return { topPassed: before < 0 && state.y >= 0 && state.x > 0, endPassed: before >= 0 && state.y < 0 };
  };
  for (let beats = 0; beats < BEATS_BEFORE_START; ) if (advance().endPassed) beats++;

  const clean = new Float64Array(count);
  const peaks: number[] = [];
  for (let i = 0; i < count; i++) {
    clean[i] = MILLIVOLT * state.z;
    for (let k = 0; k < substeps; k++) if (advance().topPassed && i + 1 < count) peaks.push(i + 1);
  }
  return { clean, peaks: peaks.map((near) => climb(clean, near)) };
}

/** The nearest sample that no neighbour tops: breathing moves the top of a beat by a sample or so. */
function climb(signal: Float64Array, start: number): number {
  let at = start;
  while (at > 0 && signal[at - 1] > signal[at]) at--;
  while (at < signal.length - 1 && signal[at + 1] > signal[at]) at++;
  return at;
}
