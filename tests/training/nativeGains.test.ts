import { tf } from "cnn-workbook/training";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nativeBackend } from "../../lib/training/native/nativeBackend.js";
import { computeOnCpu, largestDifference, smallBatch, smallNetwork } from "./helpers.js";

const onCpu = <T>(compute: () => T) => computeOnCpu(tf, compute);

/** The gradient of `layer` at `values`, where the output's cells are weighted 0, 1, 2, …. */
function gradientOf(layer: (x: tf.Tensor4D) => tf.Tensor, values: number[], shape: [number, number, number, number]) {
  return tf.tidy(() => {
    const weighted = (x: tf.Tensor) => {
      const y = layer(x as tf.Tensor4D);
      return y.mul(tf.range(0, y.size).reshape(y.shape)).sum();
    };
    return Array.from(tf.grad(weighted)(tf.tensor4d(values, shape)).dataSync());
  });
}

interface Call {
  name: string;
  values: unknown[];
  result: unknown;
}

/** What `work` asks of tfjs-node's addon. */
function callsOf(work: () => void): Call[] {
  const backend = nativeBackend();
  const real = backend.binding as unknown as Record<string, unknown>;
  const calls: Call[] = [];
  const get = (_: object, name: string) => {
    const member = real[name];
    if (typeof member !== "function") return member;
    return (...values: unknown[]) => {
      const result = member.apply(real, values);
      calls.push({ name, values, result });
      return result;
    };
  };
  backend.binding = new Proxy({}, { get }) as typeof backend.binding;
  try {
    work();
  } finally {
    backend.binding = real as unknown as typeof backend.binding;
  }
  return calls;
}

afterEach(() => vi.restoreAllMocks());

describe("the gradient of ReLU", () => {
  it("has a gradient itself: d/dx of x · d/dx relu(x)² is 4x above zero", () => {
    const slope = tf.grad((x: tf.Tensor) => tf.relu(x).square().sum());
    const curved = tf.grad((x: tf.Tensor) => slope(x).mul(x).sum());
    expect(Array.from(curved(tf.tensor1d([-1, 2, 3])).dataSync())).toEqual([0, 8, 12]);
  });

  it("lets through where the input is above zero", () => {
    const gradient = tf.grad((x) =>
      tf
        .relu(x)
        .mul(tf.tensor1d([10, 20, 30, 40]))
        .sum(),
    );
    expect([...gradient(tf.tensor1d([-1, 0, 2, 3])).dataSync()]).toEqual([0, 0, 30, 40]);
  });

  it("works on another backend too", () => {
    const compute = () => [
      ...tf
        .grad((x) => tf.relu(x).sum())(tf.tensor1d([-1, 2]))
        .dataSync(),
    ];
    expect(onCpu(compute)).toEqual([0, 1]);
  });

  it("is one operation", () => {
    const calls = callsOf(() => tf.tidy(() => tf.grad((x) => tf.relu(x))(tf.tensor1d([-1, 2]))));
    const operations = calls.filter(({ name }) => name === "executeOp").map(({ values }) => values[0]);
    expect(operations).toContain("ReluGrad");
    expect(operations).not.toContain("Select");
  });
});

describe("sums over all axes but the last", () => {
  it.each([[[4, 3]], [[2, 5, 3]], [[2, 3, 4, 5]]])("of shape %j agree with the CPU backend", (shape) => {
    const values = Array.from({ length: tf.util.sizeFromShape(shape) }, (_, i) => Math.sin(i));
    const axes = shape.slice(1).map((_, axis) => axis);
    const compute = () => Array.from(tf.tensor(values, shape).sum(axes).dataSync());
    expect(largestDifference(compute(), onCpu(compute))).toBeLessThan(1e-5);
  });

  it.each([
    [[0], true, [5, 7, 9]],
    [[1], false, [6, 15]],
    [[0, 1], false, [21]],
  ])("over %j, keeping axes %s, are what they were", (axes, keep, expected) => {
    const sum = tf.tensor2d([1, 2, 3, 4, 5, 6], [2, 3]).sum(axes, keep);
    expect([...sum.dataSync()]).toEqual(expected);
    expect(sum.shape).toEqual(keep ? [1, 3] : expected.length > 1 ? [2] : []);
  });

  it("of whole numbers stay whole numbers", () => {
    const sum = tf.tensor2d([1, 2, 3, 4], [2, 2], "int32").sum(0);
    expect([sum.dtype, ...sum.dataSync()]).toEqual(["int32", 4, 6]);
  });
});

describe("max pooling", () => {
  const shape: [number, number, number, number] = [2, 7, 6, 3];
  const values = Array.from({ length: 2 * 7 * 6 * 3 }, (_, i) => Math.sin(7 * i));

  it.each([
    ["2×2", 2, 2, "valid"],
    ["3×3 that overlap", 3, 2, "same"],
    ["3×2", [3, 2], [1, 2], "valid"],
  ] as const)("%s has the gradient that the CPU backend has", (_, size, strides, pad) => {
    const pool = (x: tf.Tensor4D) => tf.maxPool(x, size as [number, number], strides as [number, number], pad);
    const compute = () => gradientOf(pool, values, shape);
    expect(largestDifference(compute(), onCpu(compute))).toBe(0);
  });

  it("keeps no workspace, whether its gradient is wanted or not", () => {
    const pooled = (x: tf.Tensor4D) => tf.maxPool(x, 2, 2, "valid").flatten();
    const calls = callsOf(() => {
      tf.tidy(() => {
        const weights = tf.variable(tf.ones([9 * 3, 1]));
        const images = tf.tensor4d(values, shape);
        tf.variableGrads(() => pooled(images).reshape([-1, 27]).matMul(weights).sum().asScalar(), [weights]);
        weights.dispose();
      });
      gradientOf(pooled, values, shape);
    });
    const workspaces = calls
      .filter(({ values: [operation] }) => operation === "_MklNativeMaxPool")
      .map(({ result }) => (result as { id: number }[])[1].id);
    const deleted = calls.filter(({ name }) => name === "deleteTensor").map(({ values: [id] }) => id);
    expect(workspaces).toHaveLength(2);
    expect(deleted).toEqual(expect.arrayContaining(workspaces));
  });
});

it("a whole network has the gradients that the CPU backend has", () => {
  const compute = () => {
    const model = smallNetwork(tf);
    const { x, y } = smallBatch(tf);
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const loss = () => tf.losses.softmaxCrossEntropy(y, model.apply(x, { training: true }) as tf.Tensor) as tf.Scalar;
    const { grads } = tf.variableGrads(loss, variables);
    return variables.flatMap(({ name }) => Array.from(grads[name].dataSync()));
  };
  expect(largestDifference(compute(), onCpu(compute))).toBeLessThan(1e-5);
});
