import type { Rows } from "../convolution2d/state.js";
import { levels } from "../kernel/display.js";
import { drawScene, type KernelLayout, type KernelScene } from "../kernel/scene.js";
import { type KernelState, moveToPixel, pixelOf } from "../kernel/state.js";
import { createDragPicture } from "./dragPicture.js";
import { element } from "./element.js";

const HINT =
  "Click or drag on a picture to point at a pixel. By keys: the arrows move it, with Shift by ten; Home and End go along the row.";

const ways: Record<string, readonly [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/** The picture and its result, in which a pixel is pointed at. */
export function createKernelPicture(move: (next: (state: KernelState) => KernelState) => void) {
  const canvases = [createCanvas(), createCanvas()];
  const overlay = createDragPicture<KernelState, KernelScene>({
    narrowest: 200,
    draw(state, room) {
      const scene = drawScene(state, room);
      canvases.forEach((canvas, i) => {
        canvas.place(scene.layout, i);
      });
      return scene;
    },
    grip({ pixelAt }, _state, point) {
      const which = pixelAt(...point)?.which;
      if (which === undefined) return undefined;
      return (x, y) => {
        const to = pixelAt(x, y, which);
        if (to) move((state) => moveToPixel(state, to.row, to.column));
      };
    },
    grabbed: () => overlay.node.focus({ preventScroll: true }),
  });
  makePointer(overlay.node, move);
  let shown: KernelState | undefined;
  const show = (state: KernelState) => {
    if (state.picture !== shown?.picture) canvases[0].draw(state.picture);
    if (state.result !== shown?.result || state.display !== shown?.display) {
      canvases[1].draw(levels(state.result, state.display));
    }
    shown = state;
    overlay.show(state);
  };
  const node = element("div", { class: "cw-pictures" }, ...canvases.map((canvas) => canvas.node), overlay.node);
  return { node, hint: element("p", { class: "cw-hint" }, HINT), show, resize: overlay.show };
}

/** Lets keys move the pixel that is pointed at. */
function makePointer(node: HTMLElement, move: (next: (state: KernelState) => KernelState) => void): void {
  node.tabIndex = 0;
  node.setAttribute("role", "application");
  node.setAttribute("aria-label", `Picture and result. ${HINT}`);
  node.addEventListener("keydown", (event) => {
    const way = event.ctrlKey || event.metaKey || event.altKey ? undefined : ways[event.key];
    if (!way) return;
    event.preventDefault();
    const [rows, columns] = way.map((cells) => (event.shiftKey ? 10 * cells : cells));
    move((state) => {
      const [row, column] = pixelOf(state);
      return moveToPixel(state, row + (rows || 0), column + (columns || 0));
    });
  });
}

function createCanvas() {
  const node = element("canvas", { "aria-hidden": "true" });
  const draw = (rows: Rows) => {
    [node.width, node.height] = [rows[0].length, rows.length];
    const pixels = rows.flat().flatMap((level) => [level, level, level, 255]);
    node.getContext("2d")?.putImageData(new ImageData(Uint8ClampedArray.from(pixels), node.width), 0, 0);
  };
  const place = ({ lefts, top, width, height }: KernelLayout, which: number) => {
    const style = { left: `${lefts[which]}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` };
    Object.assign(node.style, style);
  };
  return { node, draw, place };
}
