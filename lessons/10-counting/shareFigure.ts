import { barPlot, type Figure } from "cnn-workbook";
import type { Summary, SummaryRow } from "cnn-workbook/architectures";

const percent = (share: number) =>
  `${share >= 0.0995 ? (100 * share).toFixed(0) : (100 * share).toPrecision(share >= 0.01 ? 2 : 1)} %`;

/**
 * Layer by layer, its share of the network's parameters to the left and of its multiply-adds to the right.
 *
 * @param summary - of a network; layers without parameters are left out
 * @param text - title and alt text
 * @example show(shareFigure(summarize(architectures.vgg16), { title: "…", alt: "…" }))
 */
export function shareFigure({ rows, totals }: Summary, text: { title: string; alt: string }): Figure {
  const held = rows.filter(({ params }) => params > 0);
  const sides = held.map((row) => shares(row, totals));
  const largest = Math.max(...sides.flat());
  const labels = held.map(({ name }) => `${name} `);
  const side = (name: string, of: 0 | 1) => ({
    type: "bar",
    orientation: "h",
    name,
    y: labels,
    x: sides.map((pair) => (of === 0 ? -100 : 100) * pair[of]),
    text: sides.map((pair) => percent(pair[of])),
    textposition: "outside",
    cliponaxis: false,
    hovertemplate: `%{y}: %{text} of the ${name}<extra></extra>`,
    marker: { pattern: { shape: of === 0 ? "" : "/" } },
  });
  const axes = { xLabel: "← share of parameters (%)        share of multiply-adds (%) →", yLabel: "layer" };
  const { layout } = barPlot({ labels, values: sides.map(([params]) => params) }, { ...text, ...axes });
  const ticks = [-75, -50, -25, 0, 25, 50, 75].filter((tick) => Math.abs(tick) <= 118 * largest);
  Object.assign(layout, {
    barmode: "overlay",
    bargap: 0.25,
    height: 130 + 21 * held.length,
    margin: { l: 60, r: 20, t: 64, b: 48 },
    showlegend: true,
    xaxis: {
      ...(layout.yaxis as object),
      title: { text: axes.xLabel, standoff: 8 },
      range: [-118 * largest, 118 * largest],
      tickvals: ticks,
      ticktext: ticks.map((tick) => String(Math.abs(tick))),
    },
    yaxis: { autorange: "reversed", automargin: true },
  });
  return { data: [side("parameters", 0), side("multiply-adds", 1)], layout, alt: text.alt };
}

const shares = (row: SummaryRow, totals: Summary["totals"]): [number, number] => [
  row.params / totals.params,
  row.multiplyAdds / totals.multiplyAdds,
];
