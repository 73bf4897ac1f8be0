import { pause } from "../pause.js";
import { tf } from "../tensorflow.js";
import { type Pictures, pictureTensor } from "./pictures.js";

const BATCH = 256;

/** What a classifier answers to pictures, [n, outputs] row after row; lets Node handle what comes in between batches. */
export async function predictBatches(model: tf.LayersModel, pictures: Pictures): Promise<Float32Array> {
  const outputs = model.outputs[0].shape[1];
  if (model.outputs[0].shape.length !== 2 || typeof outputs !== "number") {
    const got = model.outputs[0].shape.map((side) => side ?? "n").join(", ");
    throw new RangeError(`\`model\` must end with one number a class, [n, classes], got [${got}]`);
  }
  const values = new Float32Array(pictures.count * outputs);
  for (let start = 0; start < pictures.count; start += BATCH) {
    const end = Math.min(start + BATCH, pictures.count);
    tf.tidy(() => {
      const answer = model.predict(pictureTensor(pictures, start, end), { batchSize: BATCH }) as tf.Tensor;
      values.set(answer.dataSync(), start * outputs);
    });
    await pause();
  }
  return values;
}
