import type { Positions } from "../signals/positions.js";
import type { Plane } from "./padPlane.js";
import { separatePlane } from "./separateKernel.js";
import { padForSlide, type Slide2d, slide2d } from "./slide2d.js";
import { slideSeparableWasm, slideWasm } from "./wasm/slideWasm.js";

/**
 * Slides a kernel as `slide2d` does, as fast as can be: in WebAssembly where that is to be had; and a kernel that is a
 * column times a row as those two, where that is less work. The results differ by rounding only.
 */
export function slide(image: Plane, kernel: Plane, given: Slide2d): Plane {
  const separated = pays(image, kernel, given) ? separatePlane(kernel) : undefined;
  if (separated !== undefined) return slideSeparable(image, separated.column, separated.row, given);
  return slideWasm(image, kernel, given) ?? slide2d(image, kernel, given);
}

/**
 * Slides the kernel column[i] · row[j]: down the columns first and then along the rows. What stands around the image is
 * slid over too.
 *
 * @param column - k × 1
 * @param row - 1 × l
 */
export function slideSeparable(image: Plane, column: Plane, row: Plane, given: Slide2d): Plane {
  const done = slideSeparableWasm(image, column, row, given);
  if (done !== undefined) return done;
  const padded = padForSlide(image, { height: column.height, width: row.width }, given);
  const every: Positions = { start: 0, count: padded.width, stride: 1 };
  const columns = { ...given.columns, start: 0 };
  const down = slide2d(padded, column, { ...given, rows: { ...given.rows, start: 0 }, columns: every });
  const rows: Positions = { start: 0, count: down.height, stride: 1 };
  return slide2d(down, row, { ...given, rows, columns });
}

/** Counts products; each of the two passes costs about eight more a pixel for writing and reading what is between. */
function pays(image: Plane, kernel: Plane, { columns, dilation }: Slide2d): boolean {
  const span = (kernel.width - 1) * dilation + image.width;
  const direct = columns.count * kernel.height * kernel.width;
  const twoPasses = span * (kernel.height + 8) + columns.count * (kernel.width + 8);
  return twoPasses < direct;
}
