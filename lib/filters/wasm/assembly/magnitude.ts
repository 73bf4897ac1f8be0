import { addProduct, NUMBER } from "./vector";

/** Bytes in a vector. */
const VECTOR: isize = 16;

/**
 * out = √(x² + y²), where x and y are what the kernel [[side, 0, −side], [middle, 0, −middle], [side, 0, −side]] and the
 * same on its side find in the image.
 *
 * @returns the sum of it all: not a finite number where one pixel is none, since a kernel of the two weighs each pixel
 */
export function magnitude(
  image: usize,
  stride: usize,
  side: f64,
  middle: f64,
  out: usize,
  rows: usize,
  columns: usize,
): f64 {
  let sum = f64x2.splat(0);
  const outRow = columns * NUMBER;
  for (let y: usize = 0; y < rows; y++) {
    for (let x = (<isize>outRow - 1) & -VECTOR; x >= 0; x -= VECTOR) {
      const found = strength(image + x, stride, f64x2.splat(side), f64x2.splat(middle));
      v128.store(out + x, found);
      sum = f64x2.add(sum, found);
    }
    image += stride;
    out += outRow;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** For the two pixels in the middle of a window whose upper left corner is `above`. */
function strength(above: usize, stride: usize, side: v128, middle: v128): v128 {
  const beside = above + stride;
  const below = beside + stride;
  const falling = f64x2.sub(v128.load(below, 16), v128.load(above)); // the diagonal from upper left to lower right
  const rising = f64x2.sub(v128.load(above, 16), v128.load(below));
  const across = f64x2.sub(v128.load(beside, 16), v128.load(beside));
  const down = f64x2.sub(v128.load(below, 8), v128.load(above, 8));
  const x = addProduct(f64x2.mul(f64x2.add(falling, rising), side), across, middle);
  const y = addProduct(f64x2.mul(f64x2.sub(falling, rising), side), down, middle);
  return f64x2.sqrt(addProduct(f64x2.mul(x, x), y, y));
}
