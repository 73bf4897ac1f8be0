import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nativeBackend } from "../native/nativeBackend.js";
import { type Graph, TAG } from "./graph.js";

/**
 * A graph loaded into TensorFlow, ready to run. The addon has no other way in than to load a SavedModel from a folder,
 * so the graph passes through a temporary one.
 */
export class Session {
  private readonly id: number;

  constructor(graph: Graph) {
    const folder = mkdtempSync(join(tmpdir(), "cnn-workbook-step-"));
    try {
      writeFileSync(join(folder, "saved_model.pb"), graph.toSavedModel());
      this.id = nativeBackend().binding.loadSavedModel(folder, TAG);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  /**
   * Runs what the outputs need, and nothing else.
   *
   * @param inputs - handles of tensors by the placeholder that they stand in for
   * @param outputs - what is wanted: names of nodes, or `name:1`
   * @returns handles of the outputs, to be deleted by the caller
   */
  run(inputs: ReadonlyMap<string, number>, outputs: readonly string[]): number[] {
    if (outputs.length === 0) return [];
    const placeholders = [...inputs.keys()].map(port).join();
    const { binding } = nativeBackend();
    const results = binding.runSavedModel(this.id, [...inputs.values()], placeholders, outputs.map(port).join());
    return results.map(({ id }) => id);
  }

  dispose(): void {
    nativeBackend().binding.deleteSavedModel(this.id);
  }
}

/** The addon wants the number of a node's output always. */
const port = (name: string) => (name.includes(":") ? name : `${name}:0`);
