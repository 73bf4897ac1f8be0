import { randomGenerator, toNested } from "cnn-workbook";

export const inOrder = (count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, i) => i);

/** The numbers below `count`, shuffled; each is exchanged with one that is at least `apart` places before it. */
export function shuffledWith(count: number, seed: number, apart = 0): number[] {
  const random = randomGenerator(seed);
  const order = inOrder(count);
  for (let i = count - 1; i > 0; i--) {
    const other = random.integer(0, i - apart);
    [order[i], order[other]] = [order[other], order[i]];
  }
  return order;
}

export function sliced(order: number[], size: number): number[][] {
  const length = Math.max(1, size);
  return Array.from({ length: Math.ceil(order.length / length) }, (_, i) => order.slice(i * length, (i + 1) * length));
}

/** An answer as lists of numbers; none where it is something else. */
export function asBatches(value: unknown): number[][] {
  const lists = isArrayLike(value) ? Array.from(value) : [];
  return lists.map((list) => (isArrayLike(list) ? Array.from(list as ArrayLike<number>) : nested(list)));
}

const isArrayLike = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || ArrayBuffer.isView(value);

function nested(value: unknown): number[] {
  try {
    return (toNested(value as never) as number[]) ?? [];
  } catch {
    return [];
  }
}

/** Whether each example is in exactly one batch. */
export function coverage(batches: number[][], count: number): boolean {
  const all = batches.flat().sort((a, b) => a - b);
  return all.length === count && all.every((value, i) => value === i);
}
