const KINDS = {
  ...{ i1: Int8Array, u1: Uint8Array, i2: Int16Array, u2: Uint16Array, i4: Int32Array, u4: Uint32Array },
  ...{ f4: Float32Array, f8: Float64Array },
};

/**
 * The rows of a heatmap's cells, which Plotly takes as nested arrays or packed: bytes in base64, with their kind and shape.
 *
 * @param {number[][] | { bdata: string, dtype: string, shape: string }} z
 * @returns {ArrayLike<number>[]}
 */
export function readCells(z) {
  if (Array.isArray(z)) return z;
  const [rows, columns] = z.shape.split(",").map(Number);
  const bytes = Uint8Array.from(Buffer.from(z.bdata, "base64"));
  const cells = new KINDS[z.dtype](bytes.buffer);
  return Array.from({ length: rows }, (_, row) => cells.subarray(row * columns, (row + 1) * columns));
}
