import { type ArrayInput, checkOptions, describe } from "../arrays/index.js";
import { accuracyScore } from "./accuracyScore.js";
import { confusionMatrix } from "./confusionMatrix.js";
import { reportTable } from "./reportTable.js";

/** How well one class, or the mean of several, is found. */
export interface Scores {
  /** Of what was taken for the class, the share that is it; 0 where nothing was. */
  precision: number;
  /** Of what is the class, the share that was found; 0 where there is none. */
  recall: number;
  /** The harmonic mean of both, 2 · precision · recall / (precision + recall); 0 where both are 0. */
  f1Score: number;
  /** How many there are. */
  support: number;
}

/** Scores of all classes, and their means. */
export interface ClassificationReport {
  classes: (Scores & { name: string })[];
  /** The share of all predictions that are right. */
  accuracy: number;
  /** Each class counts alike. */
  macroAverage: Scores;
  /** Each picture counts alike. */
  weightedAverage: Scores;
  /** A table of text; a notebook prints it. */
  toString(): string;
}

/**
 * Precision, recall and F₁ score of each class. Accuracy alone hides a rare class that is never found.
 *
 * @param labels - [n] the true classes, whole numbers from 0; not modified
 * @param predictions - [n] the predicted classes, as `evaluateModel` gives them; not modified
 * @param options.classNames - a name a class; default their numbers, up to the largest that occurs
 * @throws {RangeError} lists of different lengths, an entry that is no class, or fewer names than classes
 * @example classificationReport([0, 0, 1], [0, 1, 1]).classes[0].recall // 0.5
 * @see sklearn.metrics.classification_report
 */
export function classificationReport(
  labels: ArrayInput,
  predictions: ArrayInput,
  options: { classNames?: readonly string[] } = {},
): ClassificationReport {
  const { classNames } = checkOptions(options, "classificationReport", ["classNames"]);
  if (classNames !== undefined && !Array.isArray(classNames)) {
    throw new TypeError(`\`classNames\` must be a list of names, got ${describe(classNames)}`);
  }
  const matrix = confusionMatrix(labels, predictions, { classes: classNames?.length });
  const names = classNames ?? Array.from({ length: matrix.shape[0] }, (_, index) => String(index));
  const classes = names.map((name, index) => ({ name, ...scoresOf(index, (i, j) => matrix.get(i, j), names.length) }));
  const all = classes.reduce((sum, { support }) => sum + support, 0);
  const report = {
    classes,
    accuracy: accuracyScore(labels, predictions),
    macroAverage: average(classes, () => 1 / classes.length, all),
    weightedAverage: average(classes, ({ support }) => support / all, all),
  };
  const text = () => reportTable(report);
  // Not enumerable, so that comparing and serialising see the numbers only.
  return Object.defineProperties(report, {
    toString: { value: text },
    [Symbol.for("nodejs.util.inspect.custom")]: { value: text },
  }) as ClassificationReport;
}

function scoresOf(index: number, count: (label: number, guess: number) => number, classes: number): Scores {
  let [support, taken] = [0, 0];
  for (let other = 0; other < classes; other++) {
    support += count(index, other);
    taken += count(other, index);
  }
  const found = count(index, index);
  return {
    precision: share(found, taken),
    recall: share(found, support),
    f1Score: share(2 * found, support + taken),
    support,
  };
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

function average(classes: readonly Scores[], weight: (scores: Scores) => number, support: number): Scores {
  const mean = (score: "precision" | "recall" | "f1Score") =>
    classes.reduce((sum, scores) => sum + weight(scores) * scores[score], 0);
  return { precision: mean("precision"), recall: mean("recall"), f1Score: mean("f1Score"), support };
}
