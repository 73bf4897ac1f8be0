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
let python: string;

/** A Python environment of its own, with the packages of `.venv`. */
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-venv-"));
  execFileSync(venvPython, ["-m", "venv", "--without-pip", folder]);
  python = path.join(folder, "bin", "python");
  writeFileSync(path.join(packagesOf(python), "pinned.pth"), packagesOf(venvPython));
  registerKernel(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function packagesOf(python: string): string {
  const code = "import sysconfig; print(sysconfig.get_path('purelib'))";
  return execFileSync(python, ["-c", code], { encoding: "utf8" }).trim();
}

/** Runs a Jupyter program of that environment: without this repository's settings, and without Node on PATH. */
function jupyter(cwd: string, ...args: string[]): string {
  const names = ["HOME", "LANG", "TMPDIR"];
  const env = { ...Object.fromEntries(names.map((name) => [name, process.env[name]])), PATH: "/nowhere" };
  return execFileSync(python, ["-m", ...args], { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

it("the kernel's paths are absolute, since VS Code replaces no {resource_dir}", () => {
  const file = path.join("share", "jupyter", "kernels", "tslab", "kernel.json");
  const { argv, ...rest } = JSON.parse(readFileSync(path.join(folder, file), "utf8"));
  expect(argv).toEqual([process.execPath, inRoot("kernel", "dist", "main.js"), "{connection_file}"]);
  const { argv: _, ...shipped } = JSON.parse(readFileSync(inRoot(file), "utf8"));
  expect(rest).toEqual(shipped);
});

it("Jupyter lists it by itself, and runs a notebook in another folder with it", () => {
  const elsewhere = path.join(folder, "elsewhere");
  mkdirSync(elsewhere);
  const specs = JSON.parse(jupyter(elsewhere, "jupyter_client.kernelspecapp", "list", "--json"));
  expect(specs.kernelspecs.tslab.resource_dir).toBe(path.join(folder, "share", "jupyter", "kernels", "tslab"));
  const cell = `import { correlate1d, toList } from "cnn-workbook";\ntoList(correlate1d([1, 2, 3, 2, 1], [1, 1, 1]))`;
  writeFileSync(path.join(elsewhere, "try.ipynb"), JSON.stringify(notebook([cell])));
  const run = jupyter(elsewhere, "nbconvert", "--to", "notebook", "--execute", "--stdout", "try.ipynb");
  expect(JSON.stringify(JSON.parse(run).cells[0].outputs)).toContain("1, 3, 6, 7");
});

it("does nothing where there is no environment", () => {
  const none = path.join(folder, "none");
  registerKernel(none);
  expect(existsSync(none)).toBe(false);
});
