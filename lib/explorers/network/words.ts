import { numeral } from "../shared/numeral.js";
import { lastPicture, type Row } from "./rows.js";
import { gridOf, type NetworkState, placeOf } from "./state.js";

/** `56 × 56 × 256` */
export const shapeText = (shape: readonly number[]) => shape.join(" × ");

export const grouped = (value: number) => value.toLocaleString("en");

const UNITS = [
  [1e9, "G"],
  [1e6, "M"],
  [1e3, "k"],
] as const;

/** A large number in three digits: `1.85 G`; below 10,000 as it is. */
export function short(value: number): string {
  const [unit, letter] = UNITS.find(([size]) => value >= size) ?? [1, ""];
  return value < 10_000 ? grouped(value) : `${Number((value / unit).toPrecision(3))} ${letter}`;
}

/** How many pixels one output sees: `40`, `40 × 36`, `all`; nothing where there is no output. */
export function seesText({ output, field }: Row): string {
  if (output === undefined) return "";
  return field ? sidesText(field.size) : "all";
}

/** Pixels between what neighbours see. */
export function jumpText({ output, field }: Row): string {
  return output && field ? sidesText(field.step) : "";
}

const sidesText = ([down, across]: readonly [number, number]) =>
  down === across ? numeral(down) : `${numeral(down)} × ${numeral(across)}`;

/** Rows and columns of the input that the output pointed at sees, padding included; undefined where it sees all. */
export function seen(state: NetworkState): readonly [rows: Range, columns: Range] | undefined {
  const { output, field } = state.rows[state.chosen] ?? {};
  if (output === undefined || field === undefined) return undefined;
  const place = placeOf(state);
  const along = (axis: 0 | 1): Range => {
    const first = Math.floor(field.start[axis] + place[axis] * field.step[axis]);
    return [first, first + field.size[axis] - 1];
  };
  return [along(0), along(1)];
}

type Range = readonly [first: number, last: number];

/** What the output pointed at sees, in a sentence. */
export function seenSentence(state: NetworkState): string {
  const row = state.rows[state.chosen];
  if (row?.output === undefined) return "There is no output to look at.";
  const ranges = seen(state);
  if (ranges === undefined) return "Each of its numbers sees the whole picture.";
  const [rows, columns] = ranges.map(([first, last]) => `${numeral(first)} to ${numeral(last)}`);
  const [height, width] = state.input;
  const outside = ranges.some(([first, last], axis) => first < 0 || last >= [height, width][axis]);
  const rest = outside ? " What lies outside of the picture is padding." : "";
  return `Output [${placeOf(state).join(", ")}] sees rows ${rows}, columns ${columns}.${rest}`;
}

/** What the chosen layer makes and costs. */
export function rowSentence({ name, label, output, params, multiplyAdds }: Row): string {
  if (output === undefined) return `${name}, ${label}: nothing comes out.`;
  const costs = `${grouped(params)} parameters, ${grouped(multiplyAdds)} multiply-adds`;
  return `${name}, ${label}: ${shapeText(output)}, ${costs}.`;
}

/** The whole network in a line. */
export function totalSentence({ input, rows }: NetworkState): string {
  const output = rows.at(-1)?.output;
  const sum = (column: "params" | "multiplyAdds") => rows.reduce((total, row) => total + row[column], 0);
  const counts = `${grouped(sum("params"))} parameters, ${grouped(sum("multiplyAdds"))} multiply-adds`;
  return output ? `${shapeText(input)} → ${shapeText(output)}: ${counts}` : `${shapeText(input)} → nothing comes out`;
}

/** What a screen reader says after each change. */
export function announcement(state: NetworkState): string {
  const { problem, rows, chosen } = state;
  const size = gridOf(state);
  const field = rows[chosen]?.field;
  const sees = field ? ` An output sees ${sidesText(field.size)} pixels, jump ${jumpText(rows[chosen])}.` : "";
  const where = size[0] * size[1] > 1 ? ` ${seenSentence(state)}` : "";
  return `${problem ? `Does not fit: ${problem}. ` : ""}${rowSentence(rows[chosen])}${sees}${where}`;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: NetworkState): string {
  const last = state.rows[lastPicture(state.rows)];
  const through = `${state.network.name}: ${totalSentence(state)}.`;
  if (!last?.output || !last.field) return through;
  const picture = `Its last picture is ${shapeText(last.output)}, after ${last.name}`;
  return `${through} ${picture}; each output there sees ${shapeText(last.field.size)} pixels, ${sidesText(last.field.step)} further on than its neighbour.`;
}
