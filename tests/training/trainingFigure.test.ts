import { describe, expect, it } from "vitest";
import { TrainingCurves } from "../../lib/training/trainingCurves.js";
import { finding, statusText, trainingFigure } from "../../lib/training/trainingFigure.js";

const running = {
  epochsDone: 1.5,
  epochs: 3,
  imagesPerSecond: 1512.4,
  steps: "compiled",
  secondsLeft: 11.2,
  state: "running",
} as const;

describe("trainingFigure(curves, status, title)", () => {
  const curves = new TrainingCurves(3, 2);
  for (const [done, loss, accuracy] of [
    [1, 2, 0.25],
    [2, 1, 0.5],
    [3, 0.5, 0.75],
  ]) {
    curves.addBatch(done, loss, accuracy);
  }
  curves.validation.push({ epoch: 1, loss: 1.25, accuracy: 0.4 });
  const figure = trainingFigure(curves, running, "Digits");

  it("draws loss on the left and accuracy in per cent on the right, training and validation in each", () => {
    const drawn = figure.data.map(({ name, x, y, xaxis = "x" }) => ({ name, x, y, xaxis }));
    expect(drawn).toEqual([
      { name: "training", xaxis: "x", x: [0.5, 1, 1.5], y: [2, 1, 0.5] },
      { name: "validation", xaxis: "x", x: [1], y: [1.25] },
      { name: "training", xaxis: "x2", x: [0.5, 1, 1.5], y: [25, 50, 75] },
      { name: "validation", xaxis: "x2", x: [1], y: [40] },
    ]);
  });

  it("gives a curve the same colour on both sides, and names it once", () => {
    const colours = figure.data.map(({ line }) => (line as { color: string }).color);
    expect(colours[0]).toBe(colours[2]);
    expect(colours[1]).toBe(colours[3]);
    expect(colours[0]).not.toBe(colours[1]);
    expect(figure.data.map(({ showlegend }) => showlegend)).toEqual([undefined, undefined, false, false]);
  });

  it("says speed and time left above, and all of it for those who cannot see", () => {
    expect(JSON.stringify(figure.layout.title)).toContain(
      "epoch 2 of 3 · 1512 images/s (compiled) · 12 s left · accuracy 75.0 %, in validation 40.0 %",
    );
    expect(figure.alt).toBe(
      "Digits: epoch 2 of 3 · 1512 images/s (compiled) · 12 s left. In training loss 0.5, accuracy 75.0 %; in validation loss 1.25, accuracy 40.0 %.",
    );
  });

  it("has axes as long as the whole training from the start", () => {
    expect(figure.layout).toMatchObject({ xaxis: { range: [0, 3.09] }, xaxis2: { range: [0, 3.09] } });
  });

  it("stays small however long the training: means over a few batches each", () => {
    const long = new TrainingCurves(10, 1000);
    for (let done = 1; done <= 10_000; done++) long.addBatch(done, done, 0);
    expect(long.training.length).toBeLessThanOrEqual(151);
    expect(long.training[0].loss).toBe((1 + 67) / 2);
    expect(long.training.at(-1)?.epoch).toBe(10);
  });
});

describe("statusText(status)", () => {
  it.each([
    [running, "epoch 2 of 3 · 1512 images/s (compiled) · 12 s left"],
    [{ ...running, secondsLeft: 125 }, "epoch 2 of 3 · 1512 images/s (compiled) · 2 min 5 s left"],
    [{ ...running, epochsDone: 3, state: "finished" as const }, "3 epochs done · 1512 images/s (compiled)"],
    [{ ...running, state: "stopped" as const }, "stopped after 1.5 of 3 epochs · 1512 images/s (compiled)"],
  ])("%# reads well", (status, text) => {
    expect(statusText(status)).toBe(text);
  });
});

it("finding() says that there is nothing yet", () => {
  expect(finding(new TrainingCurves(1, 1))).toBe("No batch is done yet.");
});
