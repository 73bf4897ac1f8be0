export { createOptimizer, type OptimizerName, type OptimizerOptions } from "./createOptimizer.js";
export { backendName, backendNotice, tf } from "./tensorflow.js";
export { toTensor } from "./toTensor.js";
