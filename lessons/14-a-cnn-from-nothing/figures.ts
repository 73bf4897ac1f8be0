import { linePlot } from "cnn-workbook";

/** Each loss becomes the mean of itself and up to nine before it, since batches differ. */
export function smooth(losses: number[]): number[] {
  return losses.map((_, i) => {
    const ten = losses.slice(Math.max(0, i - 9), i + 1);
    return ten.reduce((a, b) => a + b) / ten.length;
  });
}

/** Where a run ends: its last smoothed loss. */
export const lastLoss = (losses: number[]) => smooth(losses)[losses.length - 1];

/**
 * Curves of the loss, smoothed over ten steps.
 *
 * @param runs - the losses of each run, by its name
 * @param title - says where they end, unless given
 * @example lossFigure({ SGD: [3.4, 2.9], Adam: [3.4, 2.5] })
 */
export function lossFigure(runs: Record<string, number[]>, title?: string) {
  const entries = Object.entries(runs);
  const ends = entries.map(([name, losses]) => `${name} ${lastLoss(losses).toFixed(2)}`).join(", ");
  const steps = Math.max(...entries.map(([, losses]) => losses.length));
  const heading = title ?? `Loss after ${steps} steps: ${ends}`;
  const series = entries.map(([name, losses]) => ({ name, y: smooth(losses) }));
  return linePlot(series.length === 1 ? { y: series[0].y } : series, {
    title: heading,
    xLabel: "step",
    yLabel: "loss (mean of ten steps)",
    alt: `${heading}. The loss begins at ${entries[0][1][0].toFixed(2)}${title ? ` and is ${ends} at the last step` : ""}.`,
  });
}
