import type { NdArray } from "ndarray";
import type { ImageHeader } from "./imageHeader.js";

/**
 * Decodes a picture with get-pixels, which is given bytes only and so never downloads.
 *
 * @param seconds - how long it may take
 * @returns bytes of [width, height, 4]: red, green, blue and opacity, 0 to 255
 * @throws {Error} the picture is damaged, or decoding takes too long
 */
export async function decodePixels(header: ImageHeader, name: string, seconds: number): Promise<NdArray<Uint8Array>> {
  const { default: getPixels } = await import("get-pixels");
  let timer: NodeJS.Timeout | undefined;
  const pixels = await new Promise<NdArray<Uint8Array>>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${name} could not be decoded: ${why}`));
    timer = setTimeout(() => fail(`it took more than ${seconds} seconds`), seconds * 1000);
    getPixels(header.bytes, header.mimeType, (error, decoded) => {
      if (error) fail(error instanceof Error ? error.message : String(error));
      else resolve(decoded);
    });
  }).finally(() => clearTimeout(timer));
  return pixels.dimension === 4 ? pixels.pick(0, null, null, null) : pixels;
}
