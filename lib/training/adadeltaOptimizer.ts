import { tf } from "./tensorflow.js";

type Gradients = Parameters<tf.Optimizer["applyGradients"]>[0];
type Averages = Record<"gradient" | "update", tf.Variable>;

/**
 * Adadelta from elementwise operations, for backends that have no fused update. That of TensorFlow.js divides by the
 * average of the squares before the present gradient is added, so its first steps are thousands of times too large;
 * this one follows the paper, as TensorFlow does.
 *
 * @see Zeiler, ADADELTA: an adaptive learning rate method (2012), algorithm 1
 */
export class AdadeltaOptimizer extends tf.Optimizer {
  private readonly averages = new Map<string, Averages>();

  constructor(
    public learningRate: number,
    private readonly rho: number,
    private readonly epsilon: number,
  ) {
    super();
  }

  override applyGradients(gradients: Gradients): void {
    const entries = Array.isArray(gradients)
      ? gradients.map(({ name, tensor }) => [name, tensor] as const)
      : Object.entries(gradients);
    for (const [name, gradient] of entries) {
      if (gradient) tf.tidy(() => this.apply(tf.engine().registeredVariables[name], gradient));
    }
    this.incrementIterations();
  }

  private apply(weights: tf.Variable, gradient: tf.Tensor): void {
    const { rho, epsilon } = this;
    const averages = this.averagesOf(weights);
    const root = (squares: tf.Tensor) => squares.add(epsilon).sqrt();
    const remember = (average: tf.Variable, value: tf.Tensor) =>
      average.assign(average.mul(rho).add(value.square().mul(1 - rho)));
    remember(averages.gradient, gradient);
    const update = root(averages.update).div(root(averages.gradient)).mul(gradient);
    remember(averages.update, update);
    weights.assign(weights.sub(update.mul(this.learningRate)));
  }

  private averagesOf(weights: tf.Variable): Averages {
    const known = this.averages.get(weights.name);
    if (known) return known;
    const zeros = () => tf.zerosLike(weights).variable(false);
    const averages = { gradient: zeros(), update: zeros() };
    this.averages.set(weights.name, averages);
    return averages;
  }

  override dispose(): void {
    for (const averages of this.averages.values()) tf.dispose([averages.gradient, averages.update]);
    this.averages.clear();
    super.dispose();
  }

  override getClassName(): string {
    return "Adadelta";
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { learningRate: this.learningRate, rho: this.rho, epsilon: this.epsilon };
  }
}
