import ndarray from "ndarray";
import { type Float64NdArray, readable, wholeNumber } from "../arrays/index.js";
import { type RandomGenerator, randomGenerator } from "../signals/index.js";
import type { Point } from "./digitStrokes.js";
import { photographPaper } from "./formPaper.js";
import { BOX, BOXES, CELL, type FormLayout, layForm, printForm } from "./formPrint.js";
import { inkPiece, type Paper } from "./inkPiece.js";
import type { PenPath } from "./penStrokes.js";
import { type Hand, writeBy, writerHand } from "./writerHand.js";

/** What is written, and by whom. */
export interface SyntheticFormOptions {
  /** A whole number from 0: other numbers and other wobbles, in the same hands. Default 1. */
  seed?: number;
  /** Who writes, a row each: whole numbers from 0, each another hand. Default 0 to 7. */
  writers?: readonly number[];
  /** Boxes in each row, 1 to 3, of six or five digits; default 3. */
  boxes?: number;
}

/** One digit on a form. */
export interface FormDigit {
  /** 0 to 9. */
  label: number;
  /** Row of its centre, in pixels. */
  row: number;
  /** Column of its centre, in pixels. */
  column: number;
  /** Rows that its strokes cover. */
  height: number;
  /** Columns that its strokes cover. */
  width: number;
  /** Who wrote it. */
  writer: number;
}

/** A filled form, and what was written where. */
export interface SyntheticForm {
  /** [height, width], 0 (black) to 255. */
  image: Float64NdArray;
  /** Every digit, in reading order. */
  digits: FormDigit[];
}

/**
 * Draws a form as a camera sees it: printed frames, uneven light, and in each row numbers in another person's hand. It
 * comes with the truth: which digit stands where.
 *
 * @returns `image` [height, width], dark ink on light paper: 512 wide with three boxes; `digits` with label, centre, size
 *   and writer
 * @throws {RangeError} an option out of range
 * @example const { image, digits } = syntheticForm({ seed: 2, writers: [0, 1], boxes: 1 })
 */
export function syntheticForm(options: SyntheticFormOptions = {}): SyntheticForm {
  const { seed = 1, writers = [0, 1, 2, 3, 4, 5, 6, 7], boxes = BOXES.length } = options;
  const random = randomGenerator(wholeNumber(seed, "seed", 0, 2 ** 32 - 1));
  wholeNumber(boxes, "boxes", 1, BOXES.length);
  wholeNumber(writers.length, "writers.length", 1, 26);
  const layout = layForm(writers.length, boxes);
  const { width, height } = layout;
  const paper = { data: new Float64Array(width * height), width, height };
  printForm(paper, layout);
  const digits = writers.flatMap((given, row) => {
    const writer = wholeNumber(given, `writers[${row}]`, 0, 2 ** 31);
    return fillRow(paper, placesOf(layout, row), writer, random);
  });
  const seen = photographPaper(paper.data, width, random);
  return { image: readable(ndarray(seen, [height, width])), digits };
}

/** The middle of each cell of a row. */
function placesOf({ tops, lefts }: FormLayout, row: number): Point[] {
  return lefts.flatMap((left, i) =>
    Array.from({ length: BOXES[i].cells }, (_, k): Point => [left + (k + 0.5) * CELL, tops[row] + BOX / 2]),
  );
}

function fillRow(paper: Paper, places: readonly Point[], writer: number, random: RandomGenerator): FormDigit[] {
  const hand = writerHand(writer);
  const pen = { radius: hand.radius, softness: 1.2, ink: hand.dark };
  const labels = chooseDigits(places.length, random);
  return places.map(([x, y], i) => {
    const [column, row] = [x + random.normal(0, 0.9), y + random.normal(0, 1.1)];
    const path = writeBy(hand, labels[i], [column, row], random);
    for (const piece of path) inkPiece(paper, piece, pen);
    return { label: labels[i], row: Math.round(row), column: Math.round(column), ...sizeOf(path, hand), writer };
  });
}

/** A few 3s, 4s and 9s, then one of each digit, then any; in random order. */
function chooseDigits(count: number, random: RandomGenerator): number[] {
  const ten = shuffle([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], random);
  const any = Array.from({ length: count }, () => [4, 3, 9, random.integer(0, 9)][random.integer(0, 3)]);
  return shuffle([4, 3, 9, ...ten, ...any].slice(0, count), random);
}

/** Fisher & Yates (1938). */
function shuffle(values: number[], random: RandomGenerator): number[] {
  for (let last = values.length - 1; last > 0; last--) {
    const pick = random.integer(0, last);
    [values[last], values[pick]] = [values[pick], values[last]];
  }
  return values;
}

function sizeOf(path: PenPath, { radius }: Hand): { height: number; width: number } {
  const span = (values: number[]) => Math.round(Math.max(...values) - Math.min(...values) + 2 * radius);
  return {
    height: span(path.flatMap(([, y0, , y1]) => [y0, y1])),
    width: span(path.flatMap(([x0, , x1]) => [x0, x1])),
  };
}
