import { type Figure, heatmap } from "cnn-workbook";

/**
 * Which set of numbers each neuron uses, a row a filter and a column a place: without sharing each has a set of its own,
 * with sharing all places of a filter use the same.
 *
 * @param filters - filters of the layer
 * @param places - rows × columns of its output
 * @example show(sharingFigure(3, 6))
 */
export function sharingFigure(filters: number, places: number): Figure {
  const sets = (of: (filter: number, place: number) => number) =>
    Array.from({ length: filters }, (_, filter) => Array.from({ length: places }, (_, place) => of(filter, place)));
  const [own, shared] = [sets((filter, place) => filter * places + place + 1), sets((filter) => filter + 1)];
  const figure = heatmap(
    [
      { matrix: own, title: `Nothing shared: sets 1 to ${filters * places}` },
      { matrix: shared, title: `Shared by the places: sets 1 to ${filters}` },
    ],
    {
      title: `${filters * places} neurons: each keeps its own set of numbers, or ${filters} sets serve all`,
      xLabel: "place",
      yLabel: "filter",
      alt:
        `Two tables, a row for each of ${filters} filters, a column for each of ${places} places. Without sharing each ` +
        `cell has its own set, 1 to ${filters * places}. With sharing all cells of a row have the same set, so there are ${filters}.`,
    },
  );
  Object.assign(figure.layout.coloraxis as object, { showscale: false });
  return figure;
}
