import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findLessons, tableHtml, tableText } from "../../lib/exercises/showProgress.js";
import { newStudent } from "./student.js";

let student: ReturnType<typeof newStudent>;
beforeEach(() => {
  student = newStudent();
});
afterEach(() => student.leave());

/** A lesson as the compiler leaves it. */
function build(name: string, code: string) {
  mkdirSync(join(student.folder, name), { recursive: true });
  writeFileSync(join(student.folder, name, "exercises.js"), code);
}

const twoAndOne = `exports.q1 = { id: "01.1", definition: { title: "One <output>" } };
  exports.q2 = { id: "01.2", definition: { title: "All" } };
  exports.q3 = { id: "01.3", definition: { title: "Flip" } };
  exports.p1 = { id: "01.p1", definition: { question: "?" } };
  exports.p2 = { id: "01.p2", definition: { question: "?" } };
  exports.helper = () => 1;`;

const progress = {
  version: 1 as const,
  exercises: { "01.1": { attempts: 3, passed: "2026-01-01" }, "01.2": { attempts: 1 }, "01.3": { attempts: 0 } },
  predictions: { "01.p1": { guess: 1, right: true, at: "" } },
};

describe("findLessons(folder)", () => {
  it("reads exercises and predictions of each lesson, and passes over what cannot be loaded", () => {
    build("97-sums", twoAndOne);
    build("00-start-here", "exports.q1 = { id: '00.1', definition: { title: 'First' } };");
    build("02-broken", "throw new Error('needs a network');");
    build("notes", twoAndOne);
    const lessons = findLessons(student.folder);
    expect(lessons.map(({ name }) => name)).toEqual(["00-start-here", "97-sums"]);
    expect(lessons[1].exercises.map(({ id }) => id)).toEqual(["01.1", "01.2", "01.3"]);
    expect(lessons[1].predictions.map(({ id }) => id)).toEqual(["01.p1", "01.p2"]);
  });

  it("heads each with the title of its page where that is installed", () => {
    build("01-convolution-1d", twoAndOne);
    build("98-no-page", twoAndOne);
    const titles = findLessons(student.folder).map(({ title }) => title);
    expect(titles).toEqual(["01 · Convolution in one dimension", "98 · no page"]);
  });

  it("finds nothing where nothing is built", () => expect(findLessons(join(student.folder, "none"))).toEqual([]));
});

describe("the table", () => {
  it("says what is done, tried and still to do, in text and in HTML", () => {
    build("97-sums", twoAndOne);
    const lessons = findLessons(student.folder);
    expect(tableText(lessons, progress).split("\n")).toEqual([
      "Lesson     Exercises  Done    Predictions",
      "97 · sums  ✓ … ○      1 of 3  1 right of 1 made, 2 in all",
      "✓ done   … tried   ○ still to do",
    ]);
    const html = tableHtml(lessons, progress);
    expect(html).toContain('aria-label="01.1 One &lt;output&gt;: done"');
    expect(html).toContain('aria-label="01.3 Flip: still to do"');
  });
});
