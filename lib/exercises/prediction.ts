import { describe } from "../arrays/index.js";
import { firstDifference } from "./compare.js";
import { formatValue } from "./formatValue.js";
import { nameInNotebook } from "./nameInNotebook.js";
import { type Card, present } from "./present.js";
import { type Guess, readProgress, updateProgress } from "./progress.js";

/** What can be guessed. */
export type Guessable = number | string | boolean | readonly number[];

/** What a prediction is made of. */
export interface PredictionDefinition {
  /** Lesson and number: "01.p1". */
  id: string;
  /** What to predict, in a sentence or two. */
  question: string;
  /** What there is to choose from, numbered from 1; without it any number (or text, or list of numbers) may be guessed. */
  choices?: readonly string[];
  /** What is right; where there are choices, the number of one: 1 is the first. */
  answer: Guessable;
  /** The smallest and the largest number that may be guessed; any when left out. */
  range?: readonly [number, number];
  /** How far from the answer a number may be; default 0. */
  tolerance?: number;
  /** Why, shown after the guess. */
  explain: string;
}

/** Something to predict before its result is shown. */
export class Prediction {
  readonly id: string;

  /** Made by `prediction({ ... })`. */
  constructor(readonly definition: PredictionDefinition) {
    this.id = definition.id;
  }

  /**
   * Without a guess: asks. With one: stores it, then shows the answer and why. Only the first guess counts.
   *
   * @param guess - your answer; where there are choices, the number of one: 1 is the first
   * @example p1.guess(3)
   */
  guess(guess?: Guessable): void {
    present(this.answerTo(guess));
  }

  private answerTo(guess?: Guessable): Card {
    const stored = readProgress().predictions[this.id];
    if (guess === undefined) return stored ? this.revealed(stored) : this.asked();
    const understood = this.understand(guess);
    if ("problem" in understood) return { ...this.asked(), headline: understood.problem };
    if (stored) return this.revealed(stored, understood.value);
    const first = { guess: understood.value, right: this.isRight(understood.value), at: new Date().toISOString() };
    const { progress, notices } = updateProgress(({ predictions }) => {
      predictions[this.id] ??= first;
    });
    const card = this.revealed(progress.predictions[this.id]);
    return { ...card, paragraphs: [...card.paragraphs, ...notices] };
  }

  private asked(): Card {
    const { id, question, choices, answer } = this.definition;
    const name = nameInNotebook(id);
    const example = choices ? "1" : exampleOf(answer);
    const how = `Decide first, then write your guess: \`${name}.guess(${example})\`. The first guess counts.`;
    const lines = (choices ?? []).map((choice, i) => ({ label: String(i + 1), text: choice, prose: true }));
    return { tone: "neutral", headline: `Predict: ${id}`, paragraphs: [question], lines, next: how };
  }

  private revealed({ guess, right }: Guess, second?: Guessable): Card {
    const { id, question, answer, explain } = this.definition;
    const first = `Your guess: ${this.named(guess)}. ${right ? "That is right." : `The answer: ${this.named(answer)}.`}`;
    const again = second === undefined || same(second, guess) ? [] : [this.aboutSecond(second)];
    const headline = `${right ? "Predicted" : "A surprise"}: ${id}`;
    return { tone: right ? "good" : "bad", headline, paragraphs: [question, first, ...again, explain] };
  }

  /** A guess as the student reads it: the text of a choice, not its number alone. */
  private named(guess: unknown): string {
    const choice = this.definition.choices?.[Number(guess) - 1];
    return choice === undefined ? textOf(guess) : `${guess} (${choice})`;
  }

  private aboutSecond(second: Guessable): string {
    const verdict = this.isRight(second) ? "right" : "not right";
    return `Now you say ${this.named(second)}, which is ${verdict}. Your first guess is the one that counts.`;
  }

  private isRight(guess: Guessable): boolean {
    return same(guess, this.definition.answer, this.definition.tolerance);
  }

  private understand(guess: Guessable): { value: Guessable } | { problem: string } {
    const { choices, answer, range } = this.definition;
    if (choices) return choose(guess, choices);
    if (range && typeof guess === "number" && !(guess >= range[0] && guess <= range[1])) {
      return { problem: `A guess must be a number from ${range[0]} to ${range[1]}; you wrote ${describe(guess)}` };
    }
    const list = Array.isArray(answer);
    const fits = list ? Array.isArray(guess) && guess.every(Number.isFinite) : typeof guess === typeof answer;
    if (fits && !Number.isNaN(guess)) return { value: guess };
    const wanted = list ? "a list of numbers" : typeof answer === "string" ? "a text" : kindNames[typeof answer];
    return { problem: `A guess must be ${wanted}, such as ${exampleOf(answer)}; you wrote ${describe(guess)}` };
  }
}

const kindNames: Record<string, string> = { number: "a number", boolean: "true or false" };

/**
 * Declares a prediction of a lesson.
 *
 * @returns in a notebook: `p1.guess()` asks, `p1.guess(3)` stores, reveals and explains
 * @throws {TypeError} an id of another form, or an answer that is not the number of a choice
 * @example export const p1 = prediction({ id: "01.p1", question: "How many?", answer: 7, explain: "5 + 3 − 1." })
 */
export function prediction(definition: PredictionDefinition): Prediction {
  const { id, choices, answer } = definition;
  if (!/^\d\d\.p\d+$/.test(id)) {
    throw new TypeError(`\`id\` must be lesson and number, such as "01.p1", got ${JSON.stringify(id)}`);
  }
  if (choices && !(Number.isInteger(answer) && Number(answer) >= 1 && Number(answer) <= choices.length)) {
    const range = `from 1 to ${choices.length}, the number of the right choice`;
    throw new TypeError(`prediction ${id}: \`answer\` must be a whole number ${range}, got ${describe(answer)}`);
  }
  return new Prediction(definition);
}

/** A choice by its number or its text. */
function choose(guess: Guessable, choices: readonly string[]): { value: number } | { problem: string } {
  const number = typeof guess === "number" ? guess : choices.findIndex((choice) => same(choice, guess)) + 1;
  if (Number.isInteger(number) && number >= 1 && number <= choices.length) return { value: number };
  return { problem: `A guess must be a number from 1 to ${choices.length}; you wrote ${describe(guess)}` };
}

/** What a guess looks like, without being the answer. */
function exampleOf(answer: Guessable): string {
  if (Array.isArray(answer)) return "[1, 2, 3]";
  if (typeof answer === "number") return exampleNumber(answer);
  return typeof answer === "boolean" ? "true" : '"…"';
}

/** A round number of the answer's size, and not the answer. */
function exampleNumber(answer: number): string {
  const example = Math.abs(answer) < 10 ? 5 : 10 ** Math.floor(Math.log10(Math.abs(answer)));
  return String(answer === example ? 2 * example : example);
}

function same(one: unknown, other: unknown, tolerance = 0): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= tolerance + 1e-9;
  if (typeof one === "string" && typeof other === "string")
    return one.trim().toLowerCase() === other.trim().toLowerCase();
  return firstDifference(one, other, Math.max(tolerance, 1e-9)) === undefined;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : formatValue(value);
}
