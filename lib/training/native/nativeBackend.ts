import * as tf from "@tensorflow/tfjs";

/** An attribute of a TensorFlow operation, as tfjs-node's addon takes it. */
export interface Attribute {
  name: string;
  type: number;
  value: unknown;
}

/** What the addon says about a tensor that an operation made. */
export interface Result {
  id: number;
  shape: number[];
  dtype: number;
}

interface Binding {
  [constant: `TF_${string}`]: number;
  executeOp(name: string, attributes: Attribute[], inputs: number[], outputs: number): Result[];
  createTensor(shape: number[], type: number, values: unknown): number;
  tensorDataSync(id: number): ArrayBufferView;
  deleteTensor(id: number): void;
  loadSavedModel(folder: string, tags: string): number;
  runSavedModel(id: number, inputs: number[], inputNames: string, outputNames: string): Result[];
  deleteSavedModel(id: number): void;
}

/** Where tfjs-node keeps a tensor: `id` is the addon's handle, negative while the values are still in JavaScript. */
export interface Entry {
  id: number;
  refCount: number;
  values: unknown;
}

/** The part of tfjs-node's backend that runs any operation of TensorFlow by its name. */
export interface NativeBackend extends tf.KernelBackend {
  binding: Binding;
  tensorMap: { get(dataId: tf.DataId): Entry };
  createOutputTensor(result: Result): tf.Tensor;
  getDTypeInteger(dtype: tf.DataType): number;
  getInputTensorIds(tensors: tf.TensorInfo[]): number[];
  executeSingleOutput(name: string, attributes: Attribute[], inputs: tf.TensorInfo[]): tf.Tensor;
  executeMultipleOutputs(name: string, attributes: Attribute[], inputs: tf.TensorInfo[], outputs: number): tf.Tensor[];
}

/** tfjs-node's backend, also while another is in use. Only to be called where it was loaded. */
export function nativeBackend(): NativeBackend {
  return tf.findBackend("tensorflow") as unknown as NativeBackend;
}

/** Whether tensors live in native TensorFlow now. */
export function isNative(): boolean {
  return tf.getBackend() === "tensorflow";
}

/** The addon's handle of a tensor. No two values ever have the same: what has its handle still was not changed. */
export const handle = (tensor: tf.TensorInfo): number => nativeBackend().getInputTensorIds([tensor])[0];

const attribute = (kind: string) => (name: string, value: unknown) => ({
  name,
  type: nativeBackend().binding[`TF_ATTR_${kind}`],
  value,
});

export const text = attribute("STRING");
export const flag = attribute("BOOL");
export const integers = attribute("INT");
export const shape = attribute("SHAPE");

export const type = attribute("TYPE");

/** The attribute by which an operation learns that its tensors hold 32-bit floats. */
export function float32(name: string): Attribute {
  return type(name, nativeBackend().binding.TF_FLOAT);
}
