import { exifOrientation } from "./exifOrientation.js";
import type { ImageHeader } from "./imageHeader.js";

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;

/** Frame markers: C0 to CF without the tables C4, C8 and CC. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand alone, without a length: TEM, RST0 to RST7, SOI. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Reads a JPEG's size, colours and camera orientation, and looks for the end of its data.
 *
 * @throws {Error} the file is cut off, has no frame, or holds the four inks of a printer (CMYK)
 * @see ITU-T T.81 (1992), annex B
 */
export function jpegHeader(bytes: Buffer, name: string): ImageHeader {
  let frame: { width: number; height: number; components: number } | undefined;
  let orientation = 1;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (at + 4 > bytes.length) throw new Error(`${name} is cut off: the JPEG ends before its picture`);
    if (bytes[at] !== 0xff) throw new Error(`${name} is damaged: no JPEG marker at byte ${at}`);
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + (isAlone(marker) ? 0 : bytes.readUInt16BE(at + 2));
    if (isFrame(marker) && end <= bytes.length) frame = readFrame(bytes.subarray(at + 4, end));
    if (marker === APP1) orientation = exifOrientation(bytes.subarray(at + 4, end)) ?? orientation;
    at = end;
  }
  if (!frame) throw new Error(`${name} is damaged: the JPEG does not tell its size`);
  if (frame.components === 4) throw new Error(`${name} is a JPEG in printing inks (CMYK). Save it in RGB.`);
  if (!bytes.includes("ffd9", at, "hex")) throw new Error(`${name} is cut off: the end of the JPEG is missing`);
  const { width, height, components } = frame;
  return { mimeType: "image/jpeg", width, height, gray: components === 1, orientation, bytes };
}

function readFrame(segment: Buffer): { width: number; height: number; components: number } | undefined {
  if (segment.length < 6) return undefined;
  return { height: segment.readUInt16BE(1), width: segment.readUInt16BE(3), components: segment[5] };
}
