import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";

/** A student with an empty folder: what the notebook shows is caught as text, and progress goes to the folder. */
export function newStudent() {
  const folder = mkdtempSync(join(tmpdir(), "cnn-workbook-"));
  const file = join(folder, ".progress.json");
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  vi.stubEnv("CNN_WORKBOOK_PROGRESS", file);
  return {
    folder,
    file,
    /** What `work` shows, as text. */
    sees(work: () => void): string {
      log.mockClear();
      work();
      return log.mock.calls.flat().join("\n");
    },
    progress: () => JSON.parse(readFileSync(file, "utf8")),
    write: (text: string) => writeFileSync(file, text),
    leave() {
      log.mockRestore();
      vi.unstubAllEnvs();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
