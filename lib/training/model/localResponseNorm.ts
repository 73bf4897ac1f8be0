import { tf } from "../tensorflow.js";

/**
 * Divides each value by what its neighbours in five channels amount to.
 *
 * @see Krizhevsky, Sutskever & Hinton (2012), section 3.3, whose constants these are
 */
export class LocalResponseNorm extends tf.layers.Layer {
  static className = "LocalResponseNorm";

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [input] = [inputs].flat();
    return tf.localResponseNormalization(input as tf.Tensor4D, 2, 2, 1e-4, 0.75);
  }
}

tf.serialization.registerClass(LocalResponseNorm);
