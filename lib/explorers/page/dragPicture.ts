import { element } from "./element.js";

const WIDEST = 780;

/** SVG elements, without the `svg` around them, and their size in pixels. */
interface Scene {
  content: string;
  width: number;
  height: number;
}

/** What a drag does with the pointer's place in the picture. */
export type Drag = (x: number, y: number) => void;

interface Dragging<S, D extends Scene> {
  /** The picture is not drawn narrower than that, in pixels; default 260. */
  narrowest?: number;
  /** Moving over it does what dragging does; default false. */
  hovering?: boolean;
  /** Draws the state for a width. */
  draw(state: S, room: number): D;
  /** What a drag from this point does; `undefined` where there is nothing to drag. */
  grip(scene: D, state: S, point: [number, number]): Drag | undefined;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** A picture in which things are dragged. */
export function createDragPicture<S, D extends Scene>(actions: Dragging<S, D>) {
  const { narrowest = 260, hovering = false, draw, grip, grabbed } = actions;
  const node = element("div", { class: "cw-picture" });
  let current: { scene: D; state: S } | undefined;
  let drag: Drag | undefined;
  const show = (state: S) => {
    const room = Math.floor(Math.min(node.clientWidth, WIDEST));
    if (room === 0) return;
    const scene = draw(state, Math.max(room, narrowest));
    current = { scene, state };
    const { content, width, height } = scene;
    node.innerHTML = `<svg class="cw-scene" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
  };
  const point = (event: PointerEvent): [number, number] => {
    const { left, top } = (node.firstElementChild as SVGElement).getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  node.addEventListener("pointerdown", (event) => {
    drag = current && event.button === 0 ? grip(current.scene, current.state, point(event)) : undefined;
    if (!drag) return;
    event.preventDefault();
    grabbed();
    node.setPointerCapture(event.pointerId);
    drag(...point(event));
  });
  node.addEventListener("pointermove", (event) => {
    if (node.hasPointerCapture(event.pointerId)) drag?.(...point(event));
    else if (hovering && current) grip(current.scene, current.state, point(event))?.(...point(event));
  });
  return { node, show };
}
