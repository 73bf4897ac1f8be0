export { type ArrayInput, formatArray, toList, toNdarray, toNested } from "./arrays/index.js";
