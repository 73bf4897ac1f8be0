import { numeral } from "../shared/numeral.js";
import { receptiveField, seenRows } from "./field.js";
import { type OutputSizeState, type Step, shownSteps, steps } from "./state.js";

/** The formula with the layer's numbers in it. */
export function formula({ layer, cells, reach, before, after, exact, count }: Step): string {
  const { kernel, stride, dilation, padding } = layer;
  const gaps = dilation > 1 ? `reach ${dilation} × (${kernel} − 1) + 1 = ${reach};  ` : "";
  if (padding === "same") {
    const zeros = `${plural(before + after, "zero")}, ${before} before and ${after} after`;
    return `${gaps}same: ${cells} / ${stride}, rounded up = ${count}  (${zeros})`;
  }
  const room = `(${cells} − ${reach} + 2 × ${padding}) / ${stride} + 1`;
  const rounded = count > 0 && exact !== count ? `, rounded down ${count}` : "";
  return `${gaps}${room} = ${numeral(exact, 2)}${rounded}`;
}

/** Whether the windows come out even, and what is lost if not. */
export function fitSentence({ cells, count, reach, leftOver, layer, after, before }: Step): string {
  if (count === 0) {
    const room = plural(cells + before + after, "cell");
    const zeros = before + after > 0 ? ", zeros included" : "";
    return `Nothing fits: a window that reaches over ${plural(reach, "cell")} finds no place on ${room}${zeros}.`;
  }
  const windows = count === 1 ? "One window" : `${count} windows`;
  if (leftOver === 0) return `${windows}, and the last one ends at the last cell: it fits.`;
  const what = leftOver <= after ? plural(leftOver, "zero") : plural(leftOver, "cell");
  const rest = layer.padding === "same" ? "" : " The formula gives no whole number, and frameworks round down.";
  return `${windows}; ${what} at the end ${leftOver === 1 ? "is" : "are"} in none of them.${rest}`;
}

/** What the output pointed at sees, in a sentence. */
export function fieldSentence(state: OutputSizeState): string {
  const shown = shownSteps(state).filter(({ count }) => count > 0);
  const problem = unbuilt(state);
  if (shown.length === 0) return `${problem} There is no output to look at.`;
  const seen = seenRows(state)[0];
  const outside = seen.filter((cell) => cell < 0 || cell >= state.input).length;
  const named = `Output ${state.at} of layer ${shown.length} sees`;
  const zeros = outside === 0 ? "" : ` (${outside} of them padding)`;
  const span = `input cells ${numeral(seen[0] ?? 0)} to ${numeral(seen[seen.length - 1] ?? 0)}`;
  const sees = outside === seen.length ? `${named} padding only.` : `${named} ${span}${zeros}.`;
  return problem ? `${sees} ${problem}` : sees;
}

/** The receptive field, layer by layer: `1 + 2 × 1 + 2 × 1 = 5`. */
export function fieldSum(state: OutputSizeState): string {
  const shown = shownSteps(state).filter(({ count }) => count > 0);
  const terms = shown.map(({ reach }, i) => `${reach - 1} × ${receptiveField(shown.slice(0, i)).jump}`);
  return `${["1", ...terms].join(" + ")} = ${receptiveField(shown).size}`;
}

/** Which layer cannot be built, if there is one. */
export function unbuilt(state: OutputSizeState): string {
  const all = steps(state);
  const last = all[all.length - 1];
  return last.count > 0 ? "" : `Layer ${all.length} cannot be built: ${plural(last.cells, "cell")} are too few for it.`;
}

/** What a screen reader says at a new place. */
export function announcement(state: OutputSizeState): string {
  const [step] = shownSteps(state);
  if (state.view === "field") {
    const size = step ? ` Receptive field ${fieldSum(state)}.` : "";
    return `${fieldSentence(state)}${size}`;
  }
  if (step.count === 0) return fitSentence(step);
  const start = state.at * step.layer.stride - step.before;
  const window = `Window ${state.at} covers cells ${numeral(start)} to ${numeral(start + step.reach - 1)}`;
  return `${window}. ${formula(step)}. ${fitSentence(step)}`;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: OutputSizeState): string {
  const sizes = steps(state).map(({ count }) => count);
  const through = `${plural(state.input, "cell")} go in; after each layer there are ${sizes.join(", ")}.`;
  if (state.view === "field") return `${through} ${fieldSentence(state)}`;
  const [step] = shownSteps(state);
  return `${formula(step)}. ${fitSentence(step)}`;
}

export function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
