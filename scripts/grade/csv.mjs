/**
 * The report as a table for spreadsheets: for each exercise 1 or 0 and a finding in words, at the end the sum.
 *
 * @param {ReturnType<typeof import("./report.mjs").makeReport>} report
 */
export function toCsv({ lessons, students }) {
  const ids = lessons.flatMap(({ exercises }) => exercises.map(({ id }) => id));
  const head = ["student", ...ids.flatMap((id) => [id, `${id} finding`]), "sum", "of"];
  const rows = students.map(({ name, results, passed }) => [
    name,
    ...ids.flatMap((id) => [results[id].status === "passed" ? 1 : 0, finding(results[id])]),
    passed,
    ids.length,
  ]);
  return [head, ...rows].map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

const finding = ({ status, mistake }) => (mistake ? `${status}: ${mistake}` : status);

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function field(value) {
  if (typeof value === "number") return String(value);
  const text = /^[\s]*[=+\-@]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
