/** How a wrong answer walks over the windows. */
export interface Walk {
  /** Which pixel stands at row i, column j of the window at (r, c). */
  cell?: (r: number, c: number, i: number, j: number) => [number, number];
  stride?: number;
  /** Places left out at the end of each axis. */
  less?: number;
  /** Columns of the picture. */
  width?: number;
}

/** Windows as rows, walked over in some way; empty for input that has none. */
export function rowsWith(picture: number[][], size: number, walk: Walk): number[][] {
  const { cell = (r, c, i, j) => [r + i, c + j], stride = 1, less = 0, width = picture[0]?.length ?? 0 } = walk;
  const rows: number[][] = [];
  if (!(size >= 1 && stride >= 1)) return rows;
  for (let r = 0; r + size + less <= picture.length; r += stride) {
    for (let c = 0; c + size + less <= width; c += stride) {
      const row: number[] = [];
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const [down, across] = cell(r, c, i, j);
          row.push(picture[down]?.[across]);
        }
      }
      rows.push(row);
    }
  }
  return rows;
}
