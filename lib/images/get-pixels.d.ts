declare module "get-pixels" {
  import type { NdArray } from "ndarray";

  /** Decodes the bytes of a picture. The result has [width, height, 4], or [frames, width, height, 4] for a GIF. */
  function getPixels(
    bytes: Buffer,
    mimeType: string,
    done: (error: Error | string | null, pixels: NdArray<Uint8Array>) => void,
  ): void;
  export default getPixels;
}
