import { layerLabel } from "../../architectures/diagram/layerLabel.js";
import type { Layer, Shape } from "../../architectures/index.js";
import type { ReceptiveField } from "../../architectures/receptiveField.js";
import { type SimpleStep, walk } from "../../architectures/walk.js";
import { INPUT } from "../drawDigit/state.js";

/** A layer whose output is shown: maps, or a list of numbers. */
export interface Stage {
  name: string;
  /** What it is, in a few words. */
  label: string;
  /** The layer's place in the network. */
  layer: number;
  /** [height, width, maps]; [1, 1, units] where it is a list. */
  shape: readonly [height: number, width: number, maps: number];
  isList: boolean;
  /** Whether it only bends the numbers of the stage before, each by itself. */
  bends: boolean;
  /** Whether there may be numbers below zero. */
  signed: boolean;
  /** The filters that its maps come from, as a place among the network's weights; undefined where there are none. */
  kernel: number | undefined;
  /** Undefined where each number sees the whole picture. */
  field: ReceptiveField | undefined;
}

/** Layers with each activation as a layer of its own, so that one sees what it changes. */
export function separated(layers: readonly Layer[]): Layer[] {
  const counted = new Map<string, number>();
  const named = (activation: string) => {
    const number = (counted.get(activation) ?? 0) + 1;
    counted.set(activation, number);
    return `${activation}_${number}`;
  };
  return layers.flatMap((layer): Layer[] => {
    if (!("activation" in layer) || layer.activation === undefined || layer.activation === "linear") return [layer];
    const { activation } = layer;
    const bend: Layer = { type: "activation", activation, name: named(activation) };
    if (layer.type === "activation") return [{ ...bend, name: layer.name ?? bend.name }];
    return [{ ...layer, activation: "linear" }, bend];
  });
}

/** What is shown of separated layers: all but flattening and dropout, which change no number when a network is used. */
export function stagesOf(layers: readonly Layer[]): Stage[] {
  const steps = walk({ name: "network", input: INPUT, layers }) as SimpleStep[];
  const stages: Stage[] = [];
  let weights = 0;
  steps.forEach((step, layer) => {
    const kernel = step.layer.type === "conv2d" ? weights : stages.at(-1)?.kernel;
    weights += step.weights.length;
    if (step.layer.type === "flatten" || step.layer.type === "dropout") return;
    const isList = step.output.length === 1;
    stages.push({
      ...{ name: step.name, label: layerLabel(step.layer), layer, isList, field: step.field },
      shape: isList ? [1, 1, step.output[0]] : (step.output as Shape as Stage["shape"]),
      bends: step.layer.type === "activation",
      signed: isSigned(step.layer, stages.at(-1)),
      kernel: isList ? undefined : kernel,
    });
  });
  return stages;
}

const POSITIVE = ["relu", "relu6", "sigmoid", "softmax"];

/** What a layer gives after what came before; the picture itself is never below zero. */
function isSigned(layer: SimpleStep["layer"], before: Stage | undefined): boolean {
  if (layer.type === "activation") return !POSITIVE.includes(layer.activation);
  return layer.type === "conv2d" || layer.type === "dense" || (before?.signed ?? false);
}
