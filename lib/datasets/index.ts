export { type LoadMnistOptions, loadMnist } from "./loadMnist.js";
export { type LabelledImages, type SyntheticDigitsOptions, syntheticDigits } from "./syntheticDigits.js";
export { type FormDigit, type SyntheticForm, type SyntheticFormOptions, syntheticForm } from "./syntheticForm.js";
