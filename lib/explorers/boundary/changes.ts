import { type BoundaryState, biasOf, HOLD, MOST_UNITS, type Unit, weightsOf } from "./state.js";

const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
const tenth = (value: number) => Math.round(value * 10) / 10;

/** Chooses a unit; the nearest there is. */
export function choose(state: BoundaryState, index: number): BoundaryState {
  return { ...state, at: Math.min(state.units.length - 1, Math.max(0, index)) };
}

/** Changes the chosen unit. */
export function changeUnit(state: BoundaryState, change: (unit: Unit) => Unit): BoundaryState {
  return { ...state, units: state.units.map((unit, i) => (i === state.at ? change(unit) : unit)) };
}

/** Moves the line of a unit through a point, without turning it. */
export function moved(unit: Unit, x: number, y: number): Unit {
  return { ...unit, x: tenth(within(x, HOLD)), y: tenth(within(y, HOLD)) };
}

/** Turns a unit about the point by which it is held. */
export function turned(unit: Unit, degrees: number): Unit {
  return { ...unit, angle: ((Math.round(degrees) % 360) + 360) % 360 };
}

/** Moves the line of a unit such that it has this bias. */
export function withBias(unit: Unit, bias: number): Unit {
  const [wx, wy] = weightsOf(unit);
  const by = within(bias, HOLD);
  return { ...unit, x: -by * wx, y: -by * wy };
}

/** Gives a unit another weight in the output. */
export function withWeight(unit: Unit, weight: number): Unit {
  return { ...unit, weight: within(weight, 2) };
}

/** One unit more, at the right edge, or one fewer, the last. */
export function withUnits(state: BoundaryState, count: number): BoundaryState {
  const kept = Math.min(MOST_UNITS, Math.max(1, count));
  const more = Array.from({ length: Math.max(0, kept - state.units.length) }, (_, i) => ({
    ...turned({ x: 0, y: 0, angle: 0, weight: -1 }, 47 * (state.units.length + i)),
  })).map((unit) => withBias(unit, -3.5));
  const units = [...state.units, ...more].slice(0, kept);
  return { ...state, units, at: more.length > 0 ? units.length - 1 : Math.min(state.at, kept - 1) };
}

/** Bias of the output. */
export function withOutputBias(state: BoundaryState, bias: number): BoundaryState {
  return { ...state, bias: within(bias, 2) };
}

/** The bias as a slider shows it. */
export function biasShown(unit: Unit): number {
  return tenth(biasOf(unit));
}
