import { type DrawDigitSettings, type DrawDigitState, example, readingOf, startState } from "../drawDigit/state.js";
import { type Stage, separated, stagesOf } from "./stages.js";
import { numberAt, type Values, valuesOf } from "./values.js";

/** A drawing, what each layer makes of it, and the number that is pointed at. Never modified. */
export interface ActivationsState {
  drawing: DrawDigitState;
  stages: readonly Stage[];
  /** The stage and the map in it that are shown large. */
  stage: number;
  map: number;
  /** Row and column on that map. */
  cell: readonly [row: number, column: number];
  at: 0;
}

/** A drawn example; the first map is chosen, and the cell in its middle. */
export function startActivations(settings: DrawDigitSettings): ActivationsState {
  const layers = separated(settings.layers);
  const stages = stagesOf(layers);
  const drawing = example(startState({ ...settings, layers }));
  const [height, width] = stages[0].shape;
  return { drawing, stages, stage: 0, map: 0, cell: [Math.floor(height / 2), Math.floor(width / 2)], at: 0 };
}

/** The values of all stages for the present drawing. */
export const allValues = ({ drawing, stages }: ActivationsState): readonly Values[] =>
  valuesOf(readingOf(drawing).outputs, stages);

/** The state at another map, the nearest there is; the cell stays at its place in the picture. */
export function choose(state: ActivationsState, stage: number, map: number): ActivationsState {
  const to = within(stage, state.stages.length);
  const [before, after] = [state.stages[state.stage].shape, state.stages[to].shape];
  const along = (axis: 0 | 1) => Math.floor(((state.cell[axis] + 0.5) / before[axis]) * after[axis]);
  return { ...state, stage: to, map: within(map, after[2]), cell: [along(0), along(1)] };
}

/** The state at another cell of the map, the nearest there is. */
export function pointAt(state: ActivationsState, row: number, column: number): ActivationsState {
  const [height, width] = state.stages[state.stage].shape;
  return { ...state, cell: [within(row, height), within(column, width)] };
}

const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, Math.round(value)));

/** The number that is pointed at. */
export function pointedNumber(state: ActivationsState, stage = state.stage): number {
  return numberAt(allValues(state)[stage], state.stages[stage], state.map, ...state.cell);
}

/** Rows and columns of the input that it sees, padding included; undefined where it sees all. */
export function seenRange({ stages, stage, cell }: ActivationsState): readonly [Range, Range] | undefined {
  const { field } = stages[stage];
  if (field === undefined) return undefined;
  const along = (axis: 0 | 1): Range => {
    const first = Math.floor(field.start[axis] + cell[axis] * field.step[axis]);
    return [first, first + field.size[axis] - 1];
  };
  return [along(0), along(1)];
}

type Range = readonly [first: number, last: number];
