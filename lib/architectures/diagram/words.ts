import { count } from "../rule.js";
import type { Shape } from "../types.js";
import { inOrder, type NetworkStep, parameterCount } from "../walk.js";
import { shapesText } from "./layerLabel.js";
import { type Box, boxTitle } from "./nodes.js";

/** What stands in a box: what it is, and the shape that comes out. */
export function boxText(box: Box, inputShape: Shape): string {
  const shapes = box.steps.length > 0 ? box.steps.map(({ output }) => output) : [inputShape];
  return [...boxTitle(box), shapesText(shapes)].join("<br>");
}

const grouped = (value: number) => value.toLocaleString("en");

/** What is shown when a box is pointed at; all layers that are drawn as this one together. */
export function counts({ steps, small, title }: Box): string {
  if (steps.length === 0) return "what comes in";
  const names = steps.length === 1 ? steps[0].name : `${steps[0].name} … ${steps[steps.length - 1].name}`;
  const params = [...steps, ...small].reduce((sum, { weights }) => sum + parameterCount(weights), 0);
  const work = steps.reduce((sum, { multiplyAdds }) => sum + multiplyAdds, 0);
  const outputs = steps.reduce((sum, { output }) => sum + count(output), 0);
  return [
    `<b>${names}</b>: ${title}`,
    `${grouped(params)} parameters`,
    `${grouped(work)} multiply-adds`,
    `${grouped(outputs)} numbers come out`,
  ].join("<br>");
}

/** A network in a few words for a title, and in a sentence for those who cannot see it. */
export function inWords(steps: readonly NetworkStep[], inputShape: Shape): { short: string; long: string } {
  const all = inOrder(steps).flatMap(({ layer }) => (layer.type === "side" ? [] : [layer.type]));
  const tally = (one: string, many: string, ...types: string[]) => {
    const found = all.filter((type) => types.includes(type)).length;
    return found === 0 ? [] : [`${found} ${found === 1 ? one : many}`];
  };
  const kinds = [
    ...tally("convolution", "convolutions", "conv2d", "depthwiseConv2d", "conv2dTranspose"),
    ...tally("dense layer", "dense layers", "dense"),
  ];
  const joins = [
    ...tally("place where branches are added", "places where branches are added", "add"),
    ...tally("place where branches are laid side by side", "places where branches are laid side by side", "concat"),
  ];
  const output = steps.at(-1)?.output ?? inputShape;
  const [before, after] = [inputShape, output].map((shape) => shape.join(" × "));
  return {
    short: [...kinds, `${before} → ${after}`].join(", "),
    long: `${[`${all.length} layers from ${before} to ${after}`, ...kinds, ...joins].join("; ")}.`,
  };
}
