import { randomGenerator } from "../../signals/index.js";
import { withBias } from "./changes.js";
import { type BoundaryState, outputsAt, type Point, type Unit } from "./state.js";

/** A task: points that some units can separate. */
interface Preset {
  name: string;
  /** [direction in degrees, bias] of each unit of an answer. */
  answer: readonly (readonly [number, number])[];
  /** The same to start from. */
  start: readonly (readonly [number, number])[];
}

/** How far outside their lines the units may be before yes turns to no. */
const BIAS = 0.25;
const POINTS = 40;
/** No point lies so near to the boundary that a line could not pass between. */
const CLEAR = 0.35;

const around = (count: number, bias: number, first = 0) =>
  Array.from({ length: count }, (_, i) => [first + (360 * i) / count, bias] as const);

const presets: readonly Preset[] = [
  { name: "one line", answer: [[30, -0.5]], start: [[120, -1]] },
  {
    name: "corner",
    answer: [
      [10, -0.5],
      [100, -0.8],
    ],
    start: [
      [60, -3],
      [300, -3],
    ],
  },
  {
    name: "strip",
    answer: [
      [45, -1],
      [225, -1.4],
    ],
    start: [
      [90, -3],
      [180, -2],
    ],
  },
  { name: "triangle", answer: around(3, -1.4, 90), start: around(3, -3.2, 20) },
  { name: "ring", answer: around(8, -2.4), start: around(8, -3.9) },
];

/** The names of the tasks. */
export const presetNames: readonly string[] = presets.map(({ name }) => name);

const unitsOf = (lines: Preset["answer"]): Unit[] =>
  lines.map(([angle, bias]) => withBias({ x: 0, y: 0, angle, weight: -1 }, bias));

/** A task as it begins; the first one for a name that is not known. */
export function startOf(name: string): BoundaryState {
  const preset = presets.find((one) => one.name === name) ?? presets[0];
  const state = { preset: preset.name, points: [], units: unitsOf(preset.answer), bias: BIAS, at: 0 };
  return { ...state, points: pointsFor(state), units: unitsOf(preset.start) };
}

/** One answer to the task, whatever was tried before. */
export function answerTo(state: BoundaryState): BoundaryState {
  const preset = presets.find((one) => one.name === state.preset) ?? presets[0];
  return { ...state, units: unitsOf(preset.answer), bias: BIAS, at: 0 };
}

/** Random points, half of them where the answer says yes and half where it says no, none near its boundary. */
function pointsFor(answer: BoundaryState): Point[] {
  const random = randomGenerator(answer.units.length);
  const points: Point[] = [];
  const wanted = { true: POINTS / 2, false: POINTS / 2 };
  while (points.length < POINTS) {
    const [x, y] = [random.uniform(-4.4, 4.4), random.uniform(-4.4, 4.4)];
    const [output] = outputsAt(answer, [[x, y]]);
    const nearest = Math.min(...points.map((point) => Math.hypot(point.x - x, point.y - y)));
    const yes = output > 0;
    const room = [0, 90, 180, 270].every((angle) => {
      const turn = (angle * Math.PI) / 180;
      const [beside] = outputsAt(answer, [[x + CLEAR * Math.cos(turn), y + CLEAR * Math.sin(turn)]]);
      return beside > 0 === yes;
    });
    if (!room || nearest < 0.4 || wanted[`${yes}`] === 0) continue;
    wanted[`${yes}`]--;
    points.push({ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10, yes });
  }
  return points;
}
