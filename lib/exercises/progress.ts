import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { withLock } from "./fileLock.js";
import { progressFile } from "./progressFile.js";

/** What is known of one exercise. */
export interface ExerciseProgress {
  /** How often an answer was checked that was more than `todo()`. */
  attempts: number;
  /** When it first passed, in ISO form. */
  passed?: string;
  /** Whether the solution was looked at before it passed. */
  sawSolution?: boolean;
}

/** The first guess at a prediction, which is the one that counts. */
export interface Guess {
  guess: unknown;
  right: boolean;
  /** When, in ISO form. */
  at: string;
}

/** All that a student did. */
export interface Progress {
  version: 1;
  exercises: Record<string, ExerciseProgress>;
  predictions: Record<string, Guess>;
}

/** What was read, and what the student should know about it. */
export interface Recorded {
  progress: Progress;
  notices: string[];
}

let unsaved: Progress | undefined;
let complained = false;

/** Reads the progress file. A file that is not there is an empty one; a damaged one is read as empty too. */
export function readProgress(): Progress {
  return unsaved ?? read(progressFile()) ?? empty();
}

/**
 * Changes the progress file: reads it anew, changes it, and puts it in place in one step, so that neither two notebooks nor
 * a power cut lose anything. Never throws: where the file cannot be written, progress lasts until the kernel ends, and the
 * student is told once.
 *
 * @param change - changes the progress it is given
 * @example updateProgress(({ exercises }) => { exercises["01.1"] = { attempts: 1 }; })
 */
export function updateProgress(change: (progress: Progress) => void): Recorded {
  const notices: string[] = [];
  try {
    const file = progressFile();
    mkdirSync(dirname(file), { recursive: true });
    const progress = withLock(file, () => rewrite(file, change, notices));
    unsaved = undefined;
    return { progress, notices };
  } catch (error) {
    unsaved ??= readProgress();
    change(unsaved);
    const text = `Your progress cannot be saved (${(error as Error).message}). It lasts until the kernel ends.`;
    const told = complained ? [] : [text];
    complained = true;
    return { progress: unsaved, notices: told };
  }
}

function rewrite(file: string, change: (progress: Progress) => void, notices: string[]): Progress {
  let progress = read(file);
  if (!progress) {
    const kept = keepDamaged(file);
    if (kept) notices.push(`The progress file could not be read. It is kept as ${kept}, and a new one begins.`);
    progress = empty();
  }
  if (unsaved) merge(progress, unsaved);
  change(progress);
  replace(file, `${JSON.stringify(progress, null, 2)}\n`);
  return progress;
}

/** Puts a file in place in one step, so that a reader sees the old text or the new, never half of it. */
function replace(file: string, text: string): void {
  const fresh = `${file}.${process.pid}.new`;
  try {
    writeFileSync(fresh, text);
    renameSync(fresh, file);
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** `undefined` for a file that is not there or is damaged. */
function read(file: string): Progress | undefined {
  try {
    const found = JSON.parse(readFileSync(file, "utf8"));
    const good = isRecord(found) && isRecord(found.exercises) && isRecord(found.predictions);
    return good ? ({ ...found, version: 1 } as unknown as Progress) : undefined;
  } catch {
    return undefined;
  }
}

function keepDamaged(file: string): string | undefined {
  const kept = `${file.replace(/\.json$/, "")}.damaged-${new Date().toISOString().replace(/[:.]/g, "-")}.json`;
  try {
    renameSync(file, kept);
    return kept;
  } catch {
    return undefined;
  }
}

/** Adds what could not be saved before. */
function merge(progress: Progress, other: Progress): void {
  for (const [id, entry] of Object.entries(other.exercises)) {
    const known = progress.exercises[id];
    progress.exercises[id] = { ...entry, ...known, attempts: Math.max(entry.attempts, known?.attempts ?? 0) };
  }
  progress.predictions = { ...other.predictions, ...progress.predictions };
}

function empty(): Progress {
  return { version: 1, exercises: {}, predictions: {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
