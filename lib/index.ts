export { type ArrayInput, formatArray, toList, toNdarray, toNested } from "./arrays/index.js";
export { showProgress, todo } from "./exercises/index.js";
export {
  type BoundaryExplorerOptions,
  boundaryExplorer,
  type Convolution2dExplorerOptions,
  type ConvolutionExplorerOptions,
  convolution2dExplorer,
  convolutionExplorer,
  type DrawDigitExplorerOptions,
  drawDigitExplorer,
  type KernelExplorerOptions,
  kernelExplorer,
  type OutputSizeExplorerOptions,
  outputSizeExplorer,
  type PoolingExplorerOptions,
  poolingExplorer,
} from "./explorers/index.js";
export {
  boxFilter,
  convolve2d,
  correlate2d,
  gaussianFilter,
  gaussianLaplace,
  kernels,
  laplacian,
  matchTemplate,
  medianFilter,
  peakLocalMax,
  prewitt,
  scharr,
  separateKernel,
  sobel,
  unsharpMask,
} from "./filters/index.js";
export { crop, encodePng, flip, histogram, loadImage, resizeImage, sampleImage, toGray } from "./images/index.js";
export {
  barPlot,
  type Figure,
  heatmap,
  imagePlot,
  linePlot,
  liveFigure,
  scatterPlot,
  show,
  stemPlot,
} from "./plots/index.js";
export {
  boxKernel1d,
  convolve1d,
  correlate1d,
  downsample,
  type Ecg,
  ecg,
  gaussianKernel1d,
  randomGenerator,
  upsample,
} from "./signals/index.js";
