import { randomGenerator } from "./randomGenerator.js";

/** Two bands in which a resting heart's rate varies: blood pressure waves and breathing (section III of the paper). */
const BANDS = [
  { frequency: 0.1, width: 0.01, power: 1 },
  { frequency: 0.25, width: 0.01, power: 2 },
];
const WAVES_A_BAND = 8;

/** Shortest beat that the rhythm gives, as a part of the mean one. */
const SHORTEST = 0.4;

/**
 * A heart's rhythm: a function that tells how many seconds a beat lasts at a time.
 *
 * @param options.heartRate - mean beats a minute
 * @param options.heartRateDeviation - standard deviation of the beats a minute
 * @param options.seed - seed of the phases
 * @see McSharry, Clifford, Tarassenko & Smith (2003), equation 3: a spectrum of two Gaussian bands with random phases
 */
export function heartRhythm(options: {
  heartRate: number;
  heartRateDeviation: number;
  seed: number;
}): (time: number) => number {
  const mean = 60 / options.heartRate;
  const deviation = (60 * options.heartRateDeviation) / options.heartRate ** 2;
  const random = randomGenerator(options.seed);
  const totalPower = BANDS.reduce((sum, band) => sum + band.power, 0);
  const waves = BANDS.flatMap(({ frequency, width, power }) =>
    Array.from({ length: WAVES_A_BAND }, () => ({
      turn: 2 * Math.PI * random.normal(frequency, width),
      phase: random.uniform(0, 2 * Math.PI),
      height: Math.sqrt((2 * power) / (totalPower * WAVES_A_BAND)),
    })),
  );
  return (time) => {
    let swing = 0;
    for (const { turn, phase, height } of waves) swing += height * Math.cos(turn * time + phase);
    return Math.max(mean * SHORTEST, mean + deviation * swing);
  };
}
