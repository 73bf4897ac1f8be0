import type { JpegFrame } from "./jpegFrame.js";
import { damaged } from "./pictureError.js";

type Component = JpegFrame["components"][number];

/** Details of a block, from the coarsest to the finest. */
const LAST = 63;
const MOST_SHIFT = 13;

/**
 * Checks the header of a scan, the part of a JPEG that holds some or all of its details.
 *
 * @param segment - its content, after marker and length
 * @returns the components that it holds
 * @throws {Error} components or details that the picture does not have
 * @see ITU-T T.81 (1992), B.2.3 and G.1.1.1
 */
export function checkScan(segment: Buffer, frame: JpegFrame, name: string): Component[] {
  const count = segment[0];
  const components = Array.from({ length: count }, (_, i) =>
    frame.components.find(({ id }) => id === segment[1 + 2 * i]),
  );
  const known = components.filter((component) => component !== undefined);
  if (count < 1 || known.length < count || new Set(known).size < count || segment.length !== 4 + 2 * count) {
    throw damaged(name, "a scan of the JPEG names colours that its frame lacks");
  }
  const [first, last, shifts] = segment.subarray(1 + 2 * count);
  const [before, shift] = [shifts >> 4, shifts & 15];
  const wrong = frame.progressive
    ? last > LAST ||
      first > last ||
      shift > MOST_SHIFT ||
      (first === 0 ? last > 0 : count > 1) ||
      (before > 0 && before !== shift + 1)
    : first !== 0 || last !== LAST || shifts !== 0;
  if (wrong) throw damaged(name, "a scan of the JPEG holds details that do not exist");
  return known;
}

/** What restarts are counted in: blocks of a single component, else groups of blocks of all of them. */
export function unitsOf(components: readonly Component[], frame: JpegFrame): number {
  const [widest, highest] = largest(frame);
  if (components.length > 1) return Math.ceil(frame.width / (8 * widest)) * Math.ceil(frame.height / (8 * highest));
  const [{ across, down }] = components;
  const blocks = (side: number, part: number, whole: number) => Math.ceil(Math.ceil((side * part) / whole) / 8);
  return blocks(frame.width, across, widest) * blocks(frame.height, down, highest);
}

/** The blocks of the whole picture. */
export function blocksOf(frame: JpegFrame): number {
  return frame.components.reduce((sum, component) => sum + unitsOf([component], frame), 0);
}

function largest({ components }: JpegFrame): [number, number] {
  return [Math.max(...components.map(({ across }) => across)), Math.max(...components.map(({ down }) => down))];
}
