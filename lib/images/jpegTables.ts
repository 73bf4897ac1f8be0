import { damaged } from "./pictureError.js";

const BITS = 16;

/**
 * Checks the tables of Huffman's code in a segment of a JPEG: as many codes as bits allow, at most 256 of them, and
 * none for a number that cannot occur.
 *
 * @param segment - its content, after marker and length
 * @throws {Error} tables that no code can have
 * @see ITU-T T.81 (1992), B.2.4.2 and annex C
 */
export function checkHuffman(segment: Buffer, name: string): void {
  const wrong = (what: string) => damaged(name, `a code table of the JPEG ${what}`);
  let at = 0;
  while (at < segment.length) {
    const [kind, table] = [segment[at] >> 4, segment[at] & 15];
    const counts = segment.subarray(at + 1, at + 1 + BITS);
    const total = counts.reduce((sum, count) => sum + count, 0);
    const values = segment.subarray(at + 1 + BITS, at + 1 + BITS + total);
    if (kind > 1 || table > 3) throw wrong("has a number that does not exist");
    if (counts.length < BITS || values.length < total || total > 256) throw wrong("has a wrong length");
    if (!fits(counts)) throw wrong("has more codes than bits allow");
    if (kind === 0 && values.some((value) => value > 15)) throw wrong("has a value that cannot occur");
    at += 1 + BITS + total;
  }
}

/** Whether so many codes of 1, 2, 3 … bits exist; the one of ones only must stay free. */
function fits(counts: Uint8Array): boolean {
  let next = 0;
  for (const [i, count] of counts.entries()) {
    next += count;
    if (next >= 2 ** (i + 1)) return false;
    next *= 2;
  }
  return true;
}

/**
 * Checks the tables of quantisation in a segment of a JPEG.
 *
 * @param segment - its content, after marker and length
 * @throws {Error} an unknown table, or one that is cut short
 * @see ITU-T T.81 (1992), B.2.4.1
 */
export function checkQuantisation(segment: Buffer, name: string): void {
  let at = 0;
  while (at < segment.length) {
    const [precision, table] = [segment[at] >> 4, segment[at] & 15];
    at += 1 + 64 * (precision + 1);
    if (precision > 1 || table > 3 || at > segment.length) {
      throw damaged(name, "a table of the JPEG that scales its details is wrong");
    }
  }
}
