/**
 * Slides 3 × 3 filters over pictures of one channel by plain loops over nested lists, as lessons 04 and 08 did.
 *
 * @param pictures - [n, height, width, 1]
 * @param filters - [9, count], a column for each filter
 * @returns [n, height − 2, width − 2, count]
 * @example slideFilters(pictures, filters)[0][0][0] // what all filters say about the first window
 */
export function slideFilters(pictures: number[][][][], filters: number[][]): number[][][][] {
  return pictures.map((picture) =>
    picture.slice(2).map((_, r) => picture[r].slice(2).map((_, c) => sumsAt(picture, r, c, filters))),
  );
}

function sumsAt(picture: number[][][], r: number, c: number, filters: number[][]): number[] {
  return filters[0].map((_, f) => {
    let sum = 0;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) sum += picture[r + i][c + j][0] * filters[3 * i + j][f];
    }
    return sum;
  });
}

/**
 * How long something takes: the median of twelve runs, in milliseconds.
 *
 * @example millisecondsFor(() => im2col(digits, { size: 3 }))
 */
export function millisecondsFor(run: () => unknown): number {
  const times = Array.from({ length: 12 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[6];
}
