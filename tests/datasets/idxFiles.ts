/** An IDX file of unsigned bytes, as MNIST is published. */
export function idx(shape: number[], bytes: number[]): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.writeUInt16BE(0x0800 + shape.length, 2);
  shape.forEach((side, axis) => {
    header.writeUInt32BE(side, 4 + 4 * axis);
  });
  return Buffer.concat([header, Buffer.from(bytes)]);
}
