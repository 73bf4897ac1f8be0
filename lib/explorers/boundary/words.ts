import { numeral } from "../shared/numeral.js";
import { type BoundaryState, biasOf, rightAt, type Unit, weightsOf } from "./state.js";

/** `23 of 40 points are right.` */
export function score(state: BoundaryState): string {
  const right = rightAt(state).filter(Boolean).length;
  return `${right} of ${state.points.length} points are right.`;
}

/** What is wrong, by kind. */
export function faults(state: BoundaryState): string {
  const wrong = state.points.filter((_, i) => !rightAt(state)[i]);
  if (wrong.length === 0) return "Yes for all discs, no for all squares.";
  const discs = wrong.filter(({ yes }) => yes).length;
  return `Wrong: ${counted(discs, "disc")} in the no-region, ${counted(wrong.length - discs, "square")} in the yes-region.`;
}

/** `unit 0 = max(0, 0.71 x − 0.71 y − 1)` */
export function unitEquation(unit: Unit, index: number): string {
  const [wx, wy] = weightsOf(unit);
  return `unit ${index} = max(0, ${numeral(wx, 2)} x ${signed(wy)} y ${signed(biasOf(unit))})`;
}

/** `output = 0.25 − unit 0 − unit 1` */
export function outputEquation({ units, bias }: BoundaryState): string {
  const terms = units.map(({ weight }, i) => {
    const size = Math.abs(weight) === 1 ? "" : `${numeral(Math.abs(weight), 2)} `;
    return ` ${weight < 0 ? "−" : "+"} ${size}unit ${i}`;
  });
  return `output = ${numeral(bias, 2)}${terms.join("")}`;
}

/** What a screen reader says after a change. */
export function announcement(state: BoundaryState): string {
  const { angle } = state.units[state.at];
  return `Unit ${state.at}: direction ${angle} degrees, bias ${numeral(biasOf(state.units[state.at]), 1)}. ${score(state)} ${faults(state)}`;
}

/** The finding, for those who cannot see the explorer. */
export function finding(state: BoundaryState): string {
  const units = state.units.length === 1 ? "one unit with ReLU" : `${state.units.length} units with ReLU`;
  return `Points of two kinds in a plane, and a network with ${units}: yes where ${outputEquation(state)} is above 0. ${score(state)}`;
}

function signed(value: number): string {
  const text = numeral(Math.abs(value), 2);
  return `${value < 0 && text !== "0" ? "−" : "+"} ${text}`;
}

function counted(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}
