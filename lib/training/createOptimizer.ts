import { describe, finiteNumber, oneOf, positiveNumber } from "../arrays/index.js";
import { AdadeltaOptimizer } from "./adadeltaOptimizer.js";
import { FusedOptimizer } from "./native/fusedOptimizer.js";
import { fusedRules } from "./native/fusedRules.js";
import { isNative } from "./native/nativeBackend.js";
import { tf } from "./tensorflow.js";

/** The methods that `createOptimizer` knows. */
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** Settings of the methods; each method reads its own. */
export interface OptimizerOptions {
  /** Size of a step; above 0. Default 0.001, for sgd and momentum 0.01. */
  learningRate?: number;
  /** momentum, rmsprop: share of the last step that is made again, 0 to 1. Default 0.9, for rmsprop 0. */
  momentum?: number;
  /** momentum: look where the momentum leads before taking the gradient (Nesterov). Default false. */
  useNesterov?: boolean;
  /** rmsprop: how long squared gradients are remembered, 0 to 1. Default 0.9. */
  decay?: number;
  /** adadelta: the same. Default 0.95. */
  rho?: number;
  /** adam: how long gradients are remembered, 0 to below 1. Default 0.9. */
  beta1?: number;
  /** adam: how long squared gradients are remembered, 0 to below 1. Default 0.999. */
  beta2?: number;
  /** Keeps divisions from exploding; above 0. Default 1e-7. */
  epsilon?: number;
}

/** All settings, with nothing left out. */
export type Settings = Required<OptimizerOptions>;

/** Their names. */
export const OPTIMIZERS = ["adam", "sgd", "momentum", "rmsprop", "adadelta"] as const;

const SHARES = ["momentum", "decay", "rho"] as const;
/** Adam divides by one minus these. */
const BELOW_ONE = ["beta1", "beta2"] as const;

/** What each method reads. */
const USED: Record<OptimizerName, readonly (keyof OptimizerOptions)[]> = {
  adam: ["learningRate", "beta1", "beta2", "epsilon"],
  sgd: ["learningRate"],
  momentum: ["learningRate", "momentum", "useNesterov"],
  rmsprop: ["learningRate", "decay", "momentum", "epsilon"],
  adadelta: ["learningRate", "rho", "epsilon"],
};

/**
 * An optimiser for `trainModel`, `model.compile` or `optimizer.minimize`. On native TensorFlow each update is one
 * operation that changes the weights in place (Adam trains about 1.7 times as fast as `tf.train.adam`); elsewhere it is
 * composed by TensorFlow.js. Both compute the same up to rounding.
 *
 * @param name - "adam", "sgd", "momentum", "rmsprop" or "adadelta"
 * @param options - settings of that method
 * @throws {RangeError} an unknown name, or a setting that is out of range or not one of the method's
 * @example model.compile({ optimizer: createOptimizer("adam", { learningRate: 0.002 }), loss: "meanSquaredError" })
 * @see Kingma & Ba, Adam (2015); Ruder, An overview of gradient descent optimization algorithms (2016)
 */
export function createOptimizer(name: OptimizerName, options: OptimizerOptions = {}): tf.Optimizer {
  const settings = check(name, options);
  return isNative() ? new FusedOptimizer(fusedRules[name](settings), settings) : stock[name](settings);
}

const stock: Record<OptimizerName, (settings: Settings) => tf.Optimizer> = {
  adam: ({ learningRate, beta1, beta2, epsilon }) => tf.train.adam(learningRate, beta1, beta2, epsilon),
  sgd: ({ learningRate }) => tf.train.sgd(learningRate),
  momentum: ({ learningRate, momentum, useNesterov }) => tf.train.momentum(learningRate, momentum, useNesterov),
  rmsprop: ({ learningRate, decay, momentum, epsilon }) => tf.train.rmsprop(learningRate, decay, momentum, epsilon),
  adadelta: ({ learningRate, rho, epsilon }) => new AdadeltaOptimizer(learningRate, rho, epsilon),
};

function check(name: OptimizerName, options: OptimizerOptions): Settings {
  oneOf(name, "name", OPTIMIZERS);
  for (const key of Object.keys(options) as (keyof OptimizerOptions)[]) {
    if (USED[name].includes(key)) continue;
    throw new RangeError(`createOptimizer("${name}") has no option \`${key}\`; it takes ${USED[name].join(", ")}`);
  }
  const plain = name === "sgd" || name === "momentum";
  const settings = {
    ...{ learningRate: plain ? 0.01 : 0.001, momentum: name === "momentum" ? 0.9 : 0, useNesterov: false },
    ...{ decay: 0.9, rho: 0.95, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    ...options,
  };
  positiveNumber(settings.learningRate, "learningRate");
  positiveNumber(settings.epsilon, "epsilon");
  for (const share of SHARES) finiteNumber(settings[share], share, 0, 1);
  for (const share of BELOW_ONE) {
    const value = settings[share];
    if (value >= 0 && value < 1) continue;
    throw new RangeError(`\`${share}\` must be a number of at least 0 and below 1, got ${describe(value)}`);
  }
  if (typeof settings.useNesterov !== "boolean") {
    throw new RangeError(`\`useNesterov\` must be true or false, got ${describe(settings.useNesterov)}`);
  }
  return settings;
}
