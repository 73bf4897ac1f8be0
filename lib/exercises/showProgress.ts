import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { display } from "../plots/display.js";
import { lessonSources } from "./lessonSources.js";
import { escapeHtml } from "./present.js";
import { type Progress, readProgress } from "./progress.js";

/** A lesson, and what there is to do in it. */
export interface LessonContents {
  /** Its folder: "01-convolution-1d". */
  name: string;
  /** As its page is headed, or made from `name` where the page is not installed. */
  title: string;
  exercises: { id: string; title: string }[];
  predictions: { id: string }[];
}

const MARKS = { done: "✓", tried: "…", "still to do": "○" } as const;

/**
 * Shows what you did in each lesson: exercises passed, tried and still to do, and how many predictions were right.
 *
 * @example showProgress()
 */
export function showProgress(): void {
  const lessons = findLessons();
  const progress = readProgress();
  display({ "text/html": tableHtml(lessons, progress), "text/plain": tableText(lessons, progress) });
}

/**
 * The lessons that are built, with their exercises and predictions. One that cannot be loaded is left out.
 *
 * @param folder - where the compiled lessons are; default the package's own
 */
export function findLessons(folder = join(__dirname, "..", "..", "lessons")): LessonContents[] {
  const load = createRequire(__filename);
  return folders(folder).flatMap((name) => {
    try {
      return [contents(name, Object.values(load(join(folder, name, "exercises.js"))))];
    } catch {
      return [];
    }
  });
}

function folders(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d\d-/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function contents(name: string, exported: unknown[]): LessonContents {
  const things = exported.map((value) => value as { id?: unknown; definition?: { title?: string; question?: string } });
  const declared = things.filter(({ id, definition }) => typeof id === "string" && definition);
  const exercises = declared.filter(({ definition }) => definition?.question === undefined);
  const predictions = declared.filter(({ definition }) => definition?.question !== undefined);
  return {
    name,
    title: titleOf(name),
    exercises: exercises.map(({ id, definition }) => ({ id: String(id), title: String(definition?.title) })),
    predictions: predictions.map(({ id }) => ({ id: String(id) })),
  };
}

function titleOf(name: string): string {
  try {
    const heading = /^# (.+)$/m.exec(readFileSync(join(lessonSources(), name, "lesson.ts"), "utf8"))?.[1];
    if (heading) return heading;
  } catch {
    // The package without its lessons' pages.
  }
  return `${name.slice(0, 2)} · ${name.slice(3).replaceAll("-", " ")}`;
}

/** One row: lesson, marks of its exercises, predictions that were right. */
interface Row {
  lesson: string;
  marks: { mark: string; label: string }[];
  done: string;
  predictions: string;
}

function rowsOf(lessons: LessonContents[], progress: Progress): Row[] {
  return lessons.map(({ title, exercises, predictions }) => {
    const states = exercises.map(({ id }) => stateOf(id, progress));
    const guesses = predictions.flatMap(({ id }) => progress.predictions[id] ?? []);
    const right = guesses.filter((guess) => guess.right).length;
    return {
      lesson: title,
      marks: states.map((state, i) => ({
        mark: MARKS[state],
        label: `${exercises[i].id} ${exercises[i].title}: ${state}`,
      })),
      done: `${states.filter((state) => state === "done").length} of ${exercises.length}`,
      predictions:
        predictions.length > 0 ? `${right} right of ${guesses.length} made, ${predictions.length} in all` : "",
    };
  });
}

function stateOf(id: string, { exercises }: Progress): keyof typeof MARKS {
  const known = exercises[id];
  if (known?.passed) return "done";
  return known && known.attempts > 0 ? "tried" : "still to do";
}

/** The table as plain text. */
export function tableText(lessons: LessonContents[], progress: Progress): string {
  const rows = rowsOf(lessons, progress).map(({ lesson, marks, done, predictions }) => [
    lesson,
    marks.map(({ mark }) => mark).join(" "),
    done,
    predictions,
  ]);
  const table = [["Lesson", "Exercises", "Done", "Predictions"], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
  return [...lines, LEGEND].join("\n");
}

const LEGEND = `${MARKS.done} done   ${MARKS.tried} tried   ${MARKS["still to do"]} still to do`;

/** The table as HTML: every mark has a label for those who cannot see it. */
export function tableHtml(lessons: LessonContents[], progress: Progress): string {
  const cell = (text: string) => `<td style="text-align:left;padding:.2em 1.2em .2em 0">${text}</td>`;
  const heads = ["Lesson", "Exercises", "Done", "Predictions"].map(
    (text) => `<th scope="col" style="text-align:left;padding:.2em 1.2em .2em 0">${text}</th>`,
  );
  const rows = rowsOf(lessons, progress).map(({ lesson, marks, done, predictions }) => {
    const signs = marks.map(
      ({ mark, label }) =>
        `<span title="${escapeHtml(label)}" aria-label="${escapeHtml(label)}" role="img">${mark}</span>`,
    );
    return `<tr>${cell(escapeHtml(lesson))}${cell(signs.join(" "))}${cell(done)}${cell(predictions)}</tr>`;
  });
  return `<table><caption style="text-align:left">${LEGEND}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}
