import { join } from "node:path";
import { describe } from "../../arrays/index.js";
import { type EventFile, eventFile } from "./eventFile.js";

/** What `model.fit` says after an epoch; validation under names that begin with `val_`. */
type Logs = Record<string, number>;

/** A log of a training run, and as such a callback of `model.fit`. */
export interface TensorBoardLog {
  /** Writes the numbers of epoch `epoch`, counted from 0. */
  onEpochEnd(epoch: number, logs?: Logs): Promise<void>;
}

/**
 * Logs a training run for TensorBoard, as `tf.node.tensorBoard` does, on every backend: `tensorboard --logdir folder`
 * shows loss and accuracy of the epochs, in training and validation. `trainModel` has its option `logFolder` for this.
 *
 * @param folder - for the log; files go to `train` and `val` in it. Take a new one for each run.
 * @param name - what the folder is called in error messages
 * @returns a callback for `model.fit`
 * @throws {TypeError} a folder that is no text
 * @example await model.fit(x, y, { epochs: 3, validationSplit: 0.2, callbacks: tensorBoard("logs/first") })
 * @see https://www.tensorflow.org/tensorboard
 */
export function tensorBoard(folder: string, name = "folder"): TensorBoardLog {
  if (typeof folder !== "string" || folder === "") {
    throw new TypeError(`\`${name}\` must be the path of a folder, got ${describe(folder)}`);
  }
  const files = new Map<string, EventFile>();
  const fileOf = (part: string) => {
    const file = files.get(part) ?? eventFile(join(folder, part));
    files.set(part, file);
    return file;
  };
  return {
    async onEpochEnd(epoch, logs = {}) {
      for (const [key, value] of Object.entries(logs)) {
        const validation = key.startsWith("val_");
        const file = fileOf(validation ? "val" : "train");
        file.scalar(`epoch_${validation ? key.slice("val_".length) : key}`, value, epoch + 1);
      }
    },
  };
}
