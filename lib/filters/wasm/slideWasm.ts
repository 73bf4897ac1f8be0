import type { Plane } from "../padPlane.js";
import type { Slide2d } from "../slide2d.js";
import { inStrips } from "./inStrips.js";

/** Fewer products take microseconds either way; the examples that one does by hand go through the loop that one can read. */
const WORTH_IT = 2000;

/** `slide2d` in WebAssembly; `undefined` where that is not to be had, not for this slide, or not worth it. */
export function slideWasm(image: Plane, kernel: Plane, slide: Slide2d): Plane | undefined {
  const { data, height, width } = kernel;
  if (!suits(slide, height * width)) return undefined;
  return inStrips(image, kernel, slide, data, ({ correlate }, strip) =>
    correlate(strip.image, strip.stride, strip.weights, height, width, strip.out, strip.rows, strip.columns),
  );
}

/** The same for the kernel column[i] · row[j], in one pass. */
export function slideSeparableWasm(image: Plane, column: Plane, row: Plane, slide: Slide2d): Plane | undefined {
  const { height } = column;
  const { width } = row;
  if (!suits(slide, height + width)) return undefined;
  const weights = Float64Array.of(...column.data, ...row.data);
  const symmetric = isSymmetric(column.data) && isSymmetric(row.data);
  return inStrips(image, { height, width }, slide, weights, ({ separable }, strip) => {
    const across = strip.weights + column.data.byteLength;
    const { between, out, rows, columns } = strip;
    separable(
      strip.image, strip.stride, strip.weights, height, across, width, symmetric, between, out, rows, columns,
    ); // biome-ignore format: one call
  });
}

/**
 * √(x² + y²) for the pair of 3 × 3 kernels whose first column is side, middle, side. `undefined` also where the results
 * are not all finite: the image need not be checked before.
 */
export function magnitudeWasm(image: Plane, side: number, middle: number, slide: Slide2d): Plane | undefined {
  if (!suits(slide, 18)) return undefined;
  let sum = 0;
  const found = inStrips(image, { height: 3, width: 3 }, slide, new Float64Array(0), ({ magnitude }, strip) => {
    sum += magnitude(strip.image, strip.stride, side, middle, strip.out, strip.rows, strip.columns);
  });
  return Number.isFinite(sum) ? found : undefined;
}

function suits({ rows, columns, dilation }: Slide2d, products: number): boolean {
  const everyPixel = rows.stride === 1 && columns.stride === 1 && dilation === 1;
  return everyPixel && rows.count * columns.count * products >= WORTH_IT;
}

function isSymmetric(weights: Float64Array): boolean {
  return weights.length % 2 === 1 && weights.every((weight, i) => weight === weights[weights.length - 1 - i]);
}
