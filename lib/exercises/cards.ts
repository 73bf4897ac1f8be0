import type { Card } from "./present.js";
import type { AnyFunction, CheckResult, Evidence, ExerciseDefinition } from "./types.js";

type Line = NonNullable<Card["lines"]>[number];

/** The card that shows how a check ended. */
export function cardOf(result: CheckResult, { id, title }: ExerciseDefinition<AnyFunction>, name: string): Card {
  const help = `\`${name}.hint()\` gives a hint.`;
  switch (result.status) {
    case "passed":
      return { tone: "good", headline: `Passed: ${id} ${title}`, paragraphs: [] };
    case "unwritten":
      return {
        tone: "neutral",
        headline: `Not written yet: ${id}`,
        paragraphs: [`${title} Replace \`todo()\` by your own code, then run this cell. ${help}`],
      };
    case "wrong":
      return {
        tone: "bad",
        headline: `Not right yet: ${id}`,
        paragraphs: [result.message, help],
        lines: evidenceLines(result.evidence),
      };
    case "error":
      return {
        tone: "broken",
        headline: `Error: ${id}`,
        paragraphs: [result.message],
        lines: evidenceLines(result.evidence),
      };
  }
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
