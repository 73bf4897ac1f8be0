import { tf } from "cnn-workbook/training";
import fc from "fast-check";
import ndarray from "ndarray";

export type Tensor = ReturnType<typeof tf.tensor>;

/** Numbers that repeat only after long, so that no two cells of a small array are alike. */
export const filled = (...shape: number[]) =>
  ndarray(
    Float64Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => Math.sin(7 * i + shape.length)),
    shape,
  );

const small = fc.integer({ min: 1, max: 3 });
const side = fc.integer({ min: 6, max: 9 });
const pairs = fc.tuple(small, small);
const padding = fc.oneof(fc.constantFrom("valid" as const, "same" as const), fc.nat(3), fc.tuple(fc.nat(3), fc.nat(3)));

export interface Case {
  n: number;
  height: number;
  width: number;
  channels: number;
  filters: number;
  kernel: [number, number];
  stride: [number, number];
  dilation: [number, number];
  padding: "valid" | "same" | number | [number, number];
}

export const cases = fc
  .record({
    n: small,
    height: side,
    width: side,
    channels: small,
    filters: small,
    kernel: pairs,
    stride: pairs,
    dilation: pairs,
    padding,
  })
  .filter(({ height, width, kernel, dilation, padding }) => {
    const [down, across] = typeof padding === "string" ? [0, 0] : [padding].flat();
    return (
      padding === "same" ||
      ((kernel[0] - 1) * dilation[0] < height + 2 * down &&
        (kernel[1] - 1) * dilation[1] < width + 2 * (across ?? down))
    );
  }) as fc.Arbitrary<Case>;

export const optionsOf = ({ stride, padding, dilation }: Case) => ({ stride, padding, dilation });

export type Four = [number, number, number, number];

/** An ndarray of four axes as TensorFlow's. */
export const tensor4d = ({ data, shape }: ReturnType<typeof filled>) =>
  tf.tensor4d(Float32Array.from(data), shape as Four);

/** TensorFlow's layer; zeros are put around first where it has no name for the padding. */
export function tensorLayer(layer: "conv2d" | "depthwiseConv2d", { padding, stride, dilation }: Case) {
  const [down, across] = typeof padding === "string" ? [0, 0] : [padding, padding].flat().slice(0, 2);
  const sides: [number, number][] = [
    [0, 0],
    [down, down],
    [across, across],
    [0, 0],
  ];
  return (x: tf.Tensor4D, w: tf.Tensor4D): tf.Tensor4D => {
    const [start, named] =
      typeof padding === "string" ? [x, padding] : [tf.pad(x, sides) as typeof x, "valid" as const];
    // TensorFlow takes a stride or a dilation.
    if (Math.max(...dilation) === 1) return tf[layer](start, w, stride, named);
    return tf[layer](start, w, [1, 1], named, "NHWC", dilation);
  };
}

/** What TensorFlow computed, as an ndarray. */
export function computed(compute: () => Tensor) {
  const result = tf.tidy(compute);
  const array = ndarray(Float64Array.from(result.dataSync()), result.shape);
  result.dispose();
  return array;
}
