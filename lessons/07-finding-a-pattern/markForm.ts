import { type ArrayInput, type crop, toNdarray } from "cnn-workbook";
import type { FormDigit } from "cnn-workbook/datasets";
import ndarray from "ndarray";
import { type Place, type Size, TEMPLATE } from "./form.js";
import { sortOut } from "./judge.js";

type Colour = readonly [red: number, green: number, blue: number];

const RIGHT: Colour = [0, 90, 200];
const WRONG: Colour = [213, 94, 0];
const MISSED: Colour = [150, 0, 120];

/**
 * Draws frames on a form: a whole frame where the digit was found, a crossed one where something else was taken for it, a
 * broken one where it was missed.
 *
 * @param image - [height, width]; not modified
 * @param found - places
 * @returns [height, width, 3]
 * @example show(imagePlot(markForm(form, found, truth, 4), { title, alt }))
 */
export function markForm(
  image: ArrayInput,
  found: readonly Place[],
  digits: readonly FormDigit[],
  digit: number,
): ReturnType<typeof crop> {
  const picture = inColours(image);
  const { right, wrong, missed } = sortOut(found, digits, digit);
  for (const place of missed) drawFrame(picture, place, TEMPLATE, MISSED, "broken");
  for (const place of wrong) drawFrame(picture, place, TEMPLATE, WRONG, "crossed");
  for (const place of right) drawFrame(picture, place, TEMPLATE, RIGHT, "whole");
  return picture;
}

/** Draws one frame of a given size around a place. */
export function markPlace(image: ArrayInput, place: Place, size: Size): ReturnType<typeof crop> {
  const picture = inColours(image);
  drawFrame(picture, place, size, WRONG, "whole");
  return picture;
}

/** An array as a grey picture: the smallest number black, the largest white. */
export function stretched(numbers: ArrayInput): ReturnType<typeof crop> {
  const picture = toNdarray(numbers, "numbers", { rank: 2 });
  const [low, high] = [Math.min, Math.max].map((pick) => picture.data.reduce((a, b) => pick(a, b)));
  picture.data.set(picture.data.map((value) => (255 * (value - low)) / (high - low || 1)));
  return picture;
}

function inColours(image: ArrayInput): ReturnType<typeof crop> {
  const grey = toNdarray(image, "image", { rank: 2 });
  const [height, width] = grey.shape;
  const picture = ndarray(new Float64Array(3 * height * width), [height, width, 3]);
  for (let i = 0; i < picture.data.length; i++) picture.data[i] = grey.data[Math.floor(i / 3)];
  return toNdarray(picture, "picture");
}

function drawFrame(
  picture: ReturnType<typeof crop>,
  { row, column }: Place,
  { height, width }: Size,
  colour: Colour,
  line: "whole" | "crossed" | "broken",
): void {
  const [top, left] = [Math.round(row - height / 2), Math.round(column - width / 2)];
  for (let y = -1; y <= height; y++) {
    for (let x = -1; x <= width; x++) {
      const edge = y < 1 || x < 1 || y >= height - 1 || x >= width - 1;
      const gap = line === "broken" && (x + y + 2) % 6 >= 3;
      const cross = line === "crossed" && Math.abs(x - (y * width) / height) < 0.7;
      if ((edge && !gap) || cross) paint(picture, top + y, left + x, colour);
    }
  }
}

function paint(picture: ReturnType<typeof crop>, row: number, column: number, colour: Colour): void {
  const [height, width] = picture.shape;
  if (row < 0 || column < 0 || row >= height || column >= width) return;
  for (const [channel, value] of colour.entries()) picture.set(row, column, channel, value);
}
