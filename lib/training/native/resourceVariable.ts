import * as tf from "@tensorflow/tfjs";
import { flag, float32, handle, nativeBackend, shape, text } from "./nativeBackend.js";

let count = 0;

/** Gives back what a variable held that nobody can reach any more. */
const forgotten = new FinalizationRegistry<tf.Tensor>(destroy);

/**
 * A variable that lives in TensorFlow. Operations such as ResourceApplyAdam change it where it lies, instead of making
 * a new tensor each step.
 */
export class ResourceVariable {
  /** The tensor that stands for the variable in operations: a reference, not its values. */
  readonly handle: tf.Tensor;

  constructor(value: tf.Tensor) {
    const name = `cnn-workbook-${process.pid}-${count++}`;
    const attributes = [
      text("container", ""),
      text("shared_name", name),
      float32("dtype"),
      shape("shape", value.shape),
    ];
    this.handle = tf.keep(nativeBackend().executeSingleOutput("VarHandleOp", attributes, []));
    forgotten.register(this, this.handle, this);
    this.write(value);
  }

  /** Gives the variable the values of `value`. The two share one buffer until either changes. */
  write(value: tf.Tensor): void {
    nativeBackend().executeMultipleOutputs("AssignVariableOp", [float32("dtype")], [this.handle, value], 0);
  }

  /**
   * Has `variable`, which holds this one's values, follow an update of them.
   *
   * While its tensor shares the buffer, the update would have to copy the buffer first. So the tensor lets go before,
   * and reads again after: the weights are changed where they lie. Where something else holds the tensor too, it keeps
   * the old values, and `variable` gets a new tensor.
   */
  update(variable: tf.Variable, apply: () => void): void {
    const backend = nativeBackend();
    const { binding } = backend;
    const entry = backend.tensorMap.get(variable.dataId);
    const alone = entry.refCount === 1 && entry.id >= 0;
    if (alone) {
      binding.deleteTensor(entry.id);
      entry.id = -1;
    }
    try {
      apply();
    } finally {
      if (alone) entry.id = binding.executeOp("ReadVariableOp", [float32("dtype")], [handle(this.handle)], 1)[0].id;
    }
    if (!alone) variable.assign(this.read());
  }

  read(): tf.Tensor {
    return nativeBackend().executeSingleOutput("ReadVariableOp", [float32("dtype")], [this.handle]);
  }

  dispose(): void {
    forgotten.unregister(this);
    destroy(this.handle);
  }
}

function destroy(handle: tf.Tensor): void {
  if (handle.isDisposed) return;
  nativeBackend().executeMultipleOutputs("DestroyResourceOp", [flag("ignore_lookup_error", true)], [handle], 0);
  handle.dispose();
}
