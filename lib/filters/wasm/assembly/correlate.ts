import { addProduct, NUMBER } from "./vector";

/** Bytes in a block: four vectors. */
const BLOCK: isize = 64;

/**
 * out[y][x] = sum over i, j of image[y + i][x + j] · kernel[i][j], in blocks of two rows by eight numbers: what is read of
 * the image serves both rows, and the sixteen sums stay in registers.
 */
export function correlate(
  image: usize,
  stride: usize,
  kernel: usize,
  height: usize,
  width: usize,
  out: usize,
  rows: usize,
  columns: usize,
): void {
  const outRow = columns * NUMBER;
  for (let y: usize = 0; y < rows; y += 2) {
    for (let x = (<isize>outRow - 1) & -BLOCK; x >= 0; x -= BLOCK) {
      twoRows(image + x, stride, kernel, height, width * NUMBER, out + x, outRow);
    }
    image += 2 * stride;
    out += 2 * outRow;
  }
}

/** One block; `kernelRow` is the length of a kernel's row in bytes. */
function twoRows(
  image: usize,
  stride: usize,
  kernel: usize,
  height: usize,
  kernelRow: usize,
  out: usize,
  outRow: usize,
): void {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a; // the upper row of the block is a b c d
  let e = a;
  let f = a;
  let g = a;
  let h = a; // the lower row is e f g h
  let pixel = image;
  let entry = kernel;
  let end = pixel + kernelRow;
  // The first row of the image counts for the upper row only.
  do {
    const weight = v128.load64_splat(entry);
    a = addProduct(a, v128.load(pixel), weight);
    b = addProduct(b, v128.load(pixel, 16), weight);
    c = addProduct(c, v128.load(pixel, 32), weight);
    d = addProduct(d, v128.load(pixel, 48), weight);
    entry += NUMBER;
    pixel += NUMBER;
  } while (pixel < end);
  // Those between count for both, one kernel row apart.
  for (let i: usize = 1; i < height; i++) {
    pixel += stride - kernelRow;
    end += stride;
    do {
      const p = v128.load(pixel);
      const q = v128.load(pixel, 16);
      const r = v128.load(pixel, 32);
      const s = v128.load(pixel, 48);
      const upper = v128.load64_splat(entry);
      const lower = v128.load64_splat(entry - kernelRow);
      a = addProduct(a, p, upper);
      b = addProduct(b, q, upper);
      c = addProduct(c, r, upper);
      d = addProduct(d, s, upper);
      e = addProduct(e, p, lower);
      f = addProduct(f, q, lower);
      g = addProduct(g, r, lower);
      h = addProduct(h, s, lower);
      entry += NUMBER;
      pixel += NUMBER;
    } while (pixel < end);
  }
  // And the last for the lower row only.
  pixel += stride - kernelRow;
  end += stride;
  entry -= kernelRow;
  do {
    const weight = v128.load64_splat(entry);
    e = addProduct(e, v128.load(pixel), weight);
    f = addProduct(f, v128.load(pixel, 16), weight);
    g = addProduct(g, v128.load(pixel, 32), weight);
    h = addProduct(h, v128.load(pixel, 48), weight);
    entry += NUMBER;
    pixel += NUMBER;
  } while (pixel < end);
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  v128.store(out + outRow, e);
  v128.store(out + outRow, f, 16);
  v128.store(out + outRow, g, 32);
  v128.store(out + outRow, h, 48);
}
