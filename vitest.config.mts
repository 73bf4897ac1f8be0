import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Quick tests of the library (`unit`); every notebook from its first cell to its last, by itself and in the browser, side
 * by side (`lessons`); and what starts kernels, servers and browsers and must not be disturbed (`system`).
 */
const lessons = ["tests/notebooks/**/*.test.ts", "tests/browser/lessons.test.ts"];
const system = ["kernel", "package", "setup", "browser", "realData", "deploy", "grading/sandbox"].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
);
/** Two at least: what tests start and wait for leaves a core free now and then. */
const maxWorkers = Math.max(2, availableParallelism() - 1);
const slow = { testTimeout: 300_000, hookTimeout: 300_000 };

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
          exclude: [...system, ...lessons],
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: { name: "lessons", include: lessons, maxWorkers: 2, ...slow },
      },
      {
        extends: true,
        test: { name: "system", include: system, exclude: lessons, fileParallelism: false, ...slow },
      },
    ],
  },
});
