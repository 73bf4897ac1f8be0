import { toList } from "cnn-workbook/arrays";
import { batches } from "cnn-workbook/learning";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const pictures = ndarray(Uint8Array.from({ length: 14 }, (_, i) => i), [7, 2, 1]); // biome-ignore format: one line
const labels = Uint8Array.from({ length: 7 }, (_, i) => 10 * i);

describe("batches(inputs, labels, { size, seed })", () => {
  it("holds every example once, with its label, and what is left in the last", () => {
    const all = [...batches(pictures, labels, { size: 3, seed: 1 })];
    expect(all.map(({ inputs }) => inputs.shape)).toEqual([[3, 2, 1], [3, 2, 1], [1, 2, 1]]); // biome-ignore format: shapes
    const numbers = all.flatMap(({ inputs }) => toList(inputs));
    expect(numbers.slice().sort((a, b) => a - b)).toEqual([...pictures.data]);
    expect(all.flatMap(({ labels }) => toList(labels))).toEqual(
      numbers.filter((_, i) => i % 2 === 0).map((n) => 5 * n),
    );
  });

  it("takes another order for another seed, the same for the same", () => {
    const order = (seed: number) => [...batches(pictures, labels, { seed })].flatMap(({ labels }) => toList(labels));
    expect(order(1)).toEqual(order(1));
    expect(order(1)).not.toEqual(order(2));
    expect(order(1)).not.toEqual([...labels]);
  });

  it("gives new memory, and may be gone through twice", () => {
    const twice = batches(pictures, labels, { size: 7, seed: 1 });
    const [first] = twice;
    first.inputs.data.fill(99);
    expect(Math.max(...pictures.data)).toBe(13);
    expect([...twice].length).toBe(1);
  });

  it("says what does not fit", () => {
    expect(() => batches(pictures, [1, 2], { seed: 1 })).toThrow("`labels` must be one for each input, 7, got 2");
    expect(() => batches(pictures, labels, { size: 0, seed: 1 })).toThrow(
      "`size` must be a whole number of at least 1",
    );
    expect(() => batches(pictures, labels, { seed: -1 })).toThrow("`seed` must be a whole number from 0");
    expect(() => batches(pictures, labels, 32 as never)).toThrow(
      "the options of batches must be an object such as { size: 32 }",
    );
  });
});
