import { kernels, toNested } from "cnn-workbook";

const [x, y] = [kernels.sobelX, kernels.sobelY].map((kernel) => toNested(kernel) as number[][]);

/** Names of the four filters. */
export const edgeNames = ["darker to the right", "brighter to the right", "darker downwards", "brighter downwards"];

/** Weights of a layer with four filters of 3 × 3 on one channel, [3, 3, 1, 4]: Sobel's pair, each with both signs. */
export const fourEdges = x.map((row, i) => row.map((_, j) => [[x[i][j], -x[i][j], y[i][j], -y[i][j]]]));
