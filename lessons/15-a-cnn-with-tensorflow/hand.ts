/** Share of post codes without a mistake, when a share of the digits is read rightly, each by chance. */
export const postCode = (digits: number, length = 5) => digits ** length;

/** Pictures to learn from and to look at meanwhile; to be tested on. */
export const counts = { learn: 10_000, validate: 1_000, test: 2_000, batch: 64 };

/** Changes of the weights in an epoch. */
export const steps = Math.ceil(counts.learn / counts.batch);

/** True digits 3, 5 and 8 along the rows; how they were read along the columns. */
export const smallMatrix = [
  [16, 3, 1],
  [2, 14, 4],
  [1, 2, 15],
];

const dense = (13 * 13 * 28 + 1) * 128;
const parameters = (9 + 1) * 28 + dense + (128 + 1) * 10;

/** Of the network of slides 5. */
export const sizes = { dense, parameters, megabytes: (4 * parameters) / 1e6 };
