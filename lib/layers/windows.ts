import { wholeNumber } from "../arrays/index.js";
import { type AxisPadding, type AxisWindows, axisWindows } from "./axisWindows.js";

/** One number for both directions, or [down, across]. */
export type Size = number | readonly [height: number, width: number];

/** `"valid"` none, `"same"` as TensorFlow has it, cells on each side, or for each side its own. */
export type Padding = "valid" | "same" | Size | { top: number; bottom: number; left: number; right: number };

export const pair = (size: Size): readonly [number, number] => (typeof size === "number" ? [size, size] : size);

/** What a layer that slides a window says of it. */
export interface SlidingWindow {
  size: Size;
  stride: Size;
  padding: Padding;
  dilation: Size;
  rounding: "floor" | "ceil";
}

/** Padding down and padding across. */
export function axisPaddings(padding: Padding): readonly [AxisPadding, AxisPadding] {
  return typeof padding === "string" ? [padding, padding] : paddingSides(padding);
}

/** Cells at each side: [top, bottom] and [left, right]. */
export function paddingSides(padding: Exclude<Padding, string>): [[number, number], [number, number]] {
  if (typeof padding === "object" && "top" in padding) {
    return [
      [padding.top, padding.bottom],
      [padding.left, padding.right],
    ];
  }
  const [down, across] = pair(padding);
  return [
    [down, down],
    [across, across],
  ];
}

/** Cells from the window's first to its last, down and across. */
export function spans({ size, dilation }: Pick<SlidingWindow, "size" | "dilation">): readonly [number, number] {
  const [height, width] = pair(size);
  const [down, across] = pair(dilation);
  const span = (side: number, gap: number) =>
    (wholeNumber(side, "window side", 1) - 1) * wholeNumber(gap, "dilation", 1) + 1;
  return [span(height, down), span(width, across)];
}

/** Windows along one axis, and the cells that padding adds before the first and after the last. */
export type AxisGrid = Pick<AxisWindows, "count" | "before" | "after">;

/**
 * Rows and columns of windows on a picture.
 *
 * @throws {RangeError} not even one window fits: what it needs, and what would fit
 */
export function windowGrid(height: number, width: number, window: SlidingWindow): [rows: AxisGrid, columns: AxisGrid] {
  const [spanDown, spanAcross] = spans(window);
  const [strideDown, strideAcross] = pair(window.stride);
  const [down, across] = axisPaddings(window.padding);
  return [
    axisGrid("height", height, spanDown, strideDown, down, window.rounding),
    axisGrid("width", width, spanAcross, strideAcross, across, window.rounding),
  ];
}

/** The picture that the windows make, one number for each. */
export function gridShape(height: number, width: number, window: SlidingWindow): [number, number] {
  const [rows, columns] = windowGrid(height, width, window);
  return [rows.count, columns.count];
}

function axisGrid(
  side: string,
  length: number,
  span: number,
  stride: number,
  padding: AxisPadding,
  rounding: "floor" | "ceil",
): AxisGrid {
  const { count, before, after, exact } = axisWindows(length, span, stride, padding);
  if (count < 1) {
    const missing = Math.ceil((span - length) / 2);
    throw new RangeError(
      `its window covers ${span} cells of the ${side}, which is only ${length}: ` +
        `use padding "same" or at least ${missing}, a window of at most ${length}, or a larger input`,
    );
  }
  // A further window that would start in the padding after the input would see nothing of it.
  const further = rounding === "ceil" && exact > count && count * stride < length + before;
  if (!further) return { count, before, after };
  return { count: count + 1, before, after: count * stride + span - length - before };
}
