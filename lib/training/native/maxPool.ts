import * as tf from "@tensorflow/tfjs";
import { replaceKernel } from "../backend/replaceKernel.js";
import { isRecording } from "../compiled/recorder.js";
import { type Attribute, flag, float32, integers, nativeBackend, text } from "./nativeBackend.js";

interface PoolSettings {
  filterSize: number | [number, number];
  strides: number | [number, number];
  pad: "valid" | "same" | number;
  dimRoundingMode?: "floor" | "round" | "ceil";
}

/**
 * Max pooling by oneDNN, which notes in a workspace which cell of each window was the largest, so that the gradient
 * need not search for it again. TensorFlow's own graphs use these operations; called one by one it does not.
 *
 * A workspace lives exactly as long as the output it belongs to, which TensorFlow.js keeps for the gradient.
 */
export function installMaxPool(): void {
  if (!hasMklPool()) return;
  const workspaces = new WeakMap<tf.DataId, number>();
  freeWithOutput(workspaces);
  replaceKernel("tensorflow", "MaxPool", ({ inputs: { x }, attrs }, stock) => {
    const attributes = poolAttributes(x as tf.TensorInfo, attrs as unknown as PoolSettings);
    if (!attributes || tf.engine().state.gradientDepth === 0 || isRecording()) return stock();
    const backend = nativeBackend();
    const ids = backend.getInputTensorIds([x as tf.TensorInfo]);
    const [y, workspace] = backend.binding.executeOp("_MklNativeMaxPool", attributes, ids, 2);
    const output = backend.createOutputTensor(y);
    workspaces.set(output.dataId, workspace.id);
    return output;
  });
  replaceKernel("tensorflow", "MaxPoolGrad", ({ inputs, attrs }, stock) => {
    const { dy, input, output } = inputs as Record<string, tf.TensorInfo>;
    const workspace = workspaces.get(output.dataId);
    const attributes = poolAttributes(input, attrs as unknown as PoolSettings);
    if (!attributes || workspace === undefined) return stock();
    const backend = nativeBackend();
    const ids = [...backend.getInputTensorIds([input, output, dy]), workspace];
    return backend.createOutputTensor(backend.binding.executeOp("_MklNativeMaxPoolGrad", attributes, ids, 1)[0]);
  });
}

/** Whether this TensorFlow was built with oneDNN's pooling, and for this machine: found by trying. */
function hasMklPool(): boolean {
  const { binding } = nativeBackend();
  const x = tf.zeros([1, 2, 2, 1]);
  try {
    const attributes = poolAttributes(x, { filterSize: 2, strides: 2, pad: "valid" }) as Attribute[];
    const made = binding.executeOp("_MklNativeMaxPool", attributes, nativeBackend().getInputTensorIds([x]), 2);
    for (const { id } of made) binding.deleteTensor(id);
    return true;
  } catch {
    return false;
  } finally {
    x.dispose();
  }
}

/** Deletes a workspace when the data of its output is released. */
function freeWithOutput(workspaces: WeakMap<tf.DataId, number>): void {
  const backend = nativeBackend();
  const dispose = backend.disposeData.bind(backend);
  backend.disposeData = (dataId: tf.DataId, force?: boolean) => {
    const released = dispose(dataId, force);
    const workspace = released ? workspaces.get(dataId) : undefined;
    if (workspace !== undefined) {
      backend.binding.deleteTensor(workspace);
      workspaces.delete(dataId);
    }
    return released;
  };
}

/** The attributes of both operations; undefined for what they do not cover. */
function poolAttributes(x: tf.TensorInfo, settings: PoolSettings): Attribute[] | undefined {
  if (x.dtype !== "float32" || typeof settings.pad !== "string") return undefined;
  const pair = (value: number | [number, number]) => [1, ...(typeof value === "number" ? [value, value] : value), 1];
  return [
    float32("T"),
    integers("ksize", pair(settings.filterSize)),
    integers("strides", pair(settings.strides)),
    text("padding", settings.pad.toUpperCase()),
    text("data_format", "NHWC"),
    flag("workspace_enabled", true),
    text("_kernel", "MklNameChangeOp"),
  ];
}
