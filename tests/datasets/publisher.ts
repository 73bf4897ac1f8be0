import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PublishedSet } from "../../lib/datasets/publishedSets.js";

export const FILE = "letters.gz";

/** A server on this machine that publishes one file as a data set, and a folder for a cache. */
export async function publisher(bytes = randomBytes(300_000)) {
  const folder = mkdtempSync(join(tmpdir(), "cache-"));
  let requests = 0;
  let answer: RequestListener = (_, response) => response.end(bytes);
  const server: Server = createServer((request, response) => {
    requests++;
    answer(request, response);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const set: PublishedSet = {
    title: "Letters",
    folder: "letters",
    addresses: [address],
    files: { [FILE]: createHash("sha256").update(bytes).digest("hex") },
  };
  return {
    bytes,
    folder,
    set,
    address,
    cached: join(folder, "letters", FILE),
    requests: () => requests,
    /** From now on answers otherwise. */
    answerWith: (listener: RequestListener) => {
      answer = listener;
    },
    close: async () => {
      rmSync(folder, { recursive: true, force: true });
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
