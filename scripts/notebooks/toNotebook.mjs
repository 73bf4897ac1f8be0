import { createHash } from "node:crypto";

/**
 * A notebook (nbformat 4.5) without outputs, as text: the same cells always give the same bytes.
 *
 * @param {import("./parseLesson.mjs").Cell[]} cells
 * @param {string} lesson - its folder's name; the ids of the cells depend on it
 * @returns {string} JSON, ending in a line break
 */
export function toNotebook(cells, lesson) {
  const ids = cellIds(cells, lesson);
  const notebook = {
    cells: cells.map((cell, i) => (cell.kind === "markdown" ? markdownCell(cell, ids[i]) : codeCell(cell, ids[i]))),
    metadata: {
      "cnn-workbook": { generated: `from lessons/${lesson}/lesson.ts by npm run notebooks; do not edit` },
      kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" },
      language_info: { file_extension: ".ts", mimetype: "text/typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  };
  return `${JSON.stringify(notebook, null, 1)}\n`;
}

function markdownCell({ source }, id) {
  return { cell_type: "markdown", id, metadata: {}, source: lines(source) };
}

function codeCell({ kind, exercise, source }, id) {
  const metadata = kind === "exercise" ? { tags: ["exercise", exercise] } : {};
  return { cell_type: "code", execution_count: null, id, metadata, outputs: [], source: lines(source) };
}

function lines(source) {
  return source.split(/(?<=\n)/);
}

/**
 * An id comes from the cell's first line, so it stays when other cells come and go and when the rest of the cell is
 * rewritten. An exercise's comes from its name.
 */
function cellIds(cells, lesson) {
  const seen = new Map();
  return cells.map(({ kind, exercise, source, key = source }) => {
    if (kind === "exercise") return `exercise-${exercise}`;
    const first = `${kind}\n${key.split("\n", 1)[0]}`;
    const count = (seen.get(first) ?? 0) + 1;
    seen.set(first, count);
    return createHash("sha256").update(`${lesson}\n${first}\n${count}`).digest("hex").slice(0, 12);
  });
}
