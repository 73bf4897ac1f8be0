import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshCopy } from "./freshCopy.js";

let copy: ReturnType<typeof freshCopy>;
const file = (name: string) => path.join(copy.folder, "lib", ...name.split("/"));
const compiled = () => file("dist/lib/filters/wasm/kernels.wasm");
const source = () => file("filters/wasm/assembly/index.ts");

beforeAll(() => {
  copy = freshCopy(["node_modules"]);
});
afterAll(() => copy.remove());

/** What a filter gives in a program of its own, and whether WebAssembly computed it. */
function filtered(): unknown {
  const script = `const { correlate2d } = require("./lib/dist/lib/index.js");
    const { routines } = require("./lib/dist/lib/filters/wasm/routines.js");
    const row = new Array(60).fill(1);
    const sums = correlate2d(new Array(60).fill(row), [[1, 2], [3, 4]], { mode: "valid" });
    console.log(JSON.stringify({ sum: sums.get(58, 58), fast: routines() !== undefined }));`;
  return JSON.parse(spawnSync(process.execPath, ["-e", script], { cwd: copy.folder, encoding: "utf8" }).stdout);
}

describe("the build of the filters' inner loops", () => {
  it("makes WebAssembly, and only anew when its sources change", () => {
    expect(copy.command("build.mjs").code).toBe(0);
    const made = statSync(compiled()).mtimeMs;
    expect(filtered()).toEqual({ sum: 10, fast: true });
    copy.command("build.mjs");
    expect(statSync(compiled()).mtimeMs).toBe(made);
    writeFileSync(source(), `${readFileSync(source(), "utf8")}// changed\n`);
    copy.command("build.mjs");
    expect(statSync(compiled()).mtimeMs).toBeGreaterThan(made);
  });

  it("says so when it fails, and the filters work all the same", () => {
    writeFileSync(source(), "export function correlate(): void { no such thing }");
    const { text, code } = copy.command("build.mjs");
    expect(text).toContain("built, with slower filters");
    expect(code).toBe(0);
    expect(filtered()).toEqual({ sum: 10, fast: false });
  });
});
