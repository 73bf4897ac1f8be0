export { boxKernel1d } from "./boxKernel1d.js";
export { convolve1d } from "./convolve1d.js";
export { correlate1d } from "./correlate1d.js";
export { type Ecg, type EcgOptions, ecg } from "./ecg.js";
export { type GaussianKernel1dOptions, gaussianKernel1d } from "./gaussianKernel1d.js";
export type { CorrelateMode } from "./positions.js";
export { type RandomGenerator, randomGenerator } from "./randomGenerator.js";
export type { Correlate1dOptions } from "./slide1d.js";
