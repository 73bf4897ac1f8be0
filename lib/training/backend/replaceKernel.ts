import * as tf from "@tensorflow/tfjs";

type KernelArguments = Parameters<tf.KernelFunc>[0];
type Stock = (changed?: tf.NamedAttrMap) => tf.TensorInfo | tf.TensorInfo[];

/**
 * Puts another implementation in the place of one of a backend's kernels.
 *
 * @param backendName - "tensorflow" or "wasm"
 * @param kernelName - as TensorFlow.js names it: "Sum"
 * @param replacement - gets the kernel's arguments, and the stock kernel to call for what it does not do itself,
 *   with attributes that are to differ
 */
export function replaceKernel(
  backendName: string,
  kernelName: string,
  replacement: (args: KernelArguments, stock: Stock) => tf.TensorInfo | tf.TensorInfo[],
): void {
  const config = tf.getKernel(kernelName, backendName);
  const kernelFunc: tf.KernelFunc = (args) =>
    replacement(args, (changed) => config.kernelFunc({ ...args, attrs: { ...args.attrs, ...changed } }));
  tf.unregisterKernel(kernelName, backendName);
  tf.registerKernel({ ...config, kernelFunc });
}
