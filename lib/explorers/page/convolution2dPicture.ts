import { cellAt, isOn } from "../convolution2d/layout.js";
import { drawScene, type Scene2d } from "../convolution2d/scene.js";
import { type Convolution2dState, placeOf, sides } from "../convolution2d/state.js";
import { element } from "./element.js";

const WIDEST = 780;
const NARROWEST = 260;

interface PictureActions {
  /** Asks for the output in this row and column, or the nearest one. */
  goTo(row: number, column: number): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** The picture, in which the kernel is dragged over the image, or an output is chosen. */
export function createPicture2d(actions: PictureActions) {
  const node = element("div", { class: "cw-picture" });
  let scene: Scene2d | undefined;
  let shown: Convolution2dState | undefined;
  let drag: ((x: number, y: number) => void) | undefined;
  const show = (state: Convolution2dState) => {
    shown = state;
    const room = Math.floor(Math.min(node.clientWidth, WIDEST));
    if (room === 0) return;
    scene = drawScene(state, Math.max(room, NARROWEST));
    const { content, width, height } = scene;
    node.innerHTML = `<svg class="cw-scene" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
  };
  const point = (event: PointerEvent): [number, number] => {
    const { left, top } = (node.firstElementChild as SVGElement).getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  node.addEventListener("pointerdown", (event) => {
    drag = scene && shown && event.button === 0 ? grip(scene, shown, point(event), actions.goTo) : undefined;
    if (!drag) return;
    event.preventDefault();
    actions.grabbed();
    node.setPointerCapture(event.pointerId);
    drag(...point(event));
  });
  node.addEventListener("pointermove", (event) => {
    if (node.hasPointerCapture(event.pointerId)) drag?.(...point(event));
  });
  return { node, show };
}

/** What a drag from this point does: it leads the kernel over the image, or goes through the outputs. */
function grip(
  { layout }: Scene2d,
  state: Convolution2dState,
  [x, y]: [number, number],
  goTo: PictureActions["goTo"],
): ((x: number, y: number) => void) | undefined {
  const { image, output, cell } = layout;
  if (isOn(output, cell, x, y)) return (x, y) => goTo(...cellAt(output, cell, x, y));
  if (!isOn(image, cell, x, y)) return undefined;
  const [[row, column], [k, l]] = [cellAt(image, cell, x, y), sides(state.kernel)];
  // The panel begins with the zeros, where there are any: so the frame's cell is the output's row and column.
  const [top, left] = placeOf(state);
  const held = row >= top && row < top + k && column >= left && column < left + l;
  // Beside the kernel, its middle jumps under the pointer first.
  const [down, right] = held ? [row - top, column - left] : [Math.floor((k - 1) / 2), Math.floor((l - 1) / 2)];
  return (x, y) => {
    const [row, column] = cellAt(image, cell, x, y);
    goTo(row - down, column - right);
  };
}
