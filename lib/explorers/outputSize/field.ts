import { onePixel, through } from "../../architectures/receptiveField.js";
import { type OutputSizeState, type Step, shownSteps } from "./state.js";

/** Cells of one row that an output sees; those below 0 or past the end are padding. */
export type Seen = readonly number[];

/**
 * What the output pointed at sees, row by row from the first row that is shown to its own. Padding is seen, but nothing
 * lies behind it.
 */
export function seenRows(state: OutputSizeState): Seen[] {
  const rows: Seen[] = [[state.at]];
  const shown = shownSteps(state).filter(({ count }) => count > 0);
  for (const step of [...shown].reverse()) {
    const above = rows[0].filter((cell) => cell >= 0 && cell < step.count);
    rows.unshift(cellsBehind(above, step));
  }
  return rows;
}

function cellsBehind(outputs: Seen, { layer, before }: Step): number[] {
  const cells = new Set<number>();
  for (const output of outputs) {
    for (let i = 0; i < layer.kernel; i++) cells.add(output * layer.stride - before + i * layer.dilation);
  }
  return [...cells].sort((a, b) => a - b);
}

/** How many input cells, gaps and padding included, one output sees by the formula, and how far apart outputs look. */
export function receptiveField(steps: readonly Step[]): { size: number; jump: number } {
  let field: ReturnType<typeof through> = onePixel;
  for (const { reach, layer, before } of steps) {
    field = through(field, { span: [reach, reach], step: [layer.stride, layer.stride], before: [before, before] });
  }
  const { size, step } = field ?? onePixel;
  return { size: size[0], jump: step[0] };
}
