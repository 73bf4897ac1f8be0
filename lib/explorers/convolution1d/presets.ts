/** Kernels to try, by name. */
export const presets: readonly { name: string; kernel: readonly number[] }[] = [
  { name: "box of 3", kernel: [1, 1, 1] },
  { name: "box of 5", kernel: [1, 1, 1, 1, 1] },
  { name: "1 2 1", kernel: [1, 2, 1] },
  { name: "−1 0 1", kernel: [-1, 0, 1] },
  { name: "3 2 1", kernel: [3, 2, 1] },
];
