import type { OptimizerName, Settings } from "../createOptimizer.js";
import { type Attribute, flag, float32 } from "./nativeBackend.js";

/** One of TensorFlow's fused updates: its name, and the inputs it takes around the gradient. */
export interface FusedRule {
  /** The class that TensorFlow.js has for the same method; saved models name it. */
  className: string;
  /** TensorFlow's operation: "ResourceApplyAdam". */
  operation: string;
  attributes: Attribute[];
  /** How many running averages it keeps for each weight; they start at zero. */
  slots: number;
  /** The numbers it takes before and after the gradient, at step 1, 2, …; read anew each step. */
  before(step: number): number[];
  after(step: number): number[];
  /** The settings that a saved model records. */
  config: (keyof Settings)[];
}

/** What all of TensorFlow's updates have in common. */
const common = () => [float32("T"), flag("use_locking", false)];
const none = () => [];

/** TensorFlow's update for each method, with the formulas of TensorFlow.js. Settings are read anew each step. */
export const fusedRules: Record<OptimizerName, (settings: Settings) => FusedRule> = {
  adam: (settings) => ({
    className: "Adam",
    operation: "ResourceApplyAdam",
    attributes: [...common(), flag("use_nesterov", false)],
    slots: 2,
    before: (step) => adamInputs(settings, step),
    after: none,
    config: ["learningRate", "beta1", "beta2", "epsilon"],
  }),
  sgd: (settings) => ({
    className: "SGD",
    operation: "ResourceApplyGradientDescent",
    attributes: common(),
    slots: 0,
    before: () => [settings.learningRate],
    after: none,
    config: ["learningRate"],
  }),
  momentum: (settings) => ({
    className: "Momentum",
    operation: "ResourceApplyMomentum",
    attributes: [...common(), flag("use_nesterov", settings.useNesterov)],
    slots: 1,
    before: () => [settings.learningRate],
    after: () => [settings.momentum],
    config: ["learningRate", "momentum", "useNesterov"],
  }),
  rmsprop: (settings) => ({
    className: "RMSProp",
    operation: "ResourceApplyRMSProp",
    attributes: common(),
    slots: 2,
    before: () => [settings.learningRate, settings.decay, settings.momentum, settings.epsilon],
    after: none,
    config: ["learningRate", "decay", "momentum", "epsilon"],
  }),
  adadelta: (settings) => ({
    className: "Adadelta",
    operation: "ResourceApplyAdadelta",
    attributes: common(),
    slots: 2,
    before: () => [settings.learningRate, settings.rho, settings.epsilon],
    after: none,
    config: ["learningRate", "rho", "epsilon"],
  }),
};

/** TensorFlow adds epsilon before it corrects the average of squares for its start at zero, TensorFlow.js after. */
function adamInputs({ learningRate, beta1, beta2, epsilon }: Settings, step: number): number[] {
  const correction = Math.sqrt(1 - beta2 ** step);
  return [beta1 ** step, beta2 ** step, learningRate, beta1, beta2, epsilon * correction];
}
