import { toList } from "cnn-workbook/arrays";
import {
  glorotNormal,
  glorotUniform,
  heNormal,
  heUniform,
  type InitializerOptions,
  randomNormal,
  zeros,
} from "cnn-workbook/learning";
import { tf } from "cnn-workbook/training";
import { describe, expect, it } from "vitest";

const deviation = (values: ArrayLike<number>) => {
  const list = Array.from(values);
  const mean = list.reduce((a, b) => a + b) / list.length;
  return Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / list.length);
};
const largest = (values: ArrayLike<number>) => Array.from(values).reduce((most, v) => Math.max(most, Math.abs(v)), 0);

/** 5 · 4 · 30 numbers read by each of 50 filters, and 5 · 4 · 50 filters that read each number. */
const shape = [5, 4, 30, 50];
const [fanIn, fanOut] = [600, 1000];

const scaled = [
  { name: "glorotUniform", make: glorotUniform, variance: 2 / (fanIn + fanOut), theirs: tf.initializers.glorotUniform },
  { name: "glorotNormal", make: glorotNormal, variance: 2 / (fanIn + fanOut), theirs: tf.initializers.glorotNormal },
  { name: "heUniform", make: heUniform, variance: 2 / fanIn, theirs: tf.initializers.heUniform },
  { name: "heNormal", make: heNormal, variance: 2 / fanIn, theirs: tf.initializers.heNormal },
];

describe.each(scaled)("$name", ({ name, make, variance, theirs }) => {
  const { data } = make(shape, { seed: 3 });
  const uniform = name.endsWith("Uniform");

  it("has the variance that its fans ask for, around 0", () => {
    expect(deviation(data) / Math.sqrt(variance)).toBeCloseTo(1, 2);
    expect(Math.abs(data.reduce((a, b) => a + b) / data.length)).toBeLessThan(4 * Math.sqrt(variance / data.length));
  });

  it("stays within its limits, and reaches almost to them", () => {
    const limit = Math.sqrt(variance) * (uniform ? Math.sqrt(3) : 2 / 0.87962566);
    expect(largest(data)).toBeLessThanOrEqual(limit);
    expect(largest(data)).toBeGreaterThan(0.99 * limit);
  });

  it("spreads as TensorFlow.js's does, which does not make up for what is cut off", () => {
    const made = theirs({ seed: 4 }).apply(shape).dataSync();
    const share = uniform ? 1 : 0.87962566;
    expect(deviation(made) / deviation(data)).toBeCloseTo(share, 2);
  });

  it("takes one and two axes too", () => {
    const fanIn = { 1: 20_000, 2: 200 };
    for (const sides of [[20_000], [200, 100]]) {
      const made = make(sides, { seed: 1 });
      const fanOut = sides.length === 1 ? 20_000 : 100;
      const reads = fanIn[sides.length as 1 | 2];
      const expected = name.startsWith("he") ? 2 / reads : 2 / (reads + fanOut);
      expect(made.shape).toEqual(sides);
      expect(deviation(made.data) / Math.sqrt(expected)).toBeCloseTo(1, 1);
    }
  });

  it("repeats itself for the same seed, and says what is wrong", () => {
    expect([...make([3, 2], { seed: 5 }).data]).toEqual([...make([3, 2], { seed: 5 }).data]);
    expect([...make([3, 2], { seed: 5 }).data]).not.toEqual([...make([3, 2], { seed: 6 }).data]);
    expect(() => make([3, 0], { seed: 1 })).toThrow("`shape[1]` must be a whole number of at least 1, got 0");
    expect(() => make([], { seed: 1 })).toThrow("`shape` must be a list of sides, got an array of 0");
    expect(() => make([3], {} as InitializerOptions)).toThrow("`seed` must be a whole number from 0 to 4294967295");
    expect(() => make([3], { sed: 1 } as never)).toThrow(`\`sed\` is no option of ${name}; it has \`seed\``);
  });
});

describe("randomNormal", () => {
  it("has the standard deviation that was asked for", () => {
    expect(deviation(randomNormal([100, 100], { deviation: 3, seed: 1 }).data)).toBeCloseTo(3, 1);
    expect(deviation(randomNormal([100, 100], { seed: 1 }).data)).toBeCloseTo(0.05, 2);
    expect(toList(randomNormal([2], { deviation: 0, seed: 1 })).map(Math.abs)).toEqual([0, 0]);
  });

  it("says what is wrong", () => {
    expect(() => randomNormal([2], { deviation: -1, seed: 1 })).toThrow(
      "`deviation` must be a finite number of at least 0",
    );
    expect(() => randomNormal([2], { stddev: 1, seed: 1 } as never)).toThrow("`stddev` is no option of randomNormal");
  });
});

describe("zeros", () => {
  it("are zeros in that shape", () => {
    expect(toList(zeros([2, 2]))).toEqual([0, 0, 0, 0]);
    expect(zeros([2, 3, 1]).shape).toEqual([2, 3, 1]);
    expect(() => zeros(3 as never)).toThrow("`shape` must be a list of sides, got 3");
  });
});
