import { inflateSync } from "node:zlib";
import ndarray from "ndarray";
import { type Float64NdArray, readable } from "../arrays/index.js";
import { PNG_SIGNATURE } from "./encodePng.js";
import { unfilterRows } from "./pngFilters.js";

/**
 * Reads a PNG file that `encodePng` wrote: 8 bits, grey or red, green and blue. For any other use `loadImage`.
 *
 * @returns [height, width] or [height, width, 3], 0 to 255
 * @throws {Error} another kind of PNG
 */
export function decodePng(bytes: Buffer): Float64NdArray {
  const content: Buffer[] = [];
  for (let at = PNG_SIGNATURE.length; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const end = at + 8 + bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") content.push(bytes.subarray(at + 8, end));
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const [bits, colorType, , , interlaced] = bytes.subarray(24, 29);
  if (bits !== 8 || (colorType !== 0 && colorType !== 2) || interlaced) {
    throw new Error(`This PNG has ${bits} bits and colour type ${colorType}, which encodePng does not write`);
  }
  const channels = colorType === 2 ? 3 : 1;
  const rows = unfilterRows(inflateSync(Buffer.concat(content)), width * channels, channels);
  return readable(ndarray(Float64Array.from(rows), channels === 3 ? [height, width, 3] : [height, width]));
}
