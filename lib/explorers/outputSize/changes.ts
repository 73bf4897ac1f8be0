import { type Choice, MOST_LAYERS } from "./limits.js";
import { type LayerSettings, moveTo, type OutputSizeState, type View } from "./state.js";

/** The state with another number of input cells, or with another number in the chosen layer. */
export function withNumber(state: OutputSizeState, name: Choice, value: number): OutputSizeState {
  if (name === "input") return moveTo({ ...state, input: value }, state.at);
  return withLayer(state, { [name]: value });
}

/** The state in which the chosen layer pads as TensorFlow's "same" does, or not at all. */
export function withSame(state: OutputSizeState, same: boolean): OutputSizeState {
  return withLayer(state, { padding: same ? "same" : 0 });
}

function withLayer(state: OutputSizeState, change: Partial<LayerSettings>): OutputSizeState {
  const layers = state.layers.map((layer, i) => (i === state.chosen ? { ...layer, ...change } : layer));
  return moveTo({ ...state, layers }, state.at);
}

/** The state with another view, or another layer to change. */
export function withView(state: OutputSizeState, view: View): OutputSizeState {
  return moveTo({ ...state, view }, state.at);
}
export function withChosen(state: OutputSizeState, chosen: number): OutputSizeState {
  return moveTo({ ...state, chosen }, state.at);
}

/** The state with so many layers; new ones are like the last. */
export function withLayers(state: OutputSizeState, wanted: number): OutputSizeState {
  const count = Math.min(MOST_LAYERS, Math.max(1, wanted));
  const last = state.layers[state.layers.length - 1];
  const layers = Array.from({ length: count }, (_, i) => state.layers[i] ?? last);
  const chosen = wanted > state.layers.length ? count - 1 : Math.min(state.chosen, count - 1);
  return moveTo({ ...state, layers, chosen }, state.at);
}
