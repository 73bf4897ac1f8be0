export { confusionMatrix } from "./confusionMatrix.js";
export { createOptimizer, type OptimizerName, type OptimizerOptions } from "./createOptimizer.js";
export { type Evaluation, evaluateModel } from "./evaluateModel.js";
export type { LabelledData } from "./examples.js";
export { backendName, backendNotice, tf } from "./tensorflow.js";
export { toTensor } from "./toTensor.js";
export type { DisplayMode } from "./trainingDisplay.js";
export type { TrainingHistory } from "./trainingRun.js";
export { type TrainOptions, trainModel } from "./trainModel.js";
