import { createRequire } from "node:module";
import jpeg from "jpeg-js";
import { readCells } from "./readCells.mjs";

const FIGURE = "application/vnd.plotly.v1+json";
/** Pixels from which a plane of numbers is sent as a picture, and bytes from which a picture is sent as a JPEG. */
const LARGE_PLANE = 10_000;
const LARGE_PICTURE = 60_000;
const QUALITY = 90;

/**
 * The figures of a run, lighter: in a notebook a photograph takes a third of a megabyte, for it holds every value exactly.
 * A page needs what can be seen. Small pictures and other figures stay as they are.
 *
 * @param {object} run what run_notebook.py printed; not modified
 */
export async function lighten(run) {
  const light = structuredClone(run);
  for (const { outputs } of light.cells)
    for (const { data } of outputs)
      if (data?.[FIGURE]) for (const trace of data[FIGURE].data) Object.assign(trace, await lighterTrace(trace));
  return light;
}

/** What to change in a trace. */
export async function lighterTrace(trace) {
  const picture = isGreyPlane(trace) ? planeAsPicture(trace) : {};
  const source = picture.source ?? trace.source;
  const bytes = trace.type === "image" || picture.source ? Buffer.from(source.split(",")[1], "base64") : undefined;
  if (!bytes || bytes.length <= LARGE_PICTURE) return picture;
  const template = picture.hovertemplate ?? trace.hovertemplate;
  return {
    ...picture,
    source: `data:image/jpeg;base64,${(await asJpeg(bytes)).toString("base64")}`,
    hovertemplate: template.replace(/<br>(value|red|grey) /, "<br>about $1 "),
  };
}

function isGreyPlane({ type, z, showscale }) {
  if (type !== "heatmap" || showscale !== false) return false;
  const rows = readCells(z);
  return rows.length * rows[0].length > LARGE_PLANE;
}

/** What was drawn in shades of grey as a picture of them. */
function planeAsPicture({ z, zmin, zmax }) {
  const shade = (value) => Math.max(0, Math.min(255, ((value - zmin) * 255) / (zmax - zmin)));
  const picture = library().encodePng(readCells(z).map((row) => Array.from(row, shade)));
  return {
    type: "image",
    source: `data:image/png;base64,${picture.toString("base64")}`,
    hovertemplate: "row %{y}, column %{x}<br>grey %{z[0]} of 0 to 255<extra></extra>",
    ...{
      z: undefined,
      zmin: undefined,
      zmax: undefined,
      colorscale: undefined,
      showscale: undefined,
      zsmooth: undefined,
    },
  };
}

async function asJpeg(png) {
  const { data, shape } = await library().loadImage(png);
  const [height, width, channels = 1] = shape;
  const pixels = Buffer.alloc(height * width * 4, 255);
  for (let i = 0; i < height * width; i++)
    for (let k = 0; k < 3; k++) pixels[4 * i + k] = data[i * channels + (channels === 3 ? k : 0)];
  return jpeg.encode({ data: pixels, width, height }, QUALITY).data;
}

/** Loaded when it is needed, since it is built first. */
function library() {
  return createRequire(import.meta.url)("cnn-workbook");
}
