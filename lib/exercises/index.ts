export { Exercise, exercise } from "./exercise.js";
export {
  choiceOf,
  dependent,
  type Inputs,
  integers,
  type MatrixOptions,
  mapped,
  matrices,
  nestedArrays,
  numbers,
  type SignalOptions,
  signals,
  tuple,
} from "./inputs.js";
export { Prediction, type PredictionDefinition, prediction } from "./prediction.js";
export { type RunOptions, run } from "./run.js";
export { showProgress } from "./showProgress.js";
export { NotWrittenYet, todo } from "./todo.js";
export type {
  AgreesOptions,
  AnyFunction,
  CheckResult,
  EqualOptions,
  Evidence,
  Examiner,
  ExerciseDefinition,
  FailingCase,
  InputsOf,
  Mistake,
} from "./types.js";
