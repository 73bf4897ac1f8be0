import { randomGenerator } from "cnn-workbook";
import { type Digits, firstOf, pick, smallDigits, versions, withCounts } from "./pictures.js";
import { type Start, starts } from "./starts.js";

/** A training: its pictures, and how it is done. */
export interface Patient {
  data: Digits;
  validation: Digits;
  epochs: number;
  /** What every pixel is multiplied with, and what is added then; left out, the pictures are normalised. */
  scale?: number;
  offset?: number;
  start?: Start;
  optimizer: "sgd" | "adam";
  rate: number;
}

export type PatientName = "A" | "B" | "C" | "D" | "E" | "F";

/** What may be wrong with a training, in a word. */
export type Fault = "rate" | "slow" | "weights" | "scale" | "labels" | "balance" | "leakage" | "nothing";

/** What is wrong with each. */
export const faults: Record<PatientName, Fault> = {
  A: "rate",
  B: "labels",
  C: "weights",
  D: "leakage",
  E: "scale",
  F: "balance",
};

/**
 * A training of the laboratory. What is wrong with it stands in this file: diagnose first.
 *
 * @example patient("A").rate
 */
export function patient(name: PatientName): Patient {
  const data = smallDigits(1000, 1);
  const validation = smallDigits(500, 2);
  return { data, validation, epochs: 5, optimizer: "sgd", rate: 0.05, ...changes[name](data, validation) };
}

const adam = { optimizer: "adam", rate: 0.002 } as const;
const RARE = [100, 100, 100, 5, 100, 100, 100, 100, 5, 100];

const changes: Record<PatientName, (data: Digits, validation: Digits) => Partial<Patient>> = {
  A: () => ({ rate: 0.7 }),
  B: (data) => mislabelled(firstOf(data, 300)),
  C: () => ({ start: starts.small, rate: 0.02 }),
  D: (data) => leaky(firstOf(data, 150)),
  E: () => ({ scale: 1, offset: 0, rate: 0.002 }),
  F: (data, validation) => unbalanced(data, validation),
};

function mislabelled(data: Digits): Partial<Patient> {
  return { data: { ...data, labels: shuffled(data.labels) }, epochs: 30 };
}

/** Every digit in eight versions that hardly differ, all mixed; a quarter of the mixture is kept for validation. */
function leaky(data: Digits): Partial<Patient> {
  const all = versions(data, 8, { translation: 0.03, boundary: "constant" });
  const order = shuffled([...all.labels.keys()]);
  const kept = Math.round(0.75 * order.length);
  return { data: pick(all, order.slice(0, kept)), validation: pick(all, order.slice(kept)), epochs: 6, ...adam };
}

function unbalanced(data: Digits, validation: Digits): Partial<Patient> {
  const half = RARE.map((count) => Math.ceil(count / 2));
  return { data: withCounts(data, RARE), validation: withCounts(validation, half), epochs: 6, ...adam };
}

/** In random order, the same each time (Fisher & Yates, 1938). */
function shuffled(values: readonly number[]): number[] {
  const random = randomGenerator(16);
  const mixed = [...values];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [mixed[last], mixed[other]] = [mixed[other], mixed[last]];
  }
  return mixed;
}
