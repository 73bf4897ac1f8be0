import { drawScene, type Scene } from "../convolution1d/scene.js";
import type { ConvolutionState } from "../convolution1d/state.js";
import { element } from "./element.js";
import { wantsCalm } from "./player.js";

const WIDEST = 780;
const NARROWEST = 300;
const GLIDE = { duration: 160, easing: "ease-out" };

interface PictureActions {
  /** Asks for the output with this index. */
  go(index: number): void;
  /** The pointer took hold of the kernel. */
  grabbed(): void;
}

/** The picture, in which the kernel is dragged. */
export function createPicture(actions: PictureActions) {
  const node = element("div", { class: "cw-picture" });
  let scene: Scene | undefined;
  let shown: ConvolutionState | undefined;
  const show = (state: ConvolutionState) => {
    const width = Math.floor(Math.min(node.clientWidth, WIDEST));
    if (width === 0) return;
    scene = drawScene(state, Math.max(width, NARROWEST));
    const { content, height } = scene;
    node.innerHTML = `<svg class="cw-scene" width="${scene.width}" height="${height}" viewBox="0 0 ${scene.width} ${height}" aria-hidden="true">${content}</svg>`;
    if (shown && shown.kernel === state.kernel) glide(node, (shown.at - state.at) * scene.column);
    keepInView(node, scene, state);
    shown = state;
  };
  let grip = 0;
  const column = (event: PointerEvent) => {
    const svg = node.firstElementChild as SVGElement;
    return scene ? (event.clientX - svg.getBoundingClientRect().left - scene.left) / scene.column : 0;
  };
  node.addEventListener("pointerdown", (event) => {
    if (!shown || event.button !== 0) return;
    event.preventDefault();
    actions.grabbed();
    const [at, size] = [column(event), shown.kernel.length];
    // Beside the kernel, it jumps under the pointer first.
    grip = at >= shown.at && at <= shown.at + size ? at - shown.at : size / 2;
    node.setPointerCapture(event.pointerId);
    actions.go(at - grip);
  });
  node.addEventListener("pointermove", (event) => {
    if (node.hasPointerCapture(event.pointerId)) actions.go(column(event) - grip);
  });
  return { node, show };
}

/** Where the picture is wider than its room, the kernel stays in the middle. */
function keepInView(node: HTMLElement, { width, left, column }: Scene, { at, kernel }: ConvolutionState): void {
  if (width > node.clientWidth) node.scrollLeft = left + (at + kernel.length / 2) * column - node.clientWidth / 2;
}

/** Moves what belongs to the kernel from where it was to where it is drawn. */
function glide(node: HTMLElement, distance: number): void {
  if (distance === 0 || wantsCalm()) return;
  for (const part of Array.from(node.querySelectorAll(".cw-moves"))) {
    part.animate([{ transform: `translateX(${distance}px)` }, { transform: "none" }], GLIDE);
  }
}
