/** A picture that was misread. */
export interface Misread {
  /** Which picture. */
  index: number;
  truth: number;
  read: number;
  /** What the network gave to its answer, 0 to 1. */
  sure: number;
}

/** The largest of each row, and where it stands. */
const best = (row: readonly number[]) => {
  const sure = Math.max(...row);
  return { read: row.indexOf(sure), sure };
};

/**
 * The misread pictures, those of which the network was surest first.
 *
 * @param probabilities - [n][classes]
 * @param labels - [n]
 */
export function surestMistakes(probabilities: readonly number[][], labels: readonly number[]): Misread[] {
  return probabilities
    .map((row, index) => ({ index, truth: labels[index], ...best(row) }))
    .filter(({ truth, read }) => truth !== read)
    .sort((a, b) => b.sure - a.sure);
}

/**
 * What comes of passing on the pictures of which the network is least sure.
 *
 * @param shares - of the pictures that a person gets, each 0 to below 1
 * @returns for each share, the share of mistakes among the pictures that are kept
 */
export function mistakesAmongKept(
  probabilities: readonly number[][],
  labels: readonly number[],
  shares: readonly number[],
): number[] {
  const sorted = probabilities
    .map((row, i) => ({ ...best(row), truth: labels[i] }))
    .sort((a, b) => b.sure - a.sure)
    .map(({ read, truth }) => Number(read !== truth));
  return shares.map((share) => {
    const kept = sorted.slice(0, Math.max(1, Math.round(sorted.length * (1 - share))));
    return kept.reduce((sum, wrong) => sum + wrong, 0) / kept.length;
  });
}
