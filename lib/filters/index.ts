export { kernels } from "./kernels.js";
