import { crc32, deflateSync } from "node:zlib";
import { type ArrayInput, toNdarray } from "../arrays/index.js";
import { filterRows } from "./pngFilters.js";

/** The eight bytes that every PNG begins with. */
export const PNG_SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");

const GRAY = 0;
const RGB = 2;
const BITS = 8;

/**
 * Writes an image as the bytes of a PNG file. Values are rounded to whole numbers; below 0 they become 0, above 255, 255.
 *
 * @param image - [height, width] or [height, width, 3], 0 (black) to 255; not modified
 * @returns the file's bytes
 * @throws {RangeError} another shape, or non-finite pixels
 * @example writeFileSync("edges.png", encodePng(edges))
 * @see W3C, Portable Network Graphics (PNG) Specification, third edition (2025)
 */
export function encodePng(image: ArrayInput): Buffer {
  const { data, shape, dimension } = toNdarray(image, "image", { rank: [2, 3] });
  const [height, width, channels = 1] = shape;
  if (dimension === 3 && channels !== 3) {
    throw new RangeError(`\`image\` must have 3 channels (red, green, blue), got shape [${shape.join(", ")}]`);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, channels === 3 ? RGB : GRAY, 0, 0, 0], 8);
  const bytes = Uint8ClampedArray.from(data);
  const rows = filterRows({ bytes: new Uint8Array(bytes.buffer), stride: width * channels, bpp: channels });
  return Buffer.concat([
    PNG_SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A part of a PNG: length, name, content, and checksum of name and content. */
export function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, "latin1"), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
