import { matchTemplate, peakLocalMax } from "cnn-workbook";
import { averageOf, cutOut, form, TEMPLATE, truth } from "./form.js";

type Scores = ReturnType<typeof matchTemplate>;

const PEOPLE = 4;

/** The first 4 of A, B, C and D. */
export const firstFours = Array.from(
  { length: PEOPLE },
  (_, person) => truth.find(({ label, writer }) => label === 4 && writer === person) ?? truth[0],
);

const cutOuts = firstFours.map((four) => cutOut(form, four));

/** The mean of the four, pixel by pixel. */
const average = averageOf(cutOuts);

const known = new Map<string, Scores>();

/** The template of one person (0 to 3), or the average of all. */
export type Which = number | "average";

/**
 * The scores of a template. They are kept, since the planted mistakes of an exercise all ask for the same ones.
 *
 * @param image - at least as large as a template
 */
export function scoresOf(image: number[][], which: Which): Scores {
  const sum = image.reduce((total, row, r) => total + row.reduce((part, pixel, c) => part + pixel * (r + 7 * c), 0), 0);
  const key = [image.length, image[0]?.length, sum, which].join();
  const scores = known.get(key) ?? matchTemplate(image, which === "average" ? average : cutOuts[which]);
  if (known.size > 100) known.clear();
  known.set(key, scores);
  return scores;
}

/** Centres where one of some templates fits better than a threshold, best first. */
export function searchFours(
  image: number[][],
  templates: readonly Which[],
  threshold: number,
  excludeBorder = false,
): number[][] {
  const responses = templates.map((which) => scoresOf(image, which));
  const best = toCopy(responses[0]);
  for (const { data } of responses) best.data.set(best.data.map((score, i) => Math.max(score, data[i])));
  const peaks = peakLocalMax(best, { minDistance: 8, threshold, excludeBorder });
  return peaks.map(([row, column]) => [row + TEMPLATE.height / 2, column + TEMPLATE.width / 2]);
}

function toCopy(scores: Scores): Scores {
  return cutOut(scores, { row: scores.shape[0] / 2, column: scores.shape[1] / 2 }, sizeOf(scores));
}

function sizeOf({ shape: [height, width] }: Scores): { height: number; width: number } {
  return { height, width };
}
