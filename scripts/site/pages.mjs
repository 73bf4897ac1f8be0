import { escapeHtml } from "./escapeHtml.mjs";
import { predictionsPart } from "./predictionsPart.mjs";
import { shell } from "./shell.mjs";

const ABOUT = "Learn convolutional neural networks by building them: a course of notebooks in TypeScript.";

/** The first page: what each lesson teaches, in the lesson's own words, and the other pages. */
export function indexPage(lessons, others) {
  const more = others.map(({ name, title }) => `<li><a href="${name}.html">${escapeHtml(title)}</a></li>`);
  const main = `<h1>CNN workbook</h1>
<p>${ABOUT} Read, predict, and play with the explorers here; write and run code in JupyterLab.</p>
${more.length > 0 ? `<ul class="others">${more.join("")}</ul>\n` : ""}<h2>Lessons</h2>
<p>After each lesson you can</p>
${lessons.map(lessonEntry).join("\n")}`;
  return shell({ title: "CNN workbook", description: ABOUT, main });
}

function lessonEntry({ name, title, aims, exercises }) {
  return `<section class="lesson">
<h3><a href="${name}.html">${escapeHtml(title)}</a></h3>
<ul>${aims.map((aim) => `<li>${aim}</li>`).join("")}</ul>
<p><a href="solutions/${name}.html">Solutions<span class="unseen"> of ${escapeHtml(title)}</span></a> of its ${count(exercises, "exercise")}</p>
</section>`;
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

/** A lesson as a student opens it, its code run. */
export function lessonPage(page, before, after) {
  const description = `After it you can ${page.aims.join("; ").replace(/<[^>]*>/g, "")}.`;
  return shell({ ...page, description, main: page.html, neighbours: neighboursOf(before, after) });
}

/** The answers of a lesson: what its questions ask, solved exercises, and what they say. */
export function solutionsPage(page, lesson) {
  const title = `Solutions of ${lesson.title}`;
  const main = `<h1>${escapeHtml(title)}</h1>
<p>Try first: the exercises stand in <a href="../${lesson.name}.html">the lesson</a>.</p>
${page.html}
${predictionsPart(lesson.name)}`;
  const sections = [...page.sections, { id: "predictions", level: 2, title: "Predictions" }];
  return shell({ title, description: `Exercises of ${lesson.title}, solved.`, main, root: "../", sections });
}

/** A page of Markdown. */
export function plainPage(page) {
  return shell({ ...page, description: `${page.title}, for the course CNN workbook.`, main: page.html });
}

function neighboursOf(before, after) {
  const link = (page, rel, word) =>
    page ? `<a rel="${rel}" href="${page.name}.html"><span>${word}</span> ${escapeHtml(page.title)}</a>` : "";
  if (!before && !after) return "";
  return `<nav class="neighbours" aria-label="Lessons">${link(before, "prev", "Previous")}${link(after, "next", "Next")}</nav>\n`;
}
