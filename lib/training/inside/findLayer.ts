import { describe } from "../../arrays/index.js";
import type { tf } from "../tensorflow.js";

/**
 * The layer of that name.
 *
 * @throws {RangeError} no such layer; the message lists those that there are
 */
export function findLayer(model: tf.LayersModel, name: string): tf.layers.Layer {
  const found = model.layers.find((layer) => layer.name === name);
  if (found) return found;
  const names = model.layers.map((layer) => `"${layer.name}"`).join(", ");
  throw new RangeError(`\`layer\` must be the name of a layer of the model, one of ${names}, got ${describe(name)}`);
}

/**
 * The last layer that answers with maps, [n, height, width, channels].
 *
 * @throws {RangeError} there is none
 */
export function lastMaps(model: tf.LayersModel): tf.layers.Layer {
  const found = model.layers.filter(({ outputShape }) => outputShape.length === 4).at(-1);
  if (found) return found;
  throw new RangeError("the model has no layer that answers with maps [n, height, width, channels]");
}
