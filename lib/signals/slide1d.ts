import { type ArrayInput, type Float64NdArray, toNdarray } from "../arrays/index.js";
import { type CorrelateMode, kernelSpan, type Positions, positions } from "./positions.js";

/** How the kernel is slid along the signal. */
export interface Correlate1dOptions {
  /**
   * Which outputs are kept, for n samples and a kernel of k entries: `"full"` (default) wherever the two overlap,
   * n + k − 1 outputs; `"same"` one for each sample, n outputs; `"valid"` where the kernel fits wholly, n − k + 1.
   */
  mode?: CorrelateMode;
  /** Samples between one output and the next; default 1. */
  stride?: number;
  /** Samples between neighbouring kernel entries; default 1, which leaves no gap. */
  dilation?: number;
}

/** The names of those options. */
export const CORRELATE_1D = ["mode", "stride", "dilation"] as const;

/** A checked signal and kernel, and where the kernel will stand. */
export interface Slide1d {
  signal: Float64NdArray;
  kernel: Float64NdArray;
  at: Positions;
  dilation: number;
}

/** Checks what `correlate1d` and `convolve1d` were given and copies it. */
export function checkSlide1d(signal: ArrayInput, kernel: ArrayInput, options: Correlate1dOptions): Slide1d {
  const { mode = "full", stride = 1, dilation = 1 } = options;
  const samples = toNdarray(signal, "signal", { rank: 1 });
  const weights = toNdarray(kernel, "kernel", { rank: 1 });
  const [length] = samples.shape;
  const span = kernelSpan(weights.shape[0], dilation);
  const at = positions(length, span, mode, stride, Math.floor(span / 2));
  if (at.count < 1) {
    const covers = dilation > 1 ? `covers ${span} samples with dilation ${dilation}` : `has ${span} entries`;
    throw new RangeError(`\`kernel\` ${covers}, more than the signal's ${length}; use mode "same" or "full"`);
  }
  return { signal: samples, kernel: weights, at, dilation };
}

/** Sums kernel entry times sample at each position, with zeros outside the signal. The kernel is not flipped. */
export function slide1d(signal: Float64Array, kernel: Float64Array, at: Positions, dilation: number): Float64Array {
  const out = new Float64Array(at.count);
  for (let i = 0; i < at.count; i++) {
    const place = at.start + i * at.stride;
    const first = place < 0 ? Math.ceil(-place / dilation) : 0;
    const last = Math.min(kernel.length - 1, Math.floor((signal.length - 1 - place) / dilation));
    let sum = 0;
    for (let k = first; k <= last; k++) sum += kernel[k] * signal[place + k * dilation];
    out[i] = sum;
  }
  return out;
}
