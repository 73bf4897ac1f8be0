import type { Float64NdArray } from "cnn-workbook/arrays";
import * as layers from "cnn-workbook/layers";
import { expect, it } from "vitest";
import { filled } from "./convCases.js";

const byName: Record<string, unknown> = { ...layers };
const labels = Float64Array.of(1, 0);
const picture = { input: filled(2, 4, 4, 2), weights: filled(3, 3, 2, 2), small: filled(2, 2, 2, 2) };
const scores = filled(2, 3);
const probabilities = layers.softmax(scores);
const size = { size: 2 };
const chance = { rate: 0.5, seed: 1 };

type Answer = Float64NdArray | Record<string, Float64NdArray>;
const calls: [name: keyof typeof layers, given: unknown[]][] = [
  ["averagePool2dBackward", [picture.small, picture.input, size]],
  ["batchNormBackward", [picture.input, picture.input, { gamma: filled(2), variance: Float64Array.of(1, 2) }]],
  ["col2im", [layers.im2col(picture.input, size), picture.input, size]],
  ["conv2d", [picture.input, picture.weights, { bias: filled(2) }]],
  ["conv2dBackward", [picture.small, picture.input, picture.weights]],
  ["conv2dTranspose", [picture.small, filled(1, 1, 2, 2)]],
  ["conv2dTransposeBackward", [picture.small, picture.small, filled(1, 1, 2, 2)]],
  ["crossEntropyBackward", [probabilities, labels]],
  ["dense", [scores, filled(3, 2)]],
  ["denseBackward", [filled(2, 1), scores, filled(3, 1)]],
  ["depthwiseConv2d", [picture.input, filled(3, 3, 2, 1)]],
  ["depthwiseConv2dBackward", [picture.small, picture.input, filled(3, 3, 2, 1)]],
  ["dropoutBackward", [scores, scores, chance]],
  ["flattenBackward", [filled(2, 32), picture.input]],
  ["globalAveragePool2dBackward", [scores, filled(2, 4, 4, 3)]],
  ["im2col", [picture.input, { size: 1 }]],
  ["leakyReluBackward", [scores, scores]],
  ["maxPool2dBackward", [picture.small, picture.input, size]],
  ["relu", [scores]],
  ["reluBackward", [scores, scores]],
  ["sigmoidBackward", [scores, scores]],
  ["softmaxBackward", [scores, scores]],
  ["softmaxCrossEntropyBackward", [scores, labels]],
  ["tanhBackward", [scores, scores]],
];

it.each(calls)("%s changes nothing that it is given, and gives new memory", (name, given) => {
  const arrays = given
    .flatMap((value) => [value, ...Object.values(value as object)])
    .filter((value) => numbersOf(value));
  const before = arrays.map((value) => [...numbersOf(value)!]);
  const answer = (byName[name] as (...given: unknown[]) => Answer)(...given);
  for (const part of numbersOf(answer) ? [answer as Float64NdArray] : Object.values(answer as object))
    part.data.fill(99);
  expect(arrays.length).toBeGreaterThan(0);
  expect(arrays.map((value) => [...numbersOf(value)!])).toEqual(before);
});

it("every way back is among them", () => {
  const names = calls.map(([name]) => name as string);
  expect(names).toEqual(expect.arrayContaining(Object.keys(layers).filter((name) => name.endsWith("Backward"))));
});

/** The memory of an array; undefined for anything else. */
function numbersOf(value: unknown): Float64Array | undefined {
  if (value instanceof Float64Array) return value;
  const { data } = value as { data?: unknown };
  return data instanceof Float64Array ? data : undefined;
}
