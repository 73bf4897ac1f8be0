import { element } from "./element.js";

/** How kernels of one kind are typed. */
export interface KernelTyping<K> {
  /** Lines of text; a single one leaves the field a plain input. */
  lines: number;
  parse(typed: string): { ok: true; kernel: K } | { ok: false; problem: string };
  write(kernel: K): string;
  presets: readonly { name: string; kernel: K }[];
}

let made = 0;

/** A labelled field for a kernel with some to try beside it. It says what is wrong with what was typed. */
export function createKernelField<K>(typing: KernelTyping<K>, setKernel: (kernel: K) => void) {
  const id = `cw-kernel-${++made}`;
  const common = {
    id,
    spellcheck: "false",
    autocomplete: "off",
    class: "cw-input",
    "aria-describedby": `${id}-problem`,
  };
  const input =
    typing.lines > 1
      ? element("textarea", { ...common, rows: typing.lines })
      : element("input", { ...common, type: "text" });
  const problem = element("span", { id: `${id}-problem`, class: "cw-problem", role: "alert" });
  const report = (text: string) => {
    problem.textContent = text;
    input.setAttribute("aria-invalid", String(text !== ""));
  };
  input.addEventListener("input", () => {
    const parsed = typing.parse(input.value);
    report(parsed.ok === true ? "" : parsed.problem);
    if (parsed.ok === true) setKernel(parsed.kernel);
  });
  const show = (kernel: K) => {
    input.value = typing.write(kernel);
    if (typing.lines > 1) input.setAttribute("rows", String(Math.max(typing.lines, input.value.split("\n").length)));
    report("");
  };
  const { choice, mark } = presetChips(typing, (kernel) => {
    show(kernel);
    setKernel(kernel);
  });
  const label = element("label", { for: id }, "kernel");
  return { node: element("div", { class: "cw-row" }, label, input, choice, problem), show, mark };
}

function presetChips<K>({ presets, write }: KernelTyping<K>, choose: (kernel: K) => void) {
  const chips = presets.map(({ name, kernel }) => {
    const chip = element("button", { type: "button", class: "cw-chip" }, name);
    chip.addEventListener("click", () => choose(kernel));
    return chip;
  });
  const mark = (current: K) => {
    const now = write(current);
    chips.forEach((chip, i) => {
      chip.setAttribute("aria-pressed", String(write(presets[i].kernel) === now));
    });
  };
  const choice = element("div", { class: "cw-chips", role: "group", "aria-label": "kernels to try" }, ...chips);
  return { choice, mark };
}
