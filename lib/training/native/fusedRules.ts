import type { OptimizerName, Settings } from "../createOptimizer.js";
import type { FusedRule } from "./fusedOptimizer.js";
import { flag, float32 } from "./nativeBackend.js";

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
