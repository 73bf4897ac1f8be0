import type { Summary, SummaryRow } from "./summarize.js";

const HEADINGS = ["layer", "output", "parameters", "multiply-adds", "sees"];

/** A summary as lines of text, columns aligned. */
export function summaryTable({ name, inputShape, rows, totals }: Omit<Summary, "toString">): string {
  const cells = [HEADINGS, ["input", shapeText(inputShape), "", "", ""], ...rows.map(rowCells)];
  const widths = HEADINGS.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row: string[]) =>
    row
      .map((cell, i) => (i < 2 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join("  ")
      .trimEnd();
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  const held = totals.params - totals.trainableParams;
  return [
    name,
    line(cells[0]),
    rule,
    ...cells.slice(1).map(line),
    rule,
    `parameters     ${grouped(totals.params)}${held > 0 ? `, of them ${grouped(totals.trainableParams)} learned` : ""}`,
    `multiply-adds  ${grouped(totals.multiplyAdds)} for one example`,
    `activations    ${grouped(totals.activations)} for one example`,
  ].join("\n");
}

const rowCells = ({ name, outputShape, params, multiplyAdds, receptiveField }: SummaryRow) => [
  name,
  shapeText(outputShape),
  grouped(params),
  grouped(multiplyAdds),
  receptiveField === undefined ? "all" : grouped(receptiveField),
];

const shapeText = (shape: readonly number[]) => shape.join(" × ");

const grouped = (value: number) => value.toLocaleString("en");
