import { element } from "./element.js";

let made = 0;

/** A labelled field for a whole number within limits. It says what is wrong with what was typed. */
export function createNumberField(
  { words, name, limits }: { words: string; name: string; limits: readonly [number, number] },
  setNumber: (value: number) => void,
) {
  const [least, most] = limits;
  const id = `cw-number-${++made}`;
  const input = element("input", {
    ...{ id, type: "number", min: least, max: most, step: 1, class: "cw-input cw-number-input" },
    "aria-describedby": `${id}-problem`,
  });
  const problem = element("span", { id: `${id}-problem`, class: "cw-problem", role: "alert" });
  const report = (text: string) => {
    problem.textContent = text;
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  input.addEventListener("input", () => {
    const value = input.value.trim() === "" ? Number.NaN : Number(input.value);
    const good = Number.isInteger(value) && value >= least && value <= most;
    report(good ? "" : `${name} must be a whole number from ${least} to ${most}.`);
    if (good) setNumber(value);
  });
  const show = (value: number | undefined) => {
    input.disabled = value === undefined;
    // What is being typed stays as it is typed.
    if (value === Number(input.value) && input.value !== "") return report("");
    if (document.activeElement !== input || input.getAttribute("aria-invalid") !== "true") {
      input.value = value === undefined ? "" : String(value);
      report("");
    }
  };
  const node = element("span", { class: "cw-number-field" }, element("label", { for: id }, words), input);
  return { node, problem, show };
}
