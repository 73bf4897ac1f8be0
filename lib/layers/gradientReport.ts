import type { Comparison } from "./compareGradients.js";

/** What `gradientCheck` found. */
export interface GradientCheck {
  /** `"undecided"`: no entry differs, but those of some array all lie on corners. */
  status: "agrees" | "differs" | "undecided";
  /** The largest relative error of each array. */
  relativeErrors: Record<string, number>;
  /** Entries on corners, which were left out. */
  kinks: number;
  /** Where gradient and slope are farthest apart; missing where all entries were left out. */
  worst?: { name: string; index: number[]; computed: number; numerical: number };
}

type Named = Comparison & { name: string; shape: readonly number[] };

/** Sums up how each array compares; the result prints as a report. */
export function reportCheck(arrays: readonly Named[], tolerance: number): GradientCheck {
  const compared = arrays.filter(({ worst }) => worst !== undefined);
  const differs = compared.some(({ relativeError }) => relativeError > tolerance);
  const worst = compared.reduce<Named | undefined>(
    (most, one) => (most === undefined || one.relativeError > most.relativeError ? one : most),
    undefined,
  );
  const check: GradientCheck = {
    status: differs ? "differs" : compared.length < arrays.length ? "undecided" : "agrees",
    relativeErrors: Object.fromEntries(compared.map(({ name, relativeError }) => [name, relativeError])),
    kinks: arrays.reduce((sum, { kinks }) => sum + kinks, 0),
    worst: worst && placeOf(worst),
  };
  const text = [headline(check, tolerance), ...table(arrays), ...farthest(check)].join("\n");
  Object.defineProperty(check, Symbol.for("nodejs.util.inspect.custom"), { value: () => text });
  return check;
}

function placeOf({ name, shape, worst }: Named): GradientCheck["worst"] {
  const { place, computed, numerical } = worst!;
  let rest = place;
  const index = [...shape].reverse().map((side) => {
    const at = rest % side;
    rest = Math.floor(rest / side);
    return at;
  });
  return { name, index: index.reverse(), computed, numerical };
}

function headline({ status }: GradientCheck, tolerance: number): string {
  if (status === "agrees") return `The gradients agree with the slopes, within a relative error of ${tolerance}.`;
  if (status === "differs")
    return `The gradients differ from the slopes, by a relative error of more than ${tolerance}.`;
  return "Undecided: all entries of an array lie on corners. Try other inputs.";
}

function table(arrays: readonly Named[]): string[] {
  const shapes = arrays.map(({ shape }) => `[${shape.join(", ")}]`);
  const [wide, wideShape] = [arrays.map(({ name }) => name), shapes].map((texts) =>
    Math.max(...texts.map(({ length }) => length)),
  );
  return arrays.map(({ name, relativeError, kinks, worst }, i) => {
    const error = worst ? `relative error ${Number(relativeError.toPrecision(2))}` : "not compared";
    const corners = kinks > 0 ? `, ${kinks} of its entries on corners, left out` : "";
    return `  ${name.padEnd(wide)}  ${shapes[i].padEnd(wideShape)}  ${error}${corners}`;
  });
}

function farthest({ worst }: GradientCheck): string[] {
  if (worst === undefined) return [];
  const place = `${worst.name}${worst.index.map((i) => `[${i}]`).join("")}`;
  const [computed, numerical] = [worst.computed, worst.numerical].map((value) => Number(value.toPrecision(9)));
  return [`Farthest apart at ${place}: gradient ${computed}, slope ${numerical}.`];
}
