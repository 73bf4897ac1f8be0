import { cutOff, damaged } from "./pictureError.js";

const MOST_CODES = 4096;

/**
 * Follows the compressed data of a GIF's picture without writing pixels, to see that there are as many as its size
 * needs and that each has a colour.
 *
 * @param start - the byte that tells the size of the first codes; blocks of data follow
 * @param pixels - how many there must be
 * @param colours - how many colours the table has
 * @throws {Error} too few or too many pixels, a code that stands for nothing, or a colour that the table lacks
 * @see Welch, A Technique for High-Performance Data Compression (1984)
 */
export function gifPixels(bytes: Buffer, start: number, pixels: number, colours: number, name: string): void {
  const bits = bytes[start];
  if (bits < 1 || bits > 8) throw damaged(name, `the GIF's codes begin with ${bits} bits`);
  const clear = 2 ** bits;
  /** Pixels that each code stands for. */
  const lengths = new Uint32Array(MOST_CODES).fill(1, 0, clear);
  let [next, before, found] = [clear + 2, 0, 0];
  const codes = codesOf(bytes, start);
  for (;;) {
    const code = codes(widthOf(next, bits));
    if (code === undefined || code === clear + 1) break;
    if (code === clear) {
      [next, before] = [clear + 2, 0];
      continue;
    }
    if (before > 0 && next < MOST_CODES) lengths[next++] = before + 1;
    if (code >= next) throw damaged(name, "the GIF's pixels cannot be unpacked");
    if (code < clear && code >= colours) throw damaged(name, `the GIF uses colour ${code} of ${colours}`);
    before = lengths[code];
    found += before;
    if (found > pixels) throw damaged(name, "the GIF holds more pixels than its size needs");
  }
  if (found < pixels) throw cutOff(name, `the GIF has ${found} pixels of ${pixels}`);
}

/** Bits of the next code: as many as the largest code that there will be, at most 12. */
function widthOf(next: number, bits: number): number {
  return Math.min(12, Math.max(bits + 1, Math.floor(Math.log2(next)) + 1));
}

/** Reads codes of any width from blocks, each with its length before it; undefined at their end. */
function codesOf(bytes: Buffer, start: number): (width: number) => number | undefined {
  let at = start + 1;
  let [left, held, count] = [0, 0, 0];
  return (width) => {
    while (count < width) {
      if (left === 0) left = bytes[at++];
      if (!left) return undefined;
      held |= bytes[at++] << count;
      count += 8;
      left--;
    }
    const code = held & (2 ** width - 1);
    held >>= width;
    count -= width;
    return code;
  };
}
