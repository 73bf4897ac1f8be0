import type { ArrayInput, Figure } from "cnn-workbook";
import { imagePlot } from "cnn-workbook";

/** A letter and where it stands. */
export interface Place {
  name: string;
  row: number;
  column: number;
}

/**
 * A picture with letters on it.
 *
 * @param image - [height, width] or [height, width, 3]; not modified
 * @param places - each letter with its row and column, in pixels
 * @example show(showPlaces(street, [{ name: "A", row: 90, column: 330 }], { title: "A", alt: "A is near the top." }))
 */
export function showPlaces(image: ArrayInput, places: readonly Place[], text: { title: string; alt: string }): Figure {
  const figure = imagePlot(image, text);
  const letters = places.map(({ name, row, column }) => ({
    ...{ text: `<b>${name}</b>`, x: column, y: row, showarrow: false },
    ...{ bgcolor: "#ffffff", bordercolor: "#000000", borderpad: 4, font: { size: 15, color: "#000000" } },
  }));
  return { ...figure, layout: { ...figure.layout, annotations: letters } };
}

/** Four places in the street, of which one is asked for; the others are what one gets by counting in another way. */
export const places: readonly Place[] = [
  { name: "A", row: 330, column: 90 },
  { name: "B", row: 90, column: 157 },
  { name: "C", row: 90, column: 330 },
  { name: "D", row: 278, column: 330 },
];
