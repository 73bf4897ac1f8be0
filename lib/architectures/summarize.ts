import type { ReceptiveField } from "./receptiveField.js";
import { count } from "./rule.js";
import { summaryTable } from "./summaryTable.js";
import type { Architecture, Shape } from "./types.js";
import { inOrder, parameterCount, walk } from "./walk.js";

/** One layer of a summary. */
export interface SummaryRow {
  name: string;
  type: string;
  /** Of one example. */
  outputShape: Shape;
  /** Numbers that the layer holds, running means and variances included. */
  params: number;
  /** Those of them that training changes. */
  trainableParams: number;
  /** Multiplications followed by an addition, for one example. */
  multiplyAdds: number;
  /** Numbers in its output, for one example. */
  activations: number;
  /** Side in input pixels of what one output cell sees, the longer one; undefined where it sees everything. */
  receptiveField: number | undefined;
}

export interface SummaryTotals {
  params: number;
  trainableParams: number;
  multiplyAdds: number;
  activations: number;
}

export interface Summary {
  name: string;
  inputShape: Shape;
  rows: SummaryRow[];
  totals: SummaryTotals;
  /** The rows as a table of text; a notebook prints it. */
  toString(): string;
}

/**
 * Counts a network layer by layer: output shapes, parameters, multiply-adds, activations, receptive fields.
 *
 * Multiply-adds are those of convolutions and dense layers; biases, activations, pooling, adding and normalising do
 * not count. Activations are all layers' outputs; what layers that compute in place could save is not taken off.
 *
 * @param architecture - a described network, or one of `architectures`
 * @param inputShape - of one example, [height, width, channels]; default the one that the network was made for
 * @throws {RangeError} a layer that does not suit its input, naming it, with what would
 * @throws {TypeError} an unknown type of layer
 * @example summarize(architectures.leNet5).totals.params // 61706
 */
export function summarize(architecture: Architecture, inputShape: Shape = architecture?.input): Summary {
  const rows = inOrder(walk(architecture, inputShape))
    .filter(({ layer }) => layer.type !== "side")
    .map(({ name, layer, output, weights, multiplyAdds, field }) => ({
      name,
      type: layer.type,
      outputShape: output,
      params: parameterCount(weights),
      trainableParams: parameterCount(weights, true),
      multiplyAdds,
      activations: count(output),
      receptiveField: longerSide(field),
    }));
  const total = (column: keyof SummaryTotals) => rows.reduce((sum, row) => sum + row[column], 0);
  const summary = {
    name: architecture.name,
    inputShape,
    rows,
    totals: {
      params: total("params"),
      trainableParams: total("trainableParams"),
      multiplyAdds: total("multiplyAdds"),
      activations: total("activations"),
    },
  };
  const text = () => summaryTable(summary);
  // Not enumerable, so that comparing and serialising see the numbers only.
  return Object.defineProperties(summary, {
    toString: { value: text },
    [Symbol.for("nodejs.util.inspect.custom")]: { value: text },
  }) as Summary;
}

const longerSide = (field: ReceptiveField | undefined) => field && Math.max(...field.size);
