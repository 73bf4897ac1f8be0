import { tf } from "../tensorflow.js";
import { trainFunction, withOptimizer } from "../trainFunction.js";

/** What one pass through a network and back gives. Lists have an entry for each variable. */
export interface Pass {
  /** The loss and the metrics. */
  results: tf.Tensor[];
  /** Undefined where the loss does not depend on the variable, or training leaves it alone. */
  gradients: (tf.Tensor | undefined)[];
  /** New values of variables that the pass itself changes, such as the moving averages of a batch normalisation. */
  states: (tf.Tensor | undefined)[];
}

/**
 * All of a training step but the optimiser's update. The variables are as before when this returns. To be called in
 * `tf.tidy`.
 *
 * @param variables - all of the model's
 * @param batch - x, y and, where classes have weights, those of the examples
 */
export function forwardAndBackward(
  model: tf.LayersModel,
  variables: readonly tf.Variable[],
  batch: readonly tf.Tensor[],
): Pass {
  const before = variables.map((variable) => variable.clone());
  const isChanged = (variable: tf.Variable, index: number) => variable.dataId !== before[index].dataId;
  const catcher = new GradientCatcher();
  try {
    const kept = withOptimizer(model, catcher, () => trainFunction(model)([...batch]));
    const results = kept.map((tensor) => tensor.clone());
    tf.dispose(kept);
    const states = variables.map((variable, index) => (isChanged(variable, index) ? variable.clone() : undefined));
    return { results, gradients: variables.map(({ name }) => catcher.gradients.get(name)), states };
  } finally {
    variables.forEach((variable, index) => {
      if (isChanged(variable, index)) variable.assign(before[index]);
    });
  }
}

/** An optimiser that changes nothing: it keeps the gradients. */
class GradientCatcher extends tf.Optimizer {
  readonly gradients = new Map<string, tf.Tensor>();

  override applyGradients(gradients: Parameters<tf.Optimizer["applyGradients"]>[0]): void {
    for (const { name, tensor } of gradients as { name: string; tensor?: tf.Tensor }[]) {
      if (tensor) this.gradients.set(name, tensor.clone());
    }
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {};
  }
}
