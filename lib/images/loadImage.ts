import ndarray, { type NdArray } from "ndarray";
import { checkOptions, type Float64NdArray, positiveNumber, readable, wholeNumber } from "../arrays/index.js";
import { decodePixels } from "./decodePixels.js";
import { imageHeader } from "./imageHeader.js";
import { damaged } from "./pictureError.js";
import { type ImageSource, readSource } from "./readSource.js";
import { upright } from "./upright.js";

/** Limits for `loadImage`. */
export interface LoadImageOptions {
  /** The most pixels that are decoded; default 16,000,000, which takes 400 MB as an array of colours. */
  maxPixels?: number;
  /** How long downloading and decoding may each take, in seconds; default 30. */
  seconds?: number;
}

/**
 * Loads a picture: PNG, JPEG or GIF (of an animation the first picture). Its first bytes tell which, not its name.
 *
 * Transparent parts are laid over white, 16-bit values become 8-bit, and a photograph is turned upright as its camera
 * noted (EXIF).
 *
 * @param source - a path (from the notebook's folder), an http, https, file or data address, a Buffer or other bytes
 * @returns [height, width] for a grey file, else [height, width, 3] in red, green, blue; 0 (black) to 255
 * @throws {Error} a missing, empty, cut off, too large or foreign file, no network; the message says which and what to do
 * @throws {TypeError} a source that is neither text nor bytes
 * @throws {RangeError} an option out of range
 * @example const photo = await loadImage("photo.jpg")
 */
export async function loadImage(source: ImageSource, options: LoadImageOptions = {}): Promise<Float64NdArray> {
  const given = checkOptions(options, "loadImage", ["maxPixels", "seconds"]);
  const maxPixels = wholeNumber(given.maxPixels ?? 16_000_000, "maxPixels", 1);
  const seconds = positiveNumber(given.seconds ?? 30, "seconds");
  const { bytes, name } = await readSource(source, seconds);
  const header = imageHeader(bytes, name);
  const { width, height } = header;
  if (width < 1 || height < 1) throw damaged(name, `its size is ${width} × ${height}`);
  if (width * height > maxPixels) {
    const count = (width * height).toLocaleString("en");
    throw new Error(
      `${name} has ${width} × ${height} = ${count} pixels, more than the ${maxPixels.toLocaleString("en")} allowed. Make it smaller, or raise \`maxPixels\`.`,
    );
  }
  const pixels = await decodePixels(header, name, seconds);
  return upright(overWhite(pixels, header.gray ?? isGray(pixels)), header.orientation);
}

/** Bytes of [width, height, 4] as doubles of [height, width] or [height, width, 3], blended with white. */
function overWhite({ data, shape, stride, offset }: NdArray<Uint8Array>, gray: boolean): Float64NdArray {
  const [width, height] = shape;
  const channels = gray ? 1 : 3;
  const out = new Float64Array(height * width * channels);
  let written = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = offset + x * stride[0] + y * stride[1];
      const opacity = data[at + 3 * stride[2]] / 255;
      for (let c = 0; c < channels; c++) out[written++] = 255 + (data[at + c * stride[2]] - 255) * opacity;
    }
  }
  return readable(ndarray(out, gray ? [height, width] : [height, width, 3]));
}

function isGray({ data, shape, stride, offset }: NdArray<Uint8Array>): boolean {
  for (let x = 0; x < shape[0]; x++) {
    for (let y = 0; y < shape[1]; y++) {
      const at = offset + x * stride[0] + y * stride[1];
      if (data[at] !== data[at + stride[2]] || data[at] !== data[at + 2 * stride[2]]) return false;
    }
  }
  return true;
}
