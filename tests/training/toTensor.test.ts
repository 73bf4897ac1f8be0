import { tf, toTensor } from "cnn-workbook/training";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

describe("toTensor(array)", () => {
  it("keeps the shape and the numbers of nested arrays", () => {
    const tensor = toTensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect([tensor.shape, tensor.dtype, [...tensor.dataSync()]]).toEqual([[2, 3], "float32", [1, 2, 3, 4, 5, 6]]);
  });

  it.each([
    ["bytes", new Uint8Array([1, 2, 255])],
    ["doubles", new Float64Array([1, 2, 255])],
  ])("takes %s", (_, data) => {
    expect([...toTensor(data).dataSync()]).toEqual([1, 2, 255]);
    expect([...toTensor(ndarray(data, [3, 1])).dataSync()]).toEqual([1, 2, 255]);
  });

  it("reads a view in its own order, and does not change it", () => {
    const data = Float64Array.from({ length: 12 }, (_, i) => i);
    const whole = ndarray(data, [3, 4]);
    expect([...toTensor(whole.transpose(1, 0)).dataSync()]).toEqual([0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11]);
    expect([...toTensor(whole.lo(1, 2)).dataSync()]).toEqual([6, 7, 10, 11]);
    expect([...toTensor(whole.hi(2, 4)).dataSync()]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect([...toTensor(whole.step(-1, 1)).dataSync()]).toEqual([8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3]);
    expect([...data]).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it("does not share memory with the array", () => {
    const data = new Float32Array([1, 2]);
    const tensor = toTensor(data);
    data[0] = 9;
    expect([...tensor.dataSync()]).toEqual([1, 2]);
  });

  it.each([
    [[], "`array` is empty: its shape is [0]"],
    [[[1], [2, 3]], "`array` has rows of different lengths"],
    [[1, Number.NaN], "`array[1]` must be a finite number, got NaN"],
    [
      ndarray(new Float32Array([1, 2, Number.POSITIVE_INFINITY, 4]), [2, 2]),
      "`array[1][0]` must be a finite number, got Infinity",
    ],
    ["text" as unknown as number[], '`array` must be an array of numbers, got "text"'],
  ])("of %j says what is wrong", (array, message) => {
    expect(() => toTensor(array)).toThrow(message);
  });

  it("makes a tensor that tf.tidy cleans up", () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      toTensor([1, 2]).add(1);
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
