import { crc32 } from "node:zlib";
import type { ImageHeader } from "./imageHeader.js";
import { cutOff, damaged } from "./pictureError.js";
import { type PngKind, wholePng } from "./wholePng.js";

const SIGNATURE_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;
const HEADER_START = 16;
const HEADER_END = 33;

/** Chunks that decide what is seen; all others, such as comments and colour profiles, are left out unread. */
const USED = ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"];

/** The bits of a sample that each colour type allows. */
const BITS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/** A chunk's name and content. */
export interface PngChunk {
  type: string;
  content: Buffer;
}

/**
 * Reads a PNG's size and colour type; `decodable` walks its chunks to see that it is whole and its checksums right.
 *
 * @throws {Error} the file is cut off or damaged, or has no proper header
 * @see W3C, Portable Network Graphics (PNG) Specification, third edition (2025), sections 5 and 11
 */
export function pngHeader(bytes: Buffer, name: string): ImageHeader {
  if (bytes.length < HEADER_END) throw cutOff(name, `it has only ${bytes.length} bytes of a PNG`);
  if (bytes.toString("latin1", 12, 16) !== "IHDR") throw damaged(name, "its PNG header is missing");
  const kind = readKind(bytes.subarray(HEADER_START, HEADER_START + bytes.readUInt32BE(SIGNATURE_BYTES)), name);
  return {
    mimeType: "image/png",
    width: kind.width,
    height: kind.height,
    gray: kind.colorType === 0 || kind.colorType === 4,
    orientation: 1,
    decodable: () => wholePng(usedChunks(bytes, name), kind, name),
  };
}

/** The chunks that pixels need, after a look at every chunk's place and at their checksums. */
function usedChunks(bytes: Buffer, name: string): PngChunk[] {
  const chunks: PngChunk[] = [];
  let at = SIGNATURE_BYTES;
  while (chunks.at(-1)?.type !== "IEND") {
    if (at + 8 > bytes.length) throw cutOff(name, "the end of the PNG is missing");
    const end = at + CHUNK_FRAME_BYTES + bytes.readUInt32BE(at);
    const type = bytes.toString("latin1", at + 4, at + 8);
    if (!/^[a-z]{4}$/i.test(type)) throw damaged(name, `no chunk of a PNG begins at byte ${at}`);
    if (end > bytes.length) throw cutOff(name, `the PNG's chunk ${type} should end at byte ${end} of ${bytes.length}`);
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) {
      throw damaged(name, `the checksum of its PNG chunk ${type} is wrong`);
    }
    if (USED.includes(type)) {
      chunks.push({ type, content: bytes.subarray(at + 8, end - 4) });
    } else if (/^[A-Z]/.test(type)) throw damaged(name, `the PNG needs a chunk ${type}, which no reader knows`);
    at = end;
  }
  return chunks;
}

function readKind(header: Buffer, name: string): PngKind {
  if (header.length !== 13) throw damaged(name, `its PNG header has ${header.length} bytes and not 13`);
  const [bits, colorType, compression, filter, interlace] = header.subarray(8);
  if (!BITS[colorType]?.includes(bits)) {
    throw damaged(name, `no PNG has colour type ${colorType} with ${bits} bits`);
  }
  if (compression !== 0 || filter !== 0 || interlace > 1) {
    throw damaged(name, "its PNG header names a compression, filter or interlacing that does not exist");
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return { width, height, bits, colorType, interlaced: interlace === 1 };
}
