export { type CropOptions, crop } from "./crop.js";
export { encodePng } from "./encodePng.js";
export { type FlipOptions, flip } from "./flip.js";
export { type Histogram, type HistogramOptions, histogram } from "./histogram.js";
export { type LoadImageOptions, loadImage } from "./loadImage.js";
export type { ImageSource } from "./readSource.js";
export { type ResizeImageOptions, resizeImage } from "./resizeImage.js";
export { type SampleImage, sampleImage, sampleImages } from "./sampleImage.js";
export { toGray } from "./toGray.js";
