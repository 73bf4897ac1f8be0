import { axisWindows } from "../../layers/axisWindows.js";
import { kernelSpan } from "../../signals/positions.js";
import { tf } from "../tensorflow.js";

export interface GroupedConv2dConfig {
  name?: string;
  filters: number;
  groups: number;
  kernelSize: [number, number];
  strides: [number, number];
  dilationRate: [number, number];
  padding: "valid" | "same";
  useBias: boolean;
  activation: "linear" | "relu" | "relu6" | "sigmoid" | "tanh" | "softmax";
  kernelInitializer?: ReturnType<typeof tf.initializers.zeros>;
}

/** A convolution whose channels are split into groups, each with filters of its own (Krizhevsky et al. 2012). */
export class GroupedConv2d extends tf.layers.Layer {
  static className = "GroupedConv2d";
  private kernel!: tf.LayerVariable;
  private bias?: tf.LayerVariable;

  constructor(private readonly config: GroupedConv2dConfig) {
    super({ name: config.name });
  }

  override build(shape: tf.Shape): void {
    const { kernelSize, filters, groups, useBias, kernelInitializer } = this.config;
    const channels = shape[shape.length - 1] as number;
    const first = kernelInitializer ?? tf.initializers.glorotUniform({});
    this.kernel = this.addWeight("kernel", [...kernelSize, channels / groups, filters], "float32", first);
    if (useBias) this.bias = this.addWeight("bias", [filters], "float32", tf.initializers.zeros());
    super.build(shape);
  }

  override computeOutputShape(shape: tf.Shape): tf.Shape {
    const { kernelSize, strides, dilationRate, padding, filters } = this.config;
    const count = (axis: 0 | 1) => {
      const span = kernelSpan(kernelSize[axis], dilationRate[axis]);
      return axisWindows(shape[axis + 1] as number, span, strides[axis], padding).count;
    };
    return [shape[0], count(0), count(1), filters];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [input] = [inputs].flat() as tf.Tensor4D[];
      const { groups, strides, padding, dilationRate, activation } = this.config;
      const kernels = tf.split(this.kernel.read() as tf.Tensor4D, groups, 3) as tf.Tensor4D[];
      const parts = (tf.split(input, groups, 3) as tf.Tensor4D[]).map((part, group) => {
        return tf.conv2d(part, kernels[group], strides, padding, "NHWC", dilationRate);
      });
      const sums = tf.concat(parts, 3);
      const shifted = this.bias ? tf.add(sums, this.bias.read()) : sums;
      return activation === "linear" ? shifted : tf[activation](shifted);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { kernelInitializer: _drawn, ...config } = this.config;
    return { ...super.getConfig(), ...config };
  }
}

tf.serialization.registerClass(GroupedConv2d);
