import ndarray from "ndarray";
import { type ArrayInput, checkOptions, type Float64NdArray, wholeNumber } from "../arrays/index.js";
import { gaussianFilter } from "../filters/index.js";
import { crop as cutOut } from "../images/index.js";
import { readBatch, writeBatch } from "../layers/batch.js";
import { type RandomGenerator, randomGenerator } from "../signals/index.js";
import { type AugmentOptions, CHANGES, type Changes, readChanges } from "./augmentOptions.js";
import { type PictureShape, type Warp, warpPicture } from "./warpPicture.js";

/**
 * Changes each picture a little, by chance, as a new photograph of the same thing would differ: what a network learns
 * from such pictures depends less on place, size or light. The class of a picture must survive the change.
 *
 * In this order: turned over, turned, scaled and shifted (in one step, with bilinear interpolation), cut out, blurred,
 * made brighter or darker. Every amount is equally likely up to the given one, to either side.
 *
 * @param input - [n, height, width, channels], one picture [height, width, channels] or one plane [height, width],
 *   values 0 to 255; not modified
 * @param options.flip - `"horizontal"`, `"vertical"` or `"both"`: each with a chance of one half. Default: never.
 * @param options.rotation - degrees, 0 to 180; Keras counts in whole turns
 * @param options.zoom - share of the size, below 1
 * @param options.translation - share of the side, 0 to 1; or that of the height and that of the width
 * @param options.crop - pixels: the side, or height and width, of a piece that is cut out at a random place
 * @param options.blur - standard deviation in pixels
 * @param options.brightness - share of 255, 0 to 1
 * @param options.boundary - what stands around the picture, as in `gaussianFilter`; default `"reflect"`
 * @param options.fillValue - for boundary `"constant"`; default 0
 * @param options.seed - another seed gives other changes; default 0
 * @returns same rank, and same shape but for `crop`; a new array
 * @throws {RangeError} an option out of range, a piece larger than the picture, a wrong shape, non-finite pixels
 * @example augment(images, { flip: "horizontal", translation: 0.1, seed: epoch })
 * @see Keras's RandomFlip, RandomRotation, RandomZoom, RandomTranslation, RandomCrop and RandomBrightness
 */
export function augment(input: ArrayInput, options: AugmentOptions & { seed?: number }): Float64NdArray {
  const { seed = 0, ...wanted } = checkOptions(options, "augment", [...CHANGES, "seed"]);
  const changes = readChanges(wanted, "augment");
  const batch = readBatch(input, { shared: true });
  const [height, width] = changes.crop ?? [batch.height, batch.width];
  if (height > batch.height || width > batch.width) {
    throw new RangeError(`\`crop\` [${height}, ${width}] is larger than the picture [${batch.height}, ${batch.width}]`);
  }
  const random = randomGenerator(wholeNumber(seed, "seed", 0));
  const size = batch.height * batch.width * batch.channels;
  const data = new Float64Array(batch.count * height * width * batch.channels);
  for (let i = 0; i < batch.count; i++) {
    const picture = change(batch.data.subarray(i * size, (i + 1) * size), batch, changes, random);
    data.set(picture, i * picture.length);
  }
  return writeBatch({ ...batch, data, height, width });
}

function change(from: Float64Array, shape: PictureShape, changes: Changes, random: RandomGenerator): Float64Array {
  const moved = new Float64Array(from.length);
  warpPicture(from, moved, shape, drawWarp(shape, changes, random), changes);
  const piece = cutPiece(moved, shape, changes.crop, random);
  const sigma = random.uniform(0, changes.blur);
  const { boundary, fillValue } = changes;
  const { data } = sigma > 0 ? gaussianFilter(piece, { sigma, boundary, fillValue }) : piece;
  const brighter = 255 * random.uniform(-changes.brightness, changes.brightness);
  return brighter === 0 ? data : data.map((value) => Math.min(255, Math.max(0, value + brighter)));
}

function drawWarp({ height, width }: PictureShape, changes: Changes, random: RandomGenerator): Warp {
  const { flip, rotation, zoom, translation } = changes;
  const turn = (axis: string) => (random.uniform() < 0.5 && (flip === axis || flip === "both") ? -1 : 1);
  return {
    turnedOver: [turn("vertical"), turn("horizontal")],
    angle: (random.uniform(-rotation, rotation) * Math.PI) / 180,
    scale: random.uniform(1 - zoom, 1 + zoom),
    shift: [random.uniform(-1, 1) * translation[0] * height, random.uniform(-1, 1) * translation[1] * width],
  };
}

function cutPiece(data: Float64Array, shape: PictureShape, size: Changes["crop"], random: RandomGenerator) {
  const picture = ndarray(data, [shape.height, shape.width, shape.channels]);
  if (size === undefined) return picture;
  const [height, width] = size;
  const top = random.integer(0, shape.height - height);
  return cutOut(picture, { top, left: random.integer(0, shape.width - width), height, width });
}
