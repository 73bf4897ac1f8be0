import type { NdArray } from "ndarray";
import type { ImageHeader } from "./imageHeader.js";
import { damaged } from "./pictureError.js";

/**
 * Decodes a picture with get-pixels, which is given bytes only and so never downloads.
 *
 * @param seconds - how long it may take
 * @returns bytes of [width, height, 4]: red, green, blue and opacity, 0 to 255
 * @throws {Error} the picture is damaged, or decoding takes too long
 */
export async function decodePixels(header: ImageHeader, name: string, seconds: number): Promise<NdArray<Uint8Array>> {
  const { default: getPixels } = await import("get-pixels");
  const bytes = header.decodable();
  let timer: NodeJS.Timeout | undefined;
  const pixels = await new Promise<NdArray<Uint8Array>>((resolve, reject) => {
    const slow = `${name} could not be decoded within ${seconds} seconds. Make it smaller, or raise \`seconds\`.`;
    timer = setTimeout(() => reject(new Error(slow)), seconds * 1000);
    getPixels(bytes, header.mimeType, (error, decoded) => {
      if (error) reject(damaged(name, reason(error)));
      else resolve(decoded);
    });
  }).finally(() => clearTimeout(timer));
  return pixels.dimension === 4 ? pixels.pick(0, null, null, null) : pixels;
}

/** What the decoder complains of; where it stumbles over its own arrays, that says nothing to a reader. */
function reason(error: Error | string): string {
  if (error instanceof TypeError || error instanceof RangeError) return "its pixels cannot be unpacked";
  return `its pixels cannot be unpacked (${error instanceof Error ? error.message : error})`;
}
