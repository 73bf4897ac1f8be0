import { inflateSync } from "node:zlib";
import { chunk, PNG_SIGNATURE } from "./encodePng.js";
import { cutOff, damaged } from "./pictureError.js";
import type { PngChunk } from "./pngHeader.js";

/** What a PNG's header says. */
export interface PngKind {
  width: number;
  height: number;
  bits: number;
  colorType: number;
  interlaced: boolean;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const FILTER_TYPES = 5;
const PALETTE = 3;

/** First column and row, and the steps, of the seven pictures that an interlaced one is sent as (Adam7). */
const PASSES: readonly (readonly [x: number, y: number, dx: number, dy: number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

/**
 * A PNG with only the chunks that its pixels need, after unpacking its data to see that they are all there.
 * Unpacking stops at the size that the header tells, so data that would fill the memory does not.
 *
 * @throws {Error} missing, unreadable, too few or too many pixels, or a palette of a wrong size
 */
export function wholePng(chunks: readonly PngChunk[], kind: PngKind, name: string): Buffer {
  const ofType = (type: string) => chunks.filter((chunk) => chunk.type === type);
  const parts = ofType("IDAT").map(({ content }) => content);
  if (parts.length === 0) throw damaged(name, "the PNG has no pixels (IDAT)");
  const data = { type: "IDAT", content: Buffer.concat(parts) };
  checkRows(unpack(data.content, kind, name), kind, name);
  const colours = checkColours(ofType("PLTE"), ofType("tRNS"), kind, name);
  const used = [chunks[0], ...colours, data, chunks[chunks.length - 1]];
  return Buffer.concat([PNG_SIGNATURE, ...used.map(({ type, content }) => chunk(type, content))]);
}

/** Width and height of each picture that is sent: one, or up to seven. */
function passes({ width, height, interlaced }: PngKind): { width: number; height: number }[] {
  if (!interlaced) return [{ width, height }];
  return PASSES.map(([x, y, dx, dy]) => ({
    width: Math.ceil((width - x) / dx),
    height: Math.ceil((height - y) / dy),
  })).filter((pass) => pass.width > 0 && pass.height > 0);
}

/** Bytes of a row of pixels, with the byte before it that names its filter. */
function rowBytes(width: number, { bits, colorType }: PngKind): number {
  return 1 + Math.ceil((width * bits * CHANNELS[colorType]) / 8);
}

function unpack(data: Buffer, kind: PngKind, name: string): Buffer {
  const expected = passes(kind).reduce((sum, { width, height }) => sum + height * rowBytes(width, kind), 0);
  let rows: Buffer;
  try {
    rows = inflateSync(data, { maxOutputLength: expected });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ERR_BUFFER_TOO_LARGE") throw damaged(name, "the PNG holds more data than its size needs");
    if (code === "Z_BUF_ERROR") throw cutOff(name, "the PNG's pixels end too early");
    throw damaged(name, "the PNG's pixels cannot be unpacked");
  }
  if (rows.length < expected) throw damaged(name, "the PNG holds fewer pixels than its size needs");
  return rows;
}

function checkRows(rows: Buffer, kind: PngKind, name: string): void {
  let at = 0;
  for (const { width, height } of passes(kind)) {
    const bytes = rowBytes(width, kind);
    for (let y = 0; y < height; y++, at += bytes) {
      if (rows[at] >= FILTER_TYPES)
        throw damaged(name, `a row of the PNG has filter ${rows[at]}, which does not exist`);
    }
  }
}

/** The palette and the transparent colours, where the colour type has them. */
function checkColours(palettes: PngChunk[], transparent: PngChunk[], kind: PngKind, name: string): PngChunk[] {
  const { colorType } = kind;
  const entries = (palettes[0]?.content.length ?? 0) / 3;
  if (colorType === PALETTE && (entries < 1 || entries > 2 ** kind.bits || entries % 1 !== 0)) {
    throw damaged(name, `the PNG's palette has ${palettes[0]?.content.length ?? 0} bytes`);
  }
  const palette = colorType === PALETTE ? [palettes[0]] : [];
  const [clear] = transparent;
  if (clear === undefined || colorType > PALETTE) return palette;
  const { length } = clear.content;
  const fits = colorType === PALETTE ? length <= entries : length === 2 * CHANNELS[colorType];
  if (!fits) throw damaged(name, `the PNG's list of transparent colours has ${length} bytes`);
  return [...palette, clear];
}
