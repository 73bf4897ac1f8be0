import ndarray from "ndarray";
import { type ArrayInput, type Float64NdArray, readable, toNdarray } from "../arrays/index.js";

/** A method that changes weights, step by step, so that a loss becomes smaller. */
export interface Optimizer {
  /**
   * Takes one step. What the method remembers of earlier steps it keeps by the names of the weights.
   *
   * @param weights - arrays by name; not modified
   * @param gradients - of the loss by each of them, by the same names, as backward passes give them; not modified
   * @returns the weights after the step, new arrays
   * @throws {RangeError} a gradient that is missing, of another shape or not finite, weights that changed their shape
   * @example weights = optimizer.step(weights, gradients)
   */
  step<Weights extends Record<string, ArrayInput>>(
    weights: Weights,
    gradients: { readonly [name in keyof Weights]?: ArrayInput },
  ): { [name in keyof Weights]: Float64NdArray };
}

/** What a method does with one array. */
export interface Rule {
  /** Arrays as large as the weights that it remembers; they begin with zeros. */
  memories: number;
  /** Changes the weights and what is remembered. `step` is 1 the first time. */
  update(weights: Float64Array, gradient: Float64Array, memories: Float64Array[], step: number): void;
}

/** An optimiser that applies a rule to each array. */
export function optimizerOf({ memories, update }: Rule): Optimizer {
  const remembered = new Map<string, Float64Array[]>();
  let steps = 0;
  return {
    step(weights, gradients) {
      const names = Object.keys(weights) as (keyof typeof weights & string)[];
      const read = names.map((name) => readPair(name, weights[name], gradients[name], remembered.get(name)?.[0]));
      steps++;
      const after = {} as { [name in keyof typeof weights]: Float64NdArray };
      names.forEach((name, i) => {
        const { data, shape, gradient } = read[i];
        const memory = remembered.get(name) ?? Array.from({ length: memories }, () => new Float64Array(data.length));
        remembered.set(name, memory);
        update(data, gradient, memory, steps);
        after[name] = readable(ndarray(data, shape.slice()));
      });
      return after;
    },
  };
}

function readPair(name: string, weights: ArrayInput, gradient: ArrayInput | undefined, memory?: Float64Array) {
  if (gradient === undefined) throw new RangeError(`\`gradients\` has none for \`${name}\``);
  const { data, shape } = toNdarray(weights, `weights.${name}`);
  const given = toNdarray(gradient, `gradients.${name}`, { shared: true });
  if (given.shape.join() !== shape.join()) {
    throw new RangeError(
      `\`gradients.${name}\` must have the shape of its weights, [${shape.join(", ")}], got [${given.shape.join(", ")}]`,
    );
  }
  if (memory !== undefined && memory.length !== data.length) {
    throw new RangeError(`\`weights.${name}\` held ${memory.length} numbers in earlier steps, got ${data.length}`);
  }
  return { data, shape, gradient: given.data };
}
