import type { Positions } from "../signals/positions.js";
import type { Plane } from "./padPlane.js";
import { separatePlane } from "./separateKernel.js";
import { padForSlide, type Slide2d, slide2d } from "./slide2d.js";

/**
 * Slides a kernel as `slide2d` does; one that is a column times a row goes down the columns first and then along the
 * rows, where that is less work. The results differ by rounding only.
 */
export function slideSeparable(image: Plane, kernel: Plane, slide: Slide2d): Plane {
  if (!pays(image, kernel, slide)) return slide2d(image, kernel, slide);
  const separated = separatePlane(kernel);
  if (separated === undefined) return slide2d(image, kernel, slide);
  const padded = padForSlide(image, kernel, slide);
  const every: Positions = { start: 0, count: padded.width, stride: 1 };
  const columns = { ...slide.columns, start: 0 };
  const down = slide2d(padded, separated.column, { ...slide, rows: { ...slide.rows, start: 0 }, columns: every });
  const rows: Positions = { start: 0, count: down.height, stride: 1 };
  return slide2d(down, separated.row, { ...slide, rows, columns });
}

/** Counts products; each of the two passes costs about eight more a pixel for writing and reading what is between. */
function pays(image: Plane, kernel: Plane, { columns, dilation }: Slide2d): boolean {
  const span = (kernel.width - 1) * dilation + image.width;
  const direct = columns.count * kernel.height * kernel.width;
  const twoPasses = span * (kernel.height + 8) + columns.count * (kernel.width + 8);
  return twoPasses < direct;
}
