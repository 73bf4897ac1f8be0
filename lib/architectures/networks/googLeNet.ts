import type { Architecture, Layer } from "../types.js";
import {
  averagePool,
  classes,
  concat,
  convNormRelu,
  convRelu,
  dense,
  dropout,
  flatten,
  globalAveragePool,
  localResponseNorm,
  maxPool,
} from "./parts.js";

/** Filters of one inception module, in the order of the paper's table. */
type Filters = [one: number, reduceThree: number, three: number, reduceFive: number, five: number, pooled: number];

/** What differs between the paper's network and today's. */
interface Style {
  conv(filters: number, kernel: number, options?: { stride?: number; padding?: number }): Layer[];
  /** Side of the largest kernel: 5 in the paper, 3 in torchvision. */
  largest: 3 | 5;
  localNorm: Layer[];
}

const inception = ({ conv, largest }: Style, [one, reduceThree, three, reduceFive, five, pooled]: Filters): Layer =>
  concat({
    one: conv(one, 1),
    three: [...conv(reduceThree, 1), ...conv(three, 3, { padding: 1 })],
    five: [...conv(reduceFive, 1), ...conv(five, largest, { padding: (largest - 1) / 2 })],
    pooled: [maxPool(3, 1, { padding: 1 }), ...conv(pooled, 1)],
  });

/** A classifier half-way, so that the gradient has a shorter way; used in training only. */
const auxiliary = ({ conv }: Style, name: string): Layer => ({
  type: "side",
  name,
  layers: [averagePool(5, 3), ...conv(128, 1), flatten, dense(1024), dropout(0.7), classes(1000)],
});

/** @see Szegedy et al., Going deeper with convolutions (2014) */
function googLeNetOf(name: string, style: Style, auxiliaries: boolean): Architecture {
  const module = (...filters: Filters) => inception(style, filters);
  const side = (which: string) => (auxiliaries ? [auxiliary(style, which)] : []);
  const shrink = maxPool(3, 2, { rounding: "ceil" });
  return {
    name,
    input: [224, 224, 3],
    layers: [
      ...style.conv(64, 7, { stride: 2, padding: 3 }),
      shrink,
      ...style.localNorm,
      ...style.conv(64, 1),
      ...style.conv(192, 3, { padding: 1 }),
      ...style.localNorm,
      shrink,
      module(64, 96, 128, 16, 32, 32),
      module(128, 128, 192, 32, 96, 64),
      shrink,
      module(192, 96, 208, 16, 48, 64),
      ...side("auxiliary_1"),
      module(160, 112, 224, 24, 64, 64),
      module(128, 128, 256, 24, 64, 64),
      module(112, 144, 288, 32, 64, 64),
      ...side("auxiliary_2"),
      module(256, 160, 320, 32, 128, 128),
      shrink,
      module(256, 160, 320, 32, 128, 128),
      module(384, 192, 384, 48, 128, 128),
      globalAveragePool,
      dropout(0.4),
      classes(1000),
    ],
  };
}

const today: Style = { conv: convNormRelu, largest: 3, localNorm: [] };
const paper: Style = {
  conv: (filters, kernel, options) => [convRelu(filters, kernel, options)],
  largest: 5,
  localNorm: [localResponseNorm],
};

/** With batch normalisation and 3×3 in place of 5×5, as torchvision has it. */
export const googLeNet = googLeNetOf("GoogLeNet", today, false);
export const googLeNetAuxiliary = googLeNetOf("GoogLeNet with auxiliaries", today, true);
export const googLeNet2014 = googLeNetOf("GoogLeNet (2014)", paper, false);
