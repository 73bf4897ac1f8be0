import { describe } from "../arrays/index.js";
import type { tf } from "./tensorflow.js";

/** @throws {TypeError} something that is no model */
export function checkModel(model: tf.LayersModel): void {
  if (Array.isArray(model?.inputs) && Array.isArray(model.outputs)) return;
  throw new TypeError(`\`model\` must be a TensorFlow.js model, such as tf.sequential gives, got ${describe(model)}`);
}
