import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * What a restart of the hub lost of a student's work: notebook and progress on disk, and the variables of the kernel.
 *
 * @param {{ student: import("./student.mjs").Student, value?: object, file: string, folder: string }} work `value` is what
 *   `workThrough` gave
 * @returns {Promise<string[]>} a sentence for each loss
 */
export async function lost({ student, value, file, folder }) {
  if (!value) return [];
  const work = path.join(folder, "students", student.name, "work");
  const found = JSON.parse(readFileSync(path.join(work, file), "utf8"));
  const progress = JSON.parse(readFileSync(path.join(work, ".progress.json"), "utf8"));
  const passed = Object.values(progress.exercises).filter((exercise) => exercise.passed).length;
  const losses = [];
  if (content(found) !== content(value.notebook)) losses.push("the notebook");
  if (passed !== value.notebook.cells.filter(isExercise).length) losses.push("progress");
  if (!(await knows(student, value.kernel))) losses.push("the kernel's variables");
  return losses.map((what) => `${student.name}: ${what}`);
}

function isExercise({ metadata }) {
  return metadata.tags?.includes("exercise");
}

/** Sources and outputs, in one form: files keep texts as lists of lines. */
function content({ cells }) {
  return JSON.stringify(cells.map(({ source, outputs = [] }) => [joined(source), outputs.map(shown)]));
}

function shown({ output_type, text, data = {} }) {
  return [output_type, joined(text), joined(data["text/plain"])];
}

function joined(text = "") {
  return [text].flat().join("");
}

async function knows(student, kernel) {
  await student.openServer();
  const channel = await student.connect(kernel);
  const outputs = await channel.execute("console.log(whoseKernel)");
  channel.close();
  return (
    outputs
      .map(({ text }) => text)
      .join("")
      .trim() === student.name
  );
}
