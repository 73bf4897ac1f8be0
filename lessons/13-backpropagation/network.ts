import { type ArrayInput, randomGenerator, toNdarray } from "cnn-workbook";
import { type SyntheticDigitsOptions, syntheticDigits } from "cnn-workbook/datasets";

/** A small network for pictures of one channel: convolution 3 × 3, ReLU, max pooling 2 × 2, dense. */
export type Network = ReturnType<typeof startNetwork>;

type Plain = ReturnType<typeof toNdarray>;

/** How large it is, and where its random numbers start. */
export interface NetworkOptions {
  /** Pixels of a picture's side; default 28. */
  side?: number;
  /** Filters of the convolution; default 8. */
  maps?: number;
  /** Units of the dense layer; default 10. */
  classes?: number;
  seed?: number;
}

/**
 * Random weights for a small network. The filters' biases are below 0, so that empty paper gives 0 after ReLU.
 *
 * @returns `filters` [3, 3, 1, maps], `filterBias` [maps], `weights` [features, classes], `bias` [classes]
 * @example startNetwork({ side: 8, maps: 2, classes: 3, seed: 1 })
 */
export function startNetwork({ side = 28, maps = 8, classes = 10, seed = 1 }: NetworkOptions = {}) {
  const random = randomGenerator(seed);
  const features = Math.floor((side - 2) / 2) ** 2 * maps;
  const table = (rows: number, columns: number, spread: number) =>
    Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal(0, spread)));
  const filters = [0, 1, 2].map(() => [0, 1, 2].map(() => table(1, maps, 0.3)));
  return {
    filters: toNdarray(filters, "filters"),
    filterBias: toNdarray(new Array<number>(maps).fill(-0.3), "filterBias"),
    weights: toNdarray(table(features, classes, 1 / Math.sqrt(features)), "weights"),
    bias: toNdarray(new Array<number>(classes).fill(0), "bias"),
  };
}

/** How many numbers a network learns. */
export function weightsOf(network: Network): number {
  return Object.values(network).reduce((sum, { size }) => sum + size, 0);
}

/**
 * Weights that have moved against their slopes.
 *
 * @param weights - arrays by name; not modified
 * @param slopes - the gradient by each of them, in its shape
 * @param rate - the learning rate
 * @example network = stepAgainst(network, slopes, 0.1)
 */
export function stepAgainst<Name extends string>(
  weights: Record<Name, ArrayInput>,
  slopes: { readonly [name in Name]: ArrayInput },
  rate: number,
): Record<Name, Plain> {
  const moved = (Object.keys(weights) as Name[]).map((name) => {
    const next = toNdarray(weights[name], name);
    const slope = toNdarray(slopes[name], `slopes.${name}`).data;
    for (let i = 0; i < slope.length; i++) next.data[i] -= rate * slope[i];
    return [name, next];
  });
  return Object.fromEntries(moved);
}

/**
 * Digits as the network takes them: pixels from 0 to 1.
 *
 * @param options - as for `syntheticDigits`
 * @returns `images` [count, 28, 28, 1] and `labels` [count]
 * @example const { images, labels } = scaledDigits({ count: 40, seed: 1 })
 */
export function scaledDigits(options: SyntheticDigitsOptions) {
  const { images, labels } = syntheticDigits(options);
  const pixels = toNdarray(images, "images");
  for (let i = 0; i < pixels.data.length; i++) pixels.data[i] /= 255;
  return { images: pixels, labels };
}
