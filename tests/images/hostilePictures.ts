import { crc32, deflateSync } from "node:zlib";
import { golden } from "../golden/golden.js";

/** A file made to harm: what must come of it is an error with these words, or a picture of this shape. */
export interface Hostile {
  name: string;
  bytes: Buffer;
  error?: RegExp;
  shape?: number[];
}

const SIGNATURE = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
const MEBI = 2 ** 20;
const word = (value: number) => Buffer.of(value >>> 24, value >>> 16, value >>> 8, value);
const short = (value: number) => Buffer.of(value, value >> 8);

const whole = new Map(
  golden<{ name: string; base64: string }>("pictures").map(({ name, base64 }) => [name, Buffer.from(base64, "base64")]),
);

export function picture(name: string): Buffer {
  return Buffer.from(whole.get(name)!);
}

export function chunk(type: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  return Buffer.concat([word(content.length), named, word(crc32(named))]);
}

interface PngParts {
  width?: number;
  height?: number;
  bits?: number;
  colorType?: number;
  interlaced?: number;
  data?: Uint8Array;
  extra?: Buffer[];
}

/** A PNG of a grey ramp unless told otherwise, with right checksums. */
export function png({
  width = 3,
  height = 1,
  bits = 8,
  colorType = 0,
  interlaced = 0,
  data,
  extra = [],
}: PngParts): Buffer {
  const header = Buffer.concat([word(width), word(height), Buffer.of(bits, colorType, 0, 0, interlaced)]);
  const content = data ?? deflateSync(Buffer.of(0, 0, 128, 255));
  const chunks = [chunk("IHDR", header), ...extra, chunk("IDAT", content), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** A GIF with a screen, a table of two colours, and parts after that. */
function gif(width: number, height: number, ...parts: Buffer[]): Buffer {
  const screen = Buffer.concat([Buffer.from("GIF89a"), short(width), short(height), Buffer.of(0x80, 0, 0)]);
  return Buffer.concat([screen, Buffer.of(0, 0, 0, 255, 255, 255), ...parts, Buffer.of(0x3b)]);
}

/** One frame of a GIF: by default one white pixel. */
function frame(width = 1, height = 1, codes: Uint8Array = Buffer.of(2, 2, 0x4c, 0x01, 0)): Buffer {
  return Buffer.concat([Buffer.of(0x2c), short(0), short(0), short(width), short(height), Buffer.of(0), codes]);
}

/** A JPEG whose frame header tells another size. */
function resized(name: string, width: number, height: number): Buffer {
  const bytes = picture(name);
  const at = bytes.findIndex((byte, i) => byte === 0xff && [0xc0, 0xc2].includes(bytes[i + 1]) && bytes[i + 2] === 0);
  bytes.writeUInt16BE(height, at + 5);
  bytes.writeUInt16BE(width, at + 7);
  return bytes;
}

/** A progressive JPEG whose first scan comes again and again. */
function manyScans(count: number): Buffer {
  const bytes = picture("JPEG, progressive");
  const first = bytes.indexOf("ffda", 0, "hex");
  const scan = bytes.subarray(first, bytes.indexOf("ffc4", first, "hex"));
  return Buffer.concat([bytes.subarray(0, first), ...Array(count).fill(scan), bytes.subarray(first)]);
}

const tooLarge = /has [\d]+ × [\d]+ = [\d,]+ pixels, more than the 16,000,000 allowed/;

/** Files that would fill the memory or never end if a reader believed them. */
export function bombs(): Hostile[] {
  const zeros = deflateSync(Buffer.alloc(256 * MEBI), { level: 1 });
  const named = Buffer.concat([Buffer.from("a\0\0"), zeros]);
  const many = <T>(count: number, part: T): T[] => Array(count).fill(part);
  const clear = Buffer.concat([Buffer.of(255), ...many(85, Buffer.of(0x24, 0x49, 0x92))]);
  const clearing = Buffer.concat([Buffer.of(2), ...many(90_000, clear), Buffer.of(0)]);
  const text = chunk("tEXt", Buffer.from("Comment\0x"));
  return [
    { name: "PNG of 60000 × 60000 zeros", bytes: png({ width: 60000, height: 60000, data: zeros }), error: tooLarge },
    { name: "PNG of 2³¹ × 2³¹", bytes: png({ width: 2 ** 31, height: 2 ** 31, data: zeros }), error: tooLarge },
    { name: "PNG of 1 × 2³²", bytes: png({ width: 1, height: 2 ** 32 - 1, data: zeros }), error: tooLarge },
    { name: "PNG that unpacks to 256 MiB", bytes: png({ data: zeros }), error: /more data than its size needs/ },
    { name: "the same, interlaced", bytes: png({ data: zeros, interlaced: 1 }), error: /more data than/ },
    { name: "PNG without its pixels", bytes: png({ width: 4000, height: 4000 }), error: /fewer pixels than/ },
    { name: "PNG, bomb in its profile", bytes: png({ extra: [chunk("iCCP", named)] }), shape: [1, 3] },
    { name: "PNG, bomb in its text", bytes: png({ extra: [chunk("zTXt", named)] }), shape: [1, 3] },
    { name: "PNG, 100,000 texts", bytes: png({ extra: many(100_000, text) }), shape: [1, 3] },
    { name: "PNG, 100,000 empty parts", bytes: png({ extra: many(100_000, chunk("IDAT", Buffer.alloc(0))) }), shape: [1, 3] },
    { name: "PNG, chunk of 4 GiB", bytes: png({ extra: [Buffer.concat([word(2 ** 32 - 1), text])] }), error: /is (cut off|damaged)/ },
    { name: "GIF with a screen of 65535 × 65535", bytes: gif(65535, 65535, frame()), error: tooLarge },
    { name: "GIF with a frame beyond its screen", bytes: gif(9, 9, frame(65535, 65535)), error: /larger than its screen/ },
    { name: "GIF without its pixels", bytes: gif(4000, 4000, frame(4000, 4000)), error: /pixels of 16000000/ },
    { name: "GIF of 100,000 frames", bytes: gif(1, 1, ...many(100_000, frame())), shape: [1, 1] },
    { name: "GIF with 100,000 comments", bytes: gif(1, 1, ...many(100_000, Buffer.of(0x21, 0xfe, 1, 65, 0)), frame()), shape: [1, 1] },
    { name: "GIF that clears its codes for ever", bytes: gif(9, 9, frame(9, 9, clearing)), error: /codes without pixels/ },
    { name: "JPEG of 65535 × 65535", bytes: resized("JPEG, colours", 65535, 65535), error: tooLarge },
    { name: "JPEG without its pixels", bytes: resized("JPEG, colours", 4000, 4000), error: /too little data for 4000 × 4000/ },
    { name: "progressive JPEG without its pixels", bytes: resized("JPEG, progressive", 4000, 4000), error: /too little data/ },
    { name: "JPEG of 10,000 scans", bytes: manyScans(10_000), error: /more than 30 scans/ },
    { name: "JPEG of fill bytes", bytes: Buffer.concat([picture("JPEG, colours").subarray(0, 2), Buffer.alloc(20 * MEBI, 0xff)]), error: /cut off/ },
    { name: "BMP of 65535 × 65535", bytes: Buffer.from(`BM${"\xff".repeat(60)}`, "latin1"), error: /is a BMP picture/ },
    { name: "SVG that grows", bytes: Buffer.from('<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "&b;&b;">]><svg>&a;</svg>'), error: /SVG/ },
  ]; // biome-ignore format: a table
}

/** Files that contradict themselves, with right checksums. */
export function contradictions(): Hostile[] {
  const bad = (name: string, bytes: Buffer, error: RegExp): Hostile => ({ name, bytes, error });
  const palette = (entries: number) => chunk("PLTE", Buffer.alloc(3 * entries));
  const noEnd = png({});
  return [
    bad("nothing", Buffer.alloc(0), /is empty: it has 0 bytes/),
    bad("a text", Buffer.from("Dear reader,\n"), /no picture that is known here/),
    bad("only zeros", Buffer.alloc(5000), /no picture that is known here/),
    bad("PNG of 0 × 5", png({ width: 0, height: 5 }), /its size is 0 × 5/),
    bad("PNG of 5 × 0", png({ width: 5, height: 0 }), /its size is 5 × 0/),
    bad("PNG without IEND", noEnd.subarray(0, -12), /the end of the PNG is missing/),
    bad("PNG without pixels", Buffer.concat([noEnd.subarray(0, 33), noEnd.subarray(-12)]), /has no pixels/),
    bad("PNG of 3 bits", png({ bits: 3 }), /no PNG has colour type 0 with 3 bits/),
    bad("PNG of colour type 5", png({ colorType: 5 }), /no PNG has colour type 5/),
    bad("PNG with interlacing 2", png({ interlaced: 2 }), /that does not exist/),
    bad("PNG without its palette", png({ colorType: 3 }), /palette has 0 bytes/),
    bad(
      "PNG with half a palette",
      png({ colorType: 3, extra: [chunk("PLTE", Buffer.alloc(4))] }),
      /palette has 4 bytes/,
    ),
    bad("PNG with colours beyond its palette", png({ colorType: 3, extra: [palette(2)] }), /cannot be unpacked/),
    bad("PNG with a huge palette", png({ colorType: 3, extra: [palette(300)] }), /palette has 900 bytes/),
    bad("PNG with half a transparent colour", png({ extra: [chunk("tRNS", Buffer.of(1))] }), /list of transparent/),
    bad("PNG with filter 9", png({ data: deflateSync(Buffer.of(9, 1, 2, 3)) }), /filter 9, which does not exist/),
    bad("PNG with data that is no deflate", png({ data: Buffer.from("not packed") }), /cannot be unpacked/),
    bad("PNG with half its data", png({ data: deflateSync(Buffer.of(0, 1, 2, 3)).subarray(0, 6) }), /end too early/),
    bad("PNG that needs more", png({ extra: [chunk("NEED", Buffer.alloc(3))] }), /needs a chunk NEED/),
    bad("PNG, one row too few, interlaced", png({ height: 2, interlaced: 1 }), /fewer pixels/),
    bad("GIF of 0 × 0", gif(0, 0, frame(0, 0)), /its size is 0 × 0/),
    bad("GIF without a picture", gif(1, 1), /GIF without a picture/),
    bad("GIF with codes of 40 bits", gif(1, 1, frame(1, 1, Buffer.of(40, 1, 1, 0))), /codes begin with 40 bits/),
    bad(
      "GIF with a colour that it lacks",
      gif(1, 1, frame(1, 1, Buffer.of(2, 2, 0x5c, 0x01, 0))),
      /uses colour 3 of 2/,
    ),
    bad("JPEG of nothing", Buffer.from("ffd8ffd9", "hex"), /cut off|does not tell|missing/),
    bad("JPEG of 0 × 7", resized("JPEG, colours", 0, 7), /its size is 0 × 7/),
    bad("JPEG of 10 × 0", resized("JPEG, colours", 10, 0), /its size is 10 × 0/),
  ];
}

const KINDS = [
  "PNG, colours",
  "PNG, 8-bit palette, parts transparent",
  "PNG, 4-bit grey, interlaced",
  "PNG, 16-bit grey",
];
const OTHERS = ["JPEG, colours", "JPEG, progressive", "JPEG, restarts", "JPEG, orientation 6", "GIF, interlaced"];

/** Each kind of picture cut off at many places, always before its end. */
export function cuts(places = 60): Hostile[] {
  return [...KINDS, ...OTHERS].flatMap((kind) => {
    const bytes = picture(kind);
    // A GIF may lack its last bytes, an empty block and the end mark, and still have all its pixels.
    const most = bytes.length - (kind.startsWith("GIF") ? 4 : 1);
    return Array.from({ length: places }, (_, i) => Math.round((i * most) / (places - 1))).map((length) => ({
      name: `${kind}, ${length} of ${bytes.length} bytes`,
      bytes: bytes.subarray(0, length),
      error: length === 0 ? /is empty/ : /cut off|damaged|begins with the bytes/,
    }));
  });
}
