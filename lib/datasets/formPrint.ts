import { inkPiece, type Paper } from "./inkPiece.js";
import type { PenPath } from "./penStrokes.js";
import { lineWidth, printLine } from "./printedLetters.js";

/** What is printed above each box, and for how many digits it is. */
export const BOXES: readonly { heading: string; cells: number }[] = [
  { heading: "POST CODE", cells: 6 },
  { heading: "TELEPHONE", cells: 5 },
  { heading: "ACCOUNT", cells: 6 },
];

/** Width of the place for one digit, in pixels. */
export const CELL = 25;

/** Height of a box, in pixels. */
export const BOX = 32;

const TITLE = 62;
const ROW = 41;
const LEFT = 34;
const BETWEEN = 12;
const MARGIN = 16;

/** Where things are on a form, in pixels. */
export interface FormLayout {
  width: number;
  height: number;
  /** Upper edge of each row's boxes. */
  tops: readonly number[];
  /** Left edge of each box of a row. */
  lefts: readonly number[];
}

/** Where everything goes on a form of so many rows and boxes. */
export function layForm(rows: number, boxes: number): FormLayout {
  const lefts: number[] = [];
  let right = LEFT;
  for (const { cells } of BOXES.slice(0, boxes)) {
    lefts.push(right);
    right += cells * CELL + BETWEEN;
  }
  const width = boxes === BOXES.length ? 512 : right - BETWEEN + MARGIN;
  const tops = Array.from({ length: rows }, (_, row) => TITLE + row * ROW);
  return { width, height: TITLE + rows * ROW + MARGIN, tops, lefts };
}

/** Title, headings, and for each row its letter and its boxes. */
export function printForm(paper: Paper, { tops, lefts }: FormLayout): void {
  const whole = lefts.length === BOXES.length;
  print(paper, printLine(whole ? "HANDWRITING SAMPLE" : "SAMPLE", LEFT, 14, 13), 0.9, 0.9);
  print(paper, [[LEFT, 35, paper.width - MARGIN, 35]], 0.7);
  for (const [i, left] of lefts.entries()) print(paper, printLine(BOXES[i].heading, left, 46, 8), 0.6);
  if (whole) {
    const note = "ONE PERSON A ROW";
    print(paper, printLine(note, paper.width - MARGIN - lineWidth(note, 8), 20, 8), 0.6);
  }
  for (const [row, top] of tops.entries()) {
    print(paper, printLine(String.fromCharCode("A".charCodeAt(0) + row), 15, top + 11, 10), 0.65);
    for (const [i, left] of lefts.entries()) printBox(paper, left, top, BOXES[i].cells);
  }
}

/** A frame, with short ticks at its foot between the cells. */
function printBox(paper: Paper, left: number, top: number, cells: number): void {
  const [right, bottom] = [left + cells * CELL, top + BOX];
  const ticks = Array.from({ length: cells - 1 }, (_, i): PenPath[number] => {
    const x = left + (i + 1) * CELL;
    return [x, bottom - 3, x, bottom];
  });
  const frame: PenPath = [
    [left, top, right, top],
    [right, top, right, bottom],
    [right, bottom, left, bottom],
    [left, bottom, left, top],
  ];
  print(paper, frame, 0.6);
  print(paper, ticks, 0.5);
}

function print(paper: Paper, path: PenPath, ink: number, radius = 0.5): void {
  for (const piece of path) inkPiece(paper, piece, { radius, softness: 1, ink });
}
