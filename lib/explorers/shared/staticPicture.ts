/** An SVG scene and its size in pixels. */
interface Drawing {
  /** SVG elements, without the `svg` around them. */
  content: string;
  width: number;
  height: number;
  /** The style sheet of its classes. */
  style: string;
}

/** A drawing with a caption as HTML, for viewers that cannot run the explorer; `toDo` is what the live one is for. */
export function staticPicture(
  { content, width, height, style }: Drawing,
  alt: string,
  caption: string,
  toDo = "drag the kernel",
): string {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" class="cw-scene">` +
    `<style>${style}</style><rect width="100%" height="100%" fill="#fff"/>${content}</svg>`;
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
  return (
    `<figure><img src="${source}" alt="${escapeHtml(alt)}" width="${width}">` +
    `<figcaption>${caption} Open this notebook in the workbook's JupyterLab to ${toDo}.</figcaption></figure>`
  );
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
