import { StepError } from "../setup/steps.mjs";

/**
 * What to say of a notebook that did not reach its end.
 *
 * @param {string} name the lesson
 * @param {"student" | "solved"} variant
 * @param {string} text the notebook's file
 * @param {{ error: string, failed: number | null }} result of run_notebook.py
 */
export function failedCell(name, variant, text, { error, failed }) {
  const source = [JSON.parse(text).cells[(failed ?? 0) - 1]?.source ?? ""].flat().join("");
  const first = source.split("\n").find((line) => line.trim() !== "" && !line.startsWith("import "));
  const where = failed ? `Cell ${failed} (${first?.trim()})` : "The kernel";
  const solved = variant === "solved" ? ", exercises solved" : "";
  return new StepError(`${where} of notebooks/${name}.ipynb${solved} failed: ${lastLine(error)}`, {
    works: "the site as it was built last, and every notebook that has run",
    fix: `mend lessons/${name}, run npm run notebooks, then the same command again`,
    cause: { output: error },
  });
}

/** The line that names the error; what follows it is the stack. */
function lastLine(error) {
  const lines = error
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.findLast((line) => /^\w*(Error|Exception)\b.*:/.test(line)) ?? lines.at(-1) ?? "no reason was given";
}
