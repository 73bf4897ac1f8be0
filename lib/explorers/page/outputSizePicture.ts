import { drawScene, type Scene } from "../outputSize/scene.js";
import type { OutputSizeState } from "../outputSize/state.js";
import { element } from "./element.js";

const WIDEST = 780;
const NARROWEST = 280;

interface PictureActions {
  /** Asks for the output with this index. */
  go(index: number): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** The picture, in which a window or an output is chosen. */
export function createSizePicture(actions: PictureActions) {
  const node = element("div", { class: "cw-picture cw-pick" });
  let scene: Scene | undefined;
  const show = (state: OutputSizeState) => {
    const room = Math.floor(Math.min(node.clientWidth, WIDEST));
    if (room === 0) return;
    scene = drawScene(state, Math.max(room, NARROWEST));
    const { content, width, height } = scene;
    node.innerHTML = `<svg class="cw-scene" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">${content}</svg>`;
  };
  const pick = (event: PointerEvent) => {
    const box = node.firstElementChild?.getBoundingClientRect();
    const output = box && scene?.outputAt(event.clientX - box.left, event.clientY - box.top);
    if (output !== undefined) actions.go(output);
    return output !== undefined;
  };
  node.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || !pick(event)) return;
    event.preventDefault();
    actions.grabbed();
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener("pointermove", (event) => {
    if (node.hasPointerCapture(event.pointerId)) pick(event);
  });
  return { node, show };
}
