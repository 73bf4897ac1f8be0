import type { Rows } from "../convolution2d/state.js";
import { readWeight, writeWeight } from "../shared/weight.js";
import { element } from "./element.js";

const STEPS: Record<string, number> = { ArrowUp: 1, ArrowDown: -1 };

let made = 0;

/** A field for each weight of a kernel, as they lie. Arrow keys up and down change a weight by one. */
export function createWeightGrid(setKernel: (kernel: number[][]) => void) {
  const id = `cw-weights-${++made}`;
  const grid = element("div", { class: "cw-weights", role: "group", "aria-label": "weights of the kernel" });
  const problem = element("span", { id, class: "cw-problem", role: "alert" });
  let fields: HTMLInputElement[][] = [];
  const take = () => {
    const kernel = fields.map((row) => row.map((field) => readWeight(field.value.trim())));
    const wrong = fields.flat().filter((field, i) => mark(field, Number.isNaN(kernel.flat()[i])));
    problem.textContent = wrong.length === 0 ? "" : `“${wrong[0].value}” is not a number. Write 2, -1, 0.5 or 1/9.`;
    if (wrong.length === 0) setKernel(kernel);
  };
  const rebuild = (side: number) => {
    fields = range(side).map((row) =>
      range(side).map((column) => weightField(`row ${row}, column ${column}`, id, take)),
    );
    grid.style.gridTemplateColumns = `repeat(${side}, auto)`;
    grid.replaceChildren(...fields.flat());
  };
  const show = (kernel: Rows) => {
    if (kernel.length !== fields.length) rebuild(kernel.length);
    const shown = fields.flat();
    // What is being typed stays as it is typed.
    if (shown.every((field, i) => readWeight(field.value.trim()) === kernel.flat()[i])) return;
    shown.forEach((field, i) => {
      field.value = writeWeight(kernel.flat()[i]);
      mark(field, false);
    });
    problem.textContent = "";
  };
  return { node: element("div", {}, grid, problem), show };
}

function weightField(place: string, problem: string, take: () => void): HTMLInputElement {
  const field = element("input", {
    ...{ type: "text", inputmode: "text", autocomplete: "off", spellcheck: "false", class: "cw-input cw-weight-input" },
    ...{ "aria-label": `weight in ${place}`, "aria-describedby": problem },
  });
  field.addEventListener("input", take);
  field.addEventListener("focus", () => field.select());
  field.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const value = readWeight(field.value.trim());
    if (!step || Number.isNaN(value)) return;
    event.preventDefault();
    field.value = writeWeight(value + step);
    take();
  });
  return field;
}

/** Marks a field whose text is no weight; gives whether it is so. */
function mark(field: HTMLInputElement, wrong: boolean): boolean {
  field.setAttribute("aria-invalid", String(wrong));
  return wrong;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
