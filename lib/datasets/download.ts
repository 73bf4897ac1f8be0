import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { DownloadProgress } from "./downloadProgress.js";

/** A server that says nothing for so long is given up. */
const SILENCE_MS = 30_000;

/** A part that nobody has written to for so long belongs to a process that died. */
const LEFT_BEHIND_MS = 120_000;

/** What a download needs to know. */
export interface DownloadOptions {
  /** The SHA-256 that the bytes must have, in hexadecimal digits. */
  sha256: string;
  progress: DownloadProgress;
  /** Ends the download when aborted. */
  signal?: AbortSignal;
}

/**
 * Downloads a file. It is written under a name of its own beside the target, checked, and only then renamed, so that
 * the target is always whole: several processes may do this at once, and each may be killed at any time. What killed
 * ones left is removed two minutes later.
 *
 * @param address - of the file, http or https
 * @param target - the path that it gets
 * @throws {Error} no answer, a broken connection, other bytes than expected, a folder that cannot be written
 */
export async function download(address: string, target: string, options: DownloadOptions): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  await removeLeftParts(dirname(target));
  const part = `${target}.${process.pid}-${randomBytes(4).toString("hex")}.part`;
  const file = await open(part, "wx");
  try {
    await receive(address, file, options).finally(() => file.close());
    await rename(part, target);
  } finally {
    await rm(part, { force: true });
  }
}

async function receive(address: string, file: FileHandle, { sha256, progress, signal }: DownloadOptions) {
  const watch = new AbortController();
  const giveUp = () => watch.abort(new Error(`no answer for ${SILENCE_MS / 1000} seconds`));
  let timer = setTimeout(giveUp, SILENCE_MS);
  try {
    const response = await fetch(address, {
      // Bytes as they lie there: a server might unpack gzip on the way.
      headers: { "accept-encoding": "identity" },
      signal: AbortSignal.any([watch.signal, ...(signal ? [signal] : [])]),
    });
    if (!response.ok) throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    const all = Number(response.headers.get("content-length")) || undefined;
    const hash = createHash("sha256");
    let done = 0;
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
      const bytes = next.value;
      clearTimeout(timer);
      timer = setTimeout(giveUp, SILENCE_MS);
      await file.writeFile(bytes);
      hash.update(bytes);
      done += bytes.length;
      progress(done, all);
    }
    if (hash.digest("hex") !== sha256)
      throw new Error(`what came (${done} bytes) is not the file: its checksum differs`);
  } finally {
    clearTimeout(timer);
  }
}

async function removeLeftParts(folder: string): Promise<void> {
  const parts = (await readdir(folder)).filter((name) => name.endsWith(".part")).map((name) => join(folder, name));
  for (const part of parts) {
    const about = await stat(part).catch(() => undefined);
    if (about && Date.now() - about.mtimeMs > LEFT_BEHIND_MS) await rm(part, { force: true });
  }
}
