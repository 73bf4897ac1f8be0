import { crc32, deflateSync } from "node:zlib";
import type { Float64NdArray } from "../arrays/index.js";

/** A picture [h, w] or [h, w, 3], 0 to 255, as a PNG file. */
export function encodePng(image: Float64NdArray): Buffer {
  const [height, width, channels = 1] = image.shape;
  const raw = Buffer.alloc(height * (width * channels + 1));
  for (let y = 0, to = 0, from = 0; y < height; y++) {
    raw[to++] = 0;
    for (let i = 0; i < width * channels; i++) raw[to++] = Math.max(0, Math.min(255, Math.round(image.data[from++])));
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, channels === 3 ? 2 : 0, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(raw)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, check]);
}
