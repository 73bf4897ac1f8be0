/** A matrix in a larger array. */
export interface Matrix {
  data: Float64Array;
  /** Where its first number is. */
  at: number;
  /** From one number to the one below it. */
  down: number;
  /** From one number to the next of its row. Exchanged with `down`, a matrix is read transposed. */
  across: number;
}

/** A matrix whose rows are `columns` numbers apart. */
export const matrix = (data: Float64Array, columns: number, at = 0): Matrix => ({ data, at, down: columns, across: 1 });

/**
 * Adds the matrix product of `a` [rows, inner] and `b` [inner, columns] to `out` [rows, columns]; the numbers of a row
 * of `b` and of `out` lie side by side. Each sum is taken in the order of the inner axis.
 *
 * Two rows by four inner numbers at a time, so that what is read serves several times: two to four times as fast as
 * the plain loop.
 */
export function addProduct(out: Matrix, a: Matrix, b: Matrix, rows: number, inner: number, columns: number): void {
  for (let row = 0; row < rows; row += 2) {
    const pair = row + 1 < rows;
    const whole = pair ? inner - (inner % 4) : 0;
    for (let i = 0; i < whole; i += 4) addFour(out, a, b, row, i, columns);
    for (let i = whole; i < inner; i++) {
      addOne(out, a, b, row, i, columns);
      if (pair) addOne(out, a, b, row + 1, i, columns);
    }
  }
}

function addFour(out: Matrix, a: Matrix, b: Matrix, row: number, inner: number, columns: number): void {
  const sums = out.data;
  const factors = a.data;
  const numbers = b.data;
  const across = a.across;
  const to = out.at + row * out.down;
  const below = to + out.down;
  const p = a.at + row * a.down + inner * across;
  const q = p + a.down;
  const p0 = factors[p];
  const p1 = factors[p + across];
  const p2 = factors[p + 2 * across];
  const p3 = factors[p + 3 * across];
  const q0 = factors[q];
  const q1 = factors[q + across];
  const q2 = factors[q + 2 * across];
  const q3 = factors[q + 3 * across];
  const first = b.at + inner * b.down;
  const second = first + b.down;
  const third = second + b.down;
  const fourth = third + b.down;
  for (let k = 0; k < columns; k++) {
    const n0 = numbers[first + k];
    const n1 = numbers[second + k];
    const n2 = numbers[third + k];
    const n3 = numbers[fourth + k];
    sums[to + k] = sums[to + k] + p0 * n0 + p1 * n1 + p2 * n2 + p3 * n3;
    sums[below + k] = sums[below + k] + q0 * n0 + q1 * n1 + q2 * n2 + q3 * n3;
  }
}

function addOne(out: Matrix, a: Matrix, b: Matrix, row: number, inner: number, columns: number): void {
  const sums = out.data;
  const numbers = b.data;
  const factor = a.data[a.at + row * a.down + inner * a.across];
  const to = out.at + row * out.down;
  const from = b.at + inner * b.down;
  for (let k = 0; k < columns; k++) sums[to + k] += factor * numbers[from + k];
}

/** The transpose of a matrix [rows, columns] whose rows follow one another. */
export function transposed(data: Float64Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let k = 0; k < columns; k++) out[k * rows + i] = data[i * columns + k];
  return out;
}
