import { type DetailScene, drawDetail } from "../activations/detailScene.js";
import type { ActivationsState } from "../activations/state.js";
import { createDragPicture } from "./dragPicture.js";

/** Rows and columns by which each key moves the cell. */
const KEYS: Record<string, readonly [number, number]> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
};

/** The chosen map, large; the cell under the pointer is pointed at. */
export function createDetail(point: (row: number, column: number) => void) {
  let cell: readonly [number, number] = [0, 0];
  const picture = createDragPicture<ActivationsState, DetailScene>({
    hovering: true,
    draw(state, room) {
      cell = state.cell;
      return drawDetail(state, room);
    },
    grip({ cellAt }, _state, [x, y]) {
      if (!cellAt(x, y)) return undefined;
      return (px, py) => {
        const place = cellAt(px, py);
        if (place && place.join() !== cell.join()) point(...place);
      };
    },
    grabbed: () => picture.node.focus({ preventScroll: true }),
  });
  const { node } = picture;
  node.classList.add("cw-pick", "cw-detail");
  node.tabIndex = 0;
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", "The chosen map: the arrow keys point at another cell of it.");
  node.addEventListener("keydown", (event) => {
    const by = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    point(cell[0] + by[0], cell[1] + by[1]);
  });
  return picture;
}
