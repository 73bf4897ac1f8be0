import { Faults } from "./lessonError.mjs";

/**
 * @typedef {object} Cell
 * @property {"markdown" | "code" | "exercise"} kind
 * @property {string} [exercise] - the exercise's name in exercises.ts: "q1"
 * @property {string} source - text of the cell; of a markdown cell without its comment
 * @property {number} line - line of the lesson on which `source` begins
 */

const HEADER = /^\/\/\s*%%/;

/**
 * Splits a lesson into its cells.
 *
 * @param {string} text - the lesson, in percent cells: `// %%`, `// %% [markdown]`, `// %% exercise q1`
 * @param {string} file - its name, for messages
 * @returns {Cell[]}
 * @throws {import("./lessonError.mjs").LessonError} naming every malformed cell
 */
export function parseLesson(text, file) {
  const faults = new Faults(file);
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const starts = lines.flatMap((line, i) => (HEADER.test(line) ? [i] : []));
  checkPreamble(lines.slice(0, starts[0]), faults);
  if (starts.length === 0) faults.add(1, "no cell: a lesson is made of cells that begin with // %%");
  const cells = starts.flatMap((start, i) => {
    const kind = kindOf(lines[start]);
    if (!kind) {
      faults.add(start + 1, `unknown cell "${lines[start]}": use // %%, // %% [markdown] or // %% exercise q1`);
      return [];
    }
    return [readCell(kind, lines.slice(start + 1, starts[i + 1]), start + 2, faults)];
  });
  faults.throwIfAny();
  return cells;
}

function kindOf(header) {
  if (/^\/\/ %%\s*$/.test(header)) return { kind: "code" };
  if (/^\/\/ %% \[markdown\]\s*$/.test(header)) return { kind: "markdown" };
  const exercise = /^\/\/ %% exercise ([A-Za-z]\w*)\s*$/.exec(header)?.[1];
  return exercise ? { kind: "exercise", exercise } : undefined;
}

function checkPreamble(lines, faults) {
  const at = lines.findIndex((line) => line.trim() !== "" && !line.startsWith("//"));
  if (at >= 0) faults.add(at + 1, "text before the first cell: put // %% or // %% [markdown] above it");
}

function readCell(kind, lines, line, faults) {
  const first = lines.findIndex((text) => text.trim() !== "");
  if (first < 0) {
    faults.add(line - 1, "this cell is empty");
    return { ...kind, source: "", line };
  }
  const source = lines.slice(first).join("\n").trimEnd();
  if (kind.kind === "markdown") return { ...kind, ...readMarkdown(source, line + first, faults) };
  return { ...kind, source, line: line + first };
}

function readMarkdown(source, line, faults) {
  const end = source.indexOf("*/");
  if (!source.startsWith("/*")) faults.add(line, "a markdown cell holds its text in one block comment: /* … */");
  else if (end < 0) faults.add(line, "this comment is not closed: */ is missing before the next cell");
  else if (source.slice(end + 2).trim() !== "") {
    const extra = line + source.slice(0, end).split("\n").length - 1;
    faults.add(extra, "text after the comment of a markdown cell: begin a new cell with // %%");
  } else if (source.slice(2, end).replace(/^\*/, "").trim() === "") faults.add(line, "this markdown cell is empty");
  return trimmed(source.slice(2, end < 0 ? undefined : end).replace(/^\*/, ""), line);
}

/** Takes away blank lines around the text and the indentation that its lines share. */
function trimmed(text, line) {
  const lines = text.split("\n").map((row) => row.trimEnd());
  const first = Math.max(
    0,
    lines.findIndex((row) => row !== ""),
  );
  const kept = lines.slice(first).join("\n").trimEnd().split("\n");
  const indent = Math.min(...kept.filter(Boolean).map((row) => row.length - row.trimStart().length));
  return { source: kept.map((row) => row.slice(indent)).join("\n"), line: line + first };
}
