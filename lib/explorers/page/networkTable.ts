import type { Row } from "../network/rows.js";
import type { NetworkState } from "../network/state.js";
import { jumpText, seesText, shapeText, short } from "../network/words.js";
import { element } from "./element.js";

const HEADINGS = ["layer", "output", "sees", "jump", "parameters", "multiply-adds"];

/** Rows by which each key moves the choice. */
const KEYS: Record<string, number> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

/** The layers, one of which is chosen. */
export function createNetworkTable(choose: (row: number) => void) {
  const body = element("tbody", {});
  const head = element(
    "thead",
    {},
    element("tr", {}, ...HEADINGS.map((words) => element("th", { scope: "col" }, words))),
  );
  const table = element("table", { class: "cw-layers", role: "grid", "aria-label": "layers" }, head, body);
  const node = element("div", { class: "cw-table" }, table);
  const lines: HTMLTableRowElement[] = [];
  let chosen = 0;
  let shown: readonly Row[] = [];
  body.addEventListener("keydown", (event) => {
    const by = KEYS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    choose(Math.min(lines.length - 1, Math.max(0, chosen + by)));
    lines[chosen].focus();
  });
  const line = (index: number) => {
    const made = element("tr", {}, ...HEADINGS.map(() => element("td", {})));
    made.addEventListener("click", () => {
      choose(index);
      made.focus({ preventScroll: true });
    });
    return made;
  };
  const show = (state: NetworkState) => {
    while (lines.length < state.rows.length) lines.push(line(lines.length));
    if (body.childElementCount !== lines.length) body.replaceChildren(...lines);
    lines.forEach((each, i) => {
      const now = i === state.chosen;
      each.setAttribute("aria-selected", String(now));
      each.tabIndex = now ? 0 : -1;
    });
    if (shown !== state.rows) fillAll(lines, state.rows);
    shown = state.rows;
    if (chosen !== state.chosen) keepInSight(node, lines[state.chosen]);
    chosen = state.chosen;
  };
  return { node, show };
}

function fillAll(lines: readonly HTMLTableRowElement[], rows: readonly Row[]): void {
  const unfit = rows.findIndex(({ output }) => output === undefined);
  lines.forEach((line, i) => {
    line.classList.toggle("cw-unfit", rows[i].output === undefined);
    fill(line, rows[i], i !== unfit);
  });
}

/** Writes a row; `fits` is false for the first that does not. */
function fill(line: HTMLTableRowElement, row: Row, fits: boolean): void {
  const { name, label, output, params, multiplyAdds } = row;
  const words = output
    ? [shapeText(output), seesText(row), jumpText(row), short(params), short(multiplyAdds)]
    : [fits ? "–" : "does not fit", "", "", "", ""];
  const [first, ...others] = Array.from(line.cells);
  first.replaceChildren(element("b", {}, name), element("span", { class: "cw-label" }, ` ${label}`));
  others.forEach((cell, i) => {
    cell.textContent = words[i];
  });
}

/** Scrolls the table, and only the table, until the line is in sight. */
function keepInSight(box: HTMLElement, line: HTMLElement): void {
  const [outer, inner] = [box.getBoundingClientRect(), line.getBoundingClientRect()];
  const head = box.querySelector("thead")?.offsetHeight ?? 0;
  if (inner.top < outer.top + head) box.scrollTop -= outer.top + head - inner.top;
  else if (inner.bottom > outer.bottom) box.scrollTop += inner.bottom - outer.bottom;
}
