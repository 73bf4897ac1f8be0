import type { JpegFrame } from "./jpegFrame.js";
import { blocksOf, checkScan, unitsOf } from "./jpegScan.js";
import { checkHuffman, checkQuantisation } from "./jpegTables.js";
import { cutOff, damaged } from "./pictureError.js";

const SCAN = 0xda;
const END = 0xd9;
const RESTART_INTERVAL = 0xdd;
const HUFFMAN = 0xc4;
const QUANTISATION = 0xdb;
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7;

/** Programs write about ten; each takes as long as a whole picture, so thousands would be a trap. */
const MOST_SCANS = 30;

/**
 * A JPEG up to its end, after a look at its tables and scans. Every block of 8 × 8 pixels takes one bit at least, so
 * a small file cannot claim a huge picture. What follows the end, such as a second picture, is left out.
 *
 * @throws {Error} no end, tables or scans that cannot be, too little data, missing restarts, or too many scans
 * @see ITU-T T.81 (1992), annex B
 */
export function wholeJpeg(bytes: Buffer, frame: JpegFrame, name: string): Buffer {
  let [interval, scans, size] = [0, 0, 0];
  let at = 2;
  for (;;) {
    const { marker, segment, end } = segmentAt(bytes, at, name);
    at = end;
    if (marker === END) break;
    if (marker === RESTART_INTERVAL && segment.length > 1) interval = segment.readUInt16BE(0);
    if (marker === HUFFMAN) checkHuffman(segment, name);
    if (marker === QUANTISATION) checkQuantisation(segment, name);
    if (marker !== SCAN) continue;
    if (++scans > MOST_SCANS) throw damaged(name, `the JPEG has more than ${MOST_SCANS} scans`);
    const components = checkScan(segment, frame, name);
    const data = scanData(bytes, end);
    const restarts = interval === 0 ? 0 : Math.ceil(unitsOf(components, frame) / interval) - 1;
    if (data.restarts !== restarts) throw damaged(name, "parts of the JPEG are missing");
    size += data.end - end;
    at = data.end;
  }
  if (8 * size < blocksOf(frame)) {
    throw damaged(name, `the JPEG has too little data for ${frame.width} × ${frame.height} pixels`);
  }
  return bytes.subarray(0, at);
}

/** A marker, the content of its segment, and where the segment ends. Bytes FF before a marker are fill. */
function segmentAt(bytes: Buffer, start: number, name: string): { marker: number; segment: Buffer; end: number } {
  let at = start;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
  const marker = bytes[at + 1];
  if (at + 2 > bytes.length) throw cutOff(name, "the end of the JPEG is missing");
  if (bytes[at] !== 0xff || marker < 0xc0) throw damaged(name, `no JPEG marker at byte ${at}`);
  if (marker === END) return { marker, segment: bytes.subarray(0, 0), end: at + 2 };
  if (at + 4 > bytes.length) throw cutOff(name, "the end of the JPEG is missing");
  const end = at + 2 + bytes.readUInt16BE(at + 2);
  if (end < at + 4) throw damaged(name, `the JPEG's part at byte ${at} has no length`);
  return { marker, segment: bytes.subarray(at + 4, end), end };
}

/** Where the compressed data ends, that is, at a marker other than a restart, and how many restarts there are. */
function scanData(bytes: Buffer, start: number): { end: number; restarts: number } {
  let restarts = 0;
  let end = bytes.indexOf(0xff, start);
  for (; end >= 0; end = bytes.indexOf(0xff, end + 1)) {
    const next = bytes[end + 1];
    if (isRestart(next)) restarts++;
    else if (next !== 0 && next !== 0xff) break;
  }
  return { end: end < 0 ? bytes.length : end, restarts };
}
