import { float32 } from "../native/nativeBackend.js";
import { CannotCompile } from "./cannotCompile.js";
import type { Graph } from "./graph.js";
import type { GraphVariable } from "./graphVariable.js";
import type { Call } from "./recorder.js";
import type { Trace } from "./trace.js";

/** The names of what a pass gives, as `Trace` has their handles. */
export interface PassNodes {
  results: string[];
  gradients: (string | undefined)[];
  states: (string | undefined)[];
  /** By variable: the nodes that use its values. Updates wait for them. */
  readers: string[][];
}

/**
 * Writes a recorded pass into a graph: each call becomes a node.
 *
 * @param prefix - begins the names of all nodes
 * @param inputs - the placeholders that the pass's inputs are fed to
 * @throws {CannotCompile} the pass used a tensor that neither it made nor came with the batch
 */
export function addPass(
  graph: Graph,
  prefix: string,
  trace: Trace,
  inputs: readonly string[],
  variables: readonly GraphVariable[],
): PassNodes {
  const writer = new PassWriter(graph, prefix, trace.constants);
  for (const [index, id] of trace.inputs.entries()) writer.names.set(id, inputs[index]);
  for (const [index, id] of trace.variables.entries()) writer.addRead(id, `w${index}`, variables[index]);
  for (const [index, call] of trace.calls.entries()) writer.addCall(call, `${call.operation}${index}`);
  const name = (id: number | undefined) => (id === undefined ? undefined : writer.nameOf(id));
  return {
    results: trace.results.map((id) => writer.nameOf(id)),
    gradients: trace.gradients.map(name),
    states: trace.states.map(name),
    readers: [...writer.readers.values()].map((names) => [...names]),
  };
}

class PassWriter {
  /** The nodes that make the tensors, by handle. */
  readonly names = new Map<number, string>();
  /** The nodes that use a variable's values, by the node that reads them. */
  readonly readers = new Map<string, Set<string>>();

  constructor(
    private readonly graph: Graph,
    private readonly prefix: string,
    private readonly constants: Trace["constants"],
  ) {}

  addRead(id: number, name: string, { handle }: GraphVariable): void {
    if (this.names.has(id)) throw new CannotCompile("two of the weights are one tensor");
    const read = this.graph.add(`${this.prefix}/${name}`, "ReadVariableOp", [handle], [float32("dtype")]);
    this.names.set(id, read);
    this.readers.set(read, new Set());
  }

  addCall({ operation, attributes, inputs, outputs }: Call, name: string): void {
    const from = inputs.map((id) => this.nameOf(id));
    const node = this.graph.add(`${this.prefix}/${name}`, operation, from, attributes);
    for (const input of from) this.readers.get(input)?.add(node);
    for (const [output, id] of outputs.entries()) this.names.set(id, output === 0 ? node : `${node}:${output}`);
  }

  nameOf(id: number): string {
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const constant = this.constants.get(id);
    if (!constant) throw new CannotCompile("the network uses a tensor that is none of its weights");
    const name = this.graph.addConstant(`${this.prefix}/constant${id}`, constant);
    this.names.set(id, name);
    return name;
  }
}
