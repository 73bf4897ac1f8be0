/** Bytes in a number. */
export const NUMBER: usize = 8;

export function addProduct(sum: v128, vector: v128, weight: v128): v128 {
  return f64x2.add(sum, f64x2.mul(vector, weight));
}
