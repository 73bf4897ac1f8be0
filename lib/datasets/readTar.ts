const BLOCK = 512;
const REGULAR_FILE = ["0", "\0"];

/**
 * Takes the files out of a tar archive.
 *
 * @param bytes - the archive, unpacked if it was gzipped; not modified
 * @param name - the archive's name, for error messages
 * @returns the content of each file by its path in the archive, as views of `bytes`
 * @throws {Error} no tar archive, or a damaged one
 * @see POSIX.1-2017, pax: ustar interchange format
 */
export function readTar(bytes: Buffer, name: string): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  for (let at = 0; at < bytes.length && bytes[at] !== 0; ) {
    const header = bytes.subarray(at, at + BLOCK);
    checkHeader(header, name);
    const size = Number.parseInt(text(header, 124, 12), 8) || 0;
    const start = at + BLOCK;
    if (start + size > bytes.length) throw new Error(`${name} is damaged: it ends in the middle of a file`);
    if (REGULAR_FILE.includes(String.fromCharCode(header[156]))) {
      files.set(path(header), bytes.subarray(start, start + size));
    }
    at = start + BLOCK * Math.ceil(size / BLOCK);
  }
  return files;
}

/** The header holds the sum of its bytes, with the eight of the sum itself taken for spaces. */
function checkHeader(header: Buffer, name: string): void {
  const sum = header.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 32 : byte), 0);
  if (header.length < BLOCK || Number.parseInt(text(header, 148, 8), 8) !== sum) {
    throw new Error(`${name} is no tar archive, or is damaged`);
  }
}

function path(header: Buffer): string {
  const posix = header.toString("latin1", 257, 263) === "ustar\0";
  const prefix = posix ? text(header, 345, 155) : "";
  return prefix === "" ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
}

/** Characters up to the first zero. */
function text(header: Buffer, start: number, length: number): string {
  return header
    .toString("utf8", start, start + length)
    .split("\0", 1)[0]
    .trim();
}
