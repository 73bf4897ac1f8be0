import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { venvPython } from "../../scripts/jupyterEnv.mjs";
import { inRoot } from "../../scripts/paths.mjs";
import { registerKernel } from "../../scripts/setup/kernelspec.mjs";
import { notebook } from "../browser/notebook.js";

let folder: string;
const spec = () => path.join(folder, "share", "jupyter", "kernels", "tslab", "kernel.json");

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-venv-"));
  registerKernel(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("the kernel's paths are absolute, since VS Code replaces no {resource_dir}", () => {
  const { argv, ...rest } = JSON.parse(readFileSync(spec(), "utf8"));
  expect(argv).toEqual([process.execPath, inRoot("kernel", "dist", "main.js"), "{connection_file}"]);
  const { argv: _, ...shipped } = JSON.parse(readFileSync(inRoot("share/jupyter/kernels/tslab/kernel.json"), "utf8"));
  expect(rest).toEqual(shipped);
});

it("a notebook elsewhere runs with it, without this repository's settings", () => {
  const elsewhere = path.join(folder, "elsewhere");
  mkdirSync(elsewhere);
  const cells = [
    `import { correlate1d, toList } from "cnn-workbook";\ntoList(correlate1d([1, 2, 3, 2, 1], [1, 1, 1]))`,
  ];
  writeFileSync(path.join(elsewhere, "try.ipynb"), JSON.stringify(notebook(cells)));
  // Of its own: only the system's folders, and the one just written, which stands for the environment's.
  const { JUPYTER_PATH: _, JUPYTER_CONFIG_PATH: __, ...env } = process.env;
  const run = ["-m", "nbconvert", "--to", "notebook", "--execute", "--stdout", "try.ipynb"];
  const out = execFileSync(venvPython, run, {
    cwd: elsewhere,
    env: { ...env, JUPYTER_DATA_DIR: path.join(folder, "share", "jupyter"), PATH: "/usr/bin:/bin" },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [{ outputs }] = JSON.parse(out).cells;
  expect(JSON.stringify(outputs)).toContain("3, 6, 7");
});

it("does nothing where there is no environment", () => {
  const none = path.join(folder, "none");
  registerKernel(none);
  expect(existsSync(none)).toBe(false);
});
