import { createRequire } from "node:module";
import { currentCell } from "./cell.js";

interface Model {
  stopTraining: boolean;
}
type Train = (this: Model, ...values: unknown[]) => Promise<unknown>;
type ModelClass = { prototype: Record<"fit" | "fitDataset", Train> };

let guarded: ModelClass | undefined;

/** Once TensorFlow.js is loaded: an interrupt ends `model.fit` after the batch it is at, and the model can train again. */
export function guardTraining(): void {
  const loaded = loadedModelClass();
  if (!loaded || loaded === guarded) return;
  guarded = loaded;
  for (const name of ["fit", "fitDataset"] as const) loaded.prototype[name] = stoppable(loaded.prototype[name]);
}

function stoppable(train: Train): Train {
  return async function (...values) {
    const signal = currentCell()?.signal;
    const stop = () => {
      this.stopTraining = true;
    };
    signal?.addEventListener("abort", stop);
    try {
      return await train.apply(this, values);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
}

const load = createRequire(__filename);
let layersFile: string | undefined;

/** The class behind every layers model, when something has loaded it; asking loads nothing. */
function loadedModelClass(): ModelClass | undefined {
  try {
    layersFile ??= load.resolve("@tensorflow/tfjs-layers");
  } catch {
    return undefined;
  }
  return load.cache[layersFile]?.exports.LayersModel;
}
