/** Values on a square grid: `values[row][column]`, all of the same side. */
type Grid = readonly (readonly number[])[];

/**
 * Where a function that is known on a grid crosses zero: short lines, one or two in each cell (marching squares).
 *
 * @returns lines [column 1, row 1, column 2, row 2] in units of cells
 */
export function zeroLines(values: Grid): [number, number, number, number][] {
  const lines: [number, number, number, number][] = [];
  for (let r = 0; r + 1 < values.length; r++) {
    for (let c = 0; c + 1 < values[r].length; c++) {
      const ends = crossings(values, r, c);
      for (let i = 0; i + 1 < ends.length; i += 2) lines.push([...ends[i], ...ends[i + 1]]);
    }
  }
  return lines;
}

/** Where the four sides of a cell are crossed, going round. */
function crossings(values: Grid, r: number, c: number): [number, number][] {
  const corners = [
    [r, c],
    [r, c + 1],
    [r + 1, c + 1],
    [r + 1, c],
  ];
  return corners.flatMap(([row, column], i) => {
    const [nextRow, nextColumn] = corners[(i + 1) % 4];
    const [a, b] = [values[row][column], values[nextRow][nextColumn]];
    if (a > 0 === b > 0) return [];
    const share = a / (a - b);
    return [[column + share * (nextColumn - column), row + share * (nextRow - row)] as [number, number]];
  });
}

/** The stretches of a row of values in which they are above zero, as pairs of places; ends between two values are estimated. */
export function aboveZero(row: readonly number[]): [number, number][] {
  const stretches: [number, number][] = [];
  row.forEach((value, i) => {
    if (!(value > 0)) return;
    const before = row[i - 1];
    const after = row[i + 1];
    if (i === 0 || !(before > 0)) stretches.push([i === 0 ? 0 : i - value / (value - before), i]);
    const last = stretches[stretches.length - 1];
    last[1] = after === undefined || after > 0 ? i : i + value / (value - after);
  });
  return stretches;
}
