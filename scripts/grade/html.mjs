/**
 * The report as a page: sums, a table for each lesson, and what the class found hard.
 *
 * @param {ReturnType<typeof import("./report.mjs").makeReport>} report
 * @param {{ notes?: string[], date?: string }} [about]
 */
export function toHtml({ lessons, students }, { notes = [], date = "" } = {}) {
  return [
    `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Grades</title>`,
    `<meta name="viewport" content="width=device-width"><style>${style}</style></head><body><main><h1>Grades</h1>`,
    `<p>${escapeHtml(date)}. ${plural(students.length, "student")}, ${plural(lessons.length, "lesson")}. `,
    `An exercise counts 1 when it passed, else 0.</p>`,
    ...(notes.length > 0 ? [`<ul>${notes.map((note) => `<li>${escapeHtml(note)}</li>`).join("")}</ul>`] : []),
    `<h2>Sums</h2>${table(
      "Passed exercises",
      sumsHead(lessons),
      students.map((student) => sumsRow(student, lessons)),
    )}`,
    `<h2>The class</h2>${lessons.map(classTable).join("")}`,
    ...lessons.map((lesson) => lessonTable(lesson, students)),
    `</main></body></html>\n`,
  ].join("");
}

const sumsHead = (lessons) => ["Student", ...lessons.map(({ name }) => name.slice(0, 2)), "Sum"].map(escapeHtml);

function sumsRow({ name, results, passed }, lessons) {
  const each = lessons.map(({ exercises }) => {
    const right = exercises.filter(({ id }) => results[id].status === "passed").length;
    return `${right} of ${exercises.length}`;
  });
  return [escapeHtml(name), ...each, `${passed} of ${Object.keys(results).length}`];
}

function lessonTable({ name, exercises }, students) {
  const head = ["Student", ...exercises.map(({ id, title }) => `${id} ${title}`)].map(escapeHtml);
  const rows = students.map((student) => [
    escapeHtml(student.name),
    ...exercises.map(({ id }) => verdict(student.results[id])),
  ]);
  return `<h2>${escapeHtml(name)}</h2>${table(`Lesson ${name}: each exercise`, head, rows)}`;
}

const words = {
  passed: ["✓", "passed"],
  wrong: ["✗", "wrong"],
  error: ["!", "error"],
  unwritten: ["○", "not written"],
  missing: ["–", "not handed in"],
};

function verdict({ status, mistake, message, evidence = {} }) {
  const [sign, word] = words[status];
  const title = `<b class="${status}"><span aria-hidden="true">${sign}</span> ${word}</b>`;
  if (status !== "wrong" && status !== "error") return title;
  const lines = Object.entries(evidence).map(([label, text]) => `${escapeHtml(label)}: ${escapeHtml(text)}`);
  const shown =
    lines.length > 0 ? `<details><summary>What was called</summary><pre>${lines.join("\n")}</pre></details>` : "";
  return `${title}${mistake ? `: ${escapeHtml(mistake)}` : ""}<p>${prose(message)}</p>${shown}`;
}

function classTable({ name, exercises }) {
  const head = ["Exercise", ...Object.values(words).map(([, word]) => word), "Commonest mistakes"];
  const rows = exercises.map(({ id, title, counts, mistakes }) => [
    escapeHtml(`${id} ${title}`),
    ...Object.keys(words).map((status) => String(counts[status])),
    mistakes.slice(0, 3).map(commonMistake).join("") || "none recognised",
  ]);
  return table(`Lesson ${name}: how the class did`, head, rows);
}

const commonMistake = ({ name, says, count }) =>
  `<p><b>${escapeHtml(name)}</b> (${plural(count, "student")}). ${prose(says)}</p>`;

/** Cells are HTML already; the first of a row is its heading. */
function table(caption, head, rows) {
  const heads = head.map((cell) => `<th scope="col">${cell}</th>`).join("");
  const body = rows.map(
    ([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  return `<section class="wide" tabindex="0" aria-label="${escapeHtml(caption)}"><table><caption>${escapeHtml(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${body.join("")}</tbody></table></section>`;
}

const plural = (count, thing) => `${count} ${thing}${count === 1 ? "" : "s"}`;

const marks = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML; characters that change the direction of what follows are left out. */
const escapeHtml = (text) =>
  String(text)
    .replace(/[&<>"']/g, (mark) => marks[mark])
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "");

/** Text between back-quotes is code, as in the notebooks. */
const prose = (text) => escapeHtml(text).replace(/`([^`]+)`/g, "<code>$1</code>");

const style = `
:root { color-scheme: light dark; --ink: #1d2126; --paper: #fff; --line: #c9ced6; --soft: #f2f4f7;
  --passed: #17693a; --wrong: #8a4b00; --error: #a32219; --none: #555d68; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ee; --paper: #16191d; --line: #454c56; --soft: #22272d;
  --passed: #6fd39a; --wrong: #f0b05e; --error: #ff9a90; --none: #aab2bd; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1rem 2rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; max-width: 24rem; }
thead th { background: var(--soft); }
td p { margin: .3rem 0 0; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3rem 0; }
.passed { color: var(--passed); } .wrong { color: var(--wrong); } .error { color: var(--error); }
.unwritten, .missing { color: var(--none); }
`;
