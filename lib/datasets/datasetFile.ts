import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { repositoryFolder } from "../images/repositoryFolder.js";
import { download } from "./download.js";
import { downloadProgress } from "./downloadProgress.js";
import { interruptSignal } from "./interruptSignal.js";
import type { PublishedSet } from "./publishedSets.js";

/**
 * Reads a file of a data set: from the folder `CNN_WORKBOOK_DATA/<set>`, where it may also lie unpacked; else from the
 * cache; else it is downloaded into the cache, from `CNN_WORKBOOK_DATA` where that is an address.
 *
 * A file in the cache is used only if its checksum is the published one; else it is downloaded anew.
 *
 * @param set - where it is published
 * @param name - the file's published name
 * @param cache - the folder of the caches; default the repository's
 * @throws {Error} the file is nowhere to be had; the message says what was tried and what to do
 */
export async function datasetFile(
  set: PublishedSet,
  name: string,
  cache = join(repositoryFolder(), "cache"),
): Promise<Buffer> {
  const { folder, mirror, own } = ownFile(set, name);
  if (own) return readFile(own);
  const target = join(cache, set.folder, name);
  const cached = await readWhole(target, set.files[name]);
  if (cached) return cached;
  const damaged = existsSync(target);
  const failures = await fetchInto(target, set, name, mirror ? [mirror] : set.addresses);
  const fresh = await readWhole(target, set.files[name]);
  if (fresh) return fresh;
  const looked = [folder, join(cache, set.folder)].filter((place) => place !== undefined).join(" or ");
  const found = damaged ? `${target} is damaged` : `${name} was not found in ${looked}`;
  throw new Error(`${found}, and could not be downloaded: ${failures.join("; ")}. ${instead(set, name, target)}`);
}

/** The student's own folder or mirror for a set, and the file in that folder, if it is there. */
function ownFile(set: PublishedSet, name: string) {
  const mine = process.env.CNN_WORKBOOK_DATA ?? "";
  const mirror = /^https?:\/\//i.test(mine) ? `${mine.replace(/\/*$/, "")}/${set.folder}/` : undefined;
  const folder = mine === "" || mirror ? undefined : resolve(mine, set.folder);
  const own = [name, name.replace(/\.gz$/, "")].map((file) => folder && join(folder, file)).find(isThere);
  return { folder, mirror, own };
}

/** Whether every file of a set lies on this machine, so that it loads without a network. Checksums are not compared. */
export function isAtHand(set: PublishedSet, cache = join(repositoryFolder(), "cache")): boolean {
  return Object.keys(set.files).every((name) => ownFile(set, name).own || existsSync(join(cache, set.folder, name)));
}

const isThere = (path: string | undefined): path is string => path !== undefined && existsSync(path);

/** A file's bytes, if there are any and they are what was published. */
async function readWhole(path: string, sha256: string): Promise<Buffer | undefined> {
  if (!existsSync(path)) return undefined;
  const bytes = await readFile(path);
  return createHash("sha256").update(bytes).digest("hex") === sha256 ? bytes : undefined;
}

/** Tries one address after the other. Returns why each one failed, up to the one that did not. */
async function fetchInto(target: string, set: PublishedSet, name: string, addresses: readonly string[]) {
  const signal = interruptSignal();
  const failures: string[] = [];
  for (const address of addresses) {
    try {
      const progress = downloadProgress(`${set.title}, ${name}`);
      await download(address + name, target, { sha256: set.files[name], progress, signal });
      return failures;
    } catch (error) {
      if (signal?.aborted) throw new Error(`The download of ${set.title} was stopped; nothing of it is kept`);
      failures.push(`${new URL(address).host}: ${reason(error as Error)}`);
    }
  }
  return failures;
}

function reason(error: Error): string {
  const cause = error.cause as NodeJS.ErrnoException | undefined;
  if (error.message === "terminated") return "the connection broke off";
  if (error.message !== "fetch failed") return error.message;
  return cause?.message || cause?.code || "no connection";
}

function instead(set: PublishedSet, name: string, target: string): string {
  const offline = `Without a network, save the file as ${target}, or set CNN_WORKBOOK_DATA to a folder (or a mirror's address) that has ${set.folder}/${name}`;
  return `${offline}. syntheticDigits({ count: 10000 }) needs no download.`;
}
