import type { Report } from "./report.mjs";

export function toHtml(report: Report, about?: { notes?: string[]; date?: string }): string;
