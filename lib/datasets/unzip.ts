import { promisify } from "node:util";
import { gunzip } from "node:zlib";

const inflate = promisify(gunzip);

/**
 * Unpacks gzip; bytes that are not packed pass through.
 *
 * @param name - the file's name, for error messages
 * @throws {Error} the bytes begin as gzip does and are cut off or damaged
 */
export async function unzip(bytes: Buffer, name: string): Promise<Buffer> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return await inflate(bytes);
  } catch (error) {
    throw new Error(`${name} is damaged: ${(error as Error).message}`);
  }
}
