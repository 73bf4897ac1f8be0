export { type BoxFilterOptions, boxFilter } from "./boxFilter.js";
export type { Correlate2dOptions } from "./checkCorrelate2d.js";
export { convolve2d } from "./convolve2d.js";
export { correlate2d } from "./correlate2d.js";
export type { BoundaryOptions } from "./filterChannels.js";
export { type GaussianFilterOptions, gaussianFilter } from "./gaussianFilter.js";
export { kernels } from "./kernels.js";
export { laplacian } from "./laplacian.js";
export { type Sobel, sobel } from "./sobel.js";
