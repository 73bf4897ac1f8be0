import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { tf } from "./tensorflow.js";

const TOPOLOGY = "model.json";
const WEIGHTS = "weights.bin";

/** What a model took on disk. */
export interface SavedModel {
  /** The two files. */
  files: [topology: string, weights: string];
  /** Their sizes in bytes. */
  bytes: [topology: number, weights: number];
}

/**
 * Saves a model in two files as TensorFlow.js has them: `model.json`, its layers as text, and `weights.bin`, its
 * numbers, four bytes each. A page, `tf.loadLayersModel` and the converter to Keras can read them.
 *
 * The optimiser is not saved: a model that is loaded can predict, and a new training begins with a new optimiser.
 *
 * @param model - not changed
 * @param folder - made when it is not there; files of an earlier model are replaced
 * @returns where the files are, and their sizes in bytes
 * @throws {Error} a folder that cannot be written to
 * @example await saveModel(model, "my-digits")
 */
export async function saveModel(model: tf.LayersModel, folder: string): Promise<SavedModel> {
  const files: [string, string] = [join(folder, TOPOLOGY), join(folder, WEIGHTS)];
  let bytes: [number, number] = [0, 0];
  await mkdir(folder, { recursive: true });
  await model.save(
    tf.io.withSaveHandler(async (artifacts) => {
      const { modelTopology, weightSpecs: weights, format, generatedBy, convertedBy } = artifacts;
      const weightsManifest = [{ paths: [WEIGHTS], weights }];
      const text = JSON.stringify({ modelTopology, format, generatedBy, convertedBy, weightsManifest });
      const data = Buffer.from(tf.io.CompositeArrayBuffer.join(artifacts.weightData));
      await Promise.all([writeFile(files[0], text), writeFile(files[1], data)]);
      bytes = [Buffer.byteLength(text), data.length];
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: "JSON" } };
    }),
  );
  return { files, bytes };
}

/**
 * Loads a model that `saveModel` (or `model.save` of TensorFlow.js) wrote.
 *
 * @param folder - holds `model.json` and the weights that it names
 * @throws {Error} no `model.json` there, or weights that are not whole
 * @example const model = await loadModel("my-digits")
 */
export async function loadModel(folder: string): Promise<tf.LayersModel> {
  const text = await readFile(join(folder, TOPOLOGY), "utf8").catch(() => {
    throw new Error(`${join(folder, TOPOLOGY)} was not found; \`saveModel(model, "${folder}")\` writes it`);
  });
  const { modelTopology, weightsManifest } = JSON.parse(text) as tf.io.ModelJSON;
  const groups = weightsManifest ?? [];
  const parts = await Promise.all(groups.flatMap(({ paths }) => paths.map((path) => readFile(join(folder, path)))));
  const weightSpecs = groups.flatMap(({ weights }) => weights);
  const weightData = Uint8Array.from(Buffer.concat(parts)).buffer;
  return tf.loadLayersModel({ load: async () => ({ modelTopology, weightSpecs, weightData }) });
}
