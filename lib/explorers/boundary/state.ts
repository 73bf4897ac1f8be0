import { toList } from "../../arrays/index.js";
import { dense, relu } from "../../layers/index.js";

/** A hidden unit: a line through (x, y), and the direction in which the unit is on. */
export interface Unit {
  x: number;
  y: number;
  /** Degrees from 0 (right) to 359, counter-clockwise. */
  angle: number;
  /** What it counts in the output: −2 to 2. */
  weight: number;
}

/** A point in the plane, and whether the network should say yes there. */
export interface Point {
  x: number;
  y: number;
  yes: boolean;
}

/** Where the explorer stands. Never modified; each step makes a new one. */
export interface BoundaryState {
  preset: string;
  points: readonly Point[];
  /** 1 to 8. */
  units: readonly Unit[];
  /** Bias of the output. */
  bias: number;
  /** The unit that is chosen, from 0. */
  at: number;
}

/** What the page is given to start from. */
export interface BoundarySettings {
  preset: string;
  title: string;
}

/** The plane goes from −REACH to REACH along both axes. */
export const REACH = 5;
/** How far from the middle a line may be held. */
export const HOLD = 4.5;
export const MOST_UNITS = 8;

/** The weights of a unit for x and y: a vector of length 1 towards its on-side. */
export function weightsOf({ angle }: Unit): [number, number] {
  const turn = (angle * Math.PI) / 180;
  return [Math.cos(turn), Math.sin(turn)];
}

/** The bias of a unit: its sum is 0 on its line. */
export function biasOf(unit: Unit): number {
  const [wx, wy] = weightsOf(unit);
  return -(wx * unit.x + wy * unit.y);
}

/** What the network says of places [n][2]: two dense layers of the library with ReLU between them. */
export function outputsAt({ units, bias }: BoundaryState, places: number[][]): number[] {
  const weights = units.map(weightsOf);
  const hidden = dense(
    places,
    [0, 1].map((i) => weights.map((w) => w[i])),
    { bias: units.map(biasOf) },
  );
  return toList(
    dense(
      relu(hidden),
      units.map(({ weight }) => [weight]),
      { bias: [bias] },
    ).pick(null, 0),
  );
}

/** Whether the network is right at each point. */
export function rightAt(state: BoundaryState): boolean[] {
  const outputs = outputsAt(
    state,
    state.points.map(({ x, y }) => [x, y]),
  );
  return state.points.map(({ yes }, i) => outputs[i] > 0 === yes);
}
