export { loadCifar10 } from "./loadCifar10.js";
export { loadFashionMnist, type NamedImages } from "./loadFashionMnist.js";
export { loadMnist } from "./loadMnist.js";
export type { LoadOptions } from "./readLoadOptions.js";
export { type LabelledImages, type SyntheticDigitsOptions, syntheticDigits } from "./syntheticDigits.js";
export { type FormDigit, type SyntheticForm, type SyntheticFormOptions, syntheticForm } from "./syntheticForm.js";
