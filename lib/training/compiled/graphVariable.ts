import { float32, shape, text } from "../native/nativeBackend.js";
import type { Graph } from "./graph.js";

/** The names that belong to a variable in a graph. */
export interface GraphVariable {
  /** The variable itself, which updates take. */
  handle: string;
  /** Its values, read when nothing else is going on. */
  read: string;
  /** Takes values to be stored. */
  placeholder: string;
  /** Stores them. */
  store: string;
}

/** Adds a variable of 32-bit floats, and what it takes to read it and to store in it. */
export function addVariable(graph: Graph, name: string, sides: readonly number[]): GraphVariable {
  const dtype = float32("dtype");
  const size = shape("shape", sides);
  const handle = graph.add(name, "VarHandleOp", [], [dtype, size, text("shared_name", name), text("container", "")]);
  const placeholder = graph.add(`${name}/value`, "Placeholder", [], [dtype, size]);
  return {
    handle,
    placeholder,
    store: graph.add(`${name}/store`, "AssignVariableOp", [handle, placeholder], [dtype]),
    read: graph.add(`${name}/read`, "ReadVariableOp", [handle], [dtype]),
  };
}
