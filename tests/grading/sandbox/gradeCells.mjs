import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gradeNotebook } from "../../../scripts/grade/gradeNotebook.mjs";
import { limits } from "../../../scripts/grade/limits.mjs";
import { withoutSolutions } from "../../../scripts/grade/withoutSolutions.mjs";

/*
 * Grades cells that come as JSON on the standard input, and prints what came of them: every check in order, too. `whole`
 * leaves the lesson in the sandbox as it is, with its planted mistakes, which students' sandboxes do not have.
 */

const { lesson, cells, shipped = [], cellTime = limits.time.cell, whole = false } = JSON.parse(readFileSync(0, "utf8"));
limits.time.cell = cellTime;
limits.time.start = 30_000;
const folder = mkdtempSync(path.join(tmpdir(), "cnn-workbook-"));
chmodSync(folder, 0o755);
try {
  const checks = [];
  const instead = whole ? {} : withoutSolutions(lesson, folder);
  const seen = (id, { status, mistake, message }) => checks.push({ id, status, mistake, message });
  const graded = await gradeNotebook(lesson, cells, shipped, { instead, seen });
  console.log(JSON.stringify({ ...graded, checks }));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit();
