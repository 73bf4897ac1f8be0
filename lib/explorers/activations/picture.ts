import { encodePng } from "../../images/index.js";
import { drawScene } from "../drawDigit/scene.js";
import { readingSentence } from "../drawDigit/words.js";
import { text } from "../shared/shapes.js";
import { staticPicture } from "../shared/staticPicture.js";
import { activationsStyle } from "./sceneStyle.js";
import type { Stage } from "./stages.js";
import { type ActivationsState, allValues } from "./state.js";
import { numberAt, tone, type Values } from "./values.js";
import { sizeText, stageSentence } from "./words.js";

const WIDTH = 660;
const PAD = 220;

/** A picture of the state, for viewers that cannot run the explorer. */
export function activationsPicture(state: ActivationsState, alt: string): string {
  const pad = drawScene(state.drawing, WIDTH, PAD);
  let height = pad.height;
  const rows = state.stages.map((stage, i) => {
    // The maps before they are bent and after pooling look alike; a saved notebook stays smaller without.
    if (!stage.bends && !stage.isList) return "";
    const words = `${stage.name}, ${sizeText(state, i)}: ${stageSentence(state, i)}`;
    const head = text("cw-name", 2, height + 22, words);
    if (stage.isList) {
      height += 26;
      return head;
    }
    const { bytes, across, down } = mosaic(stage, allValues(state)[i]);
    const tall = (WIDTH / across) * down;
    const place = `style="image-rendering:pixelated" x="0" y="${height + 28}" width="${WIDTH}" height="${tall.toFixed(1)}"`;
    height += 34 + tall;
    return `${head}<image ${place} href="data:image/png;base64,${bytes.toString("base64")}"/>`;
  });
  const drawing = {
    content: pad.content + rows.join(""),
    width: WIDTH,
    height: Math.ceil(height),
    style: activationsStyle,
  };
  const caption = `A drawn digit, and what each layer of the network makes of it. ${readingSentence(state.drawing)}`;
  return staticPicture(drawing, alt, caption, "draw a digit");
}

const GREY = [128, 128, 128];

/** All maps of a stage in rows of 16, with a line between them. */
function mosaic(stage: Stage, values: Values) {
  const [height, width, maps] = stage.shape;
  const columns = Math.min(16, maps);
  const [across, down] = [columns * (width + 1), Math.ceil(maps / columns) * (height + 1)];
  const pixel = (y: number, x: number) => {
    const map = Math.floor(y / (height + 1)) * columns + Math.floor(x / (width + 1));
    const [row, column] = [y % (height + 1), x % (width + 1)];
    if (row === height || column === width || map >= maps) return GREY;
    return tone(numberAt(values, stage, map, row, column), values.most);
  };
  const rows = Array.from({ length: down }, (_, y) => Array.from({ length: across }, (_, x) => pixel(y, x)));
  return { bytes: encodePng(rows), across, down };
}
