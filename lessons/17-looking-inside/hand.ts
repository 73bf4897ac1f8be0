type Rows = number[][];

/** A classifier for pictures of 3 × 4 that can be computed by hand: so much for each pixel. */
export const tinyWeights: Rows = [
  [0, 1, 0, 0],
  [0, 5, 3, 0],
  [0, 0, -2, 0],
];

/** A picture for it. */
export const tinyPicture: Rows = [
  [2, 4, 1, 0],
  [7, 6, 5, 3],
  [8, 9, 1, 2],
];

/** The score: each pixel times its weight, added up; as a percentage. */
export const tinyScore = (image: Rows): number =>
  image.reduce((sum, row, r) => sum + row.reduce((all, value, c) => all + value * (tinyWeights[r]?.[c] ?? 0), 0), 0);

/** `image` with a black square over it. */
export const hiddenAt = (image: Rows, top: number, left: number, size: number): Rows =>
  image.map((row, r) =>
    row.map((value, c) => (r >= top && r < top + size && c >= left && c < left + size ? 0 : value)),
  );

/** Two maps of 2 × 2 and the slopes of a class's score by each of their cells. */
export const twoMaps: Rows[] = [
  [
    [4, 0],
    [1, 2],
  ],
  [
    [1, 3],
    [0, 5],
  ],
];
export const twoSlopes: Rows[] = [
  [
    [0.5, 0.5],
    [0.25, 0.75],
  ],
  [
    [0, -0.5],
    [-0.25, -0.25],
  ],
];

/** The layers of the lesson's network up to its second convolution: cells of a window, cells between windows. */
export const upToSecond = [
  { name: "conv1", size: 5, stride: 1 },
  { name: "pool1", size: 2, stride: 2 },
  { name: "conv2", size: 3, stride: 1 },
];
