export { type ConvolutionExplorerOptions, convolutionExplorer } from "./convolutionExplorer.js";
