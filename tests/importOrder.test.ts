import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize, relative, sep } from "node:path";
import { expect, it } from "vitest";

const lib = join(__dirname, "..", "lib");

/** A folder may import from those to its left. */
const ORDER =
  "arrays signals images filters plots layers learning architectures datasets training exercises explorers".split(" ");

/** Knows nothing of networks: a checker must not load TensorFlow. */
const FORBIDDEN: Record<string, string[]> = {
  exercises: ["layers", "learning", "architectures", "datasets", "training"],
};

const folders = readdirSync(lib, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "dist")
  .map(({ name }) => name);

const sources = folders.flatMap((folder) => {
  const files = readdirSync(join(lib, folder), { recursive: true, encoding: "utf8" });
  return files.filter((file) => file.endsWith(".ts")).map((file) => join(folder, file));
});

it("knows every folder of the library", () => {
  expect(ORDER).toEqual(expect.arrayContaining(folders));
  expect(folders).toContain("training");
});

it.each(sources)("%s imports only from folders to its left", (source) => {
  const folder = source.split(sep)[0];
  const text = readFileSync(join(lib, source), "utf8");
  const imported = [...text.matchAll(/(?:from|import|require)\s*\(?\s*"(\.[^"]+)"/g)].map(
    ([, path]) => relative(lib, normalize(join(lib, dirname(source), path))).split(sep)[0],
  );
  for (const other of imported.filter((name) => name !== folder)) {
    expect(ORDER.slice(0, ORDER.indexOf(folder)), `imports from ${other}`).toContain(other);
    expect(FORBIDDEN[folder] ?? [], `imports from ${other}`).not.toContain(other);
  }
});
