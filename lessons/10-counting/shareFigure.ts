import type { Figure } from "cnn-workbook";
import type { Summary, SummaryRow } from "cnn-workbook/architectures";

const percent = (share: number) => `${(100 * share).toFixed(share >= 0.0995 ? 0 : share >= 0.00095 ? 1 : 2)} %`;

/**
 * Layer by layer, its share of the network's parameters to the left and of its multiply-adds to the right.
 *
 * @param summary - of a network; layers without parameters are left out
 * @param text - title and alt text
 * @example show(shareFigure(summarize(architectures.vgg16), { title: "…", alt: "…" }))
 */
export function shareFigure({ rows, totals }: Summary, text: { title: string; alt: string }): Figure {
  const held = rows.filter(({ params }) => params > 0);
  const largest = Math.max(...held.map((row) => Math.max(...shares(row, totals))));
  const side = (name: string, of: 0 | 1) => {
    const values = held.map((row) => shares(row, totals)[of]);
    return {
      type: "bar",
      orientation: "h",
      name,
      y: held.map((row) => `${row.name} `),
      x: values.map((value) => (of === 0 ? -100 : 100) * value),
      text: values.map(percent),
      textposition: "outside",
      cliponaxis: false,
      hovertemplate: `%{y}: %{text} of the ${name}<extra></extra>`,
      marker: { pattern: { shape: of === 0 ? "" : "/" } },
    };
  };
  const ticks = [-100, -75, -50, -25, 0, 25, 50, 75, 100].filter((tick) => Math.abs(tick) <= 100 * largest + 10);
  const reach = 118 * largest;
  return {
    data: [side("parameters", 0), side("multiply-adds", 1)],
    layout: {
      title: { text: text.title, font: { size: 16 }, x: 0, xref: "paper", y: 1, yref: "container", pad: { t: 12 } },
      barmode: "overlay",
      bargap: 0.25,
      height: 130 + 21 * held.length,
      margin: { l: 60, r: 20, t: 64, b: 48 },
      xaxis: {
        title: { text: "← share of parameters (%)        share of multiply-adds (%) →" },
        range: [-reach, reach],
        tickvals: ticks,
        ticktext: ticks.map((tick) => String(Math.abs(tick))),
        gridcolor: "#e6e6e6",
      },
      yaxis: { autorange: "reversed", automargin: true },
      legend: { orientation: "h", x: 0, y: 1.01, yanchor: "bottom" },
    },
    alt: text.alt,
  };
}

const shares = (row: SummaryRow, totals: Summary["totals"]): [number, number] => [
  row.params / totals.params,
  row.multiplyAdds / totals.multiplyAdds,
];
