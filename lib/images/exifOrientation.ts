const ORIENTATION_TAG = 0x0112;
const ENTRY_BYTES = 12;
/** The kind of value that an orientation is: a whole number in two bytes. */
const SHORT = 3;

/**
 * Finds how a camera was held in the EXIF data of a JPEG.
 *
 * @param segment - the content of an APP1 segment
 * @returns 1 to 8, or undefined where it does not say
 * @see JEITA CP-3451B, Exif 2.3 (2010), section 4.6.4
 */
export function exifOrientation(segment: Buffer): number | undefined {
  if (segment.toString("latin1", 0, 6) !== "Exif\0\0") return undefined;
  const tiff = segment.subarray(6);
  const little = tiff.toString("latin1", 0, 2) === "II";
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry++) {
    const at = directory + 2 + entry * ENTRY_BYTES;
    if (short(at) !== ORIENTATION_TAG) continue;
    const value = short(at + 8);
    return short(at + 2) === SHORT && long(at + 4) === 1 && value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}
