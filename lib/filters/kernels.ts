import ndarray from "ndarray";
import { type Float64NdArray, readable } from "../arrays/index.js";

/**
 * Small kernels with names, to be slid over an image as they stand (`correlate2d`, no flip).
 * Each look-up makes a new [height, width] array, so nothing is spoilt by writing into one.
 *
 * @example correlate2d(image, kernels.sobelX, { mode: "valid" })
 */
export const kernels = {
  /** Leaves the image as it is. */
  get identity() {
    return matrix([0, 0, 0], [0, 1, 0], [0, 0, 0]);
  },
  /** Mean of nine neighbours. */
  get boxBlur() {
    return matrix([1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9], [1 / 9, 1 / 9, 1 / 9]);
  },
  /** A bell curve in sixteenths: the binomial weights 1 2 1 down and across. */
  get gaussianBlur() {
    return matrix([1 / 16, 2 / 16, 1 / 16], [2 / 16, 4 / 16, 2 / 16], [1 / 16, 2 / 16, 1 / 16]);
  },
  /** The image and its edges: identity minus the Laplacian. */
  get sharpen() {
    return matrix([0, -1, 0], [-1, 5, -1], [0, -1, 0]);
  },
  /** The image as a relief: brighter where it gets brighter from the upper left to the lower right; flat areas stay. */
  get emboss() {
    return matrix([-2, -1, 0], [-1, 1, 1], [0, 1, 2]);
  },
  /** Corners and thin diagonals: second difference along both diagonals. */
  get diagonalEdges() {
    return matrix([1, 0, -1], [0, 0, 0], [-1, 0, 1]);
  },
  /** Laplacian: the sum of four neighbours minus four times the pixel. Positive on the dark side of an edge. */
  get laplacian4() {
    return matrix([0, 1, 0], [1, -4, 1], [0, 1, 0]);
  },
  /** Eight times the pixel minus its eight neighbours: edges in every direction, positive on the bright side. */
  get laplacian8() {
    return matrix([-1, -1, -1], [-1, 8, -1], [-1, -1, -1]);
  },
  /** Vertical edges: positive where the image is brighter on the left (Prewitt, 1970). */
  get verticalEdges() {
    return matrix([1, 0, -1], [1, 0, -1], [1, 0, -1]);
  },
  /** Horizontal edges: positive where the image is brighter above (Prewitt, 1970). */
  get horizontalEdges() {
    return matrix([1, 1, 1], [0, 0, 0], [-1, -1, -1]);
  },
  /** Sobel's kernel for change along x: positive where the image gets darker to the right (Sobel & Feldman, 1968). */
  get sobelX() {
    return matrix([1, 0, -1], [2, 0, -2], [1, 0, -1]);
  },
  /** Sobel's kernel for change along y: positive where the image gets darker downwards (Sobel & Feldman, 1968). */
  get sobelY() {
    return matrix([1, 2, 1], [0, 0, 0], [-1, -2, -1]);
  },
  /** Scharr's kernel for change along x, with less error of direction than Sobel's (Scharr, 2000). */
  get scharrX() {
    return matrix([3, 0, -3], [10, 0, -10], [3, 0, -3]);
  },
  /** Scharr's kernel for change along y (Scharr, 2000). */
  get scharrY() {
    return matrix([3, 10, 3], [0, 0, 0], [-3, -10, -3]);
  },
};

function matrix(...rows: number[][]): Float64NdArray {
  return readable(ndarray(Float64Array.from(rows.flat()), [rows.length, rows[0].length]));
}
