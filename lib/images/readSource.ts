import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "../arrays/index.js";

/** Where a picture comes from: a path, an address (http, https, file or data), or its bytes. */
export type ImageSource = string | URL | Uint8Array | ArrayBuffer;

/** A picture's bytes, and what to call it in messages. */
export interface SourceBytes {
  bytes: Buffer;
  name: string;
}

const MAX_BYTES = 100 * 2 ** 20;
const TOO_LARGE = `has more than ${MAX_BYTES / 2 ** 20} MiB, too much for a picture`;

/**
 * Reads the bytes of a picture from wherever it is.
 *
 * @param seconds - how long a download may take
 * @throws {Error} a file or address that cannot be read; the message says where it looked
 * @throws {TypeError} a source that is neither text nor bytes
 */
export async function readSource(source: ImageSource, seconds: number): Promise<SourceBytes> {
  if (source instanceof Uint8Array) {
    return { bytes: Buffer.from(source.buffer, source.byteOffset, source.byteLength), name: "the picture" };
  }
  if (source instanceof ArrayBuffer) return { bytes: Buffer.from(source), name: "the picture" };
  if (typeof source !== "string" && !(source instanceof URL)) {
    throw new TypeError(`\`source\` must be a path, an address or a Buffer, got ${describe(source)}`);
  }
  const text = String(source);
  if (text.startsWith("file:")) return readPath(fileURLToPath(text));
  return /^(https?|data):/i.test(text) ? download(text, seconds) : readPath(text);
}

function readPath(path: string): SourceBytes {
  const full = resolve(path);
  const name = path.trim() === "" ? "``" : `\`${basename(path)}\``;
  if (!existsSync(full)) throw new Error(`${name} was not found in ${dirname(full)}${pictures(dirname(full))}`);
  const about = statSync(full);
  if (about.isDirectory()) throw new Error(`${name} is a folder, not a picture${pictures(full)}`);
  if (!about.isFile()) throw new Error(`${name} is a device or a pipe, not a picture`);
  if (about.size > MAX_BYTES) throw new Error(`${name} ${TOO_LARGE}`);
  return { bytes: readFileSync(full), name };
}

/** The pictures of a folder, for the message about one that is not there. */
function pictures(folder: string): string {
  if (!existsSync(folder)) return ", and there is no such folder";
  const names = readdirSync(folder).filter((file) => /\.(png|jpe?g|gif)$/i.test(file));
  if (names.length === 0) return ", which has no pictures";
  const more = names.length > 5 ? ` and ${names.length - 5} more` : "";
  return `, which has ${names.slice(0, 5).join(", ")}${more}`;
}

async function download(address: string, seconds: number): Promise<SourceBytes> {
  const name = address.startsWith("data:") ? "the data URL" : `\`${address}\``;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(seconds * 1000) });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    return { bytes: await readBody(response), name };
  } catch (error) {
    throw new Error(`${name} could not be loaded: ${reason(error as Error, seconds)}`);
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size <= MAX_BYTES) continue;
    await reader?.cancel();
    throw new Error(`it ${TOO_LARGE}`);
  }
  return Buffer.concat(parts);
}

function reason(error: Error, seconds: number): string {
  if (error.name === "TimeoutError") return `no answer within ${seconds} seconds`;
  if (error.message !== "fetch failed") return error.message;
  const cause = (error.cause as Error | undefined)?.message || "no connection";
  return `${cause}. Without a network, save the picture on this machine and give its path`;
}
