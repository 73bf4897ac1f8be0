import { element } from "./element.js";

interface RangeLimits {
  min: number;
  max: number;
  step: number;
}

let made = 0;

/** A slider and a number field for the same number, with a label. */
export function createRangeField(name: string, { min, max, step }: RangeLimits, set: (value: number) => void) {
  const id = `cw-range-${++made}`;
  const slider = element("input", { id, type: "range", min, max, step, class: "cw-slider" });
  const field = element("input", { type: "number", min, max, step, class: "cw-input cw-range-number" });
  field.setAttribute("aria-label", `${name}, as a number`);
  slider.addEventListener("input", () => set(Number(slider.value)));
  field.addEventListener("input", () => {
    const value = field.valueAsNumber;
    const good = value >= min && value <= max;
    field.setAttribute("aria-invalid", String(!good));
    if (good) set(value);
  });
  const node = element("div", { class: "cw-row cw-range" }, element("label", { for: id }, name), slider, field);
  const show = (value: number) => {
    slider.value = String(value);
    // What is being typed stays as it is typed.
    if (field !== document.activeElement) {
      field.value = String(value);
      field.setAttribute("aria-invalid", "false");
    }
  };
  return { node, slider, show };
}
