export { type BoundaryExplorerOptions, boundaryExplorer } from "./boundaryExplorer.js";
export { type Convolution2dExplorerOptions, convolution2dExplorer } from "./convolution2dExplorer.js";
export { type ConvolutionExplorerOptions, convolutionExplorer } from "./convolutionExplorer.js";
export { type DrawDigitExplorerOptions, drawDigitExplorer } from "./drawDigitExplorer.js";
export { type KernelExplorerOptions, kernelExplorer } from "./kernelExplorer.js";
export { type OutputSizeExplorerOptions, outputSizeExplorer } from "./outputSizeExplorer.js";
export { type PoolingExplorerOptions, poolingExplorer } from "./poolingExplorer.js";
