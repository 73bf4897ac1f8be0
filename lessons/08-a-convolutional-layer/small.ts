/** The picture worked out by hand: 2 rows, 3 columns, 2 channels. */
export const smallImage = [
  [
    [1, 0],
    [2, 1],
    [0, 4],
  ],
  [
    [3, 2],
    [1, 0],
    [2, 1],
  ],
];

/** Its filter: 2 rows, 2 columns, 2 channels. */
export const smallFilter = [
  [
    [1, 0],
    [0, 3],
  ],
  [
    [2, -1],
    [-1, 1],
  ],
];

export const smallBias = -4;

/** The binary image of the slides, and their two filters. */
export const sixBySix = [
  [1, 0, 0, 0, 0, 1],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 1, 0, 0],
  [1, 0, 0, 0, 1, 0],
  [0, 1, 0, 0, 1, 0],
  [0, 0, 1, 0, 1, 0],
];
export const diagonal = [
  [1, -1, -1],
  [-1, 1, -1],
  [-1, -1, 1],
];
export const upright = [
  [-1, 1, -1],
  [-1, 1, -1],
  [-1, 1, -1],
];
