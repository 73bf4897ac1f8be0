/**
 * A student's lesson: opens it, runs every cell of the solved notebook, and saves.
 *
 * @param {import("./student.mjs").Student} student who is logged in
 * @param {{ file: string, solved: object }} lesson name of the notebook, and the notebook with every exercise solved
 * @returns {Promise<{ kernel: string, firstOutput: number, notebook: object, faults: string[] }>} `firstOutput` is the
 *   time at which the first output came
 */
export async function workThrough(student, { file, solved }) {
  await student.openServer();
  const notebook = await student.read(file);
  const kernel = await student.startKernel(file);
  const channel = await student.connect(kernel);
  await channel.execute(`let whoseKernel = ${JSON.stringify(student.name)};`);
  notebook.cells = structuredClone(solved.cells);
  const faults = [];
  let firstOutput;
  for (const cell of notebook.cells.filter(({ cell_type }) => cell_type === "code")) {
    cell.outputs = await channel.execute([cell.source].flat().join(""));
    if (cell.outputs.length > 0) firstOutput ??= Date.now();
    faults.push(...faultsOf(cell));
  }
  await student.save(file, notebook);
  channel.close();
  return { kernel, firstOutput, notebook, faults };
}

function faultsOf({ outputs, metadata }) {
  const errors = outputs.filter(({ output_type }) => output_type === "error").map(({ evalue }) => evalue);
  const unsolved = metadata.tags?.includes("exercise") && !JSON.stringify(outputs).includes("✓ Passed");
  return unsolved ? [...errors, "an exercise was not passed"] : errors;
}
