export type { FittingChoices } from "../layers/fittingChoices.js";
export { architectures } from "./architectures.js";
export {
  type ConvOutputSizeOptions,
  convOutputChoices,
  convOutputSize,
  type OutputSize,
  type PoolOutputSizeOptions,
  poolOutputSize,
} from "./convOutputSize.js";
export { architectureDiagram } from "./diagram/architectureDiagram.js";
export { type Summary, type SummaryRow, type SummaryTotals, summarize } from "./summarize.js";
export type { Activation, Architecture, Layer, Padding, Shape, Size } from "./types.js";
