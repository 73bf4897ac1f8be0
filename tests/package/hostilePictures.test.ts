import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bombs, type Hostile } from "../images/hostilePictures.js";
import { build, root } from "./package.js";

const MOST_SECONDS = 2;
/** Node with the library takes about 90 MiB, a bomb's own bytes up to 25. */
const MOST_MEBIBYTES = 300;

let folder = "";
beforeAll(() => {
  build();
  folder = mkdtempSync(join(tmpdir(), "hostile pictures "));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Told {
  message: string;
  seconds: number;
  mebibytes: number;
}

/** Loads a file in a process of its own. */
function load(path: string): Told {
  const script = `const { loadImage } = require("cnn-workbook/images");
    const start = performance.now();
    const tell = (message) => {
      const told = { message, seconds: (performance.now() - start) / 1000, mebibytes: process.resourceUsage().maxRSS / 1024 };
      process.stdout.write(JSON.stringify(told), () => process.exit(0));
    };
    loadImage(${JSON.stringify(path)}).then((image) => tell("shape " + image.shape), (error) => tell(error.message));`;
  return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: root, encoding: "utf8", timeout: 60_000 }));
}

function loadHostile({ bytes, error, shape }: Hostile): void {
  const path = join(folder, "photo.jpg");
  writeFileSync(path, bytes);
  const told = load(path);
  if (error) expect(told.message).toMatch(error);
  else expect(told.message).toBe(`shape ${shape}`);
  if (error) expect(told.message).toMatch(/^`photo.jpg` .*[.]$/);
  expect(told.seconds).toBeLessThan(MOST_SECONDS);
  expect(told.mebibytes).toBeLessThan(MOST_MEBIBYTES);
}

describe("hostile files end soon and in little memory", () => {
  it.each(bombs())("$name", loadHostile);

  it("a folder named as a picture", () => {
    mkdirSync(join(folder, "holiday.png"));
    expect(load(join(folder, "holiday.png")).message).toContain("`holiday.png` is a folder, not a picture");
  });

  it("a pipe that nobody writes to", () => {
    const pipe = join(folder, "pipe.png");
    execFileSync("mkfifo", [pipe]);
    expect(load(pipe).message).toBe("`pipe.png` is a device or a pipe, not a picture");
  });
});
