import { existsSync, mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { inRoot } from "../paths.mjs";
import { writeWhole } from "../work/files.mjs";

const NAME = path.join("share", "jupyter", "kernels", "tslab");

/**
 * Makes the TypeScript kernel known to .venv, for programs that read no JUPYTER_PATH: VS Code, and Jupyter started by hand.
 * VS Code neither replaces `{resource_dir}` nor has a terminal's PATH, so both paths are written out.
 *
 * @param {string} [venv] - the Python environment; does nothing where there is none
 */
export function registerKernel(venv = inRoot(".venv")) {
  if (!existsSync(venv)) return;
  const spec = JSON.parse(readFileSync(inRoot(NAME, "kernel.json"), "utf8"));
  const argv = [process.execPath, inRoot("kernel", "dist", "main.js"), "{connection_file}"];
  const text = `${JSON.stringify({ ...spec, argv }, null, 2)}\n`;
  const file = path.join(venv, NAME, "kernel.json");
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(path.dirname(file), { recursive: true });
  writeWhole(file, text);
}
