import {
  type ArrayInput,
  checkOptions,
  type Float64NdArray,
  positiveNumber,
  readable,
  toNdarray,
} from "../arrays/index.js";
import { compareGradients } from "./compareGradients.js";
import { type GradientCheck, reportCheck } from "./gradientReport.js";
import { lossOf } from "./lossOf.js";

export interface GradientCheckOptions {
  /** The gradient of some loss by what `f` gives, where that is an array; in its shape. */
  gradient?: ArrayInput;
  /** How far each number is moved to both sides, above 0; default 1e-5. */
  step?: number;
  /** The largest relative error that still agrees, above 0; default 1e-6. */
  tolerance?: number;
}

/**
 * Checks gradients by moving each number of each input a little to both sides and watching what `f` does: the slope
 * (f(x + step) − f(x − step)) / (2 · step), in double precision, must be the gradient.
 *
 * The relative error of an array is the largest difference between gradient and slope, over the largest of either in
 * that array. What the rounding of `f` alone can do is no difference.
 *
 * On a corner of `f` (`relu` at 0, two equal largest values in a window) there is no slope to compare with. Where the
 * slopes to the two sides of an entry differ clearly, they are taken again with a hundredth of the step. If they still
 * differ, and the gradient lies between them, the entry is left out, and counted in `kinks`.
 *
 * @param f - of the inputs by name, as ndarrays: a number, the loss; or an array, together with the option `gradient`.
 *   It must give the same for the same inputs, and is called twice for each number of the inputs.
 * @param inputs - arrays by name; not modified
 * @param gradients - the gradient by each of them, as a backward pass gives it; further names are not looked at
 * @param options - see `GradientCheckOptions`
 * @returns `status` `"agrees"`, `"differs"`, or `"undecided"` where all entries of an array lie on corners; the
 *   `relativeErrors` by name; `kinks`; and `worst`, the place where gradient and slope are farthest apart, with both.
 *   It prints as a short report.
 * @throws {RangeError} a gradient that is missing or of another shape, `f` that gives no finite number
 * @throws {TypeError} something that is no array of numbers, or an option of another name
 * @example gradientCheck(({ x }) => x.get(0) ** 2, { x: [3] }, { x: [6] }).status // "agrees"
 * @see Goodfellow, Bengio & Courville, Deep Learning (2016), §11.5
 */
export function gradientCheck<Inputs extends Record<string, ArrayInput>>(
  f: (inputs: { [name in keyof Inputs]: Float64NdArray }) => number | ArrayInput,
  inputs: Inputs,
  gradients: { readonly [name in keyof Inputs]?: ArrayInput },
  options?: GradientCheckOptions,
): GradientCheck {
  const { gradient, step = 1e-5, tolerance = 1e-6 } = checkOptions(options, "gradientCheck", OPTIONS);
  positiveNumber(step, "step");
  positiveNumber(tolerance, "tolerance");
  const names = Object.keys(inputs) as (keyof Inputs & string)[];
  const arrays = {} as { [name in keyof Inputs]: Float64NdArray };
  for (const name of names) arrays[name] = readable(toNdarray(inputs[name], name));
  const loss = () => lossOf(f(arrays), gradient);
  const comparisons = names.map((name) => {
    const { data, shape } = arrays[name];
    const computed = readOne(gradients[name], name, shape);
    return { name, shape, ...compareGradients(computed, data, loss, step) };
  });
  return reportCheck(comparisons, tolerance);
}

const OPTIONS = ["gradient", "step", "tolerance"] as const;

function readOne(gradient: ArrayInput | undefined, name: string, shape: readonly number[]): Float64Array {
  if (gradient === undefined) throw new RangeError(`\`gradients\` has none for \`${name}\``);
  const given = toNdarray(gradient, `gradients.${name}`);
  if (given.shape.join() === shape.join()) return given.data;
  throw new RangeError(
    `\`gradients.${name}\` must have the shape of \`${name}\`, [${shape.join(", ")}], got [${given.shape.join(", ")}]`,
  );
}
