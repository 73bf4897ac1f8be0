import { drawScene } from "./scene.js";
import { sceneStyle } from "./sceneStyle.js";
import type { ConvolutionState } from "./state.js";
import { equation } from "./words.js";

const WIDTH = 640;

/** A picture of the state and its equation, for viewers that cannot run the explorer. */
export function convolutionPicture(state: ConvolutionState, alt: string): string {
  const { content, height } = drawScene(state, WIDTH);
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" class="cw-scene">` +
    `<style>${sceneStyle}</style><rect width="100%" height="100%" fill="#fff"/>${content}</svg>`;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return (
    `<figure><img src="${source}" alt="${escapeHtml(alt)}" width="${WIDTH}">` +
    `<figcaption>${equation(state)}. Open this notebook in the workbook's JupyterLab to drag the kernel.</figcaption></figure>`
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
