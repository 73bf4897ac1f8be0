import { type Figure, heatmap, kernels, toNested } from "cnn-workbook";

/**
 * A kernel that was learned beside Sobel's x, with the weights rounded to two places.
 *
 * @param kernel - [3, 3]; not modified
 * @param text - `title` of the figure, `learned` and `sobel` over the two kernels; the alt text gives title and weights
 * @example show(compareKernels(kernel, { title: "After 10 steps", learned: "learned", sobel: "Sobel's x" }))
 */
export function compareKernels(
  kernel: number[][],
  { title, learned, sobel = "Sobel's x" }: { title: string; learned: string; sobel?: string },
): Figure {
  const rounded = kernel.map((row) => row.map((weight) => Math.round(100 * weight) / 100 + 0));
  return heatmap(
    [
      { matrix: rounded, title: learned },
      { matrix: kernels.sobelX, title: sobel },
    ],
    {
      title,
      signed: true,
      alt: `${title}. ${inRows(learned, rounded)} ${inRows(sobel, toNested(kernels.sobelX) as number[][])}`,
    },
  );
}

function inRows(name: string, kernel: number[][]): string {
  return `${name}, in rows: ${kernel.map((row) => row.join(" ")).join(", ")}.`;
}
