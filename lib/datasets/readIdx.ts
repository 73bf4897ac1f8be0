import ndarray, { type NdArray } from "ndarray";
import { unzip } from "./unzip.js";

/** The type code of unsigned bytes, the only one that the digit files use. */
const UNSIGNED_BYTE = 0x08;

/**
 * Reads an IDX file, in which MNIST and its relatives are published: a short header, then bytes in rows.
 *
 * @param bytes - the file, also gzipped
 * @param name - the file's name, for error messages
 * @returns an array with as many axes as the file has
 * @throws {Error} the bytes are no IDX file of unsigned bytes, or are cut off
 * @see LeCun, Cortes & Burges, The MNIST database of handwritten digits (1998), file formats
 */
export async function readIdx(bytes: Buffer, name: string): Promise<NdArray<Uint8Array>> {
  const file = await unzip(bytes, name);
  if (file.length < 4 || file.readUInt16BE(0) !== 0 || file[2] !== UNSIGNED_BYTE || file[3] === 0) {
    throw new Error(`${name} is no IDX file of unsigned bytes: it begins with ${file.subarray(0, 4).toString("hex")}`);
  }
  const axes = file[3];
  const start = 4 + 4 * axes;
  const shape = Array.from({ length: file.length < start ? 0 : axes }, (_, axis) => file.readUInt32BE(4 + 4 * axis));
  const size = shape.reduce((product, side) => product * side, 1);
  if (shape.length < axes || file.length - start !== size) {
    throw new Error(`${name} is damaged: its header promises ${size} bytes of data, it has ${file.length - start}`);
  }
  return ndarray(new Uint8Array(file.subarray(start)), shape);
}
