import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readTar } from "../../lib/datasets/readTar.js";

const long = `folder/${"deep/".repeat(20)}file`;
const contents: Record<string, string> = {
  "folder/empty": "",
  "folder/one block": "x".repeat(512),
  "folder/more": "y".repeat(700),
  [long]: "far",
};

/** What the machine's own tar makes of those files. */
function archive(format: string): Buffer {
  const at = mkdtempSync(join(tmpdir(), "tar-"));
  for (const [path, text] of Object.entries(contents)) {
    mkdirSync(join(at, path, ".."), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  const { stdout } = spawnSync("tar", [`--format=${format}`, "-cf", "-", "folder"], { cwd: at });
  rmSync(at, { recursive: true });
  return stdout;
}

describe("readTar(bytes, name)", () => {
  it.each(["ustar"])("finds the files of an archive by tar --format=%s", (format) => {
    const files = readTar(archive(format), "a.tar");
    expect(Object.fromEntries([...files].map(([path, bytes]) => [path, String(bytes)]))).toEqual(contents);
  });

  it("reads short names in GNU's older format", () => {
    expect(String(readTar(archive("gnu"), "a.tar").get("folder/more"))).toBe(contents["folder/more"]);
  });

  it.each([
    [
      "cut off in a file",
      (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf("far")),
      "ends in the middle of a file",
    ],
    ["cut off in a header", (bytes: Buffer) => bytes.subarray(0, 100), "is no tar archive, or is damaged"],
    [
      "with a changed header",
      (bytes: Buffer) => Buffer.concat([Buffer.from("g"), bytes.subarray(1)]),
      "is no tar archive",
    ],
    ["of something else", () => Buffer.from("<html>".repeat(200)), "a.tar is no tar archive"],
  ])("refuses one %s", (_, change, message) => {
    expect(() => readTar(change(archive("ustar")), "a.tar")).toThrow(message);
  });
});
