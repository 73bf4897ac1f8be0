import { randomBytes } from "node:crypto";
import { appendFileSync, mkdirSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { bytesField, doubleField, floatField, integerField, message } from "../protobuf.js";
import { crc32c } from "./crc32c.js";

/** Writes numbers where TensorBoard finds them. */
export interface EventFile {
  /** One point of the curve `tag`. */
  scalar(tag: string, value: number, step: number): void;
}

/**
 * Begins a file of events in a folder. Each event is on the disk when `scalar` returns, whatever becomes of the process.
 *
 * @param folder - made where it is missing
 * @throws {Error} a folder that cannot be written
 * @see TensorFlow's event.proto and summary.proto; its TFRecord format for the frame around each event
 */
export function eventFile(folder: string): EventFile {
  mkdirSync(folder, { recursive: true });
  const name = ["events.out.tfevents", Math.floor(Date.now() / 1000), hostname(), randomBytes(4).toString("hex")];
  const path = join(folder, name.join("."));
  const write = (...fields: Uint8Array[]) =>
    appendFileSync(path, record(message(doubleField(1, Date.now() / 1000), ...fields)));
  write(bytesField(3, "brain.Event:2"));
  return {
    scalar(tag, value, step) {
      const point = message(bytesField(1, tag), floatField(2, value));
      write(integerField(2, step), bytesField(5, bytesField(1, point)));
    },
  };
}

/** Length and bytes, each followed by its checksum. */
function record(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(bytes.length));
  return message(length, checksum(length), bytes, checksum(bytes));
}

/** Turned and moved, since the checksum of bytes that hold their own checksum would say nothing. */
function checksum(bytes: Uint8Array): Uint8Array {
  const sum = crc32c(bytes);
  const masked = Buffer.alloc(4);
  masked.writeUInt32LE((((sum >>> 15) | (sum << 17)) + 0xa282ead8) >>> 0);
  return masked;
}
