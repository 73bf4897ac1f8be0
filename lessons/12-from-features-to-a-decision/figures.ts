import { type ArrayInput, type Figure, imagePlot, scatterPlot, toNdarray, toNested } from "cnn-workbook";

/** One channel of [height, width, channels] as rows. */
const channel = (maps: ArrayInput, index: number) =>
  (toNested(toNdarray(maps, "maps", { rank: 3 })) as number[][][]).map((row) => row.map((cell) => cell[index]));

/**
 * A digit [28, 28, 1] and its maps of edges for x and y, the channels 0 and 2 of [26, 26, 4], mid-grey where they are 0.
 *
 * @example show(mapsFigure(digit, conv2d(digit, edgeFilters())))
 */
export function mapsFigure(digit: ArrayInput, maps: ArrayInput): Figure {
  const asGrey = (index: number) => channel(maps, index).map((row) => row.map((value) => 128 + 127 * value));
  return imagePlot(
    [
      { image: channel(digit, 0), title: "a digit" },
      { image: asGrey(0), title: "edges, x" },
      { image: asGrey(2), title: "edges, y" },
    ],
    {
      title: "From a picture to maps. And from maps to an answer?",
      alt: "A handwritten digit, white on black, and two maps of its edges, mid-grey where nothing changes.",
    },
  );
}

/**
 * Points of two kinds as two hidden units see them.
 *
 * @param yes - what the units give for the points that should be yes, [n][2]
 * @param no - the same for the others
 * @example show(hiddenFigure([[1, 0]], [[0, 0], [2, 1]]))
 */
export function hiddenFigure(yes: number[][], no: number[][]): Figure {
  const series = (name: string, points: number[][]) => ({
    name,
    x: points.map(([first]) => first),
    y: points.map(([, second]) => second),
  });
  const written = (points: number[][]) => points.map((point) => `(${point.join(", ")})`).join(" and ");
  return scatterPlot([series("yes", yes), series("no", no)], {
    title: "As the hidden units see them, a line can separate the points",
    xLabel: "unit 0",
    yLabel: "unit 1",
    alt: `The yes points lie at ${written(yes)}, the no points at ${written(no)}.`,
  });
}

/** The same figure with an x axis on which each doubling is as long as the next, with these ticks. */
export function onDoublings(figure: Figure, ticks: readonly number[]): Figure {
  const { xaxis } = figure.layout as { xaxis: object };
  const marks = { type: "log", tickvals: [...ticks], ticktext: ticks.map(String), range: undefined };
  return { ...figure, layout: { ...figure.layout, xaxis: { ...xaxis, ...marks } } };
}
