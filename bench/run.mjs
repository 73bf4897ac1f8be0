import { existsSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

// npm run bench -- NAME [options] runs bench/NAME.mjs, whose `bench(options)` says whether all that must hold held.
const here = dirname(fileURLToPath(import.meta.url));
const [name, ...options] = process.argv.slice(2);
const names = readdirSync(here)
  .filter((file) => file.endsWith(".mjs") && file !== "run.mjs")
  .map((file) => file.slice(0, -".mjs".length));

if (name && existsSync(join(here, `${name}.mjs`)) && name !== "run") {
  const { bench } = await import(pathToFileURL(join(here, `${name}.mjs`)).href);
  process.exitCode = (await bench(options)) ? 0 : 1;
} else {
  console.log(`usage: npm run bench -- NAME, where NAME is one of: ${names.join(", ")}`);
  process.exitCode = name ? 1 : 0;
}
