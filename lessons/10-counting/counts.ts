/** Layers of which exercise 10.4 makes networks: convolutions without padding, pooling, dense layers. */
export type Part =
  | { type: "conv"; kernel: number; filters: number }
  | { type: "pool"; size: number }
  | { type: "dense"; units: number };

/** The four counts of a convolutional layer: numbers of a neuron, neurons, connections, parameters. */
export function countsOf(input: number[], kernel: number[], stride: number, padding: number, filters: number) {
  const side = (axis: 0 | 1) => (input[axis] - kernel[axis] + 2 * padding) / stride + 1;
  const weights = kernel[0] * kernel[1] * input[2];
  const [rows, columns] = [side(0), side(1)];
  const neurons = rows * columns * filters;
  return { rows, columns, weights, each: weights + 1, neurons };
}

/** One thing that somebody forgets while going through a network. */
export interface Slips {
  /** Of a convolution: rows and columns lost for a kernel of this size. */
  lost?(kernel: number): number;
  /** Channels that a convolution leaves. */
  channelsOut?(filters: number, channels: number): number;
  /** Channels that a filter goes through. */
  depth?(channels: number, filters: number): number;
  /** The same where multiply-adds are counted, from the shapes of input and output. */
  workDepth?(before: number[], after: number[]): number;
  /** Biases of a layer, from its filters or units. */
  biases?(count: number): number;
  /** Places where a filter is used, from the sides of input and output. */
  places?(before: number[], after: number[]): number;
  /** What of a side is left by pooling. */
  pooled?(side: number, size: number): number;
  /** Shape that a convolution leaves, from the right one. */
  afterConv?(shape: number[]): number[];
  /** Shape that pooling leaves, from the right one. */
  afterPool?(shape: number[]): number[];
  /** What a convolution multiplies at each place, from its weights and biases. */
  work?(weights: number, biases: number): number;
  /** Numbers that a dense layer gets. */
  flat?(shape: number[]): number;
  /** Multiply-adds of a dense layer. */
  denseWork?(inputs: number, units: number): number;
  /** Shape after a dense layer. */
  afterDense?(shape: number[], units: number): number[];
}

const product = (shape: readonly number[]) => shape.reduce((all, side) => all * side, 1);

const right: Required<Omit<Slips, "workDepth">> = {
  lost: (kernel) => kernel - 1,
  channelsOut: (filters) => filters,
  depth: (channels) => channels,
  biases: (count) => count,
  places: (_before, after) => after[0] * after[1],
  pooled: (side, size) => Math.floor(side / size),
  afterConv: (shape) => shape,
  afterPool: (shape) => shape,
  work: (weights) => weights,
  flat: product,
  denseWork: (inputs, units) => inputs * units,
  afterDense: (_shape, units) => [units],
};

/**
 * Goes through a list of layers and counts, layer by layer, what each adds.
 *
 * @param slips - where the count goes wrong; nowhere when left out
 * @returns parameters and multiply-adds of each layer
 */
export function walked(input: readonly number[], layers: readonly Part[], slips: Slips = {}): [number, number][] {
  const rules = { ...right, ...slips };
  let shape = [...input];
  return layers.map((layer) => {
    const before = shape;
    const [height, width, channels] = shape;
    if (layer.type === "conv") {
      const { kernel, filters } = layer;
      const lost = rules.lost(kernel);
      shape = rules.afterConv([height - lost, width - lost, rules.channelsOut(filters, channels)]);
      const depth = rules.depth(channels, filters);
      const used = slips.workDepth ? slips.workDepth(before, shape) : depth;
      const filterSides = kernel * kernel * filters;
      return [
        filterSides * depth + rules.biases(filters),
        rules.places(before, shape) * rules.work(filterSides * used, filters),
      ];
    }
    if (layer.type === "pool") {
      shape = rules.afterPool([rules.pooled(height, layer.size), rules.pooled(width, layer.size), channels]);
      return [0, 0];
    }
    const inputs = rules.flat(shape);
    shape = rules.afterDense(shape, layer.units);
    return [inputs * layer.units + rules.biases(layer.units), rules.denseWork(inputs, layer.units)];
  });
}

/** Both columns added up. */
export function totals(rows: readonly [number, number][]): number[] {
  return [0, 1].map((column) => rows.reduce((sum, row) => sum + row[column], 0));
}
