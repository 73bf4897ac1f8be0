export { type LoadMnistOptions, loadMnist } from "./loadMnist.js";
export { type LabelledImages, type SyntheticDigitsOptions, syntheticDigits } from "./syntheticDigits.js";
