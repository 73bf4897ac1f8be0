import { readingOf } from "../drawDigit/state.js";
import { percent, readingSentence } from "../drawDigit/words.js";
import { numeral } from "../shared/numeral.js";
import { type ActivationsState, allValues, pointedNumber, seenRange } from "./state.js";

/** `26 × 26 × 16` or `10 numbers` */
export const sizeText = ({ stages }: ActivationsState, index: number): string => {
  const { shape, isList } = stages[index];
  return isList ? `${shape[2]} numbers` : shape.join(" × ");
};

/** How many maps of a stage are dark, and which is the brightest. */
export function stageSentence(state: ActivationsState, index: number): string {
  const { isList, shape, signed } = state.stages[index];
  const { dark, brightest, largest, low } = allValues(state)[index];
  if (isList) return `largest: number ${brightest}, ${numeral(largest[brightest], 2)}`;
  const most = dark === shape[2] ? "" : `, brightest: map ${brightest}`;
  return `${percent(low)} ${signed ? "not above 0" : "are 0"}, ${dark} of ${shape[2]} maps dark${most}`;
}

/** What was found, stage by stage. */
export function stagesSentence(state: ActivationsState): string {
  return state.stages.map(({ name }, i) => `${name}: ${stageSentence(state, i)}.`).join(" ");
}

/** The number that is pointed at, and what it sees. */
export function cellSentence(state: ActivationsState): string {
  const { stages, stage, map, cell } = state;
  const { name, isList, bends } = stages[stage];
  const value = numeral(pointedNumber(state));
  const from = bends && stage > 0 ? `, made of ${numeral(pointedNumber(state, stage - 1))}` : "";
  if (isList) return `${name}, number ${map}: ${value}${from}. It comes from the whole picture.`;
  const place = `${name}, map ${map}, cell [${cell.join(", ")}]: ${value}${from}.`;
  const ranges = seenRange(state);
  if (ranges === undefined) return `${place} It sees the whole picture.`;
  const [rows, columns] = ranges.map(([first, last]) => `${numeral(first)} to ${numeral(last)}`);
  return `${place} It sees rows ${rows}, columns ${columns} of the input.`;
}

/** What a screen reader says after each change. */
export function announcement(state: ActivationsState): string {
  return `${readingSentence(state.drawing)} ${cellSentence(state)} ${stagesSentence(state)}`;
}

/** What there is to see, for those who cannot see the explorer. */
export function finding(state: ActivationsState): string {
  const { digit } = readingOf(state.drawing);
  const drawn = digit === undefined ? "" : ` For the digit that is drawn: ${readingSentence(state.drawing)}`;
  return `A pad to draw a digit on, and what each layer of the network makes of it.${drawn} ${stagesSentence(state)}`;
}
