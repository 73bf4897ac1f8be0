import { createRequire } from "node:module";
import { inRoot } from "../paths.mjs";
import { escapeHtml } from "./escapeHtml.mjs";

/** What a lesson asks to predict, with answers and reasons. */
export function predictionsPart(lesson) {
  const load = createRequire(import.meta.url);
  const exported = Object.values(load(inRoot("lib", "dist", "lessons", lesson, "exercises.js")));
  const predictions = exported.map((value) => value?.definition).filter((definition) => definition?.question);
  return `<h2 id="predictions">Predictions</h2>\n${predictions.map(onePrediction).join("\n")}`;
}

function onePrediction({ id, question, choices, answer, explain }) {
  const right = choices ? choices[answer - 1] : String(answer);
  return `<h3 id="prediction-${id.split(".")[1]}">Prediction ${escapeHtml(id)}</h3>
<p>${prose(question)}</p>
<p><strong>${prose(right)}</strong></p>
<p>${prose(explain)}</p>`;
}

/** Text between back-quotes is code. */
function prose(text) {
  return escapeHtml(text)
    .replace(/`([^`]+)`/g, "<code>$1</code>")
    .replaceAll("\n", "<br>");
}
