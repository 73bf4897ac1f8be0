export { type ArrayInput, formatArray, toList, toNdarray, toNested } from "./arrays/index.js";
export { showProgress, todo } from "./exercises/index.js";
export { convolutionExplorer } from "./explorers/index.js";
export * from "./filters/index.js";
export * from "./plots/index.js";
export * from "./signals/index.js";
