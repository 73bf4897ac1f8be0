/**
 * The few lines of Protocol Buffers that writing a graph or a log needs. A message is a row of fields; each begins with its
 * number and how its value is written. Messages in messages are written like text: their length, then their bytes.
 *
 * @see https://protobuf.dev/programming-guides/encoding
 */

/** How values are written: in seven bits a byte; in eight bytes; as bytes after their length; in four bytes. */
const [VARINT, EIGHT_BYTES, BYTES, FOUR_BYTES] = [0, 1, 2, 5];

/** A message of these fields. */
export const message = (...fields: Uint8Array[]): Uint8Array => Buffer.concat(fields);

/** A whole number, also below zero, or true or false. */
export function integerField(field: number, value: number | boolean): Uint8Array {
  return message(tag(field, VARINT), varint(Number(value)));
}

/** Text, bytes or a message. */
export function bytesField(field: number, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === "string" ? Buffer.from(value) : value;
  return message(tag(field, BYTES), varint(bytes.length), bytes);
}

/** A 32-bit float. */
export function floatField(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return message(tag(field, FOUR_BYTES), bytes);
}

/** A 64-bit float. */
export function doubleField(field: number, value: number): Uint8Array {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return message(tag(field, EIGHT_BYTES), bytes);
}

/** A list of whole numbers. */
export function integersField(field: number, values: readonly number[]): Uint8Array {
  return bytesField(field, message(...values.map(varint)));
}

const tag = (field: number, kind: number) => varint((field << 3) | kind);

/** Seven bits a byte, the lowest first; the eighth says that more follow. Negative numbers are taken modulo 2⁶⁴. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}
