import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inRoot } from "../../scripts/paths.mjs";
import { freshCopy } from "./freshCopy.js";

let copy: ReturnType<typeof freshCopy>;
let programs: string;

/** No Python, no jupyter, no uv on PATH, and a registry that does not answer. */
function bareMachine() {
  return {
    PATH: programs,
    npm_config_registry: "http://127.0.0.1:9/",
    npm_config_cache: path.join(copy.folder, "cache", "npm"),
    npm_config_fetch_retries: "0",
  };
}

beforeAll(() => {
  copy = freshCopy();
  programs = path.join(copy.folder, "programs");
  mkdirSync(programs);
});
afterAll(() => copy.remove());

describe("a step that fails", () => {
  it("says what failed, what still works and what to do, without a stack trace", () => {
    const { text, code } = copy.command("setup.mjs", bareMachine());
    expect(code).toBe(1);
    expect(text).toMatch(/✗ npm packages .* npm could not install the packages: the registry did not answer/);
    expect(text).toMatch(/✗ JupyterLab .* no Python was found on PATH/);
    expect(text).toContain("Still works: reading the lessons in notebooks/");
    expect(text).toContain("What to do: install Python 3.10 or newer");
    expect(text).not.toMatch(/^\s+at /m);
    const log = /Log: (.*\.log)/.exec(text)?.[1] ?? "";
    expect(existsSync(path.join(copy.folder, log))).toBe(true);
  });

  it("does not take an install that broke off for a whole one", () => {
    mkdirSync(path.join(copy.folder, "node_modules", "typescript"), { recursive: true });
    mkdirSync(path.join(copy.folder, ".venv", "bin"), { recursive: true });
    writeFileSync(path.join(copy.folder, ".venv", "bin", "python"), "");
    const { text } = copy.command("setup.mjs", bareMachine());
    expect(text).toMatch(/✗ npm packages/);
    expect(text).toMatch(/✗ JupyterLab/);
  });

  it("keeps a JupyterLab that works when a newer one cannot be installed", () => {
    const venv = path.join(copy.folder, ".venv");
    mkdirSync(path.join(venv, "bin"), { recursive: true });
    writeFileSync(path.join(venv, "bin", "python"), "#!/bin/sh\nexit 1\n");
    chmodSync(path.join(venv, "bin", "python"), 0o755);
    writeFileSync(path.join(venv, "cnn-workbook.stamp"), "of before");
    expect(copy.command("setup.mjs", bareMachine()).text).toMatch(/✓ JupyterLab .* kept as it was/);
    expect(existsSync(path.join(venv, "cnn-workbook.stamp"))).toBe(true);
    rmSync(venv, { recursive: true });
  });

  it("opens no JupyterLab when there is none, and ends", () => {
    const { text, code } = copy.command("start.mjs", bareMachine());
    expect(code).toBe(1);
    expect(text).not.toContain("JupyterLab is at");
  });

  it("is made up for by a JupyterLab on PATH", () => {
    fakeProgram("jupyter", "echo 4.2.1");
    expect(copy.command("setup.mjs", bareMachine()).text).toMatch(
      /✓ JupyterLab .* JupyterLab 4\.2\.1 found on PATH serves/,
    );
    fakeProgram("jupyter", "echo 3.6.0");
    expect(copy.command("setup.mjs", bareMachine()).text).toMatch(/✗ JupyterLab/);
  });

  it.each([
    ["3 8 True", "Python 3.8 is too old: 3.10 or newer is needed"],
    ["3 12 False", "Python 3.12 was found, but its module venv is missing"],
  ])("names the Python that does not fit: %s", (answer, sentence) => {
    fakeProgram("python3", `echo ${answer} /usr/bin/python3`);
    expect(copy.command("setup.mjs", bareMachine()).text).toContain(sentence);
  });

  it("waits for another preparation that is under way", async () => {
    const lock = path.join(copy.folder, "cache", "setup.lock");
    writeFileSync(lock, String(process.pid));
    const waiting = copy.start("setup.mjs", [], bareMachine());
    let text = "";
    for await (const data of waiting.stdout) {
      text += data;
      if (text.includes("waiting for it")) rmSync(lock, { force: true });
    }
    expect(text).toContain(`Another command (process ${process.pid}) is preparing this folder: waiting for it.`);
    expect(text).toMatch(/✗ npm packages/);
  });

  it("waits for no preparation that died", () => {
    const dead = execFileSync(process.execPath, ["-p", "process.pid"], { encoding: "utf8" }).trim();
    writeFileSync(path.join(copy.folder, "cache", "setup.lock"), dead);
    expect(copy.command("setup.mjs", bareMachine()).text).not.toContain("waiting");
  });

  it("waits for no preparation that died and whose process number another program has now", () => {
    writeFileSync(path.join(copy.folder, "cache", "setup.lock"), String(process.pid));
    const text = copy.command("setup.mjs", bareMachine()).text;
    expect(text).toContain("waiting for it");
    expect(text).toMatch(/✗ npm packages/);
  });
});

describe("a machine that does not fit", () => {
  it.each([
    ["versions.node", "18.20.4", "needs Node 20.19 or newer, up to 24; this is Node 18.20.4"],
    ["versions.node", "20.18.0", "this is Node 20.18.0"],
    ["versions.node", "25.0.0", "this is Node 25.0.0"],
    ["platform", "win32", "install WSL"],
  ])("gets a clear sentence: %s %s", (name, value, sentence) => {
    const [owner, key] = name.includes(".") ? ["process.versions", "node"] : ["process", name];
    const fake = `Object.defineProperty(${owner}, "${key}", { value: "${value}" }); import(process.argv[1])`;
    const { stderr, status } = spawnSync(process.execPath, ["-e", fake, inRoot("scripts", "checkNode.mjs")], {
      encoding: "utf8",
    });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
  });
});

function fakeProgram(name: string, script: string) {
  const file = path.join(programs, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
}
