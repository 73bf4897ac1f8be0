import { type ArrayInput, toNdarray, toNested } from "cnn-workbook";

/** A black and white picture, and how much of it is white. */
export interface EdgeMarks {
  /** 255 where there is an edge, else 0. */
  image: number[][];
  /** White pixels, in per cent of all. */
  percent: number;
}

/**
 * White where the values reach a threshold.
 *
 * @param values - [height, width], such as magnitudes; not modified
 * @param threshold - the least value that is white
 * @example marksAbove([[1, 5, 7, 2]], 5) // { image: [[0, 255, 255, 0]], percent: 50 }
 */
export function marksAbove(values: ArrayInput, threshold: number): EdgeMarks {
  return marks(values, (rows, r, c) => rows[r][c] >= threshold);
}

/**
 * White where the sign changes from a pixel to its right or lower neighbour.
 *
 * @param values - [height, width], such as the answers of a Laplacian; not modified
 * @param steep - changes of less than this are left out
 * @example zeroCrossings([[-3, 4, 0.1, -0.1]], 1) // { image: [[255, 0, 0, 0]], percent: 25 }
 */
export function zeroCrossings(values: ArrayInput, steep: number): EdgeMarks {
  return marks(values, (rows, r, c) => {
    const value = rows[r][c];
    const next = [rows[r][c + 1] ?? value, rows[r + 1]?.[c] ?? value];
    return next.some((other) => other * value < 0 && Math.abs(other - value) >= steep);
  });
}

function marks(values: ArrayInput, isEdge: (rows: number[][], row: number, column: number) => boolean): EdgeMarks {
  const rows = toNested(toNdarray(values, "values", { rank: 2 })) as number[][];
  const image = rows.map((row, r) => row.map((_, c) => (isEdge(rows, r, c) ? 255 : 0)));
  const white = image.flat().filter(Boolean).length;
  return { image, percent: (100 * white) / image.flat().length };
}
