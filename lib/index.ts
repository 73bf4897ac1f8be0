export { type ArrayInput, formatArray, toList, toNdarray, toNested } from "./arrays/index.js";
export {
  boxKernel1d,
  convolve1d,
  correlate1d,
  type Ecg,
  ecg,
  gaussianKernel1d,
  randomGenerator,
} from "./signals/index.js";
