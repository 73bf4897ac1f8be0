import type { Figure, PlotText, Trace } from "./figure.js";
import type { Points } from "./series.js";
import { axis, baseLayout, HEIGHT } from "./theme.js";

const DISCRETE_TICKS = 24;
const LEGEND = 20;

/** A figure with one pair of axes around `traces`. */
export function plotFigure(traces: Trace[], text: PlotText, xaxis: Trace = {}): Figure {
  const base = baseLayout(text.title);
  const showlegend = traces.length > 1;
  // The legend stands in a line of its own below the title.
  const room = showlegend ? LEGEND : 0;
  const layout = {
    ...base,
    margin: { ...base.margin, t: base.margin.t + room },
    height: HEIGHT + room,
    hovermode: "closest",
    xaxis: { ...axis(text.xLabel), ...xaxis },
    yaxis: axis(text.yLabel),
    showlegend,
    legend: { orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" },
  };
  return { data: traces, layout, alt: text.alt };
}

/** A tick at every whole number where the axis counts a few samples. */
export function discreteTicks(series: readonly Points[]): Trace {
  const all = series.flatMap((points) => points.x).filter((x): x is number => x !== null);
  const span = Math.max(...all) - Math.min(...all);
  return all.every(Number.isInteger) && span <= DISCRETE_TICKS ? { dtick: 1 } : {};
}

/** What is shown when a point is pointed at: the series' name and the values. `x` is Plotly's name for the place. */
export function hover(text: PlotText, name: string | undefined, x = "x"): Trace {
  const first = name ? `<b>${name}</b><br>` : "";
  return { hovertemplate: `${first}${text.xLabel}: %{${x}}<br>${text.yLabel}: %{y}<extra></extra>` };
}
