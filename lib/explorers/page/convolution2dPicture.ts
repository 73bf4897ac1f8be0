import { kernelSpan } from "../../signals/positions.js";
import { cellAt, isOn } from "../convolution2d/layout.js";
import { drawScene, type Scene2d } from "../convolution2d/scene.js";
import { type Convolution2dState, fits, placeOf, sides } from "../convolution2d/state.js";
import { createDragPicture, type Drag } from "./dragPicture.js";

interface PictureActions {
  /** Asks for the output in this row and column, or the nearest one. */
  goTo(row: number, column: number): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** The picture, in which the kernel is dragged over the image, or an output is chosen. */
export function createPicture2d({ goTo, grabbed }: PictureActions) {
  return createDragPicture<Convolution2dState, Scene2d>({
    draw: drawScene,
    grip: (scene, state, point) => grip(scene, state, point, goTo),
    grabbed,
  });
}

/** What a drag from this point does: it leads the kernel over the image, or goes through the outputs. */
function grip(
  { layout }: Scene2d,
  state: Convolution2dState,
  [x, y]: [number, number],
  goTo: PictureActions["goTo"],
): Drag | undefined {
  const { image, output, cell } = layout;
  if (!fits(state)) return undefined;
  if (isOn(output, cell, x, y)) return (x, y) => goTo(...cellAt(output, cell, x, y));
  if (!isOn(image, cell, x, y)) return undefined;
  const [[row, column], { stride, dilation }] = [cellAt(image, cell, x, y), state];
  const [height, width] = sides(state.kernel).map((side) => kernelSpan(side, dilation));
  // The panel begins with the zeros, where there are any: so the frame stands at the output's row and column, in strides.
  const [top, left] = placeOf(state).map((place) => place * stride);
  const held = row >= top && row < top + height && column >= left && column < left + width;
  // Beside the kernel, its middle jumps under the pointer first.
  const [down, right] = held ? [row - top, column - left] : [Math.floor((height - 1) / 2), Math.floor((width - 1) / 2)];
  return (x, y) => {
    const [row, column] = cellAt(image, cell, x, y);
    goTo((row - down) / stride, (column - right) / stride);
  };
}
