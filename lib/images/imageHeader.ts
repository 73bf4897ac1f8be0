import { gifHeader } from "./gifHeader.js";
import { jpegHeader } from "./jpegHeader.js";
import { pngHeader } from "./pngHeader.js";

/** What the first bytes of a picture tell, before anything is decoded. */
export interface ImageHeader {
  mimeType: "image/png" | "image/jpeg" | "image/gif";
  width: number;
  height: number;
  /** Whether the file is grey; undefined where only its colours can tell. */
  gray?: boolean;
  /** How a camera was held, 1 to 8 as EXIF counts; 1 is upright. */
  orientation: number;
  /** Looks through the data, and gives the bytes to decode: what the first picture needs. Throws where it is damaged. */
  decodable(): Buffer;
}

/** Other things that people take for pictures we can read: name, first bytes, and the place of those bytes. */
const FOREIGN: readonly (readonly [name: string, signature: string, at: number])[] = [
  ["a BMP picture", "BM", 0],
  ["a WebP picture", "WEBP", 8],
  ["a TIFF picture", "II*\0", 0],
  ["a TIFF picture", "MM\0*", 0],
  ["an AVIF picture", "ftypavi", 4],
  ["a HEIC picture (as iPhones take them)", "ftyphe", 4],
  ["a HEIC picture (as iPhones take them)", "ftypmif1", 4],
  ["a HEIC picture (as iPhones take them)", "ftypmsf1", 4],
  ["a video", "ftyp", 4],
  ["a JPEG 2000 picture", "\0\0\0\fjP  ", 0],
  ["a JPEG XL picture", "\0\0\0\fJXL ", 0],
  ["a JPEG XL picture", "\xff\n", 0],
  ["an icon", "\0\0\u0001\0", 0],
  ["a Photoshop picture", "8BPS", 0],
  ["a PDF document", "%PDF", 0],
  ["a ZIP archive", "PK\u0003\u0004", 0],
];

/**
 * Reads a picture's kind, by its first bytes and not by its name, and its size.
 *
 * @param name - what to call it in error messages
 * @throws {Error} no bytes, another kind of file (the message names it), or a damaged header
 */
export function imageHeader(bytes: Buffer, name: string): ImageHeader {
  if (bytes.length === 0) throw new Error(`${name} is empty: it has 0 bytes. Download or copy it again.`);
  const begins = bytes.toString("latin1", 0, 16);
  if (begins.startsWith("\x89PNG\r\n\x1a\n")) return pngHeader(bytes, name);
  if (begins.startsWith("\xff\xd8\xff")) return jpegHeader(bytes, name);
  if (/^GIF8[79]a/.test(begins)) return gifHeader(bytes, name);
  throw new Error(`${name} is ${foreignKind(bytes)}; loadImage reads PNG, JPEG and GIF. Save it as one of those.`);
}

function foreignKind(bytes: Buffer): string {
  for (const [kind, signature, at] of FOREIGN) {
    if (bytes.toString("latin1", at, at + signature.length) === signature) return kind;
  }
  const text = bytes.toString("latin1", 0, 1000);
  if (/<svg[\s>]/i.test(text)) return "an SVG drawing";
  if (/^\s*<(!doctype html|html|head|body)/i.test(text)) return "a web page, not the picture itself";
  if (text.startsWith("version https://git-lfs")) return "a Git LFS pointer, not the picture itself";
  return `no picture that is known here: it begins with the bytes ${bytes.subarray(0, 4).toString("hex")}`;
}
