import { createRequire } from "node:module";
import { installNativeGains } from "../native/installNativeGains.js";
import { startWasm } from "../wasm/startWasm.js";
import { prepareNode } from "./prepareNode.js";

/** What computes, and why not something faster. */
export interface Started {
  backend: "tensorflow" | "wasm";
  /** Why native TensorFlow could not be loaded; undefined when it was. */
  reason?: string;
}

/**
 * Loads native TensorFlow where its addon loads, else WebAssembly. Both are ready when this returns, so a cell can use
 * `tf` in the line after its import. Nothing is printed.
 *
 * The variable CNN_WORKBOOK_BACKEND=wasm passes native TensorFlow over.
 */
export function startBackend(): Started {
  prepareNode();
  const reason = loadNative();
  if (reason === undefined) {
    installNativeGains();
    return { backend: "tensorflow" };
  }
  startWasm();
  return { backend: "wasm", reason };
}

/** Loads tfjs-node, which makes itself the backend. Returns why it could not, in one line. */
function loadNative(): string | undefined {
  if (process.env.CNN_WORKBOOK_BACKEND === "wasm") return "CNN_WORKBOOK_BACKEND asks for WebAssembly";
  try {
    createRequire(__filename)("@tensorflow/tfjs-node");
    return undefined;
  } catch (error) {
    return (error instanceof Error ? error.message : String(error)).split("\n")[0].trim();
  }
}
