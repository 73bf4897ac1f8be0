import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One point of a curve in a log. */
export interface LoggedPoint {
  tag: string;
  value: number;
  step: number;
}

/** The points in all event files of a folder, read by a decoder that shares nothing with what wrote them. */
export function readEvents(folder: string): LoggedPoint[] {
  const files = readdirSync(folder).filter((name) => name.startsWith("events.out.tfevents."));
  return files.flatMap((file) => records(readFileSync(join(folder, file))).flatMap(pointsOf));
}

function records(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const length = Number(bytes.readBigUInt64LE(at));
    found.push(bytes.subarray(at + 12, at + 12 + length));
    at += 16 + length;
  }
  return found;
}

type Field = { field: number; value: number | Buffer };

function fieldsOf(bytes: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 1; ; shift *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const [field, kind] = [key >> 3, key & 7];
    if (kind === 0) fields.push({ field, value: varint() });
    else {
      const length = kind === 2 ? varint() : kind === 1 ? 8 : 4;
      fields.push({ field, value: bytes.subarray(at, at + length) });
      at += length;
    }
  }
  return fields;
}

function pointsOf(event: Buffer): LoggedPoint[] {
  const fields = fieldsOf(event);
  const step = Number(fields.find(({ field }) => field === 2)?.value ?? 0);
  return fields
    .filter(({ field }) => field === 5)
    .flatMap(({ value }) => fieldsOf(value as Buffer))
    .map(({ value }) => {
      const parts = fieldsOf(value as Buffer);
      const tag = String(parts.find(({ field }) => field === 1)?.value);
      return { tag, value: scalar(parts), step };
    });
}

/** A simple value, or as TensorFlow itself writes it: a tensor with its content as bytes or in a list of floats. */
function scalar(parts: Field[]): number {
  const simple = parts.find(({ field }) => field === 2);
  if (simple) return (simple.value as Buffer).readFloatLE();
  const tensor = fieldsOf(parts.find(({ field }) => field === 8)?.value as Buffer);
  const content = tensor.find(({ field }) => field === 4 || field === 5);
  return content ? (content.value as Buffer).readFloatLE() : Number.NaN;
}
