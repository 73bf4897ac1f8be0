import { toNested } from "../../arrays/index.js";
import { averagePool2d, maxPool2d } from "../../layers/index.js";

/** Rows of numbers. */
export type Rows = readonly (readonly number[])[];

/** What becomes of a window: its largest number, its mean, or the number in its upper left cell. */
export type Kind = "largest" | "mean" | "keep one";

/** A small feature map that is moved about, with a name to choose it by. */
export interface Pattern {
  name: string;
  map: Rows;
}

/** What the page is given to start from. */
export interface PoolingSettings {
  patterns: readonly Pattern[];
  kind: Kind;
  size: number;
  stride: number;
  title: string;
}

/** Where the explorer stands. Never modified; each step makes a new one. */
export interface PoolingState extends PoolingSettings {
  /** Index of the pattern shown. */
  chosen: number;
  /** Rows moved down, from −FAR to FAR. */
  down: number;
  /** Columns moved to the right, plus FAR: the slider's place. */
  at: number;
}

/** Rows and columns of the map on which patterns move; what lies beside them is 0. */
export const SIDE = 10;
/** Rows and columns by which a pattern can be moved, each way. */
export const FAR = 3;

/** The state in which the page begins: nothing moved. */
export function startState(settings: PoolingSettings): PoolingState {
  return { ...settings, chosen: 0, down: 0, at: FAR };
}

/** [rows down, columns to the right]; negative up and to the left. */
export function shiftOf({ down, at }: PoolingState): [number, number] {
  return [down, at - FAR];
}

/** How many places there are in a row. */
export function placeCount(): number {
  return 2 * FAR + 1;
}

/** The state at another place of the slider, the nearest there is. */
export function moveTo(state: PoolingState, at: number): PoolingState {
  return { ...state, at: Math.min(2 * FAR, Math.max(0, Math.round(at))) };
}

/** The state with the pattern moved to here, or as near as it goes. */
export function shiftTo(state: PoolingState, down: number, across: number): PoolingState {
  const near = Math.min(FAR, Math.max(-FAR, Math.round(down)));
  return moveTo({ ...state, down: near }, across + FAR);
}

/** Row and column of the pattern's upper left cell before it is moved: about the middle, and even as windows of two are. */
export function homeOf({ patterns, chosen }: PoolingState): [number, number] {
  const { map } = patterns[chosen];
  const middle = (length: number) => 2 * Math.round((SIDE - length) / 4);
  return [middle(map.length), middle(map[0].length)];
}

/** The map with the pattern moved; what leaves it is cut off. */
export function inputOf(state: PoolingState, [down, across] = shiftOf(state)): number[][] {
  const [top, left] = homeOf(state);
  const { map } = state.patterns[state.chosen];
  return Array.from({ length: SIDE }, (_, r) =>
    Array.from({ length: SIDE }, (_, c) => map[r - top - down]?.[c - left - across] ?? 0),
  );
}

/** What comes out, as the library computes it. */
export function outputOf(state: PoolingState, shift = shiftOf(state)): number[][] {
  const { kind, size, stride } = state;
  const input = inputOf(state, shift);
  if (kind === "mean") return toNested(averagePool2d(input, { size, stride })) as number[][];
  const largest = toNested(maxPool2d(input, { size, stride })) as number[][];
  return kind === "largest" ? largest : largest.map((row, r) => row.map((_, c) => input[r * stride][c * stride]));
}

/** Which outputs differ from those before the pattern was moved. */
export function changedOf(state: PoolingState, shift = shiftOf(state)): boolean[][] {
  const home = outputOf(state, [0, 0]);
  return outputOf(state, shift).map((row, r) => row.map((value, c) => Math.abs(value - home[r][c]) > 1e-9));
}

/** How many outputs differ, for each place in the present row. */
export function changesByPlace(state: PoolingState): number[] {
  return Array.from({ length: placeCount() }, (_, at) => {
    const changed = changedOf(state, [state.down, at - FAR]);
    return changed.flat().filter(Boolean).length;
  });
}

/** By how many whole cells the output has moved along with the pattern; `undefined` where it has not, or not at all. */
export function movedAlong(state: PoolingState): [number, number] | undefined {
  const [down, across] = shiftOf(state).map((cells) => cells / state.stride);
  if (![down, across].every(Number.isInteger) || (down === 0 && across === 0)) return undefined;
  const home = outputOf(state, [0, 0]);
  const same = outputOf(state).every((row, r) =>
    row.every((value, c) => Math.abs(value - (home[r - down]?.[c - across] ?? 0)) <= 1e-9),
  );
  return same ? [down, across] : undefined;
}

/** The cell of each window whose number comes out, as [row, column]; none for means. */
export function chosenCells(state: PoolingState): [number, number][] {
  if (state.kind === "mean") return [];
  const { kind, size, stride } = state;
  const input = inputOf(state);
  return outputOf(state).flatMap((row, r) =>
    row.map((value, c): [number, number] => {
      const cells = kind === "largest" ? size * size : 1;
      const places = Array.from({ length: cells }, (_, i): [number, number] => [
        r * stride + Math.floor(i / size),
        c * stride + (i % size),
      ]);
      return places.find(([y, x]) => input[y][x] === value) as [number, number];
    }),
  );
}
