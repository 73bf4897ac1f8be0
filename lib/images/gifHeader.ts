import { gifPixels } from "./gifPixels.js";
import type { ImageHeader } from "./imageHeader.js";
import { cutOff, damaged } from "./pictureError.js";

const TRAILER = 0x3b;
const EXTENSION = 0x21;
const IMAGE = 0x2c;

/**
 * Reads a GIF's size and cuts it off after its first picture, so that a long animation takes no memory.
 *
 * @throws {Error} the file is cut off, has no picture, or one that does not fit its screen
 * @see CompuServe, Graphics Interchange Format 89a (1990)
 */
export function gifHeader(bytes: Buffer, name: string): ImageHeader {
  const [width, height] = bytes.length < 13 ? [0, 0] : [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  const early = () => cutOff(name, "the GIF ends inside its first picture");
  let at = 13 + colorTable(bytes[10]);
  while (bytes[at] === EXTENSION) at = skipBlocks(bytes, at + 2);
  if (bytes[at] === TRAILER) throw new Error(`${name} is a GIF without a picture. Use another file.`);
  if (at + 10 > bytes.length) throw early();
  if (bytes[at] !== IMAGE) throw damaged(name, `no part of a GIF begins at byte ${at}`);
  const [left, top, across, down] = [1, 3, 5, 7].map((offset) => bytes.readUInt16LE(at + offset));
  if (left + across > width || top + down > height) {
    throw damaged(name, "the GIF's first picture is larger than its screen");
  }
  const flags = bytes[at + 9];
  const colours = (colorTable(flags) || colorTable(bytes[10])) / 3;
  if (colours === 0) throw damaged(name, "the GIF has no table of colours");
  const data = at + 10 + colorTable(flags);
  at = skipBlocks(bytes, data + 1);
  if (at > bytes.length) throw early();
  const first = Buffer.concat([bytes.subarray(0, at), Buffer.of(TRAILER)]);
  const decodable = () => {
    gifPixels(bytes, data, across * down, colours, name);
    return first;
  };
  return { mimeType: "image/gif", width, height, orientation: 1, decodable };
}

/** Bytes of the colour table that a flags byte announces. */
function colorTable(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 0x07) + 1) : 0;
}

/** The place after a chain of blocks, each with its length before it, that ends with a block of length 0. */
function skipBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while (bytes[at] > 0) at += 1 + bytes[at];
  return at < bytes.length ? at + 1 : Number.POSITIVE_INFINITY;
}
