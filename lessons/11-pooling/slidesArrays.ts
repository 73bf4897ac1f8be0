/** The feature map on which the largest values are found by hand. */
export const first = [
  [2, 3, 4, 0],
  [1, 5, 3, 2],
  [0, 4, 2, 3],
  [1, 0, 6, 1],
];

/** Another, for a guess. */
export const second = [
  [1, 1, 2, 4],
  [5, 6, 7, 8],
  [3, 2, 1, 0],
  [1, 2, 3, 4],
];

/** The one of which the means are taken. */
export const third = [
  [1, 3, 2, 1],
  [2, 9, 1, 1],
  [1, 4, 2, 3],
  [5, 6, 1, 2],
];
