import type { FusedRule } from "../native/fusedRules.js";
import { float32, shape, type } from "../native/nativeBackend.js";
import { addPass, type PassNodes } from "./addPass.js";
import { Graph } from "./graph.js";
import { addVariable, type GraphVariable } from "./graphVariable.js";
import type { Trace } from "./trace.js";

/** The placeholders of a batch and of what is drawn for it. */
export interface InputInfo {
  shape: readonly number[];
  /** TensorFlow's number of the type. */
  type: number;
}

/** The names of one step. */
export interface StepNodes {
  inputs: string[];
  /** Loss and metrics; whoever asks for them has the weights updated. */
  results: string[];
  /** The same and more, without any update. */
  pass: PassNodes;
}

/** A variable of the model. */
interface ModelVariable {
  shape: readonly number[];
  trainable: boolean;
}

/** A variable with the averages that the optimiser keeps for it. */
interface Weights extends GraphVariable {
  trainable: boolean;
  averages: GraphVariable[];
}

/**
 * The graph of a network's training: its weights, the optimiser's averages, and a step for each size of batch, which
 * share them.
 */
export class StepGraph {
  readonly graph = new Graph();
  readonly weights: Weights[];
  /** Stores all values that are fed. */
  readonly store: string;
  private readonly before: string[];
  private readonly after: string[];
  private steps = 0;

  constructor(
    variables: readonly ModelVariable[],
    private readonly rule: FusedRule,
  ) {
    const { graph } = this;
    this.weights = variables.map(({ shape: sides, trainable }, index) => ({
      ...addVariable(graph, `w${index}`, sides),
      trainable,
      averages: Array.from({ length: trainable ? rule.slots : 0 }, (_, slot) =>
        addVariable(graph, `w${index}_${slot}`, sides),
      ),
    }));
    const stores = this.weights.flatMap((weight) => [weight, ...weight.averages]).map(({ store }) => `^${store}`);
    this.store = graph.add("stored", "Identity", [this.weights[0].placeholder, ...stores], [float32("T")]);
    this.before = rule.before(1).map((_, index) => this.addScalar(`before${index}`));
    this.after = rule.after(1).map((_, index) => this.addScalar(`after${index}`));
  }

  /** The placeholders of the numbers that the rule takes around the gradient. */
  get numbers(): string[] {
    return [...this.before, ...this.after];
  }

  /**
   * Adds a step: the recorded pass, and behind it the update of the weights. An update waits until all have read what it
   * changes. That keeps the step right, and fast: values that nobody else holds are changed where they lie.
   */
  addStep(trace: Trace, infos: readonly InputInfo[]): StepNodes {
    const prefix = `step${this.steps++}`;
    const inputs = infos.map((info, index) =>
      this.graph.add(`${prefix}/in${index}`, "Placeholder", [], [type("dtype", info.type), shape("shape", info.shape)]),
    );
    const pass = addPass(this.graph, prefix, trace, inputs, this.weights);
    const updates = this.weights.flatMap((_, index) => this.addUpdate(`${prefix}/update${index}`, pass, index));
    const results = pass.results.map((name, index) =>
      this.graph.add(`${prefix}/out${index}`, "Identity", [name, ...updates], [float32("T")]),
    );
    return { inputs, results, pass };
  }

  private addUpdate(name: string, { gradients, states, readers }: PassNodes, index: number): string[] {
    const { handle, averages } = this.weights[index];
    const [gradient, state] = [gradients[index], states[index]];
    const wait = readers[index].map((reader) => `^${reader}`);
    if (gradient !== undefined) {
      const handles = [handle, ...averages.map((average) => average.handle)];
      const inputs = [...handles, ...this.before, gradient, ...this.after, ...wait];
      this.graph.add(name, this.rule.operation, inputs, this.rule.attributes);
    } else if (state !== undefined) {
      this.graph.add(name, "AssignVariableOp", [handle, state, ...wait], [float32("dtype")]);
    } else return [];
    return [`^${name}`];
  }

  private addScalar(name: string): string {
    return this.graph.add(name, "Placeholder", [], [float32("dtype"), shape("shape", [])]);
  }
}
