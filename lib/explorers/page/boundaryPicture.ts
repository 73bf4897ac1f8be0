import { moved, turned } from "../boundary/changes.js";
import { ARM, type BoundaryScene, drawScene } from "../boundary/scene.js";
import { type BoundaryState, type Unit, weightsOf } from "../boundary/state.js";
import { createDragPicture, type Drag } from "./dragPicture.js";

/** How near to a handle, in pixels, the pointer must be. */
const NEAR = 16;

interface PictureActions {
  /** Changes the unit with this index. */
  change(index: number, next: (unit: Unit) => Unit): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** The plane, in which lines are dragged by their diamond and turned by their number. */
export function createBoundaryPicture(actions: PictureActions) {
  return createDragPicture<BoundaryState, BoundaryScene>({
    draw: drawScene,
    grip: (scene, state, point) => grip(scene, state, point, actions),
    grabbed: actions.grabbed,
  });
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
