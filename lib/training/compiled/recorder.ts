import { type Attribute, nativeBackend } from "../native/nativeBackend.js";
import { CannotCompile } from "./cannotCompile.js";
import type { Constant } from "./graph.js";

/** One operation that was asked of TensorFlow. Tensors are named by the addon's handles. */
export interface Call {
  operation: string;
  attributes: Attribute[];
  inputs: number[];
  outputs: number[];
}

/** All that was asked of TensorFlow, in order, and the tensors that JavaScript made in between. */
export interface Recording {
  calls: Call[];
  constants: Map<number, Constant>;
}

let recording = false;

/** Whether calls are recorded now: a graph wants TensorFlow's plain operations, which it then replaces itself. */
export const isRecording = (): boolean => recording;

/**
 * Runs `work` as usual, and records what it asks of TensorFlow.
 *
 * @throws {CannotCompile} `work` looks at the values of a tensor, so with other values it might do something else
 */
export function record(work: () => void): Recording {
  const backend = nativeBackend();
  const { binding } = backend;
  const calls: Call[] = [];
  const constants = new Map<number, Constant>();
  let looked = false;
  const spy: Partial<typeof binding> = {
    executeOp(operation, attributes, inputs, count) {
      const results = binding.executeOp(operation, attributes, inputs, count);
      calls.push({
        operation,
        attributes: operation === "Mean" ? withType(attributes, results[0].dtype) : attributes,
        inputs,
        outputs: results.map(({ id }) => id),
      });
      return results;
    },
    createTensor(shape, type, values) {
      const id = binding.createTensor(shape, type, values);
      constants.set(id, { shape, type, values: (values as Uint8Array).slice() });
      return id;
    },
    tensorDataSync(id) {
      // Thrown here, an error would leave behind all that TensorFlow.js keeps for the gradient.
      looked ||= !constants.has(id);
      return binding.tensorDataSync(id);
    },
  };
  backend.binding = Object.create(binding, Object.getOwnPropertyDescriptors(spy)) as typeof binding;
  recording = true;
  try {
    work();
    if (looked) throw new CannotCompile("the network looks at values");
    return { calls, constants };
  } finally {
    backend.binding = binding;
    recording = false;
  }
}

/**
 * The mean of booleans is that of numbers, but tfjs-node says still "booleans" when it has made numbers of them. An
 * operation that is asked for by itself looks for itself; a graph believes it.
 */
function withType(attributes: Attribute[], dtype: number): Attribute[] {
  return attributes.map((attribute) => (attribute.name === "T" ? { ...attribute, value: dtype } : attribute));
}
