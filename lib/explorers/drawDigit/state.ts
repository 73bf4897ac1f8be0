import type { Layer } from "../../architectures/index.js";
import { type Float64NdArray, toList } from "../../arrays/index.js";
import { digitStrokes } from "../../datasets/digitStrokes.js";
import { smooth } from "../../datasets/penStrokes.js";
import { outputsFor, type TrainedNetwork } from "./answer.js";
import { type PackedArray, unpackWeights } from "./packWeights.js";
import { type PadPoint, type PadStroke, picture28, SIDE } from "./picture28.js";

/** What a notebook says of the explorer. */
export interface DrawDigitSettings {
  layers: readonly Layer[];
  weights: readonly PackedArray[];
  /** What a pixel of 0 to 255 is multiplied with before the network sees it. */
  scale: number;
  title: string;
}

/** A drawing, and the pen that keys move. */
export interface DrawDigitState {
  network: TrainedNetwork;
  scale: number;
  strokes: readonly PadStroke[];
  pen: PadPoint;
  /** Whether the pen, moved by keys, draws. */
  down: boolean;
  /** Whether the drawing is scaled and centred before it is read. */
  centred: boolean;
  /** The digit that the next example shows. */
  next: number;
  at: 0;
}

/** The small picture, and what the network says of it. */
export interface Reading {
  picture: number[][];
  probabilities: number[];
  /** The most probable digit; undefined while nothing is drawn. */
  digit: number | undefined;
  /** What each layer makes of the picture, as a batch of one. */
  outputs: readonly Float64NdArray[];
}

/** An empty pad. */
export function startState({ layers, weights, scale }: DrawDigitSettings): DrawDigitState {
  const network = { layers, weights: weights.map(unpackWeights) };
  return { network, scale, strokes: [], pen: [0.5, 0.5], down: false, centred: true, next: 3, at: 0 };
}

const within = (value: number) => Math.min(1, Math.max(0, value));
const onPad = ([x, y]: PadPoint): PadPoint => [within(x), within(y)];

/** Puts the pen down. */
export function begin(state: DrawDigitState, point: PadPoint): DrawDigitState {
  const pen = onPad(point);
  return { ...state, strokes: [...state.strokes, [pen]], pen };
}

/** Draws on to a point. A step too small to see is left out. */
export function extend(state: DrawDigitState, point: PadPoint): DrawDigitState {
  const pen = onPad(point);
  const last = state.strokes.at(-1);
  if (!last) return begin(state, point);
  const [x, y] = last[last.length - 1];
  if (Math.hypot(pen[0] - x, pen[1] - y) < 0.004) return state;
  return { ...state, strokes: [...state.strokes.slice(0, -1), [...last, pen]], pen };
}

/** Moves the pen by keys; it draws where it is down. */
export function movePen(state: DrawDigitState, [dx, dy]: PadPoint): DrawDigitState {
  const to = onPad([state.pen[0] + dx, state.pen[1] + dy]);
  return state.down ? extend(state, to) : { ...state, pen: to };
}

/** Puts the pen down where it is, or lifts it. */
export function togglePen(state: DrawDigitState): DrawDigitState {
  return state.down ? { ...state, down: false } : { ...begin(state, state.pen), down: true };
}

/** Takes the last stroke back. */
export function takeBack(state: DrawDigitState): DrawDigitState {
  return { ...state, strokes: state.strokes.slice(0, -1), down: false };
}

export function clear(state: DrawDigitState): DrawDigitState {
  return { ...state, strokes: [], down: false };
}

/** A digit as people write it, in the middle of the pad; the next time another. */
export function example(state: DrawDigitState): DrawDigitState {
  const [way] = digitStrokes[state.next];
  const strokes = way.map((stroke) => smooth(stroke).map(([x, y]): PadPoint => [0.2 + 0.006 * x, 0.15 + 0.007 * y]));
  return { ...state, strokes, down: false, next: (state.next + 1) % digitStrokes.length };
}

const known = new WeakMap<readonly PadStroke[], Partial<Record<"true" | "false", Reading>>>();

/** What the network says; computed once for a drawing. */
export function readingOf(state: DrawDigitState): Reading {
  const readings = known.get(state.strokes) ?? {};
  known.set(state.strokes, readings);
  readings[`${state.centred}`] ??= read(state);
  return readings[`${state.centred}`] as Reading;
}

function read({ network, scale, strokes, centred }: DrawDigitState): Reading {
  const picture = picture28(strokes, centred);
  const input = picture.map((row) => row.map((value) => [scale * value]));
  const outputs = outputsFor(network, input);
  if (strokes.length === 0) return { picture, probabilities: new Array(10).fill(0), digit: undefined, outputs };
  const probabilities = toList(outputs[outputs.length - 1]);
  return { picture, probabilities, digit: probabilities.indexOf(Math.max(...probabilities)), outputs };
}

/** [height, width, channels] of what the network reads. */
export const INPUT = [SIDE, SIDE, 1] as const;
