import { exifOrientation } from "./exifOrientation.js";
import type { ImageHeader } from "./imageHeader.js";
import { type JpegFrame, jpegFrame } from "./jpegFrame.js";
import { cutOff, damaged } from "./pictureError.js";
import { wholeJpeg } from "./wholeJpeg.js";

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const ADOBE = 0xee;

/** Frame markers: C0 to CF without the tables C4 and CC, and C8. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Markers that stand alone, without a length: TEM, RST0 to RST7, SOI. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);

/**
 * Reads a JPEG's size, colours and camera orientation.
 *
 * @throws {Error} the file is cut off or damaged, or its colours or compression are ones that few programs write
 * @see ITU-T T.81 (1992), annex B
 */
export function jpegHeader(bytes: Buffer, name: string): ImageHeader {
  let frame: JpegFrame | undefined;
  let orientation = 1;
  let transform: number | undefined;
  let at = 2;
  for (;;) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
    const marker = bytes[at + 1];
    if (at + 4 > bytes.length) throw cutOff(name, "the JPEG ends before its picture");
    if (bytes[at] !== 0xff) throw damaged(name, `no JPEG marker at byte ${at}`);
    if (marker === START_OF_SCAN) break;
    const end = at + 2 + (isAlone(marker) ? 0 : bytes.readUInt16BE(at + 2));
    const segment = bytes.subarray(at + 4, end);
    if (isFrame(marker) && end <= bytes.length) {
      if (frame) throw damaged(name, "the JPEG tells its size twice");
      frame = jpegFrame(marker, segment, name);
    }
    if (marker === APP1) orientation = exifOrientation(segment) ?? orientation;
    if (marker === ADOBE && segment.toString("latin1", 0, 5) === "Adobe") transform = segment[11];
    at = end;
  }
  if (!frame) throw damaged(name, "the JPEG does not tell its size");
  checkColours(frame, transform, name);
  const { width, height } = frame;
  const decodable = () => wholeJpeg(bytes, frame, name);
  return { mimeType: "image/jpeg", width, height, gray: frame.components.length === 1, orientation, decodable };
}

function checkColours({ components }: JpegFrame, transform: number | undefined, name: string): void {
  if (components.length === 4) throw new Error(`${name} is a JPEG in printing inks (CMYK). Save it in RGB.`);
  const letters = String.fromCharCode(...components.map(({ id }) => id));
  if (components.length === 3 && (transform === 0 || letters === "RGB")) {
    throw new Error(`${name} is a JPEG that keeps red, green and blue as they are. Save it as a PNG or a usual JPEG.`);
  }
}
