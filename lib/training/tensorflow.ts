import * as tf from "@tensorflow/tfjs";
import { startBackend } from "./backend/startBackend.js";

const started = startBackend();

/**
 * TensorFlow.js, ready to use: on native TensorFlow where set-up could install it, else on WebAssembly.
 *
 * @example tf.tensor([1, 2]).add(1).print() // [2, 3]
 * @see https://js.tensorflow.org/api/latest/
 */
export * as tf from "@tensorflow/tfjs";

/**
 * What computes: `"tensorflow"` (native), `"wasm"` or, when a program chose it itself, another of TensorFlow.js.
 *
 * @example backendName() // "tensorflow"
 */
export function backendName(): string {
  return tf.getBackend();
}

/** Why native TensorFlow is not there and what that costs, in one sentence; undefined when it is there. */
export function backendNotice(): string | undefined {
  if (started.reason === undefined) return undefined;
  return `Training runs on WebAssembly, several times slower than on native TensorFlow, which did not load: ${started.reason}. \`npm run setup\` tries to install it.`;
}
