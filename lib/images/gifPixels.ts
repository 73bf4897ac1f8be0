import { cutOff, damaged } from "./pictureError.js";

const MOST_BITS = 12;
const MOST_CODES = 2 ** MOST_BITS;
/** Starting anew before any pixel makes no sense more than once or twice. */
const MOST_IDLE_CLEARS = 16;

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
  let [next, before, found, clears, width] = [clear + 2, 0, 0, 0, bits + 1];
  const codes = codesOf(bytes, start);
  for (;;) {
    const code = codes(width);
    if (code === undefined || code === clear + 1) break;
    if (code === clear) {
      if (clears++ > found + MOST_IDLE_CLEARS) throw damaged(name, "the GIF has codes without pixels");
      [next, before, width] = [clear + 2, 0, bits + 1];
      continue;
    }
    if (before > 0 && next < MOST_CODES) {
      lengths[next++] = before + 1;
      if (next === 2 ** width && width < MOST_BITS) width++;
    }
    if (code >= next) throw damaged(name, "the GIF's pixels cannot be unpacked");
    if (code < clear && code >= colours) throw damaged(name, `the GIF uses colour ${code} of ${colours}`);
    before = lengths[code];
    found += before;
    if (found > pixels) throw damaged(name, "the GIF holds more pixels than its size needs");
  }
  if (found < pixels) throw cutOff(name, `the GIF has ${found} pixels of ${pixels}`);
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
