import { moved, turned } from "../boundary/changes.js";
import { ARM, type BoundaryScene, drawScene } from "../boundary/scene.js";
import { type BoundaryState, type Unit, weightsOf } from "../boundary/state.js";
import { element } from "./element.js";

const NARROWEST = 260;
/** How near to a handle, in pixels, the pointer must be. */
const NEAR = 16;

interface PictureActions {
  /** Changes the unit with this index. */
  change(index: number, next: (unit: Unit) => Unit): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

type Drag = (x: number, y: number) => void;

/** The plane, in which lines are dragged by their diamond and turned by their number. */
export function createBoundaryPicture(actions: PictureActions) {
  const node = element("div", { class: "cw-picture" });
  let scene: BoundaryScene | undefined;
  let shown: BoundaryState | undefined;
  let drag: Drag | undefined;
  const show = (state: BoundaryState) => {
    shown = state;
    if (node.clientWidth === 0) return;
    scene = drawScene(state, Math.max(node.clientWidth, NARROWEST));
    const { content, width, height } = scene;
    node.innerHTML = `<svg class="cw-scene" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
  };
  const point = (event: PointerEvent): [number, number] => {
    const { left, top } = (node.firstElementChild as SVGElement).getBoundingClientRect();
    return [event.clientX - left, event.clientY - top];
  };
  node.addEventListener("pointerdown", (event) => {
    drag = scene && shown && event.button === 0 ? grip(scene, shown, point(event), actions) : undefined;
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

/** What a drag from this point does: it moves a line, or turns it about its diamond. */
function grip(
  { toPixels, toPlane }: BoundaryScene,
  { units, at }: BoundaryState,
  from: [number, number],
  { change }: PictureActions,
): Drag | undefined {
  const distance = (x: number, y: number) => Math.hypot(...toPixels(x, y).map((value, i) => value - from[i]));
  // The chosen unit lies on top.
  const order = [at, ...units.keys()].map((index) => ({ index, unit: units[index] }));
  for (const { index, unit } of order) {
    const [wx, wy] = weightsOf(unit);
    if (distance(unit.x + ARM * wx, unit.y + ARM * wy) <= NEAR) return turning(index, unit, toPlane, change);
    if (distance(unit.x, unit.y) <= NEAR) return (x, y) => change(index, (now) => moved(now, ...toPlane(x, y)));
  }
  return undefined;
}

function turning(
  index: number,
  { x: cx, y: cy }: Unit,
  toPlane: BoundaryScene["toPlane"],
  change: PictureActions["change"],
): Drag {
  return (px, py) => {
    const [x, y] = toPlane(px, py);
    if (Math.hypot(x - cx, y - cy) < 0.1) return;
    change(index, (now) => turned(now, (Math.atan2(y - cy, x - cx) * 180) / Math.PI));
  };
}
