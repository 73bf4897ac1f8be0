import { type ArrayInput, randomGenerator, toNdarray } from "cnn-workbook";
import { syntheticDigits } from "cnn-workbook/datasets";
import ndarray from "ndarray";

type Picture = ReturnType<typeof toNdarray>;

const [HEIGHT, WIDTH] = [300, 400];
const [TABLE, PAPER, INK, RULE] = [70, 215, 45, 120];
/** Half the sides of the sheet, and where its lines of writing are, in pixels from its centre. */
const [HALF_HEIGHT, HALF_WIDTH] = [118, 165];
const LINES = [-70, -30, 10, 50, 90];
const DIGIT = 28;
/** Points looked at in each pixel of the photograph. */
const SAMPLES = 16;
const digits = syntheticDigits({ count: 60, seed: 7 }).images;

/** How far the sheet was turned, clockwise, in degrees. */
export const trueTilt = 4.7;

/** A sheet of ruled paper with digits, photographed askew in uneven light: grey, [300, 400], 0 to 255, with noise. */
export const page = photographSheet(trueTilt);

/**
 * Turns a picture about its middle. What comes from outside takes the nearest pixel of the border.
 *
 * @param picture - grey, [height, width]; not modified
 * @param degrees - how far, clockwise as one sees it
 * @returns a picture of the same size, each pixel weighed from the four around the place that it comes from
 * @throws {RangeError} a picture of another rank
 * @example turn(page, -3)
 */
export function turn(picture: ArrayInput, degrees: number): Picture {
  const image = toNdarray(picture, "picture", { rank: 2 });
  const [height, width] = image.shape;
  const at = (y: number, x: number) =>
    image.get(Math.min(height - 1, Math.max(0, y)), Math.min(width - 1, Math.max(0, x)));
  return draw(height, width, degrees, (v, u) => {
    const [y, x] = [v + (height - 1) / 2, u + (width - 1) / 2];
    const [top, left] = [Math.floor(y), Math.floor(x)];
    const [down, right] = [y - top, x - left];
    const upper = (1 - right) * at(top, left) + right * at(top, left + 1);
    const lower = (1 - right) * at(top + 1, left) + right * at(top + 1, left + 1);
    return (1 - down) * upper + down * lower;
  });
}

type Scene = (v: number, u: number) => number;

/**
 * A picture whose pixels come from a scene turned clockwise about its middle; the scene is asked at (down, right).
 * `within` says where in each pixel, from its middle.
 */
function draw(height: number, width: number, degrees: number, scene: Scene, within = [0, 0]) {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const data = new Float64Array(height * width);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [y, x] = [row - (height - 1) / 2 + within[0], column - (width - 1) / 2 + within[1]];
      data[row * width + column] = scene(cos * y - sin * x, cos * x + sin * y);
    }
  }
  return toNdarray(ndarray(data, [height, width]), "picture");
}

function photographSheet(degrees: number): Picture {
  const random = randomGenerator(6);
  const sharp = Array.from({ length: SAMPLES }, (_, k) => {
    // Each sample of a pixel has a height and a breadth of its own, so that edges are as soft as a camera's.
    const [down, right] = [(k + 0.5) / SAMPLES - 0.5, (((k * 7) % SAMPLES) + 0.5) / SAMPLES - 0.5];
    return draw(HEIGHT, WIDTH, degrees, sheetAt, [down, right]).data;
  });
  const data = new Float64Array(HEIGHT * WIDTH);
  for (let i = 0; i < data.length; i++) {
    const [row, column] = [Math.floor(i / WIDTH), i % WIDTH];
    const mean = sharp.reduce((sum, samples) => sum + samples[i], 0) / SAMPLES;
    const light = 1.1 - 0.5 * (column / WIDTH) - 0.2 * (row / HEIGHT);
    data[i] = Math.min(255, Math.max(0, Math.round(light * mean + random.normal(0, 4))));
  }
  return toNdarray(ndarray(data, [HEIGHT, WIDTH]), "page");
}

/** Brightness of table, paper, rule or ink at a place of the sheet. */
function sheetAt(v: number, u: number): number {
  if (Math.abs(v) > HALF_HEIGHT || Math.abs(u) > HALF_WIDTH) return TABLE;
  const line = LINES.findIndex((rule) => v <= rule + 1);
  if (line < 0 || Math.abs(u) > HALF_WIDTH - 15) return PAPER;
  const above = LINES[line] - v;
  if (above < 1) return RULE;
  const place = Math.floor((u + HALF_WIDTH - 15) / (DIGIT - 3));
  const [y, x] = [Math.floor(DIGIT - above), Math.floor((u + HALF_WIDTH - 15) % (DIGIT - 3)) + 1];
  if (y < 0 || place > 11) return PAPER;
  const ink = digits.get(line * 12 + place, y, x, 0) / 255;
  return PAPER + ink * (INK - PAPER);
}
