import type { Architecture, Layer, Shape } from "../../architectures/index.js";
import { walk } from "../../architectures/walk.js";
import { fitting, lastPicture, type Row, rowsOf } from "./rows.js";

/** What a notebook says of the explorer. */
export interface NetworkSettings {
  network: Architecture;
  /** Of one example, as the network is to get it first. */
  input: Shape;
  /** A picture to lay under the input, as the address of a PNG that carries itself; none when left out. */
  picture?: string;
  title: string;
}

/** Where the explorer stands. Never modified; each change makes a new one. */
export interface NetworkState {
  network: Architecture;
  input: Shape;
  picture?: string;
  /** Of all layers, as the network was given. */
  names: readonly string[];
  /** The network, layer by layer, as it is now. */
  rows: readonly Row[];
  /** Which layer does not suit its input, in the library's words; empty where all do. */
  problem: string;
  /** The row whose outputs are shown, from 0. */
  chosen: number;
  /** The output that is pointed at: row by row, from 0. */
  at: number;
}

/**
 * The state in which the page begins: at the last layer that gives a picture, in its middle.
 *
 * @throws what `summarize` throws of the network
 */
export function startState({ network, input, picture }: Omit<NetworkSettings, "title">): NetworkState {
  const names = walk(network, input).map(({ name }) => name);
  const state = { network, input, picture, names, rows: [], problem: "", chosen: 0, at: 0 };
  const built = rebuilt(state);
  return choose(built, Math.max(0, lastPicture(built.rows)));
}

/** The rows of the network as it is now. */
function rebuilt(state: Omit<NetworkState, "rows" | "problem">): NetworkState {
  const { steps, problem } = fitting(state.network, state.input);
  return inRange({ ...state, rows: rowsOf(state.network.layers, steps, state.names), problem });
}

/** The state with another height and width of the input. */
export function withInput(state: NetworkState, sides: { height?: number; width?: number }): NetworkState {
  const [height, width, ...channels] = state.input;
  return rebuilt({ ...state, input: [sides.height ?? height, sides.width ?? width, ...channels] });
}

/** The state in which the chosen layer has other options. */
export function withOptions(state: NetworkState, options: object): NetworkState {
  const { index } = state.rows[state.chosen];
  const layers = state.network.layers.map((layer, i) => (i === index ? ({ ...layer, ...options } as Layer) : layer));
  return rebuilt({ ...state, network: { ...state.network, layers } });
}

/** The state at another layer, pointing at the output in the middle. */
export function choose(state: NetworkState, row: number): NetworkState {
  const chosen = Math.min(state.rows.length - 1, Math.max(0, row));
  const next = { ...state, chosen };
  const [height, width] = gridOf(next);
  return { ...next, at: Math.floor((height - 1) / 2) * width + Math.floor((width - 1) / 2) };
}

/** Rows and columns of the chosen layer's output; one cell where it is no picture. */
export function gridOf({ rows, chosen }: Pick<NetworkState, "rows" | "chosen">): readonly [number, number] {
  const output = rows[chosen]?.output;
  return output?.length === 3 ? [output[0], output[1]] : [1, 1];
}

export function outputCount(state: NetworkState): number {
  const [height, width] = gridOf(state);
  return height * width;
}

/** Row and column of the output that is pointed at. */
export function placeOf(state: NetworkState): readonly [number, number] {
  const [, width] = gridOf(state);
  return [Math.floor(state.at / width), state.at % width];
}

/** The state at another output, the nearest there is. */
export function moveTo(state: NetworkState, index: number): NetworkState {
  return { ...state, at: Math.min(outputCount(state) - 1, Math.max(0, Math.round(index))) };
}

/** The same by row and column. */
export function moveToPlace(state: NetworkState, row: number, column: number): NetworkState {
  const [height, width] = gridOf(state);
  const within = (value: number, most: number) => Math.min(most - 1, Math.max(0, Math.round(value)));
  return { ...state, at: within(row, height) * width + within(column, width) };
}

/** Keeps the choice of layer and output where a change has made the network smaller. */
function inRange(state: NetworkState): NetworkState {
  return moveTo({ ...state, chosen: Math.min(state.chosen, Math.max(0, state.rows.length - 1)) }, state.at);
}
