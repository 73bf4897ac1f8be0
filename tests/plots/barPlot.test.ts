import { barPlot } from "cnn-workbook/plots";
import { expect, it } from "vitest";

const text = { title: "Weights", xLabel: "layer", yLabel: "parameters", alt: "The second has more." };

it("barPlot draws one bar a label, in order, and writes the values on few", () => {
  const { data } = barPlot({ labels: ["b", "a"], values: [1, 2] }, text);
  expect(data[0]).toMatchObject({ type: "bar", x: ["b", "a"], y: [1, 2] });
  expect(data[0].text).toEqual(["1", "2"]);
});

it("barPlot writes as many decimals on all bars as the longest needs", () => {
  const written = (values: number[]) => barPlot({ labels: values.map(String), values }, text).data[0].text;
  expect(written([0.96081, 0.000061, 0.03393])).toEqual(["0.961", "0", "0.034"]);
  expect(written([34944, 105705600])).toEqual(["34,944", "105,705,600"]);
  expect(written([0, 0.5])).toEqual(["0", "0.5"]);
});

it("barPlot refuses labels and values of different lengths", () => {
  expect(() => barPlot({ labels: ["a"], values: [1, 2] }, text)).toThrow(
    "`labels` has 1 entries and `values` 2; they must be as many",
  );
});
