import { axisWindows } from "../../layers/axisWindows.js";
import { tf } from "../tensorflow.js";

export interface PaddedPool2dConfig {
  name?: string;
  kind: "max" | "average";
  poolSize: [number, number];
  strides: [number, number];
  /** Cells added: [top, bottom], [left, right]. */
  sides: [[number, number], [number, number]];
}

/** Pooling with padding of any size, which Keras's layers lack. Added cells take no part in a maximum or a mean. */
export class PaddedPool2d extends tf.layers.Layer {
  static className = "PaddedPool2d";

  constructor(private readonly config: PaddedPool2dConfig) {
    super({ name: config.name });
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    const { poolSize, strides, sides } = this.config;
    const count = (axis: 0 | 1) =>
      axisWindows(shape[axis + 1] as number, poolSize[axis], strides[axis], sides[axis]).count;
    return [shape[0], count(0), count(1), shape[3]];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = [inputs].flat() as tf.Tensor4D[];
      const { kind, poolSize, strides } = this.config;
      if (kind === "max") return tf.maxPool(this.padded(input, Number.NEGATIVE_INFINITY), poolSize, strides, "valid");
      const mean = (tensor: tf.Tensor4D) => tf.avgPool(this.padded(tensor, 0), poolSize, strides, "valid");
      // Shares of each window that lie on the picture.
      return tf.div(mean(input), mean(tf.ones(input.shape)));
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { kind, poolSize, strides, sides } = this.config;
    return { ...super.getConfig(), kind, poolSize, strides, sides };
  }

  private padded(input: tf.Tensor4D, value: number): tf.Tensor4D {
    return tf.pad(input, [[0, 0], ...this.config.sides, [0, 0]], value);
  }
}

tf.serialization.registerClass(PaddedPool2d);
