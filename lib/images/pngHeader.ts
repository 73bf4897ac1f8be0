import type { ImageHeader } from "./imageHeader.js";

const SIGNATURE_BYTES = 8;
const CHUNK_FRAME_BYTES = 12;
const HEADER_END = 33;

/**
 * Reads a PNG's size and colour type, and walks its chunks to see that it is whole.
 *
 * @throws {Error} the file is cut off or has no proper header
 * @see W3C, Portable Network Graphics (PNG) Specification, third edition (2025), sections 5 and 11
 */
export function pngHeader(bytes: Buffer, name: string): ImageHeader {
  if (bytes.length < HEADER_END) throw new Error(`${name} is cut off: it has only ${bytes.length} bytes of a PNG`);
  if (bytes.toString("latin1", 12, 16) !== "IHDR") throw new Error(`${name} is damaged: its PNG header is missing`);
  let at = SIGNATURE_BYTES;
  while (bytes.toString("latin1", at + 4, at + 8) !== "IEND") {
    if (at + 8 > bytes.length) throw new Error(`${name} is cut off: the end of the PNG is missing`);
    at += CHUNK_FRAME_BYTES + bytes.readUInt32BE(at);
  }
  const colorType = bytes[25];
  return {
    mimeType: "image/png",
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    gray: colorType === 0 || colorType === 4,
    orientation: 1,
    bytes,
  };
}
