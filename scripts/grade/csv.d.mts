import type { Report } from "./report.mjs";

export function toCsv(report: Report): string;
