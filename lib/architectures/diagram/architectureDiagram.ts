import type { Figure, Trace } from "../../plots/figure.js";
import { baseLayout } from "../../plots/theme.js";
import type { Architecture, Shape } from "../types.js";
import { walk } from "../walk.js";
import { drawing } from "./drawing.js";
import { type Box, diagramNodes } from "./nodes.js";
import { extent, type Placed, type PlacedBox, place } from "./place.js";
import { boxText, counts, inWords } from "./words.js";

/** Columns of a narrow diagram, so that its boxes do not become wide. */
const FEWEST_COLUMNS = 4;
const MARGIN = { l: 8, r: 8, t: 48, b: 12 };

/**
 * A network as a picture: a box a layer with the shape that comes out, branches beside each other, and what is repeated
 * drawn once with how often. Normalisation, activation and dropout stand in the box of the layer before them; layers
 * that differ in nothing but their channels are drawn as one, with fewest and most. Point at a box for its counts.
 *
 * @param architecture - a described network, or one of `architectures`
 * @param inputShape - of one example, [height, width, channels]; default the one that the network was made for
 * @throws {RangeError} a layer that does not suit its input, naming it, with what would
 * @throws {TypeError} an unknown type of layer
 * @example show(architectureDiagram(architectures.leNet5))
 */
export function architectureDiagram(architecture: Architecture, inputShape: Shape = architecture.input): Figure {
  const steps = walk(architecture, inputShape);
  const input: Box = { kind: "box", look: "other", title: "input", extras: [], steps: [], small: [] };
  const nodes = [input, ...diagramNodes(steps)];
  const { width, height } = extent(nodes);
  const placed: Placed = { boxes: [], frames: [], edges: [] };
  place(nodes, 0, 0, undefined, placed);
  const reach = Math.max(width, FEWEST_COLUMNS) / 2;
  const words = inWords(steps, inputShape);
  const base = baseLayout(`${architecture.name}: ${words.short}`);
  const hidden = { visible: false, fixedrange: true };
  const layout = {
    ...base,
    margin: MARGIN,
    height: height + MARGIN.t + MARGIN.b + 4,
    xaxis: { ...hidden, range: [-reach, reach] },
    yaxis: { ...hidden, range: [height + 2, -2] },
    hovermode: "closest",
    showlegend: false,
  };
  const data = [...drawing(placed), texts(placed.boxes, inputShape)];
  return { data, layout, alt: `${architecture.name} as a diagram: ${words.long}` };
}

function texts(all: readonly PlacedBox[], inputShape: Shape): Trace {
  return {
    type: "scatter",
    mode: "text",
    x: all.map(({ x }) => x),
    y: all.map(({ top, height }) => top + height / 2),
    text: all.map(({ box }) => boxText(box, inputShape)),
    textposition: "middle center",
    textfont: { size: 11 },
    hovertext: all.map(({ box }) => counts(box)),
    hovertemplate: "%{hovertext}<extra></extra>",
  };
}
