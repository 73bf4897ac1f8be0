import { numeral } from "../shared/numeral.js";
import { changedOf, inputOf, movedAlong, outputOf, type PoolingState, type Rows, shiftOf } from "./state.js";

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** `2 columns right, 1 row up`, or that it stands where it began. */
export function shiftWords(state: PoolingState): string {
  const [down, across] = shiftOf(state);
  const parts = [
    ...(across === 0 ? [] : [`${counted(Math.abs(across), "column")} ${across > 0 ? "right" : "left"}`]),
    ...(down === 0 ? [] : [`${counted(Math.abs(down), "row")} ${down > 0 ? "down" : "up"}`]),
  ];
  return parts.length === 0 ? "not moved" : parts.join(", ");
}

/** How many outputs differ, and whether the output has moved along. */
export function changeSentence(state: PoolingState): string {
  const changed = changedOf(state).flat();
  const count = changed.filter(Boolean).length;
  const [down, across] = shiftOf(state);
  if (down === 0 && across === 0) return `${counted(changed.length, "output")}. Move the pattern to see which change.`;
  const sentence = `${count} of ${counted(changed.length, "output")} ${count === 1 ? "differs" : "differ"} from before the move.`;
  const along = count > 0 ? movedAlong(state) : undefined;
  if (!along) return count === 0 ? `${sentence} The output stays as it was.` : sentence;
  const steps = [
    ...(along[1] === 0 ? [] : [counted(Math.abs(along[1]), "column")]),
    ...(along[0] === 0 ? [] : [counted(Math.abs(along[0]), "row")]),
  ];
  return `${sentence} It is the first output, moved along by ${steps.join(" and ")}.`;
}

/** What a screen reader says at a new place. */
export function announcement(state: PoolingState): string {
  return `Pattern ${shiftWords(state)}. Output ${list(outputOf(state))}. ${changeSentence(state)}`;
}

/** Which kind of pooling, in words. */
export function rule({ kind, size, stride }: PoolingState): string {
  const what = { largest: "Max pooling", mean: "Average pooling", "keep one": "The upper left cell of each window" };
  return `${what[kind]}, size ${size}, stride ${stride}`;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: PoolingState): string {
  return (
    `A pattern that can be moved on a map of ${inputOf(state).length} rows. ${rule(state)}: ` +
    `the output is ${list(outputOf(state))}. Outputs that a move changes are marked.`
  );
}

function list(rows: Rows): string {
  return rows.map((row) => row.map((value) => numeral(value, 2)).join(" ")).join(" / ");
}
