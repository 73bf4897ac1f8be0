import { describe, wholeNumber } from "../arrays/index.js";
import { type AxisPadding, type AxisWindows, axisWindows } from "./axisWindows.js";
import { fittingChoices, paddingInWords } from "./fittingChoices.js";

/** One number for both directions, or [down, across]. */
export type Size = number | readonly [height: number, width: number];

/** `"valid"` none, `"same"` as TensorFlow has it, cells on each side, or for each side its own. */
export type Padding = "valid" | "same" | Size | { top: number; bottom: number; left: number; right: number };

/**
 * A size for each direction. Whether the numbers suit is for those who use them.
 *
 * @throws {RangeError} neither a number nor two
 */
export function pair(size: Size, name: string): readonly [number, number] {
  if (typeof size === "number") return [size, size];
  if (Array.isArray(size) && size.length === 2) return [size[0], size[1]];
  throw new RangeError(`\`${name}\` must be a number or [height, width], got ${describe(size)}`);
}

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
  if (typeof padding === "string") return [padding, padding];
  if (typeof padding === "number" || (padding !== null && typeof padding === "object")) return paddingSides(padding);
  const allowed = '"valid", "same", cells on each side or { top, bottom, left, right }';
  throw new RangeError(`\`padding\` must be ${allowed}, got ${describe(padding)}`);
}

/** Cells at each side: [top, bottom] and [left, right]. */
export function paddingSides(padding: Exclude<Padding, string>): [[number, number], [number, number]] {
  if (typeof padding === "object" && "top" in padding) {
    return [
      [padding.top, padding.bottom],
      [padding.left, padding.right],
    ];
  }
  const [down, across] = pair(padding, "padding");
  return [
    [down, down],
    [across, across],
  ];
}

/** Cells from the window's first to its last, down and across. */
export function spans({ size, dilation }: Pick<SlidingWindow, "size" | "dilation">): readonly [number, number] {
  const [height, width] = pair(size, "size");
  const [down, across] = pair(dilation, "dilation");
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
  const [strideDown, strideAcross] = pair(window.stride, "stride");
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
    const [enough] = fittingChoices(length, span, stride, before + after).paddings;
    const padded = before + after > 0 ? ` with ${paddingInWords([before, after])} added` : "";
    throw new RangeError(
      `its window covers ${span} cells of the ${side}, which is only ${length}${padded}: ` +
        `use padding ${paddingInWords(enough)} or "same", a window of at most ${length + before + after}, or a larger input`,
    );
  }
  // A further window that would start in the padding after the input would see nothing of it.
  const further = rounding === "ceil" && exact > count && count * stride < length + before;
  if (!further) return { count, before, after };
  return { count: count + 1, before, after: count * stride + span - length - before };
}
