import { tf } from "../tensorflow.js";

interface Dropout extends tf.layers.Layer {
  rate: number;
  noiseShape?: number[];
  seed?: number;
}

/**
 * The masks of a model's dropout layers. JavaScript draws them, so a recorded step would drop the same cells for ever:
 * instead they are drawn outside the step, as the layers do it, and come with the batch.
 */
export class DropoutMasks {
  private readonly layers: Dropout[];

  constructor(layers: readonly tf.layers.Layer[]) {
    this.layers = layers.filter((layer) => layer.getClassName() === "Dropout") as Dropout[];
    this.layers = this.layers.filter(({ rate }) => rate > 0 && rate < 1); // else they pass on what comes
  }

  /** What each layer multiplies its input with: 0, or what makes up for those that are dropped. */
  draw(batchSize: number, seed?: number): tf.Tensor[] {
    return this.layers.map((layer) => {
      const shape = [batchSize, ...(layer.input as tf.SymbolicTensor).shape.slice(1)] as number[];
      return tf.tidy(() => tf.dropout(tf.ones(shape), layer.rate, layer.noiseShape, seed ?? layer.seed));
    });
  }

  /** Runs `work` while the layers use these masks. */
  use<T>(masks: readonly tf.Tensor[], work: () => T): T {
    this.layers.forEach((layer, index) => {
      layer.call = (inputs) => tf.mul([inputs].flat()[0], masks[index]);
    });
    try {
      return work();
    } finally {
      // The class's own comes to light again.
      for (const layer of this.layers) Reflect.deleteProperty(layer, "call");
    }
  }
}
