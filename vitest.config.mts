import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Quick tests of the library (`unit`), and slower ones that start kernels, servers and browsers (`system`). */
const system = ["kernel", "package", "notebooks", "setup", "browser", "realData"];

export default defineConfig({
  resolve: {
    alias: [
      { find: /^cnn-workbook$/, replacement: here("lib/index.ts") },
      { find: /^cnn-workbook\/lessons\/(.*)$/, replacement: here("lessons/$1/exercises.ts") },
      { find: /^cnn-workbook\/(.*)$/, replacement: here("lib/$1/index.ts") },
    ],
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/**/*.test.ts"],
          exclude: system.map((folder) => `tests/${folder}/**`),
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: system.map((folder) => `tests/${folder}/**/*.test.ts`),
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
