import { toList } from "cnn-workbook";
import {
  conv2dBackward,
  denseBackward,
  gradientCheck,
  maxPool2dBackward,
  reluBackward,
  sigmoid,
  softmaxCrossEntropyBackward,
} from "cnn-workbook/layers";
import * as lesson from "cnn-workbook/lessons/13-backpropagation";
import ndarray from "ndarray";
import { expect, it } from "vitest";
import { handPass } from "../../lessons/13-backpropagation/handPass.js";

const { twoLayers, smallDense, smallRelu, smallScores, smallSlide } = lesson;
const answerOf = (prediction: { definition: { answer: unknown } }) => prediction.definition.answer;

it("the network by hand gives the numbers that a pencil gives", () => {
  const { hidden, outputs, loss, bySums2, byHidden, byWeights1, byWeights2 } = handPass(twoLayers);
  const rounded = (values: number[]) => values.map((value) => Math.round(value * 1e9) / 1e9);
  expect([hidden, outputs, [loss], bySums2, byHidden].map(rounded)).toEqual([
    [0.5, 0.75],
    [0.5, 0.5],
    [0.5],
    [-0.25, 0.25],
    [-1, 0.5],
  ]);
  expect([...byWeights1, ...byWeights2].map(rounded)).toEqual([
    [-0.25, 0.09375],
    [-0.5, 0.1875],
    [-0.125, 0.125],
    [-0.1875, 0.1875],
  ]);
});

it("its slopes agree with nudges", () => {
  const { bySums1, bySums2, byWeights1, byWeights2 } = handPass(twoLayers);
  const { weights1, bias1, weights2, bias2 } = twoLayers;
  const rows = (list: number[]) => [list.slice(0, 2), list.slice(2)];
  const check = gradientCheck(
    (w) =>
      handPass({
        ...twoLayers,
        ...{ weights1: rows(toList(w.weights1)), bias1: toList(w.bias1) },
        ...{ weights2: rows(toList(w.weights2)), bias2: toList(w.bias2) },
      }).loss,
    { weights1, bias1, weights2, bias2 },
    { weights1: byWeights1, bias1: bySums1, weights2: byWeights2, bias2: bySums2 },
  );
  expect(check.status).toBe("agrees");
});

it("predictions say what the layers give", () => {
  expect(answerOf(lesson.p3)).toBeCloseTo(handPass(twoLayers).byHidden[0], 9);
  expect(answerOf(lesson.p5)).toEqual(toList(reluBackward(smallRelu.above, smallRelu.input)));
  const dense = denseBackward(smallDense.above, smallDense.inputs, smallDense.weights);
  expect(answerOf(lesson.p6)).toBe(dense.input.get(1));
  const window = [
    [1, 5],
    [3, 2],
  ];
  expect(answerOf(lesson.p7)).toBe(maxPool2dBackward([[8]], window, { size: 2 }).get(1, 0));
  const kernel = [smallSlide.kernel.map((weight) => [[weight]])];
  const slide = conv2dBackward([smallSlide.above], [smallSlide.signal], kernel);
  expect(answerOf(lesson.p8)).toBe(slide.weights.get(0, 0, 0, 0));
  const map = [
    [2, -1],
    [4, 3],
  ];
  expect(answerOf(lesson.p9)).toBe(conv2dBackward(map, map, [[[[1]]]]).bias.get(0));
  const slopes = toList(softmaxCrossEntropyBackward(smallScores.scores, smallScores.label));
  expect(slopes.reduce((a, b) => a + b)).toBeCloseTo(answerOf(lesson.p10) as number, 12);
});

it("a step moves every number against its slope, and leaves the old weights alone", () => {
  const weights = { table: [[1, 2]], bias: [3] };
  const moved = lesson.stepAgainst(weights, { table: [[10, -10]], bias: [0] }, 0.1);
  expect(toList(moved.table)).toEqual([0, 3]);
  expect(toList(moved.bias)).toEqual([3]);
  expect(weights).toEqual({ table: [[1, 2]], bias: [3] });
  const ones = { weights1: [[1, 1], [1, 1]], bias1: [1, 1], weights2: [[1, 1], [1, 1]], bias2: [1, 1] }; // biome-ignore format: tables
  expect(lesson.stepByHand(twoLayers, ones, -2)).toMatchObject({ weights1: [[4, 1], [1, 2.5]], bias2: [-1, -0.5] }); // biome-ignore format: tables
});

it("the small network fits its pictures, and is silent on empty paper", () => {
  const network = lesson.startNetwork({ side: 9, maps: 2, classes: 3, seed: 4 });
  expect(network.filters.shape).toEqual([3, 3, 1, 2]);
  expect(network.weights.shape).toEqual([3 * 3 * 2, 3]);
  expect(lesson.weightsOf(network)).toBe(18 + 2 + 54 + 3);
  const whole = lesson.weightsOf(lesson.startNetwork()).toLocaleString("en");
  expect(lesson.p13.definition.choices?.[3]).toContain(whole);
  expect(toList(network.filterBias).every((bias) => bias < 0)).toBe(true);
});

it("a plane is divided by its largest size, and an empty one stays as it is", () => {
  const maps = ndarray(Float64Array.of(1, 0, -4, 0, 2, 0), [1, 3, 1, 2]);
  expect(lesson.scaled(maps, 0)).toEqual([[0.25], [-1], [0.5]]);
  expect(lesson.scaled(maps, 1)).toEqual([[0], [0], [0]]);
  expect(lesson.strongest(maps)).toBe(0);
  expect(lesson.strongest(ndarray(Float64Array.of(3, -4), [1, 1, 1, 2]))).toBe(1);
});

it("digits have pixels from 0 to 1", () => {
  const { images, labels } = lesson.scaledDigits({ count: 3, seed: 1 });
  expect(images.shape).toEqual([3, 28, 28, 1]);
  expect(labels.shape).toEqual([3]);
  expect(Math.max(...toList(images))).toBeGreaterThan(0.9);
  expect(Math.max(...toList(images))).toBeLessThanOrEqual(1);
});

it("the figure writes every weight, value and slope", () => {
  const [hidden, outputs] = [toList(sigmoid([0, 1])), [0.25, 0.125]];
  const rates = { hidden: [-7, 8], hiddenSums: [-5, 6], outputs: [9, -11], outputSums: [2.5, -3.25] };
  const numbers = { hidden, outputs, rates };
  const { layout, alt } = lesson.networkFigure(twoLayers, numbers, { title: "Both ways", alt: "A network." });
  expect(lesson.inWords([0.5, -1, 0.09375])).toBe("0.5 and −1 and 0.094");
  const texts = (layout.annotations as { text: string }[]).map(({ text }) => text);
  for (const wanted of [
    "0.5",
    "−1",
    "3",
    "4",
    "<b>0.731</b>",
    "h₁, bias 1.099",
    "o₀, bias −3",
    "unit ← <b>−7</b><br>sum ← <b>−5</b>",
    "unit ← <b>−11</b><br>sum ← <b>−3.25</b>",
  ]) {
    expect(texts).toContain(wanted);
  }
  expect(alt).toBe("A network.");
});
