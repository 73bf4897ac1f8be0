import type { ClassificationReport, Scores } from "./classificationReport.js";

const HEADINGS = ["", "precision", "recall", "F₁ score", "support"];

/** A report as lines of text, columns aligned. */
export function reportTable(report: Omit<ClassificationReport, "toString">): string {
  const rows = report.classes.map(({ name, ...scores }) => cells(name, scores));
  const all = report.macroAverage.support;
  const below = [
    ["accuracy", "", "", report.accuracy.toFixed(3), String(all)],
    cells("mean of classes", report.macroAverage),
    cells("mean of pictures", report.weightedAverage),
  ];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...[HEADINGS, ...rows, ...below].map((row) => row[column].length)),
  );
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  ");
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [line(HEADINGS), rule, ...rows.map(line), rule, ...below.map(line)].join("\n");
}

const cells = (name: string, { precision, recall, f1Score, support }: Scores) => [
  name,
  ...[precision, recall, f1Score].map((score) => score.toFixed(3)),
  String(support),
];
