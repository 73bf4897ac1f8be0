/** The picture and the kernel of the example by hand. */
export const smallPicture = [
  [1, 0, 2, 3],
  [4, 1, 0, 2],
  [0, 3, 1, 1],
  [2, 0, 5, 1],
];

export const smallKernel = [
  [1, 0, 0],
  [0, 2, 0],
  [0, 0, -1],
];
