import { display } from "../plots/display.js";

/** What a box below a cell says. */
export interface Card {
  /** Decides the sign and the colour of the edge; the words say it too. */
  tone: "good" | "bad" | "broken" | "neutral";
  /** The first line, in bold. */
  headline: string;
  /** Paragraphs of prose. Text between back-quotes is code. */
  paragraphs: readonly string[];
  /** Labelled lines: what was called, expected, got; as code, unless they are `prose`. */
  lines?: readonly { label: string; text: string; prose?: boolean }[];
  /** A block of source code. */
  source?: string;
  /** A last line: what to do next. */
  next?: string;
}

const SIGNS = { good: "✓", bad: "✗", broken: "!", neutral: "○" } as const;
const EDGES = { good: "#2a9d5c", bad: "#d9822b", broken: "#c8453b", neutral: "#8a8f98" } as const;

const GRID = "display:grid;grid-template-columns:max-content 1fr;gap:.15em 1.2em;margin:.4em 0";

/**
 * Shows a card below the cell: HTML that keeps the theme's own colours, with plain text beside it. The sign and the words
 * carry the meaning; the colour of the edge only repeats it.
 */
export function present(card: Card): void {
  display({ "text/html": cardHtml(card), "text/plain": cardText(card) });
}

/** A card as plain text. */
export function cardText({ tone, headline, paragraphs, lines = [], source, next }: Card): string {
  const width = Math.max(0, ...lines.map(({ label }) => label.length)) + 2;
  const labelled = lines.map(
    ({ label, text }) => `  ${label.padEnd(width)}${text.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`,
  );
  return [
    `${SIGNS[tone]} ${headline}`,
    ...paragraphs,
    ...labelled,
    ...[source, next].filter((text) => text !== undefined),
  ].join("\n");
}

/** A card as HTML. */
export function cardHtml({ tone, headline, paragraphs, lines = [], source, next }: Card): string {
  const rows = lines.map(
    ({ label, text, prose: isProse }) =>
      `<div style="opacity:.75">${escapeHtml(label)}</div><div>${isProse ? prose(text) : codeBlock(text)}</div>`,
  );
  return [
    `<div role="status" style="border-left:4px solid ${EDGES[tone]};padding:.3em .9em;margin:.3em 0;max-width:60em">`,
    `<div><span aria-hidden="true">${SIGNS[tone]}</span> <strong>${escapeHtml(headline)}</strong></div>`,
    ...paragraphs.map(paragraph),
    ...(rows.length > 0 ? [`<div style="${GRID}">${rows.join("")}</div>`] : []),
    ...(source ? [codeBlock(source)] : []),
    ...(next ? [paragraph(next)] : []),
    "</div>",
  ].join("");
}

function paragraph(text: string): string {
  return `<p style="margin:.4em 0">${prose(text)}</p>`;
}

function codeBlock(code: string): string {
  return `<pre style="margin:0;padding:0;background:none;color:inherit;white-space:pre-wrap">${escapeHtml(code)}</pre>`;
}

function prose(text: string): string {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll("\n", "<br>");
}

/** Text that stands for itself in HTML. */
export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
