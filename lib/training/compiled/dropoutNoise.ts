import { tf } from "../tensorflow.js";

interface Dropout extends tf.layers.Layer {
  rate: number;
  noiseShape?: (number | null)[];
  seed?: number;
}

/**
 * The random numbers that a model's dropout layers decide by. JavaScript draws them, so a recorded step would drop the
 * same cells for ever: instead they are drawn outside the step, as the layers do it, and come with the batch.
 */
export class DropoutNoise {
  private readonly layers: Dropout[];

  constructor(layers: readonly tf.layers.Layer[]) {
    const dropout = layers.filter((layer) => layer.getClassName() === "Dropout") as Dropout[];
    this.layers = dropout.filter(({ rate }) => rate > 0 && rate < 1); // the others pass on what comes
  }

  /** For each layer a number from 0 to 1 a cell. */
  draw(batchSize: number, seed?: number): tf.Tensor[] {
    return this.layers.map((layer) => {
      const input = [batchSize, ...(layer.input as tf.SymbolicTensor).shape.slice(1)];
      const shape = input.map((side, axis) => layer.noiseShape?.[axis] ?? side) as number[];
      return tf.randomUniform(shape, 0, 1, "float32", seed ?? layer.seed);
    });
  }

  /** Runs `work` while the layers decide by these numbers, with the formula of `tf.dropout`. */
  use<T>(noise: readonly tf.Tensor[], work: () => T): T {
    for (const [index, layer] of this.layers.entries()) {
      const keep = 1 - layer.rate;
      const mask = () => noise[index].add(keep).floor().div(keep);
      layer.call = (inputs) => tf.tidy(() => tf.mul([inputs].flat()[0], mask()));
    }
    try {
      return work();
    } finally {
      // The class's own comes to light again.
      for (const layer of this.layers) Reflect.deleteProperty(layer, "call");
    }
  }
}
