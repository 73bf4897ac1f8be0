import { barPlot } from "cnn-workbook/plots";
import { expect, it } from "vitest";

const text = { title: "Weights", xLabel: "layer", yLabel: "parameters", alt: "The second has more." };

it("barPlot draws one bar a label, in order, and writes the values on few", () => {
  const { data } = barPlot({ labels: ["b", "a"], values: [1, 2] }, text);
  expect(data[0]).toMatchObject({ type: "bar", x: ["b", "a"], y: [1, 2] });
  expect(data[0].text).toEqual(["1", "2"]);
});

it("barPlot refuses labels and values of different lengths", () => {
  expect(() => barPlot({ labels: ["a"], values: [1, 2] }, text)).toThrow(
    "`labels` has 1 entries and `values` 2; they must be as many",
  );
});
