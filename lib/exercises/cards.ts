import type { Card } from "./present.js";
import type { AnyFunction, CheckResult, Evidence, ExerciseDefinition } from "./types.js";

type Line = NonNullable<Card["lines"]>[number];

/** The card that shows how a check ended. */
export function cardOf(result: CheckResult, { id, title }: ExerciseDefinition<AnyFunction>, name: string): Card {
  const next = `\`${name}.hint()\` gives a hint.`;
  switch (result.status) {
    case "passed":
      return { tone: "good", headline: `Passed: ${id} ${title}`, paragraphs: [] };
    case "unwritten":
      return { tone: "neutral", headline: `Not written yet: ${id} ${title}`, paragraphs: [WRITE], next };
    case "wrong":
      return { tone: "bad", headline: `Not right yet: ${id}`, ...told(result), next };
    case "error":
      return { tone: "broken", headline: `Error: ${id}`, ...told(result) };
  }
}

const WRITE = "Replace `todo()` by your own code, then run this cell.";

function told({ message, evidence }: { message: string; evidence?: Evidence }) {
  return { paragraphs: message.split("\n"), lines: evidenceLines(evidence) };
}

function evidenceLines(evidence: Evidence = {}): Line[] {
  const lines: (Line | { label: string; text?: undefined })[] = [
    { label: "call", text: evidence.call },
    { label: "with", text: evidence.inputs },
    { label: "expected", text: evidence.expected },
    { label: "got", text: evidence.got },
    { label: "first difference", text: evidence.where, prose: true },
  ];
  return lines.filter((line): line is Line => Boolean(line.text));
}
