import { drawScene, type NetworkScene } from "../network/scene.js";
import { moveTo, moveToPlace, type NetworkState, outputCount, placeOf } from "../network/state.js";
import { createDragPicture } from "./dragPicture.js";
import type { ExplorerActions } from "./runExplorer.js";

type Actions = ExplorerActions<NetworkState>;
type Move = (state: NetworkState) => NetworkState;

const by =
  (down: number, across: number): Move =>
  (state) => {
    const [row, column] = placeOf(state);
    return moveToPlace(state, row + down, column + across);
  };

const byKey: Record<string, Move> = {
  ArrowLeft: by(0, -1),
  ArrowRight: by(0, 1),
  ArrowUp: by(-1, 0),
  ArrowDown: by(1, 0),
  Home: (state) => moveTo(state, 0),
  End: (state) => moveTo(state, outputCount(state) - 1),
};

/** The input and the chosen output, in which one points at an output. */
export function createNetworkPicture({ change }: Actions) {
  const picture = createDragPicture<NetworkState, NetworkScene>({
    draw(state, room) {
      const scene = drawScene(state, room);
      layUnder(picture.node, state.picture, scene.input);
      return scene;
    },
    grip({ pointer }, _state, [x, y]) {
      const toPlace = pointer(x, y);
      return toPlace && ((px, py) => change((state) => moveToPlace(state, ...toPlace(px, py))));
    },
    grabbed: () => picture.node.focus({ preventScroll: true }),
  });
  const { node } = picture;
  node.classList.add("cw-pick", "cw-network");
  node.tabIndex = 0;
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", "Output that is pointed at: the arrow keys move it, Home and End go to the corners.");
  node.addEventListener("keydown", (event) => {
    const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : byKey[event.key];
    if (!move) return;
    event.preventDefault();
    change(move);
  });
  return picture;
}

/** Lays a picture under the input. It stays where the scene is drawn anew, so that it does not flicker. */
function layUnder(
  node: HTMLElement,
  picture: string | undefined,
  { x, y, width, height }: NetworkScene["input"],
): void {
  if (picture === undefined) return;
  Object.assign(node.style, {
    backgroundImage: `url(${picture})`,
    backgroundRepeat: "no-repeat",
    backgroundPosition: `${x}px ${y}px`,
    backgroundSize: `${width}px ${height}px`,
  });
}
