import { damaged } from "./pictureError.js";

/** What a JPEG's frame header says. */
export interface JpegFrame {
  width: number;
  height: number;
  progressive: boolean;
  /** Brightness, or brightness and two colours, each with its blocks in a unit of the picture, across and down. */
  components: readonly { id: number; across: number; down: number }[];
}

/** The frames that are read: baseline, extended and progressive with Huffman's code. */
const READ = [0xc0, 0xc1, 0xc2];
const PROGRESSIVE = 0xc2;

/**
 * Reads the header of a JPEG's frame.
 *
 * @param segment - its content, after marker and length
 * @throws {Error} a kind of JPEG that is not read, or a header that contradicts itself
 * @see ITU-T T.81 (1992), B.2.2
 */
export function jpegFrame(marker: number, segment: Buffer, name: string): JpegFrame {
  if (!READ.includes(marker)) {
    throw new Error(`${name} is a rare kind of JPEG (lossless or arithmetic). Save it as a PNG or a usual JPEG.`);
  }
  const count = segment[5];
  if (segment.length !== 6 + 3 * count) throw damaged(name, "the JPEG's frame header has a wrong length");
  if (segment[0] !== 8) {
    throw new Error(`${name} is a JPEG with ${segment[0]} bits a colour. Save it with 8 bits.`);
  }
  if (![1, 3, 4].includes(count)) throw damaged(name, `the JPEG has ${count} colours`);
  const components = Array.from({ length: count }, (_, i) => {
    const [id, sampling] = segment.subarray(6 + 3 * i);
    return { id, across: sampling >> 4, down: sampling & 15 };
  });
  if (components.some(({ across, down }) => Math.min(across, down) < 1 || Math.max(across, down) > 4)) {
    throw damaged(name, "the JPEG's frame header has an impossible sampling");
  }
  if (new Set(components.map(({ id }) => id)).size < count) throw damaged(name, "two colours of the JPEG are the same");
  const [height, width] = [segment.readUInt16BE(1), segment.readUInt16BE(3)];
  return { width, height, progressive: marker === PROGRESSIVE, components };
}
