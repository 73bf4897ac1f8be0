import { alexNet, alexNet2012, alexNet2012OneGroup } from "./networks/alexNet.js";
import { denseNet121, denseNet169 } from "./networks/denseNet.js";
import { googLeNet, googLeNet2014, googLeNetAuxiliary } from "./networks/googLeNet.js";
import { inceptionV3 } from "./networks/inceptionV3.js";
import { leNet5 } from "./networks/leNet5.js";
import { mobileNet } from "./networks/mobileNet.js";
import { resNet18, resNet34, resNet50, resNet50Of2015, resNet101, resNet152 } from "./networks/resNet.js";
import { digitsOneConvolution, digitsTwoConvolutions, twoKinds } from "./networks/slides.js";
import { squeezeNet10, squeezeNet11 } from "./networks/squeezeNet.js";
import { uNet } from "./networks/uNet.js";
import { vgg11, vgg13, vgg16, vgg19 } from "./networks/vgg.js";
import type { Architecture } from "./types.js";

/**
 * Named networks as plain data. Frozen: make a changed one with `{ ...architectures.vgg16, layers: [...] }`.
 *
 * @example summarize(architectures.resNet50).totals.trainableParams // 25557032
 */
export const architectures = Object.freeze({
  leNet5,
  alexNet,
  alexNet2012,
  alexNet2012OneGroup,
  vgg11,
  vgg13,
  vgg16,
  vgg19,
  googLeNet,
  googLeNetAuxiliary,
  googLeNet2014,
  resNet18,
  resNet34,
  resNet50,
  resNet50Of2015,
  resNet101,
  resNet152,
  inceptionV3,
  denseNet121,
  denseNet169,
  squeezeNet10,
  squeezeNet11,
  mobileNet,
  uNet,
  digitsOneConvolution,
  digitsTwoConvolutions,
  twoKinds,
}) satisfies Record<string, Architecture>;
