import { toList } from "../../arrays/index.js";
import { type CorrelateMode, convolve1d, correlate1d } from "../../signals/index.js";

/** Where the explorer stands: two signals, one of them over the other. Never modified; each step makes a new one. */
export interface ConvolutionState {
  signal: readonly number[];
  kernel: readonly number[];
  /** Turned round before it slides (convolution), or as it is (correlation). */
  flip: boolean;
  /** The number of the first sample. */
  first: number;
  /** Only the sliding: nothing of turning the kernel, nothing of modes. */
  basic: boolean;
  /** Which output is being made, counted from 0 over all positions where at least one weight lies on the signal. */
  at: number;
}

/** What the page is given to start from. */
export interface ConvolutionSettings {
  signal: number[];
  kernel: number[];
  flip: boolean;
  first: number;
  basic: boolean;
  title: string;
}

/** The state in which the page begins. */
export function startState({ signal, kernel, flip, first, basic }: ConvolutionSettings): ConvolutionState {
  return { signal, kernel, flip, first, basic, at: 0 };
}

/** One weight at the present position. */
export interface Term {
  weight: number;
  /** The sample under it; 0 beside the signal. */
  sample: number;
  /** Whether the weight lies on the signal. */
  inside: boolean;
  product: number;
}

/** How many outputs there are: every position where at least one weight lies on the signal. */
export function outputCount({ signal, kernel }: ConvolutionState): number {
  return signal.length + kernel.length - 1;
}

/** All outputs, as the library computes them in mode "full". */
export function outputs({ signal, kernel, flip }: ConvolutionState): number[] {
  return toList((flip ? convolve1d : correlate1d)([...signal], [...kernel]));
}

/** The weights in the order in which they lie over the signal. */
export function placedKernel({ kernel, flip }: ConvolutionState): readonly number[] {
  return flip ? [...kernel].reverse() : kernel;
}

/** The index of the sample under the first placed weight; negative where it lies left of the signal. */
export function windowStart({ kernel, at }: ConvolutionState): number {
  return at - (kernel.length - 1);
}

/** Weight, sample and product at each place under the kernel. */
export function terms(state: ConvolutionState): Term[] {
  const start = windowStart(state);
  return placedKernel(state).map((weight, j) => {
    const inside = start + j >= 0 && start + j < state.signal.length;
    const sample = inside ? state.signal[start + j] : 0;
    return { weight, sample, inside, product: inside ? weight * sample : 0 };
  });
}

/** The number n of an output: that of the sample under the kernel's middle weight (of two, the right one). */
export function positionOf({ kernel, first }: ConvolutionState, index: number): number {
  return first + index - (kernel.length - 1) + Math.floor(kernel.length / 2);
}

/** First and last output that a mode keeps, or undefined where the kernel is longer than the signal. */
export function modeSpan({ signal, kernel }: ConvolutionState, mode: CorrelateMode): [number, number] | undefined {
  const [n, k] = [signal.length, kernel.length];
  if (mode === "full") return [0, n + k - 2];
  if (mode === "valid") return k <= n ? [k - 1, n - 1] : undefined;
  const start = k - 1 - Math.floor(k / 2);
  return [start, start + n - 1];
}

/** The state at another output, the nearest there is. */
export function moveTo(state: ConvolutionState, index: number): ConvolutionState {
  const last = outputCount(state) - 1;
  return { ...state, at: Math.min(last, Math.max(0, Math.round(index))) };
}

/** The state with another kernel, at the same n where that is possible. */
export function withKernel(state: ConvolutionState, kernel: readonly number[]): ConvolutionState {
  const next = { ...state, kernel, at: 0 };
  return moveTo(next, positionOf(state, state.at) - positionOf(next, 0));
}
