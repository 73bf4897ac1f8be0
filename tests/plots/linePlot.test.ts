import { linePlot, scatterPlot, stemPlot } from "cnn-workbook/plots";
import ndarray from "ndarray";
import { describe, expect, it } from "vitest";

const text = { title: "A line", xLabel: "n (sample)", yLabel: "value (mV)", alt: "It rises." };

describe("linePlot(series, text)", () => {
  it("keeps the numbers and counts the samples from 0", () => {
    const { data } = linePlot({ y: [1, 4, 9] }, text);
    expect(data).toMatchObject([{ type: "scatter", mode: "lines+markers", x: [0, 1, 2], y: [1, 4, 9] }]);
  });

  it("carries title, labels and alt text", () => {
    const { layout, alt } = linePlot({ y: [1] }, text);
    expect(layout).toMatchObject({
      title: { text: "A line" },
      xaxis: { title: { text: "n (sample)" } },
      yaxis: { title: { text: "value (mV)" } },
    });
    expect(alt).toBe("It rises.");
  });

  it("tells several series apart by dash and name, and shows a legend", () => {
    const { data, layout } = linePlot(
      [
        { y: [1, 2], name: "noisy" },
        { y: [2, 1], name: "smooth" },
      ],
      text,
    );
    expect(data.map((trace) => (trace.line as { dash: string }).dash)).toEqual(["solid", "dash"]);
    expect(data.map(({ name }) => name)).toEqual(["noisy", "smooth"]);
    expect(layout.showlegend).toBe(true);
  });

  it("takes typed arrays and views of ndarrays, and leaves gaps for NaN", () => {
    const column = ndarray([1, 2, 3, 4], [2, 2]).pick(null, 1);
    const { data } = linePlot({ x: Float32Array.of(0.5, 1), y: column }, text);
    expect(data[0]).toMatchObject({ x: [0.5, 1], y: [2, 4] });
    expect(linePlot({ y: [1, Number.NaN, 3] }, text).data[0].y).toEqual([1, null, 3]);
  });

  it("writes six digits, so that notebooks stay small", () => {
    expect(linePlot({ y: [1 / 3, 123456789] }, text).data[0].y).toEqual([0.333333, 123456789]);
  });

  it("says what is missing", () => {
    const without = (name: string) => () => linePlot({ y: [1] }, { ...text, [name]: undefined });
    expect(without("alt")).toThrow("linePlot needs `alt`: a sentence that says what the figure shows");
    expect(without("xLabel")).toThrow("linePlot needs `xLabel`: what the horizontal axis counts, with its unit");
    expect(without("yLabel")).toThrow("linePlot needs `yLabel`");
    expect(without("title")).toThrow("linePlot needs `title`");
    expect(() => linePlot({ y: [1] }, undefined as never)).toThrow("linePlot needs `title`");
  });

  it("refuses series that do not fit", () => {
    expect(() => linePlot({ x: [1, 2], y: [1, 2, 3] }, text)).toThrow(
      "`series.x` has 2 values and `series.y` 3; they must be as many",
    );
    expect(() => linePlot([{ y: [1] }, { y: [2], name: "b" }], text)).toThrow("`series[0]` needs a `name`");
    expect(() => linePlot([], text)).toThrow("`series` is empty");
    expect(() => linePlot([1, 2] as never, text)).toThrow(
      '`series[0]` must be { y: [...], x?: [...], name?: "..." }, got 1',
    );
  });
});

describe("stemPlot(series, text)", () => {
  it("draws a stem from zero to each sample, with a tick at each", () => {
    const { data, layout } = stemPlot({ y: [1, -2, 3] }, text);
    expect(data[0]).toMatchObject({ mode: "markers", x: [0, 1, 2], y: [1, -2, 3] });
    expect(data[0].error_y).toMatchObject({ array: [0, 0, 0], arrayminus: [1, -2, 3] });
    expect(layout.xaxis).toMatchObject({ dtick: 1 });
  });

  it("stands several side by side, and still tells their true places", () => {
    const { data } = stemPlot(
      [
        { y: [1, 2], name: "a" },
        { y: [3, 4], name: "b" },
      ],
      text,
    );
    expect(data.map(({ x }) => x)).toEqual([
      [-0.07, 0.93],
      [0.07, 1.07],
    ]);
    expect(data.map(({ customdata }) => customdata)).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(data.map((trace) => (trace.marker as { symbol: string }).symbol)).toEqual(["circle", "square"]);
  });
});

describe("scatterPlot(series, text)", () => {
  it("draws points", () => {
    expect(scatterPlot({ x: [3, 5], y: [1, 2] }, text).data[0]).toMatchObject({
      mode: "markers",
      x: [3, 5],
      y: [1, 2],
    });
  });
});
