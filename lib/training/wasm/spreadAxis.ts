import * as tf from "@tensorflow/tfjs";

/** Puts `stride − 1` zeros between neighbours along an axis. */
export function spreadAxis(values: tf.Tensor4D, axis: 1 | 2, stride: number): tf.Tensor4D {
  if (stride === 1) return values;
  const { shape } = values;
  const before = shape.slice(0, axis + 1).reduce((product, side) => product * side, 1);
  const rows = tf.reshape(values, [before, 1, -1]);
  const spread = tf.pad(rows, [
    [0, 0],
    [0, stride - 1],
    [0, 0],
  ]);
  const long = shape.map((side, index) => (index === axis ? side * stride : side));
  const wanted = shape.map((side, index) => (index === axis ? span(side, stride) : side));
  return tf.slice(tf.reshape(spread, long), [0, 0, 0, 0], wanted) as tf.Tensor4D;
}

/** How far `count` cells reach that stand `stride` apart. */
export function span(count: number, stride: number): number {
  return (count - 1) * stride + 1;
}
