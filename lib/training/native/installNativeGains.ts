import { installBiasGradient } from "./biasGradient.js";
import { installMaxPool } from "./maxPool.js";
import { installReluGradient } from "./reluGradient.js";

/**
 * Has TensorFlow.js use operations of native TensorFlow where it composes the same from many small ones. Results differ
 * only by rounding.
 */
export function installNativeGains(): void {
  installReluGradient();
  installBiasGradient();
  installMaxPool();
}
