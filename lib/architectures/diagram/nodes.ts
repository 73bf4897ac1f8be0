import { isBranched, type NetworkStep, type SimpleStep } from "../walk.js";
import { isSmall, type Look, layerLabel, lookOf } from "./layerLabel.js";

/** A layer, with what follows it and has no box of its own; or several layers that are drawn as one. */
export interface Box {
  kind: "box";
  look: Look | "join";
  title: string;
  /** Normalisation, activation and dropout behind it. */
  extras: string[];
  /** The layer; or all that are drawn as this one. */
  steps: NetworkStep[];
  /** The small layers written into the box. */
  small: NetworkStep[];
}

/** Letters that a box has room for. */
const ROOM = 23;

/** What is written into a box above its shape: in one line, or in two where that would be too long. */
export function boxTitle({ title, extras }: Box): string[] {
  if (extras.length === 0) return [`<b>${title}</b>`];
  const small = extras.join(", ");
  return title.length + small.length + 2 <= ROOM ? [`<b>${title}</b>, ${small}`] : [`<b>${title}</b>`, small];
}

/** Branches beside each other, and what joins them: nothing for an output at the side. */
export interface Fork {
  kind: "fork";
  branches: DiagramNode[][];
  join: Box | undefined;
}

/** Nodes that come several times in a row and are drawn once. */
export interface Repeat {
  kind: "repeat";
  times: number;
  nodes: DiagramNode[];
}

export type DiagramNode = Box | Fork | Repeat;

const LONGEST_PERIOD = 4;

/** What a diagram of these steps draws, in order: small layers folded into others, repetitions drawn once. */
export const diagramNodes = (steps: readonly NetworkStep[]): DiagramNode[] => repeated(folded(steps));

function folded(steps: readonly NetworkStep[]): DiagramNode[] {
  const nodes: DiagramNode[] = [];
  for (const step of steps) {
    if (!isSimple(step)) {
      nodes.push(fork(step));
      continue;
    }
    const before = boxBefore(nodes);
    if (before && isSmall(step.layer)) {
      before.extras.push(layerLabel(step.layer));
      before.small.push(step);
    } else nodes.push(box(lookOf(step.layer), layerLabel(step.layer), step));
  }
  return nodes;
}

const isSimple = (step: NetworkStep): step is SimpleStep => !isBranched(step.layer);

const box = (look: Box["look"], title: string, step: NetworkStep): Box => ({
  kind: "box",
  look,
  title,
  extras: [],
  steps: [step],
  small: [],
});

function fork(step: Exclude<NetworkStep, SimpleStep>): Fork {
  const branches = step.branches.map((branch) => diagramNodes(branch.steps));
  if (step.layer.type === "side") return { kind: "fork", branches: [[], ...branches], join: undefined };
  return { kind: "fork", branches, join: box("join", step.layer.type, step) };
}

/** The box into which a small layer is written. */
function boxBefore(nodes: readonly DiagramNode[]): Box | undefined {
  const last = nodes.at(-1);
  return last?.kind === "fork" ? last.join : (last as Box | undefined);
}

function repeated(nodes: readonly DiagramNode[]): DiagramNode[] {
  const result: DiagramNode[] = [];
  for (let at = 0; at < nodes.length; ) {
    const { period, times } = longestRun(nodes.slice(at).map(likeness));
    if (times === 1) result.push(nodes[at]);
    else result.push({ kind: "repeat", times, nodes: asOne(nodes.slice(at, at + period * times), period) });
    at += period * times;
  }
  return result;
}

/** How many nodes at the beginning come how many times; the run that covers most, and of those the shortest period. */
function longestRun(keys: readonly string[]): { period: number; times: number } {
  let best = { period: 1, times: 1 };
  for (let period = 1; period <= Math.min(LONGEST_PERIOD, keys.length / 2); period++) {
    let same = period;
    while (same < keys.length && keys[same] === keys[same - period]) same++;
    const times = Math.floor(same / period);
    if (times > 1 && period * times > best.period * best.times) best = { period, times };
  }
  return best;
}

/** Equal for nodes that may be drawn as one: they do the same to pictures of the same size, whatever the channels. */
function likeness(node: DiagramNode): string {
  if (node.kind === "repeat") return `${node.times} of (${node.nodes.map(likeness).join("; ")})`;
  if (node.kind === "fork") {
    const branches = node.branches.map((branch) => branch.map(likeness).join("; "));
    return `(${branches.join(" | ")}) ${node.join ? likeness(node.join) : "aside"}`;
  }
  const { output } = node.steps[0];
  const size = output.length === 3 ? output.slice(0, 2) : output;
  return [node.title, ...node.extras, size.join("×")].join(", ");
}

/** The first `period` nodes, each with the steps of those that come after it. */
function asOne(nodes: readonly DiagramNode[], period: number): DiagramNode[] {
  return nodes
    .slice(0, period)
    .map((node, i) => nodes.filter((_, at) => at > i && at % period === i).reduce(together, node));
}

function together(a: DiagramNode, b: DiagramNode): DiagramNode {
  if (a.kind === "box" && b.kind === "box")
    return { ...a, steps: [...a.steps, ...b.steps], small: [...a.small, ...b.small] };
  const zip = (ones: DiagramNode[], others: DiagramNode[]) => ones.map((one, i) => together(one, others[i]));
  if (a.kind === "repeat" && b.kind === "repeat") return { ...a, nodes: zip(a.nodes, b.nodes) };
  const [one, other] = [a as Fork, b as Fork];
  return {
    ...one,
    branches: one.branches.map((branch, i) => zip(branch, other.branches[i])),
    join: one.join && (together(one.join, other.join as Box) as Box),
  };
}
