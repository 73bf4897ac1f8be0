import { matchTemplate, peakLocalMax, sampleImage, toList, toNdarray, toNested } from "cnn-workbook";
import { cutOut, findLike, truth } from "../../lessons/07-finding-a-pattern/form.js";
import type { LessonCases } from "./lessonCases.js";

type Patch = number[][];

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
const centred = (patch: Patch) => patch.flat().map((value) => value - mean(patch.flat()));

const form = sampleImage("form");
const firstsOf = (people: number) =>
  Array.from({ length: people }, (_, writer) => truth.find((digit) => digit.label === 4 && digit.writer === writer)!);

const ONE_MEAN = "the other patch's differences add up to zero, so one mean is enough";

export const cases: LessonCases = {
  q1: {
    variants: [
      (window: Patch, template: Patch) => dot(centred(window), centred(template)),
      (window: Patch, template: Patch) => dot(window.flat(), centred(template)),
      (window: Patch, template: Patch) => {
        const pixels = window.flat();
        return dot(pixels, template.flat()) - pixels.length * mean(pixels) * mean(template.flat());
      },
    ],
    equivalent: ["window[r][c] + windowMean", "window[r][c]"]
      .map((mutant) => ({ mutant: `window[r][c] - windowMean → ${mutant}`, reason: ONE_MEAN }))
      .concat(
        ["template[r][c] + templateMean", "template[r][c]"].map((mutant) => ({
          mutant: `template[r][c] - templateMean → ${mutant}`,
          reason: ONE_MEAN,
        })),
      ),
  },
  q2: {
    variants: [
      (window: Patch, template: Patch) => {
        const [a, b] = [centred(window), centred(template)];
        const lengths = Math.hypot(...a) * Math.hypot(...b);
        return lengths === 0 ? 0 : dot(a, b) / lengths;
      },
      (window: Patch, template: Patch) => matchTemplate(window, template).get(0, 0),
      (window: Patch, template: Patch) => {
        const unit = (values: number[]) => {
          const length = Math.sqrt(dot(values, values));
          return length ? values.map((value) => value / length) : values.map(() => 0);
        };
        return dot(unit(centred(window)), unit(centred(template)));
      },
    ],
    equivalent: [],
  },
  q3: {
    variants: [
      (image: Patch, template: Patch) =>
        peakLocalMax(matchTemplate(image, template), { excludeBorder: false })[0] ?? [0, 0],
      (image: Patch, template: Patch) => {
        const scores = matchTemplate(image, template);
        const list = toList(toNdarray(scores.data, "scores"));
        const at = list.indexOf(Math.max(...list));
        return toNdarray([Math.floor(at / scores.shape[1]), at % scores.shape[1]], "place");
      },
      (image: Patch, template: Patch) => {
        const [height, width] = [template.length, template[0].length];
        let best = { score: Number.NEGATIVE_INFINITY, place: [0, 0] };
        for (let row = 0; row + height <= image.length; row++) {
          for (let column = 0; column + width <= image[0].length; column++) {
            const window = image.slice(row, row + height).map((line) => line.slice(column, column + width));
            const [a, b] = [centred(window), centred(template)];
            const lengths = Math.sqrt(dot(a, a) * dot(b, b));
            const score = lengths > 0 ? dot(a, b) / lengths : 0;
            if (score > best.score + 1e-12) best = { score, place: [row, column] };
          }
        }
        return best.place;
      },
    ],
    equivalent: [
      { mutant: "0 → (-1)", reason: "a column before the first has no score, and undefined is never larger" },
      {
        mutant: "0 → 1",
        reason: "column 0 of row 0 is the best so far from the start, and of other rows it is not: see below",
      },
      {
        mutant: "column < scores[0].length → column <= scores[0].length",
        reason: "beyond the last column there is no score",
      },
      { mutant: "scores[0].length → (scores[0].length + 1)", reason: "beyond the last column there is no score" },
    ],
  },
  q4: {
    variants: [
      (response: Patch, threshold: number, distance: number) => {
        const peaks: Patch = [];
        response.forEach((line, row) => {
          line.forEach((score, column) => {
            let isPeak = score > threshold;
            for (let y = row - distance; y <= row + distance; y++) {
              for (let x = column - distance; x <= column + distance; x++) {
                if ((response[y]?.[x] ?? score) > score) isPeak = false;
              }
            }
            if (isPeak) peaks.push([row, column]);
          });
        });
        return peaks;
      },
      (response: Patch, threshold: number, distance: number) =>
        response.flatMap((line, row) =>
          line.flatMap((score, column) => {
            const higher = response.some((other, y) =>
              other.some(
                (value, x) => Math.abs(y - row) <= distance && Math.abs(x - column) <= distance && value > score,
              ),
            );
            return score > threshold && !higher ? [[row, column]] : [];
          }),
        ),
      (response: Patch, threshold: number, distance: number) => {
        const places = response.flatMap((line, row) => line.map((_, column) => [row, column]));
        return places.filter(([row, column]) => {
          const near = places.filter(([y, x]) => Math.max(Math.abs(y - row), Math.abs(x - column)) <= distance);
          const top = Math.max(...near.map(([y, x]) => response[y][x]));
          return response[row][column] === top && top > threshold;
        });
      },
    ],
    equivalent: [
      { mutant: "0 → (-1)", reason: "a column before the first has no score, and undefined is above no threshold" },
      {
        mutant: "column < response[0].length → column <= response[0].length",
        reason: "beyond the last column there is no score",
      },
      {
        mutant: "response[0].length → (response[0].length + 1)",
        reason: "beyond the last column there is no score",
      },
      { mutant: "Math.max(0, row - distance) → Math.max(row - distance, 0)", reason: "the same" },
      { mutant: "Math.max(0, column - distance) → Math.max(column - distance, 0)", reason: "the same" },
    ],
  },
  q5: {
    variants: [
      (image: Patch) =>
        findLike(
          image,
          firstsOf(4).map((four) => cutOut(form, four)),
        )
          .filter(({ score }) => score > 0.72)
          .map(({ row, column }) => [row, column]),
      (image: Patch) => {
        const all = firstsOf(4).map((four) => toNested(matchTemplate(image, cutOut(form, four))) as Patch);
        const best = all[0].map((line, r) => line.map((_, c) => Math.max(...all.map((scores) => scores[r][c]))));
        const peaks = peakLocalMax(best, { minDistance: 10, threshold: 0.76, excludeBorder: false });
        return peaks.map(([row, column]) => [row + 12, column + 10]).reverse();
      },
      (image: Patch) => {
        const kept: { row: number; column: number; score: number }[] = [];
        const size = { height: 22, width: 18 };
        for (const four of firstsOf(4)) {
          const scores = matchTemplate(image, cutOut(form, four, size));
          for (const [row, column] of peakLocalMax(scores, { threshold: 0.76, minDistance: 6, excludeBorder: false })) {
            const place = { row: row + 11, column: column + 9, score: scores.get(row, column) };
            const near = kept.find((other) => Math.hypot(other.row - place.row, other.column - place.column) < 8);
            if (!near) kept.push(place);
          }
        }
        return kept.map(({ row, column }) => [row, column]);
      },
    ],
    equivalent: [
      ...["digit.writer < 4 → digit.writer <= 4", "4 → 5"].map((mutant) => ({
        mutant,
        reason: "a fifth hand does no harm",
      })),
      ...[
        "fours.filter((four, i) => i === 0 || fours[i - 1].writer !==… → fours",
        "fours[i - 1].writer !== four.writer → fours[i - 1].writer === four.writer",
        "i - 1 → 1",
      ].map((mutant) => ({ mutant, reason: "other fours of the same four people" })),
      ...["0 → 1", "0 → (-1)", "best.data.length → (best.data.length - 1)"].map((mutant) => ({
        mutant,
        reason: "a corner of the form, where no digit stands",
      })),
      ...["i <= best.data.length", "(best.data.length + 1)"].map((mutant) => ({
        mutant: `${mutant.startsWith("i") ? "i < best.data.length" : "best.data.length"} → ${mutant}`,
        reason: "writing past the end of a typed array does nothing",
      })),
      {
        mutant: "Math.max(best.data[i], response.data[i]) → Math.max(response.data[i], best.data[i])",
        reason: "the same",
      },
      {
        mutant: "{ minDistance: 8, threshold: 0.74, excludeBorder: false } → { threshold: 0.74, excludeBorder: false }",
        reason: "so high a threshold leaves one peak a digit",
      },
      ...["8 → 9", "8 → (7)", "12 → 13", "12 → (11)", "10 → 11", "10 → (9)"].map((mutant) => ({
        mutant,
        reason: "one pixel is within what the exercise allows",
      })),
    ],
  },
};
