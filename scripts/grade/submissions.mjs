import { readdirSync } from "node:fs";
import path from "node:path";

/**
 * The notebooks that were handed in: `FOLDER/STUDENT/03-name.ipynb`, or `FOLDER/STUDENT_03-name.ipynb`. A lesson is known by
 * the number that its file begins with. Links are not followed, and files of other kinds are passed over.
 *
 * @param {string} folder
 * @param {string[]} lessons names of the lessons there are
 * @returns {{ submissions: { student: string, lesson: string, file: string }[], students: string[], notes: string[] }}
 */
export function findSubmissions(folder, lessons) {
  const found = { submissions: [], students: new Set(), notes: [] };
  const lessonOf = (number) => lessons.find((name) => name.startsWith(`${number}-`));
  for (const entry of entriesOf(folder)) {
    const flat = /^(.+)_(\d\d)-[^/]*\.ipynb$/.exec(entry.name);
    if (entry.isSymbolicLink()) found.notes.push(`${entry.name} is a link, and is not followed.`);
    else if (entry.isDirectory()) addFolder(found, entry.name, path.join(folder, entry.name), lessonOf);
    else if (flat && entry.isFile()) add(found, flat[1], lessonOf(flat[2]), path.join(folder, entry.name));
  }
  const submissions = found.submissions.sort((a, b) => byName(a.student, b.student) || byName(a.lesson, b.lesson));
  return { submissions, students: [...found.students].sort(byName), notes: found.notes };
}

const byName = (a, b) => a.localeCompare(b, "en", { numeric: true });

function addFolder(found, student, folder, lessonOf) {
  found.students.add(student);
  for (const entry of entriesOf(folder)) {
    const number = /^(\d\d)-.*\.ipynb$/.exec(entry.name)?.[1];
    if (number && entry.isSymbolicLink()) found.notes.push(`${student}/${entry.name} is a link, and is not followed.`);
    else if (number && entry.isFile()) add(found, student, lessonOf(number), path.join(folder, entry.name));
  }
}

/** Of two files for one lesson the one with the lesson's own name counts. */
function add(found, student, lesson, file) {
  if (!lesson) return;
  found.students.add(student);
  const other = found.submissions.find((one) => one.student === student && one.lesson === lesson);
  if (!other) found.submissions.push({ student, lesson, file });
  else {
    if (path.basename(file).endsWith(`${lesson}.ipynb`)) other.file = file;
    found.notes.push(`${student} has more than one notebook of ${lesson}: ${path.basename(other.file)} counts.`);
  }
}

function entriesOf(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => byName(a.name, b.name));
}
