import type { Layer } from "cnn-workbook/architectures";
import { summarize } from "cnn-workbook/architectures";

/** The network of slides 5, as its code has it. */
export const slideFive: Layer[] = [
  { type: "conv2d", filters: 28, kernel: 3, activation: "relu" },
  { type: "maxPool2d", size: 2 },
  { type: "flatten" },
  { type: "dense", units: 128, activation: "relu" },
  { type: "dropout", rate: 0.2 },
  { type: "dense", units: 10, activation: "softmax" },
];

/** The network of slides 1. */
export const slideOne: Layer[] = [
  { type: "conv2d", filters: 32, kernel: 5, padding: "same", activation: "relu" },
  { type: "maxPool2d", size: 2 },
  { type: "conv2d", filters: 64, kernel: 5, padding: "same", activation: "relu" },
  { type: "maxPool2d", size: 2 },
  { type: "flatten" },
  { type: "dense", units: 1024, activation: "relu" },
  { type: "dropout", rate: 0.25 },
  { type: "dense", units: 10, activation: "softmax" },
];

/** A network that is small enough for a page. */
export const smallDigits: Layer[] = [
  { type: "conv2d", filters: 16, kernel: 3, activation: "relu" },
  { type: "maxPool2d", size: 2 },
  { type: "conv2d", filters: 32, kernel: 3, activation: "relu" },
  { type: "maxPool2d", size: 2 },
  { type: "flatten" },
  { type: "dropout", rate: 0.2 },
  { type: "dense", units: 10, activation: "softmax" },
];

/** A list of layers as a network for digits. */
export const network = (name: string, layers: readonly Layer[]) => ({ name, input: [28, 28, 1], layers });

interface Verdict {
  holds: boolean;
  because: string;
}

/** What kinds of layers there are in exercise 15.1, in order. */
const ORDER = slideOne.map(({ type }) => type);

/**
 * What is asked of the description in exercise 15.1, one demand after another.
 *
 * @param layers - what a student returned, whatever it is
 */
export function judge(layers: unknown): Verdict[] {
  if (!Array.isArray(layers)) return [no("Return a list of layers, as `slideFive` is one.")];
  const types = layers.map((layer) => (layer as Layer | undefined)?.type);
  const at = ORDER.findIndex((type, i) => types[i] !== type);
  if (at >= 0) return [no(wrongPlace(types, at))];
  if (layers.length > ORDER.length) return [no(`There are ${layers.length} layers; the slide has ${ORDER.length}.`)];
  try {
    const { rows } = summarize(network("yours", layers as Layer[]));
    return rows.flatMap(({ outputShape, params }, i) => demands(layers[i], i, outputShape, params));
  } catch (error) {
    return [no(`The layers do not fit together: ${(error as Error).message}.`)];
  }
}

const no = (because: string): Verdict => ({ holds: false, because });
const wanted = summarize(network("slides 1", slideOne)).rows;

function wrongPlace(types: readonly unknown[], at: number): string {
  const got = types[at] === undefined ? "nothing" : `\`${types[at]}\``;
  return `Layer ${at} (counted from 0) should be \`${ORDER[at]}\`; yours has ${got} there.`;
}

function demands(layer: Layer, i: number, shape: readonly number[], params: number): Verdict[] {
  const { outputShape, params: right } = wanted[i];
  const name = `Layer ${i}, \`${layer.type}\``;
  const model = slideOne[i];
  const verdicts = [
    {
      holds: shape.join() === outputShape.join(),
      because: `${name}, gives [${shape.join(", ")}]; on the slide it gives [${outputShape.join(", ")}].`,
    },
    {
      holds: params === right,
      because: `${name}, has ${params.toLocaleString("en")} parameters; on the slide ${right.toLocaleString("en")}.`,
    },
  ];
  if (model.type === "dropout") {
    const rate = (layer as typeof model).rate;
    verdicts.push({
      holds: rate === model.rate,
      because: `${name}, silences a share of ${rate}; a quarter is wanted.`,
    });
  }
  if ("activation" in model) {
    const given = (layer as { activation?: string }).activation ?? "none";
    const because = `${name}, has the activation ${given}; wanted is ${model.activation}.`;
    verdicts.push({ holds: given === model.activation, because });
  }
  return verdicts;
}
