export { describe, finiteNumber, oneOf, positiveNumber, wholeNumber } from "./check.js";
export { checkOptions } from "./checkOptions.js";
export { formatArray, readable } from "./format.js";
export { type Nested, toList, toNested } from "./nested.js";
export { isNdarray, type ToNdarrayOptions, toNdarray } from "./toNdarray.js";
export type { ArrayInput, Float64NdArray, NestedArray, TypedArray } from "./types.js";
