import { drawScene, type Scene } from "../outputSize/scene.js";
import type { OutputSizeState } from "../outputSize/state.js";
import { createDragPicture } from "./dragPicture.js";

interface PictureActions {
  /** Asks for the output with this index. */
  go(index: number): void;
  /** The pointer took hold of the picture. */
  grabbed(): void;
}

/** The picture, in which a window or an output is chosen. */
export function createSizePicture({ go, grabbed }: PictureActions) {
  const picture = createDragPicture<OutputSizeState, Scene>({
    narrowest: 280,
    draw: drawScene,
    grip({ outputAt }, _state, point) {
      if (outputAt(...point) === undefined) return undefined;
      return (x, y) => {
        // The scene that was taken hold of: a choice does not move what stands in it.
        const output = outputAt(x, y);
        if (output !== undefined) go(output);
      };
    },
    grabbed,
  });
  picture.node.classList.add("cw-pick");
  return picture;
}
