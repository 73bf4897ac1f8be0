import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { datasetFile } from "../../lib/datasets/datasetFile.js";
import { FILE, publisher } from "./publisher.js";

let site: Awaited<ReturnType<typeof publisher>>;
let said: string[];

beforeEach(async () => {
  site = await publisher();
  said = [];
  vi.stubEnv("CNN_WORKBOOK_DATA", "");
  vi.spyOn(console, "log").mockImplementation((line) => said.push(line));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await site.close();
});

const load = (set = site.set) => datasetFile(set, FILE, site.folder);
const inCache = () => readdirSync(dirname(site.cached));

function keep(bytes: Buffer): void {
  mkdirSync(dirname(site.cached), { recursive: true });
  writeFileSync(site.cached, bytes);
}

describe("datasetFile(set, name) downloads a file", () => {
  it("once, says so, and leaves nothing else behind", async () => {
    expect(site.bytes.equals(await load())).toBe(true);
    expect(site.bytes.equals(await load())).toBe(true);
    expect(site.requests()).toBe(1);
    expect(inCache()).toEqual([FILE]);
    expect(said.at(-1)).toMatch(/^Downloaded Letters, letters.gz: 0.3 MB$/);
  });

  it("from the next address where the first does not answer as it should", async () => {
    const other = await publisher(site.bytes);
    site.answerWith((_, response) => response.writeHead(503).end());
    expect(site.bytes.equals(await load({ ...site.set, addresses: [site.address, other.address] }))).toBe(true);
    await other.close();
  });

  it("from the mirror that CNN_WORKBOOK_DATA names, and from nowhere else", async () => {
    vi.stubEnv("CNN_WORKBOOK_DATA", `${site.address}data`);
    const asked: (string | undefined)[] = [];
    site.answerWith((request, response) => {
      asked.push(request.url);
      response.end(site.bytes);
    });
    expect(site.bytes.equals(await load({ ...site.set, addresses: [] }))).toBe(true);
    expect(asked).toEqual([`/data/letters/${FILE}`]);
  });

  it("anew where the one in the cache is damaged", async () => {
    keep(site.bytes.subarray(0, 1000));
    expect(site.bytes.equals(await load())).toBe(true);
    expect(site.bytes.equals(readFileSync(site.cached))).toBe(true);
  });

  it("and clears away what killed downloads left, but nothing that may still be written", async () => {
    keep(site.bytes.subarray(0, 10));
    const parts = [`${site.cached}.1-a.part`, `${site.cached}.2-b.part`];
    for (const part of parts) writeFileSync(part, "half");
    const before = Date.now() / 1000 - 600;
    utimesSync(parts[0], before, before);
    await load();
    expect(inCache().sort()).toEqual([FILE, `${FILE}.2-b.part`]);
  });
});

describe("datasetFile(set, name) uses what is there", () => {
  it.each([FILE, "letters"])("in the folder CNN_WORKBOOK_DATA, as %s", async (name) => {
    vi.stubEnv("CNN_WORKBOOK_DATA", site.folder);
    mkdirSync(join(site.folder, "letters"));
    writeFileSync(join(site.folder, "letters", name), "mine");
    expect(String(await load())).toBe("mine");
    expect(site.requests()).toBe(0);
  });

  it("in the cache, or downloads, where that folder lacks it", async () => {
    vi.stubEnv("CNN_WORKBOOK_DATA", join(site.folder, "empty"));
    expect(site.bytes.equals(await load())).toBe(true);
    site.answerWith((_, response) => response.destroy());
    expect(site.bytes.equals(await load())).toBe(true);
  });
});

describe("datasetFile(set, name) never takes half a file for a whole one", () => {
  const offline = async () => expect(load()).rejects;
  const halfway = (response: ServerResponse) => {
    response.writeHead(200, { "content-length": site.bytes.length });
    response.write(site.bytes.subarray(0, 150_000));
  };

  it("when the connection breaks off", async () => {
    site.answerWith((_, response) => {
      halfway(response);
      setTimeout(() => response.destroy(), 50);
    });
    await (await offline()).toThrow(/could not be downloaded: 127.0.0.1:\d+: the connection broke off/);
    expect(inCache()).toEqual([]);
  });

  it.each([
    ["too short", (bytes: Buffer) => bytes.subarray(1)],
    [
      "changed in one bit",
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes[299_999] ^ 1])]),
    ],
    ["a web page", () => Buffer.from("<html>Please log in</html>")],
  ])("when what comes is %s", async (_, change) => {
    site.answerWith((_request, response) => response.end(change(site.bytes)));
    await (await offline()).toThrow(/what came \(\d+ bytes\) is not the file: its checksum differs/);
    expect(inCache()).toEqual([]);
  });

  it("when the process is killed in the middle", async () => {
    let half: () => void = () => {};
    const written = new Promise<void>((resolve) => {
      half = resolve;
    });
    site.answerWith((_, response) => {
      halfway(response);
      half();
    });
    const child = loadElsewhere();
    await written;
    while (!existsSync(dirname(site.cached)) || inCache().length === 0)
      await new Promise((next) => setTimeout(next, 10));
    child.kill("SIGKILL");
    await ended(child);
    expect(existsSync(site.cached)).toBe(false);
    expect(inCache()).toEqual([expect.stringMatching(/\.part$/)]);
    site.answerWith((_, response) => response.end(site.bytes));
    expect(site.bytes.equals(await load())).toBe(true);
  });

  it("when several processes load it at once", async () => {
    const children = [loadElsewhere(), loadElsewhere(), loadElsewhere()];
    const own = load();
    const codes = await Promise.all(children.map(ended));
    expect(codes).toEqual([0, 0, 0]);
    expect(site.bytes.equals(await own)).toBe(true);
    expect(inCache()).toEqual([FILE]);
  });

  it("when the student stops the cell", async () => {
    const stop = new AbortController();
    (globalThis as Record<symbol, unknown>)[Symbol.for("cnn-workbook.signal")] = () => stop.signal;
    site.answerWith((_, response) => {
      halfway(response);
      setTimeout(() => stop.abort(), 30);
    });
    try {
      await (await offline()).toThrow("The download of Letters was stopped; nothing of it is kept");
    } finally {
      delete (globalThis as Record<symbol, unknown>)[Symbol.for("cnn-workbook.signal")];
    }
    expect(inCache()).toEqual([]);
  });
});

describe("datasetFile(set, name) says what to do", () => {
  it("without a network", async () => {
    const set = { ...site.set, addresses: ["http://127.0.0.1:1/"] };
    vi.stubEnv("CNN_WORKBOOK_DATA", join(site.folder, "mine"));
    const folders = `${join(site.folder, "mine", "letters")} or ${join(site.folder, "letters")}`;
    const message = await load(set).catch((error: Error) => error.message);
    expect(message).toContain(`${FILE} was not found in ${folders}, and could not be downloaded: 127.0.0.1:1: `);
    expect(message).toContain("set CNN_WORKBOOK_DATA to a folder (or a mirror's address) that has letters/letters.gz");
    expect(message).toContain("syntheticDigits({ count: 10000 }) needs no download");
  });

  it("with a damaged file and no network", async () => {
    keep(Buffer.from("half"));
    site.answerWith((_, response) => response.writeHead(404).end());
    const message = await load().catch((error: Error) => error.message);
    expect(message).toContain(`${site.cached} is damaged, and could not be downloaded: `);
    expect(message).toContain("the server answered 404 Not Found");
  });

  it.skipIf(process.getuid?.() === 0)("in a folder that it may not write to", async () => {
    chmodSync(site.folder, 0o555);
    await expect(load()).rejects.toThrow(/EACCES/);
    chmodSync(site.folder, 0o755);
  });
});

/** The same call in a process of its own. */
function loadElsewhere(): ChildProcess {
  const program = join(site.folder, `load-${Math.random()}.cjs`);
  buildSync({
    stdin: {
      contents: `import { datasetFile } from "./datasetFile.ts";
        datasetFile(${JSON.stringify(site.set)}, "${FILE}", ${JSON.stringify(site.folder)})
          .then((bytes) => process.exit(bytes.length === ${site.bytes.length} ? 0 : 2), () => process.exit(1));`,
      resolveDir: fileURLToPath(new URL("../../lib/datasets", import.meta.url)),
      loader: "ts",
    },
    bundle: true,
    platform: "node",
    outfile: program,
  });
  return spawn(process.execPath, [program], { stdio: "ignore", env: { ...process.env, CNN_WORKBOOK_DATA: "" } });
}

const ended = (child: ChildProcess) => new Promise((done) => child.on("exit", (code) => done(code)));
