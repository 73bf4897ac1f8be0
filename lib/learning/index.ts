export { type AdadeltaOptions, adadelta } from "./adadelta.js";
export { type AdamOptions, adam } from "./adam.js";
export { type BatchesOptions, batches, type ExampleBatch } from "./batches.js";
export {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type InitializerOptions,
  type RandomNormalOptions,
  randomNormal,
  zeros,
} from "./initializers.js";
export type { Optimizer } from "./optimizer.js";
export { type RmspropOptions, rmsprop } from "./rmsprop.js";
export { type SgdOptions, sgd } from "./sgd.js";
