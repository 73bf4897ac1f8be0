/**
 * The number that would stand at place `rank` if `values` were sorted, without sorting all of them: split them around
 * one of their number, and go on in the part that holds the place. Reorders `values`.
 *
 * @param values - at least one number, no NaN
 * @param rank - 0 is the smallest … values.length − 1 the largest
 * @example selectSmallest(Float64Array.of(5, 1, 3), 1) // 3
 * @see Hoare, Algorithm 65: Find (1961)
 */
export function selectSmallest(values: Float64Array, rank: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[rank];
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i > j) break;
      const swapped = values[i];
      values[i++] = values[j];
      values[j--] = swapped;
    }
    if (j < rank) low = i;
    if (rank < i) high = j;
  }
  return values[rank];
}
